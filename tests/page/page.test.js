/** The page as the build writes it, for search engines, link previews and readers without scripts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, formatPlot, parsePlot } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { fileOf } from '../../tools/page/entry.js';
import { answers } from '../../tools/page/oembed.js';
import { files, render } from '../../tools/page/page.js';
import { presets } from '../../web/page/presets.js';

const template = readFileSync(new URL('../../web/page/index.html', import.meta.url), 'utf8');

const wordOf = (/** @type {Document} */ document, /** @type {string} */ selector, /** @type {string} */ name) =>
  document.querySelector(selector)?.getAttribute(name);

for (const lang of /** @type {const} */ (['en', 'zh-Hant'])) {
  const pageAt = (/** @type {string | undefined} */ site) => parseHTML(render(template, lang, site)).document;
  const page = pageAt(undefined);

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
    for (const { name, label, family } of catalogue) {
      const tile = page.querySelector(`.tile:has([value="${name}"])`);
      assert.equal(tile?.textContent?.trim(), label);
      assert.equal(tile?.querySelectorAll('svg .f0').length, 1, name);
      assert.equal(tile?.closest('.family')?.getAttribute('aria-labelledby'), `family-${family}`);
      const card = page.querySelector('template')?.content.querySelector(`[data-function="${name}"]`);
      assert.ok(card?.querySelector('math'), name);
      assert.equal(card?.querySelector('a')?.getAttribute('href'), `./functions/${fileOf(name, lang)}`);
    }
    for (const plot of page.querySelectorAll('activation-plot')) {
      assert.match(plot.querySelector('svg')?.getAttribute('aria-label') ?? '', /\S/);
      assert.ok(plot.querySelector('svg path, svg rect'));
    }
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
    assert.deepEqual(
      [document, page].map((made) => made.getElementById('copy-link')?.dataset.plots),
      ['plots/', undefined],
    );
  });
}

test('Chinese sentences have Chinese punctuation', () => {
  const { document } = parseHTML(render(template, 'zh-Hant', undefined));
  const own = '.family *, .further *';
  const found = [...document.querySelectorAll(own)].flatMap(({ childNodes }) =>
    [...childNodes].flatMap(({ nodeType, textContent }) =>
      nodeType === 3 && /\p{Script=Han} ?[,:;?!]|[,:;?!] ?\p{Script=Han}/u.test(textContent ?? '') ? [textContent] : [],
    ),
  );
  assert.deepEqual(found, []);
});

test('every example and every function has an oEmbed answer, and only its own page links to it', () => {
  const site = 'https://example.org/relu/';
  const made = new Map(answers(site).map(({ fileName, source }) => [fileName, source]));
  assert.equal(made.size, 2 * (Object.keys(presets).length + catalogue.length));
  const queries = { ...Object.fromEntries(catalogue.map(({ name }) => [name, `functions=${name}`])), ...presets };
  for (const [name, query] of Object.entries(queries)) {
    const answer = JSON.parse(made.get(`plots/${name}.json`) ?? '');
    assert.deepEqual([answer.version, answer.type, answer.width, answer.height], ['1.0', 'rich', 600, 480]);
    const { document: content } = parseHTML(`<body>${answer.html}</body>`);
    // WordPress resizes a frame only after a blockquote, and keeps no attributes but these.
    const frame = content.querySelector('blockquote + iframe');
    assert.equal(wordOf(content, 'blockquote a', 'href'), `${site}?${formatPlot(parsePlot(query).plot)}`);
    const kept = ['width', 'height', 'frameborder'].map((key) => frame?.getAttribute(key));
    assert.deepEqual(kept, ['100%', '480', '0']);
    const { searchParams, origin, pathname } = new URL(frame?.getAttribute('src') ?? '');
    assert.equal(origin + pathname, `${site}embed.html`);
    assert.deepEqual(parsePlot(searchParams), parsePlot(query));
    const { document } = parseHTML(made.get(`plots/${name}.html`) ?? '');
    assert.equal(wordOf(document, 'link[type="application/json+oembed"]', 'href'), `${site}plots/${name}.json`);
    assert.equal(wordOf(document, 'body a', 'href'), `../?${query}`);
  }
  // Their addresses have queries, on which no prepared answer can depend.
  for (const lang of /** @type {const} */ (['en', 'zh-Hant']))
    assert.doesNotMatch(render(template, lang, site), /oembed/);
});
