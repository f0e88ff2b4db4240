/** The article as the build writes it: complete without scripts, and its programs compute what the kernels compute. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parseHTML } from 'linkedom';
import { renderArticle } from '../../tools/page/articlePage.js';
import { articleFiles } from '../../tools/page/page.js';
import { phi } from '../../tools/page/phi.js';
import { papers } from '../../web/page/article/references.js';
import { calls } from '../package/helpers.js';
import { runPython } from '../python.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const template = read('web/page/article.html');
const langs = /** @type {const} */ (['en', 'zh-Hant']);
const address = 'https://example.org/relu/';
const word = (/** @type {Document} */ page, /** @type {string} */ selector, /** @type {string} */ name) =>
  page.querySelector(selector)?.getAttribute(name) ?? '';
const pageIn = (/** @type {'en' | 'zh-Hant'} */ lang, /** @type {string} */ site = '') =>
  parseHTML(renderArticle(template, lang, site)).document;
const english = pageIn('en');
const codeIn = (/** @type {string} */ language) =>
  [...english.querySelectorAll(`code.language-${language}`)].map(({ textContent }) => textContent ?? '');

for (const lang of langs) {
  const page = pageIn(lang);

  test(`${articleFiles[lang]} is complete without scripts`, () => {
    assert.equal(page.documentElement.lang, lang);
    assert.equal(page.querySelector('tex, ref, [data-text], [data-label], [data-content]'), null);
    const plots = [...page.querySelectorAll('activation-plot')];
    assert.ok(plots.length >= 10);
    for (const plot of plots) assert.ok(plot.querySelector('svg[aria-label] :is(path, rect)'));
    assert.equal(page.querySelectorAll('#phi svg').length, 2);
    assert.match(word(page, '#phi', 'aria-label'), /\S/);
  });

  test(`the contents of ${articleFiles[lang]} lead to every section`, () => {
    const sections = [...page.querySelectorAll('#article h2')].map(({ id, textContent }) => [`#${id}`, textContent]);
    const links = [...page.querySelectorAll('#contents a')].map((a) => [a.getAttribute('href'), a.textContent]);
    assert.ok(sections.length >= 8);
    assert.deepEqual(links, sections);
    assert.equal(word(page, '#back a', 'href'), `#${page.body.id}`);
  });

  test(`${articleFiles[lang]} cites every reference, by its number`, () => {
    const items = [...page.querySelectorAll('#papers > li')];
    assert.equal(items.length, papers.length + 1); // and the tutorial
    for (const [i, { authors, year, title, doi = '', arXiv = '' }] of papers.entries())
      for (const part of [authors, String(year), title, doi, arXiv])
        assert.ok(items[i + 1].textContent?.includes(part), part);
    const mentions = [...page.querySelectorAll('.ref')].map((a) => [a.getAttribute('href'), a.textContent]);
    for (const [i, { id }] of items.entries())
      assert.ok(
        mentions.some(([href, number]) => href === `#${id}` && number === `[${i + 1}]`),
        id,
      );
  });

  test(`search engines and other sites find what ${articleFiles[lang]} is`, () => {
    const found = pageIn(lang, address);
    const data = JSON.parse(found.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    assert.deepEqual([data['@type'], data.inLanguage, data.headline], ['Article', lang, found.title]);
    assert.equal(data.url, address + articleFiles[lang]);
    assert.equal(data.url, word(found, 'link[rel=canonical]', 'href'));
    assert.equal(data.image, word(found, '[property="og:image"]', 'content'));
    const others = [...found.querySelectorAll('link[hreflang]')].map(
      (link) => `${link.getAttribute('hreflang')} ${link.getAttribute('href')}`,
    );
    assert.deepEqual(others, [
      `en ${address}article.html`,
      `zh-Hant ${address}article.zh-Hant.html`,
      `x-default ${address}article.html`,
    ]);
    assert.equal(page.querySelector('link[rel=canonical], link[hreflang]'), null);
    const picture = readFileSync(new URL('../../site/article.png', import.meta.url));
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630]); // a PNG's width and height
  });

  test(`the links of ${articleFiles[lang]} lead to pages in its language`, () => {
    const links = [...page.querySelectorAll('#article a[href^="./"]')].map((a) => a.getAttribute('href') ?? '');
    assert.ok(links.length >= 6);
    for (const link of links) assert.equal(link.includes('.zh-Hant.html'), lang !== 'en', link);
  });
}

