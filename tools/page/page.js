/** The explorer's HTML in one language: web/page/index.html filled with texts, formulas and every function. */
import { lookIn } from '../../web/element/colors.js';
import { byId, create, setAttributes } from '../../web/element/dom.js';
import { partsOf } from '../../web/element/readout.js';
import { colorsOf, sceneOf } from '../../web/element/scene.js';
import { showParameters } from '../../web/element/sliders.js';
import { swatchOf } from '../../web/element/svg.js';
import { toSVG } from '../../web/element/toSVG.js';
import { labWords } from '../../web/lab/labWords.js';
import * as english from '../../web/messages/en.js';
import * as chinese from '../../web/messages/zh-Hant.js';
import { catalogue, find } from '../../web/package/catalogue.js';
import { parsePlot } from '../../web/package/grammar.js';
import { keys } from '../../web/package/plotWords.js';
import { presets } from '../../web/page/presets.js';
import { mathML } from '../formula.js';
import { thumbnail } from './curves.js';
import { card, fileOf, queryOf, referenceOf } from './entry.js';
import { addAddresses, addPreview, documentOf } from './head.js';
import { straighten } from './straighten.js';
import { themesOf } from './themes.js';

/** @typedef {'en' | 'zh-Hant'} Lang */
/**
 * What the parts of the page need.
 * @typedef {object} Tools
 * @property {(tex: string, display?: boolean) => Element} math
 * @property {Record<string, string>} texts
 * @property {Lang} lang
 */

/** The page's file in each language, all in one folder. @type {Record<Lang, string>} */
export const files = { en: 'index.html', 'zh-Hant': 'zh-Hant.html' };
/** The explorer's address, seen from its folder: hosts serve index.html there. @param {Lang} lang */
export const homeOf = (lang) => (lang === 'en' ? '' : files[lang]);
/** The article's files. @type {Record<Lang, string>} */
export const articleFiles = { en: 'article.html', 'zh-Hant': 'article.zh-Hant.html' };
/** The files of the experiments' page. @type {Record<Lang, string>} */
export const labFiles = { en: 'lab.html', 'zh-Hant': 'lab.zh-Hant.html' };
/** The files of the page about the conventions of gated functions. @type {Record<Lang, string>} */
export const swigluFiles = { en: 'swiglu.html', 'zh-Hant': 'swiglu.zh-Hant.html' };
export const locales = { en: english, 'zh-Hant': chinese };

/** Static pictures follow the theme of the page. */
const theme = 'light dark';

/**
 * Fills a template with the texts of a language.
 * @param {string} template @param {Lang} lang @param {Record<Lang, string>} names of the page's file in each language
 * @param {string} [root] the site's folder, seen from the page @param {import('./head.js').Policy} [policy]
 */
export function fill(template, lang, names, root = './', policy = {}) {
  const document = documentOf(template, root, policy);
  /** @type {Record<string, string>} */
  const texts = locales[lang].page;
  const text = (/** @type {string} */ key) => {
    if (texts[key] === undefined) throw new Error(`web/messages/${lang}.js lacks ${key}`);
    return texts[key].replace('{count}', String(catalogue.length));
  };
  const html = (/** @type {string} */ markup) => {
    const element = document.createElement('template');
    element.innerHTML = markup;
    return /** @type {Element} */ (element.content.firstElementChild);
  };
  /** @type {Tools} */
  const tools = {
    math: (tex, display) => html(mathML(tex.replaceAll('\\text{otherwise}', `\\text{${text('otherwise')}}`), display)),
    texts,
    lang,
  };

  document.documentElement.lang = lang;
  for (const [attribute, target] of [
    ['content', 'content'],
    ['label', 'aria-label'],
    ['placeholder', 'placeholder'],
    ['title', 'title'],
  ])
    for (const element of document.querySelectorAll(`[data-${attribute}]`)) {
      element.setAttribute(target, text(element.getAttribute(`data-${attribute}`) ?? ''));
      element.removeAttribute(`data-${attribute}`);
    }
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = text(element.getAttribute('data-text') ?? '');
    element.removeAttribute('data-text');
  }

  const [suffix, other] = lang === 'en' ? ['', 'zh-Hant'] : [`.${lang}`, 'en'];
  const script = /** @type {Element} */ (document.querySelector('script'));
  // It shows the theme too, because the first paint waits for each script.
  setAttributes(script, { src: `${root}language.js`, 'data-other': names[/** @type {Lang} */ (other)] });
  script.after(
    create('link', { rel: 'manifest', href: `${root}manifest${suffix}.webmanifest` }),
    create('script', { src: `${root}offline.js`, async: '' }), // not a part of the page's script, which works without it
  );
  const header = /** @type {Element} */ (document.querySelector('header'));
  header.append(...headerOf(root, lang, names, texts));
  header.querySelector('.language')?.setAttribute('id', 'language');
  document.querySelector('footer')?.prepend(create('p', {}, ...linksOf(root, lang, texts)));
  return { document, text, html, tools };
}

