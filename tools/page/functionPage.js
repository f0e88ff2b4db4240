/** The page of one function: web/page/function/page.html filled with its facts, texts, formulas, pictures and code. */
import { readFileSync } from 'node:fs';
import { byId, create, table } from '../../web/element/dom.js';
import { format } from '../../web/messages/format.js';
import { find } from '../../web/package/catalogue.js';
import { parsePlot } from '../../web/package/grammar.js';
import { activation } from '../../web/package/kernels.js';
import { sample } from '../../web/package/sample.js';
import { forms } from '../../web/page/builder.js';
import { codeOf, languages, syntaxOf } from '../../web/page/code.js';
import { alignDecimals } from '../../web/page/decimals.js';
import { equations } from '../exports.js';
import { plain } from '../formula.js';
import { thumbnail } from './curves.js';
import { facts, fileOf, frameworkTable, queryOf, referenceOf, row } from './entry.js';
import { addAddresses, addPreview } from './head.js';
import { addPicture, copied, fill, homeOf, jsonLd, markupOf, swigluFiles } from './page.js';

/** @typedef {import('./page.js').Lang} Lang */
/** @typedef {import('./page.js').Tools} Tools */
/** @typedef {import('../functions.js').Reference} Reference */
/** @typedef {import('../../web/package/catalogue.js').Entry} Entry */
/** @typedef {{ ulps: number, x?: number, inputs: number }} Worst */

/** @type {Record<string, { value: Worst, derivative?: Worst } | undefined>} */
const measured = JSON.parse(readFileSync(new URL('../../web/page/accuracy.json', import.meta.url), 'utf8'));
/** Stands in the code to embed, until the page's script replaces it, if the build does not know the site's address. */
const unknownSite = 'https://example.org/';

/** The files of a function's page. @param {string} name @returns {Record<Lang, string>} */
export const functionFiles = (name) => ({ en: fileOf(name, 'en'), 'zh-Hant': fileOf(name, 'zh-Hant') });

/** @param {string} name @returns {Entry} */
const entryOf = (name) => /** @type {Entry} */ (find(name));

/** @param {string} sentence @param {Record<string, string>} values */
const said = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, key) => values[key]);

/** The address of the explorer with a plot, seen from a function's page. @param {Lang} lang @param {string} query */
const explorerOf = (lang, query) => `../${homeOf(lang)}?${query}#explorer`;

/** @param {string} template @param {string} name @param {Lang} lang @param {string} [site] the address of the site, if it is known */
export function renderFunction(template, name, lang, site) {
  const names = functionFiles(name);
  const { document, text, html, tools } = fill(template, lang, names, '../');
  const entry = entryOf(name);
  const reference = referenceOf(name);
  const { label, kind } = entry;
  const query = queryOf(name);
  const isCurve = kind === 'elementwise';
  const whole = isCurve ? `${query}&derivative` : query;
  const place = (/** @type {string} */ selector) => /** @type {Element} */ (document.querySelector(selector));

  const title = said(text(`title_${kind}`), { label });
  const description = describe(entry, reference, tools);
  document.title = title;
  place('[name=description]').setAttribute('content', description);
  const folder = site && new URL('functions/', site).href;
  addPreview(document, 'article', `./${name}.png`, folder);
  if (folder) addAddresses(document, lang, folder, names);
  document.head.append(structuredData(entry, reference, lang, { title, description, site }));

  place('h1').textContent = label;
  place('#name .subtitle').textContent = reference.fullName[lang];
  const plot = byId('curve');
  for (const [key, word] of new URLSearchParams(query)) plot.setAttribute(key, word);
  if (isCurve) plot.setAttribute('derivative', '');
  if (!isCurve || entry.parameters.length > 0) plot.setAttribute('controls', '');
  // A line below the plot explains a kink that the reader points at.
  if (!reference.kinks.here) plot.setAttribute('class', 'smooth');
  addPicture(plot, tools, html);
  plot.append(settings(entry, query), create('p', { class: 'hint' }, text('noScript')));
  const [f, slope] = equations(entry);
  byId('equations').append(
    create('dt', {}, text('formula')),
    create('dd', {}, tools.math(f)),
    create(
      'dt',
      { class: 'slope' },
      text(`fact_${{ elementwise: 'derivative', row: 'jacobian', gated: 'gradient' }[kind]}`),
    ),
    create('dd', {}, tools.math(slope)),
  );
  byId('open').setAttribute('href', explorerOf(lang, whole));

  place('#use .lead').textContent = reference.use[lang];
  place('#care p').textContent = reference.care[lang];
  if (kind === 'gated')
    place('#care p').append(
      lang === 'en' ? ' ' : '',
      create('a', { href: `../${swigluFiles[lang]}` }, text('whichSwiglu')),
    );
  place('#facts dl').append(...facts(entry, reference, tools).slice(2)); // the derivative stands beside the plot
  place('#values table').append(...valueTable(entry, reference));
  place('#frameworks .scroll').append(frameworkTable(reference, tools));
  place('#listings table').append(...expressionTable(entry, reference));
  fillPrograms(byId('programs'), whole, tools);
  place('#errors p').textContent = text(isCurve ? 'accuracyOfCurve' : 'accuracyOfRows');
  place('#errors table').append(...accuracyTable(name, tools));
  for (const table of document.querySelectorAll('#values table, #errors table')) alignDecimals(table);
  place('#compare ul').append(...reference.related.map((other) => tile(name, other, tools, html)));
  fillForms(byId('tags'), whole, site, tools);
  const sections = /** @type {NodeListOf<Element>} */ (document.querySelectorAll('main > section'));
  place('main nav').append(
    ...Array.from(sections, ({ id, firstElementChild }) =>
      create('a', { href: `#${id}` }, firstElementChild?.textContent ?? ''),
    ),
  );
  const api = byId('api');
  api.setAttribute('href', `../api/variables/activation-kernels.${name}.html`);
  api.textContent = said(text('apiOf'), { label });
  return markupOf(document);
}

