/** The page and the element in both languages: nothing missing, nothing left over, nothing left in English. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { references } from '../../tools/page/entry.js';
import * as en from '../../web/messages/en.js';
import { messages } from '../../web/messages/plot.js';
import * as zh from '../../web/messages/zh-Hant.js';
import { presets } from '../../web/page/presets.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const han = /\p{Script=Han}/u;
/** Words in a row that are no name. */
const sentence = /[a-z]+(?:['’]?[a-z]*)(?: [a-z']+){3}/i;

test('both languages have the same texts, in the same order', () => {
  assert.deepEqual(Object.keys(zh.page), Object.keys(en.page));
  assert.deepEqual(Object.keys(zh.live), Object.keys(en.live));
  for (const [key, text] of Object.entries(en.live))
    assert.equal(typeof (/** @type {Record<string, unknown>} */ (zh.live)[key]), typeof text, key);
});

test('every text is in its own script; the link to the other language is in that one', () => {
  for (const [key, text] of Object.entries(en.page)) {
    assert.match(text, /\S/, key);
    assert.equal(han.test(text), key === 'otherLanguage', `${key}: ${text}`);
    assert.equal(text, text.trim());
  }
  for (const [key, text] of Object.entries(zh.page)) {
    // Examples of names to search for have no Chinese in them.
    assert.equal(han.test(text), !['otherLanguage', 'searchExample'].includes(key), `${key}: ${text}`);
    assert.doesNotMatch(text, sentence, key);
    assert.equal(text, text.trim());
  }
});

