/** The export section: a link, pictures, numbers and programs of the plot. */
import { byId, create, pageLanguage, table } from '../element/dom.js';
import { lazyImport } from '../element/lazyImport.js';
import { kindOf, rowOf } from '../element/scene.js';
import { plotNotes } from '../messages/en.js';
import { plotSentence } from '../messages/index.js';
import { codedError, noteOf } from '../package/errors.js';
import { formatPlot, parsePlot } from '../package/grammar.js';
import { gridOf } from '../package/grid.js';
import { activation } from '../package/kernels.js';
import { textOf } from '../package/reader.js';
import { sample } from '../package/sample.js';
import { copiesPictures, copyPicture, copyText } from './clipboard.js';
import { alignDecimals } from './decimals.js';
import { plots } from './presets.js';
import { showCode } from './showCode.js';
import { fileNameOf, slideOf } from './slide.js';

/** @typedef {import('../element/activation-plot.js').ActivationPlot} ActivationPlot */
/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {typeof import('../messages/en.js').live} Texts */

/** The table in the page shows no more rows than this. */
const maxRows = 1001;

/** A float as a decimal that rounds back to it. @param {number} float */
function digits(float) {
  for (let n = 6; n < 9; ++n)
    if (Math.fround(Number(float.toPrecision(n))) === float) return Number(float.toPrecision(n));
  return Number(float.toPrecision(9));
}

/** The numbers of a plot: a row of titles, which are the words of the query, then the rows of values. @param {Plot} plot @returns {(string | number)[][]} */
function tableOf(plot) {
  const { functions, derivative, logits } = plot;
  const kind = kindOf(plot);
  if (kind !== 'elementwise') {
    const row = rowOf(plot);
    const columns = functions.map(({ name }) => activation(name)(row));
    const inputs = kind === 'row' ? [logits] : [logits.slice(0, row.length / 2), logits.slice(row.length / 2)];
    const rows = inputs[0].map((_, i) => [
      ...inputs.map((list) => list[i]),
      ...columns.map((values) => digits(values[i % values.length])),
    ]);
    const titles = kind === 'row' ? ['x'] : ['a', 'b'];
    return [[...titles, ...functions.map((curve) => textOf([curve]))], ...rows];
  }
  const grid = gridOf(plot);
  const sampled = functions.flatMap(({ name, parameters }) => [...sample(name, { ...grid, ...parameters }).x]);
  const x = Float32Array.from(new Set(sampled)).sort();
  const columns = functions.flatMap((curve) => {
    const { name, parameters } = curve;
    const title = textOf([curve]);
    const columnOfValues = [title, activation(name)(x, parameters)];
    return derivative ? [columnOfValues, [`${title}′`, activation(name).derivative(x, parameters)]] : [columnOfValues];
  });
  return [
    ['x', ...columns.map(([title]) => title)],
    ...Array.from(x, (at, i) => [digits(at), ...columns.map(([, values]) => digits(values[i]))]),
  ];
}

/** @param {string | number} value */
const csvCell = (value) => (typeof value === 'number' ? value : `"${value.replaceAll('"', '""')}"`);

