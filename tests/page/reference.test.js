/** The page's statements about each function agree with its kernel: range, smoothness, monotonicity, kinks. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { find, sample } from 'activation-kernels';
import code from '../../build/kernels/code.js';
import { references } from '../../tools/page/entry.js';
import { calls, generator, names, namesOf } from '../package/helpers.js';

/** @typedef {{ value: number, slack: number, isClosed: boolean }} End slack: how much farther out a truncated number may be */
/** @typedef {{ low: End, high: End }} Piece an interval, or one number */

/** @param {string} name */
const entryOf = (name) => /** @type {import('../../web/package/catalogue.js').Entry} */ (find(name));
const curves = references.filter(({ name }) => entryOf(name).kind === 'elementwise');

/** @param {string} tex @param {boolean} isClosed @returns {End} */
function endOf(tex, isClosed) {
  const match = tex.trim().match(/^(-?)(\\infty|(\d+)(?:\.(\d+))?)(\\ldots)?$/);
  if (!match) assert.fail(`not a number: ${tex}`);
  const [, sign, digits, , decimals = '', isTruncated] = match;
  const value = digits === '\\infty' ? Infinity : Number(digits);
  return { value: sign ? -value : value, slack: isTruncated ? 10 ** -decimals.length : 0, isClosed };
}

/** @param {string} tex @returns {Piece[]} */
function piecesOf(tex) {
  return tex.split('\\cup').flatMap((part) => {
    const set = part.trim().match(/^\\\{(.*)\\\}$/);
    if (set) return set[1].split(',').map((text) => ({ low: endOf(text, true), high: endOf(text, true) }));
    const interval = part.trim().match(/^([([])([^,]+),([^,]+)([)\]])$/);
    if (!interval) assert.fail(`not an interval: ${part}`);
    return [{ low: endOf(interval[2], interval[1] === '['), high: endOf(interval[3], interval[4] === ']') }];
  });
}

/** The values of f on inputs up to a size: on a fine grid, or on random rows. @param {string} name @param {number} size */
function valuesOf(name, size) {
  const random = generator(9);
  if (entryOf(name).kind === 'elementwise') {
    const grid = Float32Array.from({ length: 40_001 }, (_, i) => ((i - 20_000) / 20_000) * Math.min(size, 40));
    const far = size > 40 ? [-Infinity, -3e38, -1e6, -100, 100, 1e6, 3e38, Infinity] : [];
    return [...calls[name](grid), ...calls[name](Float32Array.from(far))];
  }
  // Rows of four numbers: some far apart, some at the ends of the interval.
  const rows = Float32Array.from({ length: 40_000 }, (_, i) => {
    const spread = i % 3 === 0 && i % 21 !== 0 ? 1 : size;
    const at = random();
    return spread * (i % 5 === 0 ? (at < 0.4 ? -1 : at < 0.8 ? 1 : 0) : 2 * at - 1);
  });
  return [...calls[name](rows, { columns: 4 })];
}

/** How far from 0 values are still below their limits. laplace is narrow. @param {string} name */
const reachOf = (name) => (name === 'laplace' ? 1 : 8);

for (const { name, range } of references)
  test(`the values of ${name} fill its range exactly: ${range}`, () => {
    const pieces = piecesOf(range);
    const isIn = (/** @type {number} */ v, /** @type {Piece} */ { low, high }) =>
      v >= low.value - low.slack - 1e-6 && v <= high.value + high.slack + 1e-6;
    const [wide, near, nearer] = [1e30, 10, reachOf(name)].map((size) => valuesOf(name, size));
    for (const value of [...wide, ...near])
      if (!pieces.some((piece) => isIn(value, piece))) assert.fail(`${value} is outside`);
    for (const piece of pieces)
      for (const [end, isLow] of /** @type {const} */ ([
        [piece.low, true],
        [piece.high, false],
      ])) {
        const sign = isLow ? -1 : 1;
        const extreme = (/** @type {number[]} */ all) =>
          sign * all.filter((v) => isIn(v, piece)).reduce((max, v) => Math.max(max, sign * v), -Infinity);
        const all = extreme([...wide, ...near]);
        if (Math.abs(end.value) === Infinity) assert.ok(sign * all > 1e6, `${all} is far from ${end.value}`);
        else assert.ok(Math.abs(all - end.value) < 1e-3, `${all} is far from ${end.value}`);
        // A closed end is attained near 0; an open end is a limit.
        if (end.isClosed) {
          const reached = sign * (extreme(near) - end.value);
          assert.ok(
            end.slack > 0 ? reached >= 0 && reached < end.slack : reached === 0,
            `${end.value} is not attained`,
          );
        } else if (!(sign * extreme(nearer) < sign * end.value)) assert.fail(`${end.value} is attained`);
      }
  });