test('every text is used, and what is used is there', () => {
  const html = read('web/page/index.html') + read('web/page/lab.html');
  const used = new Set(
    [...html.matchAll(/data-(?:text|label|content|placeholder|title)="(\w+)"/g)].map(([, key]) => key),
  );
  const tools = read('tools/page/page.js') + read('tools/page/entry.js');
  for (const [, key] of tools.matchAll(/(?:texts\.|text\(')(\w+)/g)) used.add(key);
  for (const { family, kind } of catalogue) {
    used.add(`family_${family}`);
    used.add(`fact_${{ elementwise: 'derivative', row: 'jacobian', gated: 'gradient' }[kind]}`);
  }
  for (const { smoothness, monotonicity } of references) {
    used.add(`smoothness_${smoothness}`);
    used.add(`monotonicity_${monotonicity}`);
  }
  for (const [, key] of tools.matchAll(/fact\('(\w+)'/g)) used.add(`fact_${key}`);
  for (const name of Object.keys(presets)) used.add(`preset_${name}`);
  assert.deepEqual([...used].sort(), Object.keys(en.page).sort());
});

test('the number of functions told is that of the catalogue', () => {
  const others = en.page.description.match(/(.*) and (\d+) more activation functions/);
  const named = others?.[1].replace('Draw ', '').split(', ').length ?? 0;
  assert.equal(named + Number(others?.[2]), catalogue.length);
  assert.match(zh.page.description, new RegExp(` ${catalogue.length} 種`));
});

test('the examples can be read, without notes', () => {
  for (const query of Object.values(presets)) assert.deepEqual(parsePlot(query).notes, []);
});

test('what is said while the page is used says what it is about', () => {
  for (const [live, isChinese] of /** @type {const} */ ([
    [en.live, false],
    [zh.live, true],
  ])) {
    /** @type {[string, string[]][]} */
    const said = [
      [live.found(0), ['0']],
      [live.found(1), ['1']],
      [live.found(42), ['42']],
      [live.copied, []],
      [live.notCopied, []],
      [live.saved('a.csv'), ['a.csv']],
      [live.rows(401, 401), ['401']],
      [live.rows(1001, 40_001), ['1001', '40001']],
      [live.failed('a.png', 'no memory'), ['a.png', 'no memory']],
    ];
    for (const [text, words] of said) {
      for (const word of words) assert.ok(text.includes(word), text);
      assert.equal(han.test(text), isChinese, text);
      assert.doesNotMatch(text, /undefined|\[object|=>/);
    }
  }
  assert.match(en.live.found(1), /1 function$/);
  assert.match(en.live.found(0), /functions/);
});

/** One plot that provokes each note. @type {Record<string, string>} */
const provocations = {
  unknownFunction: 'functions=gelo',
  unknownParameter: 'functions=leakyRelu(slope=1)',
  otherKind: 'functions=relu softmax',
  notANumber: 'min=x',
  outOfRange: 'max=1e7',
  emptyRange: 'ymin=2&ymax=1',
  narrowRange: 'min=1&max=1.0000001',
  smallStep: 'step=0',
  largeStep: 'step=41',
  notOneOf: 'lang=fr',
  tooMany: `functions=${'relu '.repeat(9)}`,
  tooLong: `functions=${' '.repeat(1001)}`,
  tooManyLogits: `logits=${'1 '.repeat(17)}`,
  oddLogits: 'functions=glu&logits=1 2 3',
};

test('every note that the grammar can make is provoked here', () => {
  const made = new Set(
    [...read('web/package/grammar.js').matchAll(/note\([^,]+, '(\w+)'|, '(\w+Range)'\]/g)].flatMap(([, ...c]) => c),
  );
  made.delete(/** @type {any} */ (undefined));
  made.add('emptyRange');
  assert.deepEqual([...made].sort(), Object.keys(provocations).sort());
});

for (const [code, query] of [...Object.entries(provocations), ['unknownParameter', 'functions=relu(a=1)']])
  test(`"${query.slice(0, 40).trim()}" is noted in both languages, with the same values`, () => {
    const [note] = parsePlot(query).notes;
    assert.equal(note.code, code);
    const [english, chinese] = [messages.en.note(note), messages['zh-Hant'].note(note)];
    assert.equal(english, note.message);
    assert.match(chinese, /\p{Script=Han}.*。$/u);
    assert.doesNotMatch(chinese, /undefined|There|must/);
    for (const value of Object.values(note.values))
      if (english.includes(value)) assert.ok(chinese.includes(value), `${value} in ${chinese}`);
  });

test('what cannot be computed is told in both languages', () => {
  const note = { key: 'functions', code: 'notComputed', values: { reason: 'no SIMD' }, message: 'It failed: no SIMD' };
  assert.equal(messages.en.note(note), 'It failed: no SIMD');
  assert.match(messages['zh-Hant'].note(note), /\p{Script=Han}.*no SIMD/u);
});

test('the element says in both languages what it shows', () => {
  /** @type {import('../../web/package/sample.js').Kink} */
  const jump = { x: 0, y: [-1, 2.5], derivative: [0, 1], at: [-1, 0] };
  /** @type {import('../../web/package/sample.js').Kink} */
  const corner = { x: 0, y: [0, 0], derivative: [0.07, 1], at: [0, 0.07] };
  for (const [lang, isChinese] of /** @type {const} */ ([
    ['en', false],
    ['zh-Hant', true],
  ])) {
    const { plot, values, temperature, open, keys, curves, bars, kinks } = messages[lang];
    /** @type {[string, string[]][]} */
    const said = [
      [plot, []],
      [values, []],
      [temperature, []],
      [open, []],
      [keys, []],
      [curves(['ReLU', 'GELU'], true, '−20', '20'), ['ReLU', 'GELU', '−20', '20']],
      [curves([], false, '0', '1'), ['0', '1']],
      [bars(['Softmax'], ['x₁ = 2', 'x₂ = 1']), ['Softmax', 'x₁ = 2', 'x₂ = 1']],
      [kinks([['Step', jump]]), ['Step', '−1', '2.5']],
      [kinks([['Leaky', corner]]), ['Leaky', '0.07', '1']],
      [
        kinks([
          ['Step', jump],
          ['Leaky', corner],
        ]),
        ['Step', '−1', '2.5', 'Leaky', '0.07'],
      ],
    ];
    for (const [text, words] of said) {
      for (const word of words) assert.ok(text.includes(word), text);
      assert.equal(han.test(text), isChinese, text);
    }
    assert.notEqual(curves(['ReLU'], true, '0', '1'), curves(['ReLU'], false, '0', '1'));
    assert.equal(kinks([]), '');
  }
});

const articles = /** @type {const} */ (['en', 'zh-Hant']).map((lang) => {
  const { document } = parseHTML(`<main>${read(`web/page/article/${lang}.html`)}</main>`);
  return { lang, main: /** @type {Element} */ (document.querySelector('main')) };
});
const [english, chinese] = articles;

/** @type {Record<string, (main: Element) => unknown[]>} */
const shared = {
  'the same elements': (main) => [...main.children].map(({ tagName }) => tagName),
  'the same anchors': (main) => [...main.querySelectorAll('[id]')].map(({ tagName, id }) => `${tagName} ${id}`),
  'the same plots': (main) =>
    [...main.querySelectorAll('activation-plot')].map((plot) =>
      Object.fromEntries(plot.getAttributeNames().map((name) => [name, plot.getAttribute(name)])),
    ),
  'the same formulas': (main) =>
    [...main.querySelectorAll('tex')].map((tex) => [tex.textContent, tex.hasAttribute('display')]),
  'the same code': (main) => [...main.querySelectorAll('pre')].map((pre) => pre.textContent),
  'the same links': (main) =>
    [...main.querySelectorAll('a')].map((a) => [a.getAttribute('href'), a.getAttribute('rel')]),
  'the same works in the references': (main) =>
    [...main.querySelectorAll('ol li em')].map((em) => em.textContent?.replace(/\s+/g, ' ')),
  'tables of the same shape and numbers': (main) =>
    [...main.querySelectorAll('tr')].map((row) =>
      [...row.children].map(({ tagName, textContent }) => [tagName, textContent?.match(/-?[\d.]+(e-\d+)?/g)]),
    ),
};
for (const [what, of] of Object.entries(shared))
  test(`the article has ${what} in both languages`, () => {
    const [expected, actual] = [of(english.main), of(chinese.main)];
    assert.ok(expected.length > 0);
    assert.deepEqual(actual, expected);
  });

test('every paragraph, caption and heading of the Chinese article is Chinese, and none of the English one', () => {
  for (const { lang, main } of articles) {
    const texts = [...main.querySelectorAll('h2, h3, p, figcaption, caption, ul li')];
    assert.ok(texts.length > 40);
    for (const { textContent } of texts) {
      const text = textContent?.trim() ?? '';
      // This heading is a name in both.
      assert.equal(han.test(text), lang === 'zh-Hant' && text !== 'Leaky ReLU', text);
      if (lang === 'zh-Hant') assert.doesNotMatch(text, sentence);
    }
  }
});

test('captions tell the same numbers in both languages', () => {
  const numbersOf = (/** @type {Element} */ main) =>
    [...main.querySelectorAll('figcaption')].map(({ textContent }) =>
      [...new Set(textContent?.match(/[−±]?\d+(?:\.\d+)?/g))].sort(),
    );
  assert.deepEqual(numbersOf(chinese.main), numbersOf(english.main));
});

test("the article's plots can be read, without notes", () => {
  for (const plot of english.main.querySelectorAll('activation-plot')) {
    const words = Object.fromEntries(plot.getAttributeNames().map((name) => [name, plot.getAttribute(name)]));
    assert.deepEqual(parsePlot(words).notes, []);
  }
});

test('the table of grids shows what loops in JavaScript give', () => {
  const added = [];
  for (let x = -20; x <= 20; x += 0.1) added.push(x);
  const indexed = [];
  for (let i = 0; i <= 400; i++) indexed.push(-20 + i * 0.1);
  for (const { main } of articles) {
    const cells = (/** @type {string} */ way) =>
      [...main.querySelectorAll(`[data-grid="${way}"] td`)].map(({ textContent }) => Number(textContent));
    assert.deepEqual(cells('loop'), [added[200], added.length, added[added.length - 1]]);
    assert.deepEqual(cells('index'), [indexed[200], indexed.length, indexed[400]]);
  }
});
