/** All prose that the product shows, in both languages: without code, formulas and pictures. */
import { readdirSync, readFileSync } from 'node:fs';
import { tokenizer } from 'acorn';
import { parseHTML } from 'linkedom';
import { renderArticle } from '../../tools/page/articlePage.js';
import { renderIndex, renderNotFound } from '../../tools/page/functionIndex.js';
import { functionFiles, renderFunction } from '../../tools/page/functionPage.js';
import { render, renderLab } from '../../tools/page/page.js';
import { renderSwiglu } from '../../tools/page/swigluPage.js';
import { catalogue } from '../../web/package/catalogue.js';

const web = new URL('../../web/', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, web), 'utf8');

/** Separates the texts on both sides of code, of a formula or of a quotation in another language. */
const placeholder = '□';

/** The texts of elements that hold some of their own, and of attributes. @param {string} html */
function textsIn(html) {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('script, style, svg')) element.remove();
  for (const element of document.querySelectorAll('code, math, body [lang]')) element.replaceWith(placeholder);
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...([...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent?.replaceAll(placeholder, '').trim(),
    )
      ? [element.textContent ?? '']
      : []),
    ...['aria-label', 'title', 'placeholder', 'content', 'alt'].flatMap((name) => element.getAttribute(name) ?? []),
  ]);
}

/** The strings of a module, templates in pieces. @param {string} source @returns {string[]} */
const stringsIn = (source) =>
  [...tokenizer(source, { ecmaVersion: 'latest', sourceType: 'module' })].flatMap((token) =>
    ['string', 'template'].includes(token.type.label) ? [/** @type {any} */ (token).value] : [],
  );

const langs = /** @type {const} */ (['en', 'zh-Hant']);
const [page, article, lab, swiglu] = ['index', 'article', 'lab', 'swiglu'].map((name) => read(`page/${name}.html`));
const htmlIn = (/** @type {string} */ folder) =>
  readdirSync(new URL(folder, web))
    .filter((name) => name.endsWith('.html'))
    .map((name) => folder + name);
const messages = readdirSync(new URL('messages/', web)).map((name) => `messages/${name}`);

/** By file. @type {Record<string, string[]>} */
const sources = {
  'index.html': textsIn(render(page, 'en')),
  'zh-Hant.html': textsIn(render(page, 'zh-Hant')),
  'article.html': textsIn(renderArticle(article, 'en')),
  'swiglu.html': textsIn(renderSwiglu(swiglu, 'en')),
  'swiglu.zh-Hant.html': textsIn(renderSwiglu(swiglu, 'zh-Hant')),
  'article.zh-Hant.html': textsIn(renderArticle(article, 'zh-Hant')),
  'lab.html': textsIn(renderLab(lab, 'en')),
  'lab.zh-Hant.html': textsIn(renderLab(lab, 'zh-Hant')),
  ...Object.fromEntries(
    langs.flatMap((lang) => [
      ...catalogue.map(({ name }) => [
        `functions/${functionFiles(name)[lang]}`,
        textsIn(renderFunction(read('page/function/page.html'), name, lang)),
      ]),
      [`functions/${functionFiles('index')[lang]}`, textsIn(renderIndex(read('page/function/index.html'), lang))],
    ]),
  ),
  '404.html': textsIn(renderNotFound(read('page/404.html'))),
  ...Object.fromEntries(
    [...htmlIn('page/'), ...htmlIn('../examples/pages/')].map((path) => [path, textsIn(read(path))]),
  ),
  ...Object.fromEntries(messages.map((path) => [path, stringsIn(read(path))])),
};

/** @type {{ path: string, text: string }[]} */
export const prose = Object.entries(sources).flatMap(([path, texts]) =>
  [...new Set(texts.map((text) => text.trim().replace(/\s+/g, ' ')))].map((text) => ({ path, text })),
);
