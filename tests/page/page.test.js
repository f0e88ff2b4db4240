/** The page as the build writes it, for search engines, link previews and readers without scripts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { answers } from '../../tools/page/oembed.js';
import { files, render } from '../../tools/page/page.js';
import { papers } from '../../web/page/article/references.js';
import { presets } from '../../web/page/presets.js';

const template = readFileSync(new URL('../../web/page/index.html', import.meta.url), 'utf8');

for (const lang of /** @type {const} */ (['en', 'zh-Hant'])) {
  const pageAt = (/** @type {string | undefined} */ site) => parseHTML(render(template, lang, site)).document;
  const page = pageAt(undefined);
  const wordOf = (/** @type {Document} */ document, /** @type {string} */ selector, /** @type {string} */ name) =>
    document.querySelector(selector)?.getAttribute(name);

  test(`${files[lang]} has a title, a description and a preview picture`, () => {
    assert.equal(page.documentElement.lang, lang);
    assert.match(page.title, /\S/);
    for (const meta of ['[name=description]', '[property="og:title"]', '[property="og:description"]'])
      assert.match(wordOf(page, meta, 'content') ?? '', /\S/, meta);
    const preview = readFileSync(
      new URL(`../../web/page/public/${wordOf(page, '[property="og:image"]', 'content')}`, import.meta.url),
    );
    assert.deepEqual([preview.readUInt32BE(16), preview.readUInt32BE(20)], [1200, 630]); // a PNG's width and height
  });

  test(`${files[lang]} is complete without scripts`, () => {
    for (const name of ['text', 'label', 'content', 'placeholder', 'title'])
      assert.equal(page.querySelector(`[data-${name}]`), null);
    for (const { name } of catalogue) {
      const entry = page.getElementById(name);
      assert.ok(entry?.querySelector('summary math'), name);
      assert.equal(entry?.querySelectorAll('tbody tr').length, 5, name);
    }
    for (const plot of page.querySelectorAll('activation-plot')) {
      assert.match(plot.querySelector('svg')?.getAttribute('aria-label') ?? '', /\S/);
      assert.ok(plot.querySelector('svg path, svg rect'));
    }
  });

  test(`${files[lang]} lists the papers that the article cites`, () => {
    const items = [...page.querySelectorAll('#papers li')].map((item) => item.textContent ?? '');
    assert.equal(items.length, papers.length + 1); // and the tutorial
    for (const [i, { authors, year, title, doi = '', arXiv = '' }] of papers.entries())
      for (const part of [authors, String(year), title, doi, arXiv]) assert.ok(items[i].includes(part), part);
  });

  test(`${files[lang]} contains nothing that its policy forbids`, () => {
    assert.equal(page.querySelector('[style], style, script:not([src]), [onclick], [onload]'), null);
    for (const element of page.querySelectorAll('[src], link[href]'))
      assert.match(element.getAttribute('src') ?? element.getAttribute('href') ?? '', /^\.\//);
  });

  test(`${files[lang]} has canonical links only if the deployment sets the site’s URL`, () => {
    const document = pageAt('https://example.org/relu/');
    const own = lang === 'en' ? '' : files[lang];
    assert.equal(wordOf(document, 'link[rel=canonical]', 'href'), `https://example.org/relu/${own}`);
    const others = Object.fromEntries(
      [...document.querySelectorAll('link[hreflang]')].map((link) => [
        link.getAttribute('hreflang'),
        link.getAttribute('href'),
      ]),
    );
    assert.deepEqual(others, {
      en: 'https://example.org/relu/',
      'zh-Hant': 'https://example.org/relu/zh-Hant.html',
      'x-default': 'https://example.org/relu/',
    });
    assert.equal(wordOf(document, '[property="og:image"]', 'content'), 'https://example.org/relu/preview.png');
    assert.doesNotMatch(page.documentElement.outerHTML, /rel="(canonical|alternate)"/);
  });
}

test('Chinese sentences have Chinese punctuation', () => {
  const { document } = parseHTML(render(template, 'zh-Hant', undefined));
  const own = 'article :not(code, math *), .entry :not(code, math *)';
  const found = [...document.querySelectorAll(own)].flatMap(({ childNodes }) =>
    [...childNodes].flatMap(({ nodeType, textContent }) =>
      nodeType === 3 && /\p{Script=Han} ?[,:;?!]|[,:;?!] ?\p{Script=Han}/u.test(textContent ?? '') ? [textContent] : [],
    ),
  );
  assert.deepEqual(found, []);
});

test('every example has an oEmbed answer, and its page and the main page link to it', () => {
  const site = 'https://example.org/relu/';
  const made = new Map(answers(site).map(({ fileName, source }) => [fileName, source]));
  for (const [preset, query] of Object.entries(presets)) {
    const { version, type, width, height, html } = JSON.parse(made.get(`plots/${preset}.json`) ?? '');
    assert.deepEqual([version, type], ['1.0', 'rich']);
    const frame = parseHTML(`<body>${html}</body>`).document.querySelector('iframe');
    assert.deepEqual([frame?.getAttribute('width'), frame?.getAttribute('height')], [String(width), String(height)]);
    const { searchParams, origin, pathname } = new URL(frame?.getAttribute('src') ?? '');
    assert.equal(origin + pathname, `${site}embed.html`);
    assert.deepEqual(parsePlot(searchParams), parsePlot(query));
    const { document } = parseHTML(made.get(`plots/${preset}.html`) ?? '');
    const link = document.querySelector('link[type="application/json+oembed"]');
    assert.equal(link?.getAttribute('href'), `${site}plots/${preset}.json`);
    assert.equal(document.querySelector('body a')?.getAttribute('href'), `../?${query}`);
  }
  const { document } = parseHTML(render(template, 'en', site));
  const link = document.querySelector('link[type="application/json+oembed"]');
  assert.ok(made.has((link?.getAttribute('href') ?? '').replace(site, '')));
});
