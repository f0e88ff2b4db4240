/** softmax with the options of attention, against plain loops in doubles over all elements of a row. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { calls, generator, ulps, untyped } from './helpers.js';
import { sum } from './rowOracles.js';

const { softmax } = calls;

/** @typedef {{ columns: number, scale?: number, mask?: Uint8Array | Float32Array, causal?: boolean | string, queries?: number, sink?: number | Float32Array, masked?: string }} Options */

/** @param {number} n @param {number} spread @param {number} seed */
function scores(n, spread, seed) {
  const random = generator(seed);
  return Float32Array.from({ length: n }, () => (random() - 0.5) * spread);
}

/** The numbers to exponentiate in row r, −∞ where it is forbidden, and the sink. @param {Float32Array} x @param {Options} options @param {number} r */
function logitsOf(x, { columns, scale = 1, mask, causal, queries = x.length / columns, sink }, r) {
  const [head, query] = [Math.floor(r / queries), r % queries];
  const offset = causal === 'upperLeft' ? 0 : columns - queries;
  const z = Array.from({ length: columns }, (_, j) => {
    const own = mask?.[(r * columns + j) % mask.length] ?? 1;
    const isForbidden = mask instanceof Float32Array ? own === -Infinity : own === 0;
    if (isForbidden || (causal && j > query + offset)) return -Infinity;
    return x[r * columns + j] * scale + (mask instanceof Float32Array ? own : 0);
  });
  return { z, sink: typeof sink === 'object' ? sink[head] : (sink ?? -Infinity) };
}

/** f and the part of the sink in row r. @param {Float32Array} x @param {Options} options @param {number} r */
function softmaxOf(x, options, r) {
  const { z, sink } = logitsOf(x, options, r);
  const highest = Math.max(
    sink,
    z.reduce((a, b) => Math.max(a, b)),
  );
  if (highest === -Infinity) return { f: z.map(() => (options.masked === 'zeros' ? 0 : NaN)), ofSink: 0 };
  const e = z.map((v) => Math.exp(v - highest));
  const total = sum(e) + Math.exp(sink - highest);
  return { f: e.map((v) => v / total), ofSink: Math.exp(sink - highest) / total };
}

/** @param {Float32Array} x @param {Options} options */
const rowsIn = (x, { columns }) => Array.from({ length: x.length / columns }, (_, r) => r);

/** Loops over the results. @param {Float32Array} gradient @param {Float32Array} x @param {Options} options */
function oracle(gradient, x, options) {
  const { columns, scale = 1 } = options;
  const rows = rowsIn(x, options).map((r) => {
    const { f, ofSink } = softmaxOf(x, options, r);
    const { z } = logitsOf(x, options, r);
    const g = [...gradient.subarray(r * columns, (r + 1) * columns)].map((v, j) => (z[j] === -Infinity ? 0 : v));
    const mean = sum(f.map((v, j) => v * g[j]));
    const dx = f.map((v, j) => (z[j] === -Infinity ? 0 : scale * v * (g[j] - mean)));
    return { f, dx, dSink: -ofSink * mean };
  });
  return { f: rows.flatMap((row) => row.f), dx: rows.flatMap((row) => row.dx), dSink: rows.map((row) => row.dSink) };
}

/** Every combination of options for rows of a length: two heads of three queries. @param {number} columns @returns {Options[]} */
function combinations(columns) {
  const n = 6 * columns;
  const random = generator(columns);
  const bytes = (/** @type {number} */ length) =>
    Uint8Array.from({ length }, () => (random() < 0.3 ? 0 : random() * 255 + 1));
  const added = (/** @type {number} */ length) =>
    Float32Array.from({ length }, () => (random() < 0.3 ? -Infinity : 6 * random() - 3));
  const masks = [undefined, bytes(n), added(n), bytes(columns), added(3 * columns)];
  const all = [];
  for (const mask of masks)
    for (const causal of [undefined, true, 'upperLeft'])
      for (const sink of [undefined, 0.5, Float32Array.of(-3, 4)])
        for (const scale of [undefined, 0.125, -2])
          all.push({ columns, mask, causal, sink, scale, queries: 3, masked: all.length % 2 ? 'zeros' : undefined });
  return all;
}