/**
 * Links to the parts of the site, for the header and the footer of every page.
 * @param {string} root the site's folder, seen from the page @param {Lang} lang @param {Record<string, string>} texts
 * @param {string} [own] the page, seen from the site's folder
 */
export function linksOf(root, lang, texts, own) {
  /** @type {[words: string, path: string, attributes?: Record<string, string>][]} */
  const links = [
    [texts.explorer, homeOf(lang)],
    [texts.functions, `functions/${fileOf('index', lang)}`],
    [texts.article, articleFiles[lang]],
    [texts.experiments, labFiles[lang]],
    ['API', 'api/index.html', lang === 'en' ? {} : { hreflang: 'en' }],
  ];
  return links.map(([words, path, attributes]) => {
    const isOwn = (path || files.en) === own;
    return create('a', { href: root + path, ...attributes, ...(isOwn && { 'aria-current': 'page' }) }, words);
  });
}

/**
 * The header of every page: the site's name, links to its parts, a link to the page in the other language, and a button that
 * changes the theme.
 * @param {string} root the site's folder, seen from the page @param {Lang} lang
 * @param {Record<Lang, string>} names of the page's file in each language @param {Record<string, string>} texts
 */
export function headerOf(root, lang, names, texts) {
  const other = lang === 'en' ? 'zh-Hant' : 'en';
  const own = root === '../' ? `functions/${names[lang]}` : names[lang];
  const language = { class: 'language', lang: other, hreflang: other, href: `${names[other]}?lang=${other}` };
  return [
    create(
      'a',
      { class: 'home', href: root + homeOf(lang), translate: 'no' },
      create('img', { src: `${root}favicon.svg`, alt: '', width: 20, height: 20 }),
      create('span', {}, 'activation-kernels'),
    ),
    create('nav', { 'aria-label': texts.site }, ...linksOf(root, lang, texts, own)),
    create('a', language, texts.otherLanguage),
    create('button', { class: 'theme', type: 'button', ...themesOf(texts) }),
  ];
}

/** @param {Document} document */
export function markupOf(document) {
  const script = document.querySelector('script[src$="/language.js"]')?.getAttribute('src');
  // Early, because a font that comes late is not used.
  if (script && document.querySelector('math'))
    document.head.append(
      create('link', {
        rel: 'preload',
        href: script.replace('language.js', 'math.woff2'),
        as: 'font',
        type: 'font/woff2',
        crossorigin: '',
      }),
    );
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}

/** @param {string} template @param {Lang} lang @param {string} [site] the address of the site, if it is known @returns {string} */
export function renderLab(template, lang, site) {
  const policy = { 'worker-src': "'self'", 'trusted-types': 'activation-lab offline' };
  const { document, text } = fill(template, lang, labFiles, './', policy);
  const labs = byId('labs');
  const section = /** @type {Element} */ (labs.querySelector('section'));
  section.replaceWith(
    ...labWords.experiment.choices.map((name) => {
      const copy = /** @type {Element} */ (section.cloneNode(true));
      const heading = /** @type {Element} */ (copy.querySelector('h2'));
      heading.id = name;
      heading.textContent = text(name);
      copy.querySelector('activation-lab')?.setAttribute('experiment', name);
      return copy;
    }),
  );
  if (site) addAddresses(document, lang, site, labFiles);
  return markupOf(document);
}

