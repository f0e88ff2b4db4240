/** The messages in both languages: all are used, and each is in its own language. The types find missing ones. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { mock } from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { manifestOf } from '../../tools/offline.js';
import { renderArticle } from '../../tools/page/articlePage.js';
import { renderIndex, renderNotFound } from '../../tools/page/functionIndex.js';
import { renderFunction } from '../../tools/page/functionPage.js';
import { render, renderLab } from '../../tools/page/page.js';
import { renderSwiglu } from '../../tools/page/swigluPage.js';
import * as en from '../../web/messages/en.js';
import { labSentence, plotSentence } from '../../web/messages/index.js';
import * as zh from '../../web/messages/zh-Hant.js';
import { codedError, noteOf } from '../../web/package/errors.js';
import { plotWords } from '../../web/package/plotWords.js';
import { presets } from '../../web/page/presets.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const han = /\p{Script=Han}/u;
/** Four English words in a row. */
const sentence = /[a-z]+(?:['’]?[a-z]*)(?: [a-z']+){3}/i;

/** The texts of a section by key, those of nested sections too. @param {object} section @returns {[string, unknown][]} */
const textsOf = (section) =>
  Object.entries(section).flatMap(([key, text]) =>
    typeof text === 'object'
      ? textsOf(text).map(([own, nested]) => /** @type {[string, unknown]} */ ([`${key}.${own}`, nested]))
      : [[key, text]],
  );

const { cspAdvice: _, serverAdvice: __, ...english } = en;
/** @type {[string, object][]} */
const sections = Object.entries(english);
const chineseSections = /** @type {Record<string, object>} */ ({ ...zh });

for (const [name, section] of sections)
  test(`the texts of ${name} stand in the same order in both languages`, () => {
    const keysOf = (/** @type {object} */ texts) => textsOf(texts).map(([key]) => key);
    assert.deepEqual(keysOf(chineseSections[name]), keysOf(section));
  });

test('every text is in its own language', () => {
  const foreign = ['otherLanguage']; // the link to the other language
  const same = ['value', 'adam'];
  for (const [name, section] of sections) {
    for (const [key, text] of textsOf(section)) {
      if (typeof text !== 'string') continue;
      assert.match(text, /\S/, key);
      assert.equal(han.test(text), foreign.includes(key), `${key}: ${text}`);
      assert.equal(text, text.trim());
    }
    for (const [key, text] of textsOf(chineseSections[name])) {
      if (typeof text !== 'string') continue;
      assert.equal(han.test(text), ![...foreign, ...same].includes(key), `${key}: ${text}`);
      assert.doesNotMatch(text.replace('UCI Machine Learning Repository', ''), sentence, key);
      assert.equal(text, text.trim());
    }
  }
});

test('every experiment has a question', () => {
  for (const [lab, end] of /** @type {const} */ ([
    [en.lab, '?'],
    [zh.lab, '？'],
  ]))
    for (const question of Object.values(lab.questions)) assert.ok(question.endsWith(end), question);
});

test('the pages use every text of `page`', () => {
  const unused = new Set(Object.keys(en.page));
  unused.delete('shortName'); // in the manifest, which the build writes
  unused.delete('noFramework'); // of functions that are in no framework, if there are any
  for (const [key, text] of Object.entries(en.page))
    Object.defineProperty(en.page, key, {
      get() {
        unused.delete(key);
        return text;
      },
    });
  render(read('web/page/index.html'), 'en');
  renderArticle(read('web/page/article.html'), 'en');
  renderLab(read('web/page/lab.html'), 'en');
  renderSwiglu(read('web/page/swiglu.html'), 'en');
  for (const name of ['leakyRelu', 'elu', 'step', 'gelu', 'softmax', 'glu', 'swiglu'])
    renderFunction(read('web/page/function/page.html'), name, 'en');
  renderIndex(read('web/page/function/index.html'), 'en');
  renderNotFound(read('web/page/404.html'));
  manifestOf('en');
  assert.deepEqual([...unused], []);
});

test('the title and the description have the number of functions in the catalogue', () => {
  for (const lang of /** @type {const} */ (['en', 'zh-Hant'])) {
    const { title, head } = parseHTML(render(read('web/page/index.html'), lang)).document;
    const description = head.querySelector('[name=description]')?.getAttribute('content') ?? '';
    for (const text of [title, description]) assert.match(text, new RegExp(` ${catalogue.length} `));
    assert.doesNotMatch(head.outerHTML, /\{\w+\}/);
  }
});

test('the examples are read without notes', () => {
  for (const query of Object.values(presets)) assert.deepEqual(parsePlot(query).notes, []);
});