test('old addresses of the parts of the article lead to parts that exist', () => {
  const { document } = parseHTML(read('site/index.html'));
  const parts = word(document, 'script[data-article]', 'data-article').split(' ');
  assert.ok(parts.length >= 7);
  for (const part of parts) assert.ok(english.getElementById(part), part);
});

/** Where the implementations are compared with the kernels. */
const x = [-20, -3.5, -1, -0.75, -1e-3, -0, 0, 1e-3, 0.5, 1, 7.25, 20, Number.NaN, Infinity, -Infinity];
const close = (/** @type {number} */ a, /** @type {number} */ b) =>
  Object.is(a, b) || Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
const kernels = {
  relu: calls.relu(Float32Array.from(x)),
  leaky: calls.leakyRelu(Float32Array.from(x), { negativeSlope: 0.07 }),
  gelu: calls.gelu(Float32Array.from(x)),
};
/** @param {string} name @param {ArrayLike<number>} actual @param {ArrayLike<number>} expected */
function assertSame(name, actual, expected) {
  for (let i = 0; i < x.length; ++i)
    assert.ok(close(actual[i], expected[i]), `${name}(${x[i]}) is ${actual[i]}, the kernel’s is ${expected[i]}`);
}

test('the short implementations in JavaScript compute what the kernels compute', () => {
  const [relu, leaky] = codeIn('javascript');
  for (const code of [relu, leaky]) assert.ok(code.split('\n').length <= 2, code);
  assertSame('relu', x.map(new Function(`${relu} return relu;`)()), kernels.relu);
  const leakyRelu = new Function(`${leaky} return leakyRelu;`)();
  assertSame(
    'leakyRelu',
    x.map((at) => leakyRelu(at)),
    kernels.leaky,
  );
});

test('the short implementations in Python compute what the kernels compute', () => {
  const short = codeIn('python').filter((code) => code.includes('def ') && !code.includes('plt'));
  assert.equal(short.length, 3);
  const program = `
import json, sys
given = json.load(sys.stdin)
x = [float(value) for value in given["x"]]
made = {}
for code in given["short"]: exec(code, made)
print(json.dumps([[repr(float(made[name](at))) for at in x] for name in ["relu", "leaky_relu", "gelu"]]))`;
  const numberOf = (/** @type {string} */ text) => Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
  const given = { short, x: x.map((at) => (Object.is(at, -0) ? '-0.0' : String(at))) };
  const [relu, leaky, gelu] = runPython(program, given).map((/** @type {string[]} */ row) => row.map(numberOf));
  assertSame('relu', relu, kernels.relu);
  assertSame('leaky_relu', leaky, kernels.leaky);
  // −∞ · 0 is not a number in this formula; the kernel has the limit.
  const finite = x.map((at) => at !== -Infinity);
  const only = (/** @type {ArrayLike<number>} */ row) => Array.from(row, (value, i) => (finite[i] ? value : 0));
  assertSame('gelu', only(gelu), only(kernels.gelu));
});

test('what the article says about GELU is right', () => {
  assert.equal(Math.round(100 * phi(1)), 84);
  assert.equal(Math.round(100 * phi(-1)), 16);
  const grid = Float32Array.from({ length: 8001 }, (_, i) => -4 + i / 1000);
  const y = calls.gelu(grid);
  const lowest = y.indexOf(Math.min(...y));
  assert.equal(grid[lowest].toFixed(2), '-0.75');
  assert.equal(calls.gelu(Float32Array.of(-1))[0].toFixed(2), '-0.16');
  assert.equal(calls.gelu.derivative(Float32Array.of(0))[0], 0.5);
});
