/** The page as the build writes it: what search engines, previews and readers without scripts get. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { files, render } from '../../tools/page/page.js';

const template = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');

for (const lang of /** @type {const} */ (['en', 'zh-Hant'])) {
  const pageAt = (/** @type {string | undefined} */ site) => parseHTML(render(template, lang, site)).document;
  const page = pageAt(undefined);
  const wordOf = (/** @type {Document} */ document, /** @type {string} */ selector, /** @type {string} */ name) =>
    document.querySelector(selector)?.getAttribute(name);

  test(`${files[lang]} says what it is`, () => {
    assert.equal(page.documentElement.lang, lang);
    assert.match(page.title, /\S/);
    for (const meta of ['[name=description]', '[property="og:title"]', '[property="og:description"]'])
      assert.match(wordOf(page, meta, 'content') ?? '', /\S/, meta);
    const preview = readFileSync(
      new URL(`../../web/public/${wordOf(page, '[property="og:image"]', 'content')}`, import.meta.url),
    );
    assert.deepEqual([preview.readUInt32BE(16), preview.readUInt32BE(20)], [1200, 630]); // a PNG's width and height
  });

  test(`${files[lang]} is complete without scripts`, () => {
    for (const name of ['text', 'label', 'content', 'placeholder'])
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

  test(`${files[lang]} has nothing that its policy forbids`, () => {
    assert.equal(page.querySelector('[style], style, script:not([src]), [onclick], [onload]'), null);
    for (const element of page.querySelectorAll('[src], link[href]'))
      assert.match(element.getAttribute('src') ?? element.getAttribute('href') ?? '', /^\.\//);
  });

  test(`${files[lang]} knows its address where a deployment tells it, and no address otherwise`, () => {
    const document = pageAt('https://example.org/relu/');
    const own = lang === 'en' ? '' : files[lang];
    assert.equal(wordOf(document, 'link[rel=canonical]', 'href'), `https://example.org/relu/${own}`);
    const others = Object.fromEntries(
      [...document.querySelectorAll('link[rel=alternate]')].map((link) => [
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