/** @param {string} template @param {Lang} lang @param {string} [site] the address of the site, if it is known @returns {string} */
export function render(template, lang, site) {
  const policy = { 'img-src': "'self' data: blob:", 'frame-src': "'self'" };
  const { document, text, html, tools } = fill(template, lang, files, './', policy);
  addPreview(document, 'website', './preview.png', site);
  if (site) {
    addAddresses(document, lang, site, files);
    byId('copy-link').dataset.plots = 'plots/'; // which tools/page/oembed.js writes
  }

  // Leads from old addresses such as index.html#gelu to the pages of the functions, and to the article.
  const { dataset } = /** @type {HTMLElement} */ (document.querySelector('script[data-other]'));
  dataset.functions = catalogue.map(({ name }) => name).join(' ');
  dataset.article = 'article what-is-relu sampling grid leaky-relu what-for further papers';
  byId('presets').append(
    ...Object.entries(presets).map(([name, query]) => create('a', { href: `?${query}` }, text(`preset_${name}`))),
  );
  const { plot } = parsePlot('');
  byId('gallery').append(...[...families()].map(([family, entries]) => familyOf(family, entries, plot, tools, html)));
  showParameters(byId('parameters'), plot, () => {});
  const links = plot.functions.flatMap(({ name }, i) => {
    const href = `./functions/${fileOf(name, lang)}`;
    return [' ', create('a', { class: `curve-${colorsOf(plot.functions)[i] + 1}`, href }, find(name)?.label ?? '')];
  });
  byId('chosen').lastElementChild?.append(...links);
  byId('cards').append(...catalogue.map((about) => card(about, tools)));
  const pages = { article: articleFiles[lang], functions: `functions/${fileOf('index', lang)}`, lab: labFiles[lang] };
  for (const [name, path] of Object.entries(pages))
    for (const link of document.querySelectorAll(`[data-page=${name}]`)) {
      link.setAttribute('href', `./${path}`);
      link.removeAttribute('data-page');
    }
  // Chinese sentences have no spaces between them.
  if (lang === 'zh-Hant')
    for (const node of [...(document.querySelector('#opening p')?.childNodes ?? [])])
      if (node.textContent?.trim() === '') node.remove();
  for (const plot of document.querySelectorAll('activation-plot')) addPicture(plot, tools, html);
  byId('plot').append(create('p', { class: 'hint' }, text('noScript')));
  return markupOf(document);
}

/**
 * Code with a button that copies it once the script of the page runs. Code can be wider than a phone's screen, so readers can
 * scroll it with the keyboard.
 * @param {string} label @param {(Node | string)[]} code @param {Tools} tools @param {Record<string, string>} [attributes]
 */
export const copied = (label, code, { texts }, attributes = {}) =>
  create(
    'div',
    { class: 'copied' },
    create('button', { type: 'button' }, texts.copyCode),
    create(
      'pre',
      { tabindex: '0', role: 'group', 'aria-label': label },
      create('code', { translate: 'no', ...attributes }, ...code),
    ),
    create('p', { class: 'hint', role: 'status' }),
  );

/** Data for search engines. @param {object} data */
export const jsonLd = (data) =>
  // "<" must not end the element.
  create('script', { type: 'application/ld+json' }, JSON.stringify(data).replaceAll('<', '\\u003c'));

/** Adds the picture that an element shows until it draws: the same plot, computed with the same kernels. */
export function addPicture(
  /** @type {Element} */ plot,
  /** @type {Tools} */ { lang },
  /** @type {(markup: string) => Element} */ html,
) {
  const words = Object.fromEntries(keys.map((key) => [key, plot.getAttribute(key)]));
  const parsed = parsePlot(words);
  if (parsed.notes.length > 0) throw new Error(parsed.notes.map(({ message }) => message).join(' '));
  const drawn = parsed.plot;
  const scene = sceneOf(drawn);
  const rows =
    scene.kind === 'curves'
      ? scene.labels.map((label, i) => create('li', {}, html(swatchOf(i, scene, lookIn(theme))), ...partsOf(label)))
      : scene.names.map((name) => create('li', {}, name));
  const picture = toSVG(drawn, { width: 720, height: 450, theme, lang, legend: false });
  plot.append(html(straighten(picture)), create('ul', {}, ...rows));
}

/**
 * A family in the gallery: a tile with its picture for each function.
 * @param {string} family @param {typeof catalogue} entries @param {import('../../web/package/types.js').Plot} plot drawn at first
 * @param {Tools} tools @param {(markup: string) => Element} html
 */
function familyOf(family, entries, { functions }, { texts }, html) {
  const tiles = entries.map(({ name, label, aliases }) => {
    const drawn = functions.findIndex((curve) => curve.name === name);
    const { fullName, otherNames = [] } = referenceOf(name);
    const words = [name, label, ...Object.values(fullName), ...otherNames, ...Object.values(aliases).flat()];
    const box = { type: 'checkbox', value: name, 'data-words': words.join('|'), ...(drawn >= 0 && { checked: '' }) };
    return create(
      'label',
      { class: drawn < 0 ? 'tile' : `tile curve-${colorsOf(functions)[drawn] + 1}` },
      create('input', box),
      html(thumbnail(queryOf(name))),
      create('span', {}, label),
    );
  });
  const explained = texts[`explained_${family}`];
  return create(
    'div',
    { class: 'family', role: 'group', 'aria-labelledby': `family-${family}` },
    create('h2', { id: `family-${family}` }, texts[`family_${family}`]),
    ...(explained ? [create('p', { class: 'hint' }, explained)] : []),
    create('div', { class: 'tiles' }, ...tiles),
  );
}

/** The catalogue by family, both in the catalogue's order. */
export function families() {
  /** @type {Map<string, (typeof catalogue)[number][]>} */
  const found = new Map();
  for (const about of catalogue) found.set(about.family, [...(found.get(about.family) ?? []), about]);
  return found;
}