for (const { name, smoothness, monotonicity } of curves) {
  const f = calls[name];

  test(`${name} is as smooth as the page says: ${smoothness}`, () => {
    const { kinks } = sample(name);
    const [isJump, isKink] = [kinks.some(({ y }) => y[0] !== y[1]), kinks.length > 0];
    assert.equal(isJump, smoothness === 'discontinuous');
    assert.equal(isKink, smoothness === 'discontinuous' || smoothness === 'continuous');
    if (isKink) return;
    // The largest change of f″ between neighbours. Above x = 1, e^x is steep enough to look like a jump.
    const h = 2 ** -8;
    const grid = Float32Array.from({ length: 7 / h + 1 }, (_, i) => -6 + i * h);
    const slopes = f.derivative(grid);
    const changes = slopes
      .slice(2)
      .map(
        (/** @type {number} */ after, /** @type {number} */ i) => Math.abs(after - 2 * slopes[i + 1] + slopes[i]) / h,
      );
    const max = Math.max(...changes);
    if (smoothness === 'once') assert.ok(max > 0.25, `f″ changes by ${max} at most`);
    else assert.ok(max < 0.1, `f″ changes by ${max} at once`);
  });

  test(`${name} rises and falls as the page says: ${monotonicity}`, () => {
    const grid = (/** @type {number} */ size, /** @type {number} */ count) =>
      Float32Array.from({ length: 2 * count + 1 }, (_, i) => ((i - count) / count) * size);
    const changes = (/** @type {Float32Array} */ y) => Array.from(y.subarray(1), (v, i) => v - y[i]);
    const wide = f(grid(20, 4000));
    // A fall by one rounding does not count.
    const falls = changes(wide).some((change, i) => change < -(2 ** -22) * Math.abs(wide[i]));
    assert.equal(falls, monotonicity === 'none');
    const close = changes(f(grid(Math.min(6, reachOf(name)), 60)));
    if (monotonicity === 'none') assert.ok(close.some((change) => change > 0));
    if (monotonicity === 'increasing') assert.ok(close.every((change) => change > 0));
    if (monotonicity === 'notDecreasing') assert.ok(close.some((change) => change === 0));
  });
}

for (const { name, smoothness, monotonicity } of references.filter((reference) => !curves.includes(reference)))
  test(`${name} is as smooth along lines through its rows as the page says: ${smoothness}`, () => {
    const h = 2 ** -5;
    let [jump, bend, turn] = [0, 0, 0];
    for (const element of [0, 1, 2, 3]) {
      // reglu multiplies by a2, so it must not be 0.
      const rows = Float32Array.from({ length: 4 * 257 }, (_, i) =>
        i % 4 === element ? -4 + Math.floor(i / 4) * h : [0.3, 1, 0.2, -0.4][i % 4],
      );
      const y = calls[name](rows, { columns: 4 });
      const width = y.length / 257;
      for (let i = 2 * width; i < y.length; ++i) {
        jump = Math.max(jump, Math.abs(y[i] - y[i - width]));
        const second = (/** @type {number} */ k) => y[k] - 2 * y[k - width] + y[k - 2 * width];
        bend = Math.max(bend, Math.abs(second(i)) / h);
        if (i >= 3 * width) turn = Math.max(turn, Math.abs(second(i) - second(i - width)) / h ** 2);
      }
    }
    const found =
      jump > 0.9
        ? 'discontinuous'
        : bend > 0.2
          ? 'continuous'
          : bend > 0.1
            ? 'unclear'
            : turn > 0.25
              ? 'once'
              : turn < 0.1
                ? 'smooth'
                : 'unclear';
    assert.equal(found, smoothness, `steps of ${jump}, slopes change by ${bend}, their slopes by ${turn}`);
    assert.equal(monotonicity, 'none');
  });

