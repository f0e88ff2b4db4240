/** The article's page: web/page/article.html filled with the text in web/page/article/, its formulas and its pictures. */
import { readFileSync } from 'node:fs';
import { byId, create } from '../../web/element/dom.js';
import { papers } from '../../web/page/article/references.js';
import { alignDecimals } from '../../web/page/decimals.js';
import { highlight } from '../../web/page/highlight.js';
import { addAddresses, addPreview } from './head.js';
import { addPicture, articleFiles, copied, fill, jsonLd, markupOf } from './page.js';
import { pictureOfPhi } from './phi.js';

/** @typedef {import('./page.js').Lang} Lang */

const textOf = (/** @type {Lang} */ lang) =>
  readFileSync(new URL(`../../web/page/article/${lang}.html`, import.meta.url), 'utf8');

/** The picture that other sites show beside a link to the article. */
export const articleCard = async () =>
  (await import('./card.js')).card(
    'Activation functions',
    'Formulas, programs and live plots',
    'functions=relu+leakyRelu(negativeSlope=0.07)+gelu&min=-4&max=4',
    ['ReLU', 'Leaky ReLU', 'GELU'],
  );

/** @param {string} template @param {Lang} lang @param {string} [site] the address of the site, if it is known @returns {string} */
export function renderArticle(template, lang, site) {
  const { document, html, tools } = fill(template, lang, articleFiles);
  addPreview(document, 'article', './article.png', site);
  if (site) addAddresses(document, lang, site, articleFiles);
  document.head.append(structuredData(document, lang, site));

  const article = byId('article');
  article.insertAdjacentHTML('beforeend', textOf(lang));
  byId('papers').append(...papers.map(citation));
  number(article);
  for (const plot of article.querySelectorAll('activation-plot')) addPicture(plot, tools, html);
  byId('phi').append(...pictureOfPhi());
  finishText(article, lang, tools);
  return markupOf(document);
}

/**
 * Formulas, code, tables and the list of contents of a text that is written in HTML.
 * @param {Element} article @param {Lang} lang @param {import('./page.js').Tools} tools
 */
export function finishText(article, lang, tools) {
  for (const tex of article.querySelectorAll('tex'))
    tex.replaceWith(tools.math(tex.textContent ?? '', tex.hasAttribute('display')));
  for (const pre of article.querySelectorAll('pre')) {
    const [code] = pre.children;
    const language = code.className.replace('language-', '');
    const syntax = /** @type {import('../../web/page/highlight.js').Language} */ (language);
    pre.replaceWith(
      copied(tools.texts.code, highlight(code.textContent ?? '', syntax), tools, { class: code.className }),
    );
  }
  // A table can be wider than a phone's screen, so readers can scroll it with the keyboard.
  const scrolled = (/** @type {string} */ label) => ({ tabindex: '0', role: 'group', 'aria-label': label });
  for (const table of article.querySelectorAll('table')) {
    const label = table.querySelector('caption')?.textContent?.trim() ?? '';
    const scroll = create('div', { class: 'scroll', ...scrolled(label) });
    table.replaceWith(scroll);
    scroll.append(table);
    if (!table.closest('#grid')) alignDecimals(table); // the reader changes the numbers of #grid
  }
  const contents = byId('contents');
  article.querySelector('.lead')?.after(contents);
  contents.append(
    create(
      'ol',
      {},
      ...Array.from(article.querySelectorAll('h2'), ({ id, textContent }) =>
        create('li', {}, create('a', { href: `#${id}` }, textContent ?? '')),
      ),
    ),
  );
  if (lang !== 'en')
    for (const link of article.querySelectorAll('a[href^="./"]'))
      link.setAttribute('href', (link.getAttribute('href') ?? '').replace('.html', `.${lang}.html`));
}

/** Replaces each mention of a work by its number in the list of references. @param {Element} article */
function number(article) {
  const ids = Array.from(article.querySelectorAll('#papers > li'), ({ id }) => id);
  for (const mention of article.querySelectorAll('ref')) {
    const id = mention.getAttribute('to') ?? '';
    if (!ids.includes(id)) throw new Error(`the references lack ${id}`);
    mention.replaceWith(create('a', { class: 'ref', href: `#${id}` }, `[${ids.indexOf(id) + 1}]`));
  }
}

/** An item of the references. @param {(typeof papers)[number]} paper */
function citation({ id, authors, year, title, venue, doi, arXiv }) {
  const [text, href] = doi
    ? [`doi:${doi}`, `https://doi.org/${doi}`]
    : [`arXiv:${arXiv}`, `https://arxiv.org/abs/${arXiv}`];
  return create(
    'li',
    { id },
    `${authors} (${year}), `,
    create('em', {}, title),
    venue ? `, ${venue}` : '',
    ...(doi || arXiv ? [', ', create('a', { rel: 'noreferrer', href }, text)] : []),
    '.',
  );
}

/** What search engines read. @param {Document} document @param {Lang} lang @param {string} [site] */
function structuredData(document, lang, site) {
  const address = (/** @type {string} */ file) => (site ? new URL(file, site).href : undefined);
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: document.title,
    description: document.querySelector('[name=description]')?.getAttribute('content'),
    inLanguage: lang,
    url: address(articleFiles[lang]),
    image: address('article.png'),
    about: ['ReLU', 'Leaky ReLU', 'GELU'].map((name) => ({ '@type': 'DefinedTerm', name })),
    citation: papers.map(({ title, authors, year }) => ({
      '@type': 'ScholarlyArticle',
      name: title,
      author: authors,
      datePublished: String(year),
    })),
  });
}