for (const columns of [1, 2, 3, 4, 5, 7, 10, 64, 1000, 1024, 1025, 1365, 1366, 2049, 4096, 4097, 4099, 9001])
  test(`rows of ${columns}: every combination of mask, causal, sink, scale and masked, forward and backward`, () => {
    const [x, gradient] = [scores(6 * columns, 12, 1), scores(6 * columns, 4, 2)];
    const all = combinations(columns);
    // Long rows take long in the oracle.
    for (const options of columns > 1000 ? all.filter((_, i) => i % 7 === columns % 7) : all) {
      const expected = oracle(gradient, x, options);
      const shown = JSON.stringify({
        ...options,
        mask: options.mask && `${options.mask.constructor.name} ${options.mask.length}`,
      });
      const y = softmax(x, options);
      for (const [i, exact] of expected.f.entries()) {
        const error = ulps(y[i], exact);
        if (!(error <= (columns <= 1024 ? 0.52 : 2))) assert.fail(`${shown} [${i}]: ${y[i]}, ${exact}, ${error} ULP`);
      }
      const dx = softmax.backward(gradient, x, options);
      for (const [i, exact] of expected.dx.entries())
        if (!(Object.is(dx[i], exact + 0) || Math.abs(dx[i] - exact) <= 2 ** -23 * Math.abs(exact) + 2 ** -24))
          assert.fail(`backward ${shown} [${i}]: ${dx[i]}, ${exact}`);
      if (options.sink === undefined) continue;
      const dSink = softmax.sinkBackward(gradient, x, options);
      assert.equal(dSink.length, 6);
      for (const [r, exact] of expected.dSink.entries())
        if (!(Math.abs(dSink[r] - exact) <= 2 ** -23 * Math.abs(exact) + 2 ** -26))
          assert.fail(`sinkBackward ${shown} [${r}]: ${dSink[r]}, ${exact}`);
    }
  });

test('the backward passes are the numerical gradients', () => {
  const columns = 5;
  const [x, gradient] = [scores(30, 4, 3), scores(30, 4, 4)];
  for (const options of combinations(columns)) {
    // A loss in doubles from the oracle of the value alone.
    const loss = (/** @type {Float32Array} */ at, /** @type {Options} */ given) =>
      sum(
        rowsIn(at, given).flatMap((r) => softmaxOf(at, given, r).f.map((v, j) => (v || 0) * gradient[r * columns + j])),
      );
    const step = 2 ** -10;
    const dx = softmax.backward(gradient, x, options);
    x.forEach((v, i) => {
      const [low, high] = [x.slice(), x.slice()];
      low[i] = v - step;
      high[i] = v + step;
      const slope = (loss(high, options) - loss(low, options)) / (high[i] - low[i]);
      assert.ok(Math.abs(dx[i] - slope) < 1e-4, `[${i}]: ${dx[i]}, ${slope}`);
    });
    if (typeof options.sink !== 'number') continue;
    const { sink } = options;
    const slope =
      (loss(x, { ...options, sink: sink + step }) - loss(x, { ...options, sink: sink - step })) / (2 * step);
    assert.ok(Math.abs(sum(softmax.sinkBackward(gradient, x, options)) - slope) < 1e-4);
  }
});

test('the default values of options, and masks that forbid nothing, have no effect', () => {
  const x = scores(60, 12, 5);
  const y = softmax(x, { columns: 10 });
  for (const options of [{ scale: 1 }, { causal: false }, { masked: 'nan' }, { queries: 3 }, { queries: 6 }])
    assert.deepEqual(softmax(x, { columns: 10, ...options }), y);
  for (const mask of [new Uint8Array(10).fill(7), new Float32Array(60), new Uint8Array(60).fill(1)])
    assert.deepEqual(softmax(x, { columns: 10, mask }), y);
  assert.deepEqual(softmax(x, { columns: 10, causal: true, queries: 1 }), y);
  const empty = new Float32Array(0);
  for (const options of [{ causal: true }, { sink: 0 }, { mask: new Uint8Array(0) }, { scale: 2 }]) {
    assert.deepEqual(softmax(empty, options), empty);
    assert.deepEqual(softmax.sinkBackward(empty, empty, { sink: 1, ...options }), empty);
  }
});