/** @param {string} file @param {Blob} blob */
function save(file, blob) {
  const link = create('a', { href: URL.createObjectURL(blob), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string} svg @returns {Promise<Blob>} a PNG of twice its size */
async function png(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode().finally(() => URL.revokeObjectURL(image.src));
  const canvas = create('canvas', { width: String(2 * image.width), height: String(2 * image.height) });
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = context && (await new Promise((resolve) => canvas.toBlob(resolve)));
  if (!blob) throw codedError(plotNotes, 'noCanvas');
  return blob;
}

/** @returns {'light' | 'dark'} */
function themeOfPage() {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The address of a plot: that of a named plot where the site has one, because blogs embed it by oEmbed. @param {Plot} plot */
function linkTo(plot) {
  const query = formatPlot(plot);
  const folder = byId('copy-link').dataset.plots;
  const [name] = Object.entries(plots).find(([, named]) => formatPlot(parsePlot(named).plot) === query) ?? [];
  const link = new URL(folder && name ? `${folder}${name}.html` : `?${query}`, location.href);
  link.hash = '';
  return link.href;
}

/** Makes the section follow a plot. @param {ActivationPlot} plot @param {Texts} texts */
export function exporter(plot, texts) {
  const status = byId('export-status');
  const report = (/** @type {string} */ text) => {
    status.classList.remove('heard');
    status.textContent = text;
  };
  const lang = pageLanguage();
  /** Reports an error. @param {() => Promise<void>} work */
  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      report(plotSentence(lang, noteOf(error)));
    }
  };
  const code = /** @type {HTMLElement} */ (document.querySelector('#code code'));
  const dataTable = /** @type {HTMLTableElement} */ (document.querySelector('#data table'));
  const data = /** @type {HTMLDetailsElement} */ (byId('data'));
  const embed = /** @type {HTMLDetailsElement} */ (byId('embed'));
  /** @type {((plot: Plot) => void) | undefined} */
  let showEmbed;
  let drawn = plot.plot;
  let isNear = false;
  let pending = 0;

  const field = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (document.querySelector(`#slide [name=${name}]`));
  async function picture() {
    const { value } = field('theme');
    return slideOf(
      drawn,
      {
        size: /** @type {'article'} */ (field('size').value),
        theme: value === 'page' ? themeOfPage() : /** @type {'light'} */ (value),
        text: Number(field('text').value),
        title: field('title').value,
        axes: field('axes').checked,
        legend: field('legend').checked,
        formulas: field('formulas').checked
          ? (await lazyImport(import('../../build/kernels/formulas.js'))).default
          : undefined,
      },
      lang,
    );
  }
  const preview = create('img', { id: 'picture', alt: '' });
  const copyButton = byId('copy-picture');
  copyButton.hidden = !copiesPictures;
  copyButton.addEventListener('click', () => copyPicture(copyButton, status, texts, async () => png(await picture())));
  /** @type {Record<string, () => Promise<Blob>>} */
  const files = {
    png: async () => png(await picture()),
    svg: async () => new Blob([await picture()], { type: 'image/svg+xml' }),
    csv: async () =>
      new Blob(
        // Without the byte order mark, Excel would not read the file as UTF-8.
        ['\ufeff', ...tableOf(drawn).map((row) => `${row.map(csvCell).join(',')}\r\n`)],
        { type: 'text/csv' },
      ),
  };
  for (const [type, make] of Object.entries(files))
    byId(`save-${type}`).addEventListener('click', async () => {
      const file = `${fileNameOf(drawn)}.${type}`;
      try {
        save(file, await make());
        report(texts.saved(file));
      } catch (error) {
        report(texts.failed(file, plotSentence(lang, noteOf(error))));
      }
    });
  for (const [id, text, shown] of /** @type {[string, () => string, HTMLElement?][]} */ ([
    ['copy-link', () => linkTo(drawn)],
    ['copy-code', () => code.textContent ?? '', code],
  ]))
    byId(id).addEventListener('click', ({ currentTarget }) =>
      copyText(/** @type {HTMLElement} */ (currentTarget), status, texts, text(), shown),
    );

  const refresh = () => attempt(showVisible);

  /** Updates code, table and embedding, but only while they are visible. */
  async function showVisible() {
    if (data.open) showData();
    if (embed.open) {
      const { builder } = await lazyImport(import('./builder.js'));
      showEmbed ??= builder(texts);
      showEmbed(drawn);
    }
    if (!isNear) return;
    const { codeOf, languages, syntaxOf } = await lazyImport(import('./code.js'));
    const group = byId('languages');
    if (group.childElementCount === 0)
      group.append(
        ...Object.entries(languages).map(([value, name], i) => {
          const button = create('input', { type: 'radio', name: 'code', value, ...(i === 0 && { checked: '' }) });
          return create('label', { class: 'chip' }, button, create('span', {}, name));
        }),
      );
    const chosen = /** @type {HTMLInputElement} */ (group.querySelector(':checked'));
    showCode(code, codeOf(drawn, /** @type {keyof typeof languages} */ (chosen.value)), syntaxOf(chosen.value));
    URL.revokeObjectURL(preview.src);
    preview.src = URL.createObjectURL(await files.svg());
    byId('slide').append(preview);
  }

  function showData() {
    const [titles, ...rows] = tableOf(drawn);
    dataTable.replaceChildren(
      ...table(
        titles.map(String),
        rows.slice(0, maxRows).map((row) => row.map(String)),
      ),
    );
    alignDecimals(dataTable);
    byId('rows').textContent = texts.rows(Math.min(rows.length, maxRows), rows.length);
  }

  byId('slide').addEventListener('input', refresh);
  byId('languages').addEventListener('change', refresh);
  for (const details of [data, embed]) details.addEventListener('toggle', refresh);
  new IntersectionObserver(
    ([entry]) => {
      isNear = entry.isIntersecting;
      if (isNear) refresh();
    },
    { rootMargin: '300px' },
  ).observe(byId('export'));

  return {
    /** For each drawing. The section follows once no slider has moved for a moment. @param {Plot} plot */
    update(plot) {
      drawn = plot;
      clearTimeout(pending);
      pending = window.setTimeout(refresh, 150);
    },
  };
}