/** Evaluates a TeX expression of numbers and parameters. @param {string} tex @param {Record<string, number>} symbols @returns {number} */
function evaluate(tex, symbols) {
  const text = tex.trim();
  if (text.startsWith('-')) return -evaluate(text.slice(1), symbols);
  const fraction = text.match(/^\\t?frac\{([^{}]+)\}\{([^{}]+)\}$/);
  if (fraction) return evaluate(fraction[1], symbols) / evaluate(fraction[2], symbols);
  if (text.includes(' + ')) return text.split(' + ').reduce((sum, part) => sum + evaluate(part, symbols), 0);
  return text.split(' ').reduce((product, word) => {
    const value = symbols[word] ?? Number(word);
    assert.ok(!Number.isNaN(value), `${word} in ${tex}`);
    return product * value;
  }, 1);
}

/** The slopes in a text such as "f'(0) = a, \; f'(3) = 1". @param {string} tex @param {Record<string, number>} symbols @returns {[x: number, slope: number][]} */
function slopesIn(tex, symbols) {
  return tex.split(', \\;').map((part) => {
    const match = part.trim().match(/^f'\(([^()]+)\) = (.+)$/);
    if (!match) assert.fail(part);
    return [evaluate(match[1], symbols), evaluate(match[2], symbols)];
  });
}

const greek = { θ: '\\theta', λ: '\\lambda', α: '\\alpha', β: '\\beta' };
/** selu's constants, which are not parameters. */
const constants = { '\\lambda': 1.0507009873554805, '\\alpha': 1.6732632423543772 };

/** @param {string} name @param {Record<string, number>} values */
const symbolsOf = (name, values) => ({
  ...(name === 'selu' ? constants : {}),
  ...Object.fromEntries(
    entryOf(name).parameters.map((p) => [greek[/** @type {'θ'} */ (p.symbol)] ?? p.symbol, values[p.name]]),
  ),
});

for (const { name, kinks } of curves)
  test(`the page states the kernel's slopes at the kinks of ${name}: ${kinks.here || 'none'}`, () => {
    const { parameters } = entryOf(name);
    const pick = (/** @type {'default' | 'max'} */ which) =>
      Object.fromEntries(parameters.map((p) => [p.name, p[which]]));
    const initial = pick('default');
    const at = (/** @type {Record<string, number>} */ values) => sample(name, values).kinks.map(({ x }) => x);
    // ELU has a kink unless alpha is 1.
    const others = [initial, ...(name === 'elu' ? [pick('max')] : [])];
    const isTold = others.some((values) => at(values).length > 0);
    assert.equal(kinks.here !== '', isTold);
    if (!isTold) {
      assert.deepEqual(Object.values(kinks).filter(Boolean), []);
      return;
    }
    for (const values of others) {
      const told = slopesIn(kinks.here, symbolsOf(name, values));
      if (at(values).length > 0)
        assert.deepEqual(
          told.map(([x]) => Math.fround(x)),
          at(values),
        );
      for (const [x, slope] of told) {
        const actual = calls[name].derivative(Float32Array.of(x), values)[0];
        assert.ok(Math.abs(actual - slope) <= 2 ** -23 * Math.abs(slope), `f′(${x}) is ${actual}, told ${slope}`);
      }
    }
    // A framework's slopes are given where they differ from the kernel's.
    for (const [framework, tex] of Object.entries(kinks))
      if (framework !== 'here' && tex !== '') {
        assert.ok(slopesIn(tex, symbolsOf(name, initial)).every((pair) => pair.every(Number.isFinite)));
        assert.notEqual(tex, kinks.here, framework);
      }
  });

test('there is one reference for each function, in the order of the catalogue', () =>
  assert.deepEqual(
    references.map(({ name }) => name),
    names,
  ));

test('every file in web/page/functions is about a function of the catalogue and its parameters', () => {
  for (const file of readdirSync(new URL('../../web/page/functions/', import.meta.url)))
    assert.ok(
      names.some((name) => file === `${name}.js`),
      `web/page/functions/${file} is about no function of the catalogue`,
    );
  for (const { name, parameters } of references)
    assert.deepEqual(
      Object.keys(parameters),
      entryOf(name).parameters.map((parameter) => parameter.name),
      `the parameters in web/page/functions/${name}.js`,
    );
});

test('texts exist in both languages, each in its own script', () => {
  for (const { name, use, care, parameters } of references) {
    for (const [text, minLength] of /** @type {const} */ ([
      [use, 40],
      [care, 40],
      ...Object.values(parameters).map((meaning) => /** @type {const} */ ([meaning, 2])),
    ])) {
      assert.deepEqual(Object.keys(text), ['en', 'zh-Hant']);
      assert.ok(
        text.en.length >= minLength && text['zh-Hant'].length >= minLength / 2,
        `${name} needs ${minLength} letters, half in Chinese: ${text.en}`,
      );
      assert.doesNotMatch(text.en, /\p{Script=Han}|[，。：；「」]/u);
      assert.match(text['zh-Hant'], /\p{Script=Han}/u);
      // Finds sentences left in English; names of losses and papers are shorter.
      assert.doesNotMatch(text['zh-Hant'], /[a-z]+( [a-z]+){4}/i);
    }
    for (const text of [use, care]) {
      assert.match(text.en, /\.$/, name);
      assert.match(text['zh-Hant'], /。$/, name);
      for (const words of Object.values(text)) assert.equal(words, words.trim().replace(/\s+/g, ' '));
    }
  }
});

test('a paper has authors, a year and a title', () => {
  for (const { name, paper } of references) {
    if (!paper) continue;
    assert.match(paper.authors, /^\p{Lu}/u, name);
    assert.match(paper.title, /^\S.{8,}\S$/, name);
    assert.ok(paper.year >= 1900 && paper.year <= new Date().getFullYear(), `${name}: ${paper.year}`);
  }
});

test('the frameworks’ names equal the catalogue’s', () => {
  for (const { name, frameworks } of references) {
    const told = Object.entries(frameworks).map(([key, list]) => [key, list.map((alias) => alias.name)]);
    assert.deepEqual(Object.fromEntries(told), entryOf(name).aliases);
  }
});

test('code uses all parameters and no others, and every curve has code for f′', () => {
  for (const { name, ...reference } of references) {
    const { plain, ...others } = /** @type {Record<string, any>} */ (code)[name];
    assert.deepEqual([others, plain], [reference.code, reference.plainCode]);
    // A framework's own default is that of the function, where its plain call is shown.
    for (const [framework, call] of Object.entries(plain ?? {})) {
      assert.doesNotMatch(call, /[{}]/);
      if (framework.startsWith('numpy')) continue;
      const own = reference.frameworks[/** @type {'torch'} */ (framework)];
      assert.ok(own.length > 0 && own.every(({ differs }) => !differs), `${call}: ${JSON.stringify(own)}`);
    }
    if (plain) assert.equal('numpy' in plain, 'numpyDerivative' in plain);
    const known = entryOf(name).parameters.map((p) => p.name);
    for (const [language, expression] of Object.entries(reference.code)) {
      const used = new Set([...expression.matchAll(/\{(.*?)\}/g)].map(([, word]) => word));
      for (const word of used) assert.ok(known.includes(word), `{${word}} of ${name} in ${language}`);
      if (language !== 'numpyDerivative')
        assert.deepEqual([...used].sort(), [...known].sort(), `${name} in ${language}`);
    }
    assert.equal(Boolean(reference.code.numpyDerivative), namesOf('elementwise').includes(name), name);
  }
});