test('query i uses the keys up to i, counted from the lower right corner or the upper left one', () => {
  const zeros = new Float32Array(12);
  const third = Math.fround(1 / 3);
  assert.deepEqual(
    [...softmax(zeros, { columns: 4, causal: true })],
    [0.5, 0.5, 0, 0, third, third, third, 0, 0.25, 0.25, 0.25, 0.25],
  );
  assert.deepEqual(softmax(zeros, { columns: 4, causal: 'lowerRight' }), softmax(zeros, { columns: 4, causal: true }));
  assert.deepEqual(
    [...softmax(zeros, { columns: 4, causal: 'upperLeft' })],
    [1, 0, 0, 0, 0.5, 0.5, 0, 0, third, third, third, 0],
  );
  // More queries than keys: the first ones see no key.
  assert.deepEqual([...softmax(new Float32Array(6), { columns: 2, causal: true })], [NaN, NaN, 1, 0, 0.5, 0.5]);
  assert.deepEqual(
    [...softmax(new Float32Array(6), { columns: 2, causal: true, masked: 'zeros' })],
    [0, 0, 1, 0, 0.5, 0.5],
  );
  assert.deepEqual([...softmax(new Float32Array(6), { columns: 2, causal: true, sink: 0 })].slice(0, 2), [0, 0]);
  // Two heads of two queries.
  assert.deepEqual(
    [...softmax(new Float32Array(8), { columns: 2, causal: true, queries: 2 })],
    [1, 0, 0.5, 0.5, 1, 0, 0.5, 0.5],
  );
});

test('a row without an allowed score is NaN, or 0 if asked, and its gradient is 0 where it is masked', () => {
  for (const columns of [3, 5000]) {
    const x = scores(columns, 4, 6);
    for (const mask of [new Uint8Array(columns), new Float32Array(columns).fill(-Infinity)]) {
      assert.ok(softmax(x, { mask }).every(Number.isNaN));
      for (const masked of ['nan', 'zeros'])
        assert.deepEqual(softmax.backward(x, x, { mask, masked }), new Float32Array(columns));
      assert.deepEqual(softmax(x, { mask, masked: 'zeros' }), new Float32Array(columns));
      assert.deepEqual(softmax(x, { mask, sink: -1e30 }), new Float32Array(columns));
    }
    const nothing = new Float32Array(columns).fill(-Infinity);
    assert.deepEqual(softmax(nothing, { masked: 'zeros' }), new Float32Array(columns));
    assert.ok(softmax(nothing.with(1, NaN), { masked: 'zeros' }).every(Number.isNaN));
  }
});

test('a forbidden element counts neither as score nor as gradient, whatever it is', () => {
  for (const columns of [6, 4100])
    for (const waste of [NaN, Infinity, -Infinity, 3e38]) {
      const [x, gradient] = [scores(columns, 4, 7), scores(columns, 4, 8)];
      const mask = new Uint8Array(columns).fill(1);
      mask[2] = mask[columns - 1] = 0;
      const wanted = [softmax(x, { mask }), softmax.backward(gradient, x, { mask })];
      for (const i of [2, columns - 1]) x[i] = gradient[i] = waste;
      assert.deepEqual([softmax(x, { mask }), softmax.backward(gradient, x, { mask })], wanted);
      for (const y of wanted) assert.deepEqual([y[2], y[columns - 1]], [0, 0]);
    }
});

test('scores of any size times any scale do not overflow', () => {
  const x = Float32Array.of(3e38, -3e38, 3e38, 0);
  assert.deepEqual([...softmax(x, { scale: 3e38 })], [0.5, 0, 0.5, 0]);
  assert.deepEqual([...softmax(x, { scale: -3e38 })], [0, 1, 0, 0]);
  assert.deepEqual([...softmax(x, { scale: 0 })], [0.25, 0.25, 0.25, 0.25]);
  assert.deepEqual([...softmax(x, { scale: 2, mask: Float32Array.of(-3e38, 0, 0, 0) })], [0, 0, 1, 0]);
  assert.deepEqual([...softmax(Float32Array.of(0, 3e38), { sink: Math.fround(3e38) })], [0, 0.5]);
});