test('the live texts contain their values, in their own language', () => {
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
      [live.copiedShort, []],
      [live.notCopied, []],
      [live.pictureNotCopied, []],
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
  notOneOf: 'theme=sepia',
  unknownWord: 'mim=2',
  tooMany: `functions=${'relu '.repeat(plotWords.functions.maxCount + 1)}`,
  tooLong: `functions=${' '.repeat(1001)}`,
  tooManyLogits: `logits=${'1 '.repeat(17)}`,
  oddLogits: 'functions=glu&logits=1 2 3',
};

/** Errors of the engine, which tests/package/process.test.js provokes. */
const engineErrors = ['noSimd', 'noWebAssembly', 'notCompiled', 'noMemory'];

test('every note of the package is provoked here', () => {
  assert.deepEqual([...Object.keys(provocations), ...engineErrors].sort(), Object.keys(en.notes).sort());
});

for (const [code, query] of [...Object.entries(provocations), ['unknownParameter', 'functions=relu(a=1)']])
  test(`"${query.slice(0, 40).trim()}" makes a note in both languages, with the same values`, () => {
    const [note] = parsePlot(query).notes;
    assert.equal(note.code, code);
    const [english, chinese] = [plotSentence('en', note), plotSentence('zh-Hant', note)];
    assert.equal(english, note.message);
    assert.match(chinese, /\p{Script=Han}.*。$/u);
    assert.doesNotMatch(chinese, /undefined|There|must/);
    for (const value of Object.values(note.values))
      if (english.includes(value))
        assert.ok(
          chinese.includes(value.replaceAll(', ', '、').replace(/^"(.*)"$/, '「$1」')),
          `${value} in ${chinese}`,
        );
  });

test('readers see a sentence of the project for an error without a code, not the words of the engine', () => {
  const foreign = [
    {},
    { code: 'ENOENT' },
    { code: 'ENOENT', values: { path: 'a[o]' } },
    { code: 'toString', values: {} },
    { code: 25, values: {} },
    { values: {} },
    { code: 'noMemory', values: null },
  ];
  const errors = foreign.map((own) => Object.assign(new Error('a[o] is undefined'), own));
  for (const error of [...errors, 'a[o]']) {
    const log = mock.method(console, 'error', () => {});
    const note = noteOf(error);
    const isForeign = typeof error === 'string' || typeof error.code !== 'string' || !error.values;
    assert.deepEqual(log.mock.calls.at(-1)?.arguments, isForeign ? [error] : undefined); // for developers
    log.mock.restore();
    for (const sentence of [plotSentence, labSentence]) {
      assert.match(sentence('en', note), /^An unexpected error .+\.$/);
      assert.match(sentence('zh-Hant', note), /^\p{Script=Han}.+。$/u);
      assert.doesNotMatch(sentence('en', note) + sentence('zh-Hant', note), /a\[o\]|undefined/);
    }
  }
});

test('an error with a code is reported in both languages, with its values and not with its English message', () => {
  const note = noteOf(codedError(en.notes, 'noMemory', { reason: 'RangeError' }));
  assert.equal(plotSentence('en', note), note.message);
  assert.match(plotSentence('zh-Hant', note), /\p{Script=Han}.*RangeError.*。$/u);
  assert.doesNotMatch(plotSentence('zh-Hant', note), sentence);
  const lab = noteOf(codedError(en.labNotes, 'noClock'));
  assert.equal(labSentence('en', lab), lab.message);
  assert.match(labSentence('zh-Hant', lab), /\p{Script=Han}/u);
});

test('the note of an error has its reason: that of its cause if it has a code', () => {
  const cause = new RangeError('2 GB');
  const values = (/** @type {unknown} */ error) => noteOf(error).values;
  mock.method(console, 'error', () => {});
  assert.deepEqual(values(new Error('a', { cause })), { reason: 'a' });
  assert.deepEqual(values('a'), { reason: 'a' });
  assert.deepEqual(values(codedError(en.notes, 'noSimd')), { reason: en.notes.noSimd() });
  assert.deepEqual(values(codedError(en.plotNotes, 'noCanvas')), { reason: en.plotNotes.noCanvas() });
  assert.deepEqual(values(codedError(en.pageNotes, 'notLoaded', {}, cause)), { reason: '2 GB' });
  assert.deepEqual(values(codedError(en.notes, 'noMemory', { reason: '2 GB' }, cause)), { reason: '2 GB' });
  assert.deepEqual(values(codedError(en.labNotes, 'noClock')), { reason: en.labNotes.noClock() });
  mock.restoreAll();
});

test('the texts of the plot contain their values, in their own language', () => {
  /** @type {import('../../web/messages/en.js').Sides} */
  const jump = ['Step', '−1', '2.5'];
  /** @type {import('../../web/messages/en.js').Sides} */
  const corner = ['Leaky', '0.07', '1'];
  for (const [{ plot }, isChinese] of /** @type {const} */ ([
    [en, false],
    [zh, true],
  ])) {
    const { curves, bars, kinks } = plot;
    /** @type {[string, string[]][]} */
    const said = [
      [curves(['ReLU', 'GELU'], true, -20, 20), ['ReLU', 'GELU', '−20', '20']],
      [curves([], false, 0, 1), ['0', '1']],
      [bars(['Softmax'], ['x₁ = 2', 'x₂ = 1']), ['Softmax', 'x₁ = 2', 'x₂ = 1']],
      [kinks([jump], []), jump],
      [kinks([], [corner]), corner],
      [kinks([jump], [corner]), [...jump, 'Leaky', '0.07']],
    ];
    for (const [text, words] of said) {
      for (const word of words) assert.ok(text.includes(word), text);
      assert.equal(han.test(text), isChinese, text);
    }
    assert.notEqual(curves(['ReLU'], true, 0, 1), curves(['ReLU'], false, 0, 1));
    assert.equal(kinks([], []), '');
  }
});

const articles = /** @type {const} */ (['en', 'zh-Hant']).map((lang) => {
  const { document } = parseHTML(`<main>${read(`web/page/article/${lang}.html`)}</main>`);
  return { lang, main: /** @type {Element} */ (document.querySelector('main')) };
});
const [englishArticle, chineseArticle] = articles;

/** @type {Record<string, (main: Element) => unknown[]>} */
const shared = {
  'the same elements': (main) =>
    [...main.querySelectorAll(':not(code, em, span, tex)')].map(({ tagName, className }) => `${tagName} ${className}`),
  'the same anchors': (main) => [...main.querySelectorAll('[id]')].map(({ tagName, id }) => `${tagName} ${id}`),
  'the same plots': (main) =>
    [...main.querySelectorAll('activation-plot')].map((plot) =>
      Object.fromEntries(plot.getAttributeNames().map((name) => [name, plot.getAttribute(name)])),
    ),
  'the same formulas': (main) =>
    [...main.querySelectorAll('tex')].map((tex) => [tex.textContent, tex.hasAttribute('display')]),
  'the same code': (main) => [...main.querySelectorAll('pre')].map((pre) => pre.textContent),
  'the same mentions of works': (main) => [...main.querySelectorAll('ref')].map((ref) => ref.getAttribute('to')),
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
    const [expected, actual] = [of(englishArticle.main), of(chineseArticle.main)];
    assert.ok(expected.length > 0);
    assert.deepEqual(actual, expected);
  });