/** The formula and the derivative in one sentence, as search engines show them. @param {Entry} entry @param {Reference} reference @param {Tools} tools */
function describe(entry, { fullName }, { texts, lang }) {
  const [f, slope] = equations(entry).map((tex) => {
    const words = plain(tex);
    return lang === 'en'
      ? words
      : words
          .replaceAll(' if ', '（')
          .replace(/（([^;（]*)/g, '（$1）')
          .replaceAll('; ', '；')
          .replaceAll(' otherwise', `（${texts.otherwise}）`);
  });
  return said(texts.functionDescription, { label: entry.label, fullName: fullName[lang], f, slope });
}

/** What search engines read. @param {Entry} entry @param {Reference} reference @param {Lang} lang @param {{ title: string, description: string, site?: string }} page */
function structuredData({ name, label, aliases }, { fullName, use, paper }, lang, { title, description, site }) {
  const address = (/** @type {string} */ file) => (site ? new URL(`functions/${file}`, site).href : undefined);
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: title,
    description,
    inLanguage: lang,
    url: address(fileOf(name, lang)),
    image: address(`${name}.png`),
    about: {
      '@type': 'DefinedTerm',
      name: label,
      alternateName: [fullName[lang], ...Object.values(aliases).flat()],
      description: use[lang],
    },
    ...(paper && {
      citation: {
        '@type': 'ScholarlyArticle',
        name: paper.title,
        author: paper.authors,
        datePublished: String(paper.year),
      },
    }),
  });
}

/** The parameters with their default values. The sliders replace them. @param {Entry} entry @param {string} query */
function settings({ kind, parameters }, query) {
  const { logits, temperature } = parsePlot(query).plot;
  const names = logits.map((_, i) =>
    kind === 'row' ? `x${i + 1}` : `${i < logits.length / 2 ? 'a' : 'b'}${(i % (logits.length / 2)) + 1}`,
  );
  const rows =
    kind === 'elementwise'
      ? parameters.map((p) => [`${p.name} ${p.symbol}`, p.default])
      : [...names.map((word, i) => [word, logits[i]]), ...(kind === 'row' ? [['T', temperature]] : [])];
  return create(
    'div',
    { class: `settings ${kind}` },
    ...rows.map(([word, value]) => create('p', {}, `${word} = ${format(Number(value))}`)),
  );
}

/** f and f′ at nine places, or a row and what becomes of it. @param {Entry} entry @param {Reference} reference */
function valueTable({ name, kind }, { view: { min, max } }) {
  const f = activation(/** @type {string} */ (name));
  const shown = (/** @type {number} */ value) => format(Number(value.toPrecision(4)));
  const line = (/** @type {string} */ head, /** @type {Iterable<number>} */ values) => [
    head,
    ...Array.from(values, shown),
  ];
  if (kind === 'elementwise') {
    const x = Float32Array.from({ length: 9 }, (_, i) => min + (i * (max - min)) / 8);
    return table(line('x', x), [line('f(x)', f(x)), line('f′(x)', f.derivative(x))]);
  }
  const x = Float32Array.from(row);
  const y = f(x);
  const one = create('td', { colspan: String(x.length) }, shown(y[0])); // of logSumExp
  return kind === 'row'
    ? table(line('x', x), [y.length === 1 ? ['f(x)', one] : line('f(x)', y)])
    : table(line('a', x.subarray(0, 2)), [line('b', x.subarray(2)), line('f(a, b)', y)]);
}

