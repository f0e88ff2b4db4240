/** The index of all functions, the page for addresses that do not exist, and the files for search engines. */
import { byId, create } from '../../web/element/dom.js';
import { catalogue } from '../../web/package/catalogue.js';
import { thumbnail } from './curves.js';
import { fileOf, queryOf, referenceOf } from './entry.js';
import { functionFiles, renderFunction } from './functionPage.js';
import { addAddresses, addPreview, documentOf } from './head.js';
import {
  articleFiles,
  families,
  files,
  fill,
  headerOf,
  labFiles,
  linksOf,
  locales,
  markupOf,
  swigluFiles,
} from './page.js';

/** @typedef {import('./page.js').Lang} Lang */
/** @typedef {{ fileName: string, source: string | Uint8Array }} File */

const languages = /** @type {Lang[]} */ (Object.keys(files));
export const indexFiles = functionFiles('index');
/** These pages have no plots, which need WebAssembly. */
const withoutPlots = { 'script-src': "'self'", 'connect-src': undefined };

/** @param {string} template @param {Lang} lang @param {string} [site] the address of the site, if it is known */
export function renderIndex(template, lang, site) {
  const { document, html, tools } = fill(template, lang, indexFiles, '../', withoutPlots);
  const folder = site && new URL('functions/', site).href;
  addPreview(document, 'website', '../preview.png', folder);
  if (folder) addAddresses(document, lang, folder, indexFiles);
  for (const [family, entries] of families()) {
    const title = tools.texts[`family_${family}`];
    byId('families').append(create('a', { href: `#${family}` }, title));
    document
      .querySelector('main')
      ?.append(
        create(
          'section',
          { id: family },
          create('h2', {}, title),
          create('ul', { class: 'tiles' }, ...entries.map(({ name, label }) => tile(name, label, lang, html))),
        ),
      );
  }
  return markupOf(document);
}

/** @param {string} name @param {string} label @param {Lang} lang @param {(markup: string) => Element} html */
const tile = (name, label, lang, html) =>
  create(
    'li',
    {},
    create('a', { href: `./${fileOf(name, lang)}` }, html(thumbnail(queryOf(name))), label),
    create('p', {}, referenceOf(name).fullName[lang]),
  );

/**
 * Hosts send this page for every address that does not exist, in any folder, so its addresses begin at the root of the host.
 * @param {string} template @param {string} [site] the address of the site, if it is known; else the root of the host
 */
export function renderNotFound(template, site) {
  const policy = { ...withoutPlots, 'manifest-src': undefined, 'trusted-types': "'none'" };
  const document = documentOf(template, './', policy);
  const root = site ? new URL(site).pathname : '/';
  document.title = locales.en.page.notFoundTitle;
  for (const lang of languages) {
    const texts = locales[lang].page;
    // 404.html holds both languages, so the other one has the same address.
    document.body.prepend(create('header', { lang }, ...headerOf('./', lang, { en: '', 'zh-Hant': '' }, texts)));
    const link = (/** @type {string} */ href, /** @type {string} */ words) => create('a', { href }, words);
    document
      .querySelector('main')
      ?.append(
        create(
          'div',
          { lang },
          create('div', {}, create('h1', {}, texts.notFoundTitle), create('p', {}, texts.notFound)),
          create(
            'div',
            { class: 'offline', hidden: '' },
            create('h1', {}, texts.offlineTitle),
            create('p', {}, texts.offline),
          ),
          create('div', { class: 'suggestions', hidden: '' }, create('h2', {}, texts.suggestions), create('ul', {})),
          create('h2', {}, link(`./functions/${fileOf('index', lang)}`, texts.reference)),
          create(
            'ul',
            { class: 'names' },
            ...catalogue.map(({ name, label }) =>
              create('li', { 'data-function': name }, link(`./functions/${fileOf(name, lang)}`, label)),
            ),
          ),
        ),
      );
    document.body.append(
      create('footer', { lang }, create('p', {}, ...linksOf('./', lang, texts)), create('p', {}, texts.footer)),
    );
  }
  for (const name of ['href', 'src'])
    for (const element of document.querySelectorAll(`[${name}^="./"]`))
      element.setAttribute(name, root + element.getAttribute(name)?.slice(2));
  return markupOf(document);
}

/** The pages that search engines should know: each by language, and the folder in which it is. @returns {{ folder: string, names: Record<Lang, string> }[]} */
const indexedPages = () => [
  { folder: '', names: files },
  { folder: '', names: articleFiles },
  { folder: '', names: labFiles },
  { folder: '', names: swigluFiles },
  { folder: 'functions/', names: indexFiles },
  ...catalogue.map(({ name }) => ({ folder: 'functions/', names: functionFiles(name) })),
];

/** @param {string} site @returns {File[]} */
export function searchFiles(site) {
  const address = (/** @type {string} */ path) => new URL(path.replace(/(^|\/)index\.html$/, '$1'), site).href;
  const urls = indexedPages().flatMap(({ folder, names }) => {
    const links = Object.entries({ ...names, 'x-default': names.en }).map(
      ([lang, name]) => `    <xhtml:link rel="alternate" hreflang="${lang}" href="${address(folder + name)}"/>\n`,
    );
    return Object.values(names).map(
      (name) => `  <url>\n    <loc>${address(folder + name)}</loc>\n${links.join('')}  </url>\n`,
    );
  });
  const schemas = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return [
    {
      fileName: 'sitemap.xml',
      source: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${schemas}>\n${urls.join('')}</urlset>\n`,
    },
    { fileName: 'robots.txt', source: `User-agent: *\nAllow: /\nSitemap: ${address('sitemap.xml')}\n` },
  ];
}

/**
 * All files about functions.
 * @param {Record<'page' | 'index' | 'notFound', string>} templates @param {string} [site] the address of the site, if it is known
 * @returns {Promise<File[]>}
 */
export async function allFunctionFiles(templates, site) {
  // Not above: the development server evaluates this module for every page, and resvg's WebAssembly starts only once.
  const { card } = await import('./card.js');
  return [
    ...catalogue.flatMap(({ name, label }) => [
      ...languages.map((lang) => ({
        fileName: `functions/${fileOf(name, lang)}`,
        source: renderFunction(templates.page, name, lang, site),
      })),
      {
        fileName: `functions/${name}.png`,
        source: card(label, referenceOf(name).fullName.en, `${queryOf(name)}&derivative`),
      },
    ]),
    ...languages.map((lang) => ({
      fileName: `functions/${indexFiles[lang]}`,
      source: renderIndex(templates.index, lang, site),
    })),
    { fileName: '404.html', source: renderNotFound(templates.notFound, site) },
    ...(site ? searchFiles(site) : []),
  ];
}