test('every paragraph, caption and heading of an article is in its language', () => {
  for (const { lang, main } of articles) {
    const texts = [...main.querySelectorAll('h2, h3, p, figcaption, caption, ul li')];
    assert.ok(texts.length > 40);
    for (const element of texts) {
      const copy = /** @type {Element} */ (element.cloneNode(true));
      for (const foreign of copy.querySelectorAll('[lang]')) foreign.remove();
      const text = copy.textContent?.trim() ?? '';
      // This heading is a name in both.
      assert.equal(han.test(text), lang === 'zh-Hant' && text !== 'Leaky ReLU', text);
      if (lang === 'zh-Hant') assert.doesNotMatch(text, sentence);
    }
  }
});

test('captions have the same numbers in both languages', () => {
  const numbersOf = (/** @type {Element} */ main) =>
    [...main.querySelectorAll('figcaption')].map(({ textContent }) =>
      [...new Set(textContent?.match(/[−±]?\d+(?:\.\d+)?/g))].sort(),
    );
  assert.deepEqual(numbersOf(chineseArticle.main), numbersOf(englishArticle.main));
});

test("the article's plots are read without notes", () => {
  for (const plot of englishArticle.main.querySelectorAll('activation-plot')) {
    const words = Object.fromEntries(plot.getAttributeNames().map((name) => [name, plot.getAttribute(name)]));
    assert.deepEqual(parsePlot(words).notes, []);
  }
});

test('the table of grids has the results of loops in JavaScript', () => {
  const added = [];
  for (let x = -20; x <= 20; x += 0.1) added.push(x);
  const indexed = [];
  for (let i = 0; i <= 400; i++) indexed.push(-20 + i * 0.1);
  for (const { main } of articles) {
    const cells = (/** @type {string} */ way) =>
      [...main.querySelectorAll(`td[data-grid="${way}"]`)].map(({ textContent }) => Number(textContent));
    assert.deepEqual(cells('loop'), [added[200], added.length, added[added.length - 1]]);
    assert.deepEqual(cells('index'), [indexed[200], indexed.length, indexed[400]]);
  }
});