/** f, and f′ where it has an expression, in each language. @param {Entry} entry @param {Reference} reference */
function expressionTable({ name, kind, parameters }, { code }) {
  const options = parameters.length > 0 ? `, { ${parameters.map((p) => p.name).join(', ')} }` : '';
  const row = (/** @type {string} */ head, /** @type {string} */ words) => [
    head,
    create('code', { translate: 'no' }, words.replace(/\{(\w+)\}/g, '$1')),
  ];
  const { numpy, numpyDerivative, ...frameworks } = code;
  return table(
    ['', 'f(x)'],
    [
      row(languages.numpy, numpy),
      ...(numpyDerivative ? [row(`${languages.numpy}, f′`, numpyDerivative)] : []),
      ...Object.entries(frameworks).map(([key, words]) => row(languages[/** @type {'torch'} */ (key)], words)),
      [languages.js, create('code', { translate: 'no' }, `${name}(x${options})`)],
      ...(kind === 'elementwise'
        ? [[`${languages.js}, f′`, create('code', { translate: 'no' }, `${name}.derivative(x${options})`)]]
        : []),
    ],
  );
}

/** A program in each language, of which a style sheet shows the chosen one. @param {Element} element @param {string} query @param {Tools} tools */
function fillPrograms(element, query, tools) {
  const { plot } = parsePlot(query);
  Object.entries(languages).forEach(([key, title], i) => {
    const button = create('input', { type: 'radio', name: 'program', value: key, ...(i === 0 && { checked: '' }) });
    const words = codeOf(plot, /** @type {keyof typeof languages} */ (key));
    element.append(
      create('label', { class: 'chip' }, button, create('span', {}, title)),
      copied(`${title} ${tools.texts.code}`, [words], tools, { 'data-syntax': syntaxOf(key) }),
    );
  });
}

/** @param {string} name @param {Tools} tools */
function accuracyTable(name, { texts }) {
  const { value, derivative } = measured[name] ?? {};
  const rows = Object.entries({ f: value, 'f′': derivative }).flatMap(([label, worst]) => {
    const at = worst?.ulps && worst.x !== undefined ? [format(worst.x)] : ['–'];
    return worst ? [[label, format(worst.ulps), ...(derivative ? at : [])]] : [];
  });
  return table(['', 'ULP', ...(derivative ? [`${texts.at} x`] : [])], rows);
}

/** The largest difference of two functions where the first is drawn. @param {string} first @param {string} second */
export function differenceOf(first, second) {
  const { min, max } = referenceOf(first).view;
  const range = { min, max, step: (max - min) / 4000 };
  let most = { difference: 0, x: 0 };
  for (const name of [first, second]) {
    const { x, y } = sample(name, range);
    const other = activation(name === first ? second : first)(x);
    y.forEach((value, i) => {
      const difference = Math.abs(value - other[i]);
      if (difference > most.difference * (1 + 1e-5)) most = { difference, x: x[i] };
    });
  }
  return most;
}

/** Two functions in one picture. @param {string} first @param {string} second @param {Tools} tools @param {(markup: string) => Element} html */
function tile(first, second, { texts, lang }, html) {
  const [own, other] = [first, second].map((name) => entryOf(name).label);
  const query = queryOf(first, second);
  const isCurve = entryOf(first).kind === 'elementwise';
  const { min, max } = referenceOf(first).view;
  const { difference, x } = isCurve ? differenceOf(first, second) : { difference: 0, x: 0 };
  const digits = (/** @type {number} */ value) => format(Number(value.toPrecision(3)));
  const values = { min: format(min), max: format(max), difference: digits(difference), x: digits(x) };
  const sentence = !isCurve ? [] : [create('p', {}, said(difference === 0 ? texts.same : texts.difference, values))];
  return create(
    'li',
    {},
    create(
      'a',
      { href: explorerOf(lang, `${query}${isCurve ? '&derivative' : ''}`) },
      html(thumbnail(query)),
      said(texts.compareTwo, { own, other }),
    ),
    ...sentence,
    create('p', {}, create('a', { href: `./${fileOf(second, lang)}` }, said(texts.pageOf, { label: other }))),
  );
}

/** The tag and the iframe that embed the plot. @param {Element} element @param {string} query @param {string | undefined} address @param {Tools} tools */
function fillForms(element, query, address, tools) {
  const { plot } = parsePlot(query);
  const site = address || unknownSite;
  for (const form of /** @type {const} */ (['HTML', 'iframe'])) {
    const words = forms[form]({ plot: { ...plot, lang: tools.lang }, site, width: '600', height: '480' });
    element.append(
      create('h3', {}, form),
      copied(`${form} ${tools.texts.code}`, [words], tools, { 'data-form': form }),
    );
  }
}