test('out may be or overlap x, the gradient, the mask and the sink', () => {
  for (const columns of [10, 1000, 4500]) {
    const n = 4 * columns;
    for (const from of [0, 1, n - 4]) {
      const [x, out] = [scores(n, 8, 3), scores(n, 8, 4)];
      const sink = out.subarray(from, from + 4);
      const options = { columns, queries: 1 };
      const wanted = softmax(x, { ...options, sink: sink.slice() });
      assert.deepEqual(softmax(x, { ...options, sink, out }), wanted);
      const heads = scores(4, 8, 5);
      const slopes = softmax.sinkBackward(x, x, { ...options, sink: heads.slice() });
      assert.deepEqual(softmax.sinkBackward(x, x, { ...options, sink: heads, out: heads }), slopes);
    }
    const memory = new Float32Array(3 * n);
    const numbers = scores(3 * n, 8, 9);
    for (const a of [0, 1, columns, n, 2 * n])
      for (const b of [0, n]) {
        const at = (/** @type {number} */ from) => memory.subarray(from, from + n);
        memory.set(numbers);
        const [x, mask, out] = [at(n), at(b), at(a)];
        const options = { columns, causal: true, sink: 1, scale: 0.5 };
        const wanted = softmax(x.slice(), { ...options, mask: mask.slice() });
        assert.equal(softmax(x, { ...options, mask, out }), out);
        assert.deepEqual(out, wanted);
        for (const form of ['backward', 'sinkBackward']) {
          memory.set(numbers);
          const gradient = at(2 * n);
          const slopes = softmax[form](gradient.slice(), x.slice(), { ...options, mask: mask.slice() });
          const result = out.subarray(0, slopes.length);
          assert.equal(softmax[form](gradient, x, { ...options, mask, out: result }), result);
          assert.deepEqual(result, slopes);
        }
      }
    const bytes = new Uint8Array(memory.buffer, 4 * n, n);
    memory.set(numbers);
    const wanted = softmax(numbers.subarray(0, n), { columns, mask: bytes.slice() });
    assert.deepEqual(softmax(memory.subarray(0, n), { columns, mask: bytes, out: memory.subarray(n, 2 * n) }), wanted);
  }
});

test('wrong options are errors with the value and what is allowed, and nothing is written', () => {
  const [x, out] = [new Float32Array(12), new Float32Array(12).fill(42)];
  const mask = 'mask must be a Uint8Array, where 0 forbids, or a Float32Array to add, where −∞ forbids, not ';
  const length = 'the length of mask must divide that of x, 12, and be a multiple of columns, 4, not ';
  for (const [options, name, message] of /** @type {[object, string, string][]} */ ([
    [{ scale: '1' }, 'TypeError', 'scale must be a number, not "1"'],
    [{ scale: NaN }, 'RangeError', 'scale must be finite as a 32-bit float, not NaN'],
    [{ mask: [true, false] }, 'TypeError', `${mask}an Array; wrap it: Uint8Array.from(mask.flat())`],
    [{ mask: new Float64Array(4) }, 'TypeError', `${mask}a Float64Array`],
    [{ mask: null }, 'TypeError', `${mask}null`],
    [{ mask: new Uint8Array(2) }, 'RangeError', `${length}2`],
    [{ mask: new Uint8Array(8) }, 'RangeError', `${length}8`],
    [{ mask: new Float32Array(0) }, 'RangeError', `${length}0`],
    [{ causal: 1 }, 'RangeError', 'causal must be true, false, "upperLeft" or "lowerRight", not 1'],
    [{ queries: 2 }, 'RangeError', 'queries must be a positive integer that divides the number of rows, 3, not 2'],
    [{ queries: 0 }, 'RangeError', 'queries must be a positive integer that divides the number of rows, 3, not 0'],
    [{ sink: '0' }, 'TypeError', 'sink must be a number, not "0"'],
    [{ sink: -Infinity }, 'RangeError', 'sink must be finite as a 32-bit float, not -Infinity'],
    [{ sink: new Float32Array(2), queries: 1 }, 'RangeError', 'sink must have one number for each head, 3, not 2'],
    [{ masked: 'zero' }, 'RangeError', 'masked must be nan or zeros, not "zero"'],
  ]))
    for (const [call, run] of /** @type {[string, () => unknown][]} */ ([
      ['softmax', () => softmax(x, { columns: 4, out, ...options })],
      ['softmax.backward', () => softmax.backward(x, x, { columns: 4, out, ...options })],
    ]))
      assert.throws(untyped(run), { name, message: `${call}: ${message}` });
  assert.throws(() => softmax.sinkBackward(x, x, { columns: 4 }), {
    name: 'TypeError',
    message: 'softmax.sinkBackward: sink must be a number or a Float32Array, not undefined',
  });
  assert.throws(() => softmax.sinkBackward(x, x, { columns: 4, sink: 0, out }), {
    name: 'RangeError',
    message: 'softmax.sinkBackward: out must have one number for each row of x, 3, not 12',
  });
  assert.throws(() => calls.logSoftmax(x, { mask: new Uint8Array(12) }), {
    name: 'TypeError',
    message: /unknown option "mask"/,
  });
  assert.ok(out.every((v) => v === 42));
});
