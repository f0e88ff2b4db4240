/** Row functions: values and backward passes against plain loops in doubles, for rows of every length. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { calls, generator, names, namesOf, ulps, untyped } from './helpers.js';
import { gates, oracles, sum } from './rowOracles.js';

/** @param {number} n @param {number} spread @param {number} seed */
function scores(n, spread, seed) {
  const random = generator(seed);
  return Float32Array.from({ length: n }, () => (random() - 0.5) * spread);
}

/** Shapes: rows and columns. The scratch holds 4,096 floats. */
const shapes = [1, 2, 3, 4, 5, 6, 7, 8, 10, 33, 1000, 2049, 4095, 4096, 4097, 5000].map((columns) => [3, columns]);
shapes.push([1000, 10], [4097, 1], [1, 12_290], [2, 8192]);

/** @param {Float32Array} all @param {number} columns */
const rowsOf = (all, columns) =>
  Array.from({ length: all.length / columns }, (_, i) => [...all.subarray(i * columns, (i + 1) * columns)]);

test('every row function and every gated function has an oracle, and every oracle a function', () => {
  const known = { ...oracles, ...gates };
  for (const name of [...namesOf('row'), ...namesOf('gated')])
    assert.ok(name in known, `tests/package/rowOracles.js lacks ${name}`);
  for (const name of Object.keys(known))
    assert.ok(
      names.some((known) => known === name),
      `cpp/catalogue.h does not list ${name}`,
    );
});

/** Near the threshold digits cancel, in the oracle too. */
const isSparse = (/** @type {string} */ name) => name === 'sparsemax' || name === 'entmax15';

for (const [name, oracle] of Object.entries(oracles)) {
  const f = calls[name];
  /** The numbers of f(x) for a row. */
  const resultsOf = (/** @type {number} */ columns) => (name === 'logSumExp' ? 1 : columns);

  test(`${name} is within 2 ULP of a loop in doubles, for rows of every length and scores of every size`, () => {
    let worst = 0;
    for (const [rows, columns] of shapes)
      for (const spread of [0, 1e-3, 1, 12, 300, 1e10, 3e38]) {
        const x = scores(rows * columns, spread, columns);
        const y = f(x, { columns });
        assert.equal(y.length, rows * resultsOf(columns));
        // Longer rows are rounded twice.
        const allowed = columns <= 1024 ? 0.51 : 2;
        rowsOf(x, columns).forEach((row, r) => {
          oracle.value(row).forEach((exact, i) => {
            const actual = y[r * resultsOf(columns) + i];
            const error = ulps(actual, exact);
            worst = Math.max(worst, error);
            if (error > allowed && !(isSparse(name) && Math.abs(actual - exact) < 1e-12))
              assert.fail(
                `row ${r} of ${rows} × ${columns}, ±${spread / 2}, [${i}]: ${actual}, ${exact}, ${error} ULP`,
              );
          });
        });
      }
    assert.ok(worst < 2 || isSparse(name), `${worst} ULP`);
  });

  test(`${name}.backward is the gradient times the Jacobian, up to a rounding of its terms`, () => {
    for (const [rows, columns] of shapes)
      for (const spread of [1, 12, 300]) {
        const [x, gradient] = [
          scores(rows * columns, spread, columns),
          scores(rows * resultsOf(columns), 20, columns + 1),
        ];
        const result = f.backward(gradient, x, { columns });
        const gradients = rowsOf(gradient, resultsOf(columns));
        rowsOf(x, columns).forEach((row, r) => {
          const size = name === 'logSoftmax' ? Math.max(10, Math.abs(sum(gradients[r]))) : 1;
          oracle.backward(gradients[r], row).forEach((exact, i) => {
            const actual = result[r * columns + i];
            if (!(Math.abs(actual - exact) <= 2 ** -23 * Math.abs(exact) + 2 ** -24 * size))
              assert.fail(`row ${r} of ${rows} × ${columns}, ±${spread / 2}, [${i}]: ${actual}, ${exact}`);
          });
        });
      }
  });

  test(`${name}: a row longer than the scratch has the bits of its short part if the rest does not count`, () => {
    const nothing = name === 'softmin' ? Infinity : -Infinity;
    // Shorter rows are rounded once.
    for (const n of [1025, 4095, 4096]) {
      const [x, gradient] = [scores(n, 12, 1), scores(resultsOf(n), 2, 2)];
      const [longX, longGradient] = [new Float32Array(9001).fill(nothing), new Float32Array(resultsOf(9001))];
      longX.set(x);
      longGradient.set(gradient);
      assert.deepEqual(f(longX).subarray(0, n), f(x));
      assert.deepEqual(f.backward(longGradient, longX).subarray(0, n), f.backward(gradient, x));
    }
  });

  test(`${name}: without columns x is one row, and an empty array has no rows`, () => {
    const x = scores(24, 12, 3);
    for (const options of [undefined, {}, { columns: undefined }, { columns: 24 }]) {
      const gradient = x.subarray(0, resultsOf(24));
      assert.deepEqual(f(x, options), f(x));
      assert.deepEqual(f.backward(gradient, x, options), f.backward(gradient, x));
    }
    const joined = [0, 1, 2].flatMap((i) => [...f(x.subarray(8 * i, 8 * i + 8))]);
    assert.deepEqual([...f(x, { columns: 8 })], joined);
    const empty = new Float32Array(0);
    for (const options of [undefined, { columns: 10 }]) {
      assert.deepEqual(f(empty, options), empty);
      assert.deepEqual(f.backward(empty, empty, options), empty);
    }
  });

  test(`${name}: NaN makes its own row NaN and no other, short or long`, () => {
    for (const columns of [1, 7, 4096, 6000])
      for (const at of [0, columns >> 1, columns - 1]) {
        const x = scores(3 * columns, 12, 4);
        x[columns + at] = NaN;
        for (const result of [f(x, { columns }), f.backward(scores(3 * resultsOf(columns), 1, 5), x, { columns })])
          for (let i = 0; i < result.length; ++i)
            assert.equal(
              Number.isNaN(result[i]),
              Math.floor((3 * i) / result.length) === 1,
              `[${i}] of 3 × ${columns}`,
            );
      }
  });

  test(`${name} has no derivative`, () => assert.equal('derivative' in f, false));
}

/** @type {[string, number[], number[]][]} */
const specials = [
  ['softmax', [1, -Infinity, 1, -Infinity], [0.5, 0, 0.5, 0]],
  ['softmax', [1, Infinity, 1], [NaN, NaN, NaN]],
  ['softmax', [Infinity], [NaN]],
  ['softmax', [-Infinity, -Infinity], [NaN, NaN]],
  ['softmax', [-5], [1]],
  ['softmax', [3e38, -3e38, 3e38, 0], [0.5, 0, 0.5, 0]],
  ['softmax', [0, -103.5, -200], [1, 1.401298464324817e-45, 0]],
  ['logSoftmax', [1, -Infinity, 1], [-Math.LN2, -Infinity, -Math.LN2]],
  ['logSoftmax', [0, -80, -3e38], [-1.8048513878454153e-35, -80, -3e38]],
  ['logSoftmax', [1, Infinity, -Infinity], [NaN, NaN, NaN]],
  ['logSoftmax', [-Infinity, -Infinity], [NaN, NaN]],
  ['logSoftmax', [7], [0]],
  ['softmin', [1, Infinity, 1, Infinity], [0.5, 0, 0.5, 0]],
  ['softmin', [1, -Infinity, 1], [NaN, NaN, NaN]],
  ['softmin', [Infinity, Infinity], [NaN, NaN]],
  ['hardmax', [1, 3, 3, 2, 3], [0, 1, 0, 0, 0]],
  ['hardmax', [-0, 0, 0], [1, 0, 0]],
  ['hardmax', [1, Infinity, -Infinity, Infinity], [0, 1, 0, 0]],
  ['hardmax', [-Infinity, -Infinity], [1, 0]],
  ['sparsemax', [0.5, 0, 0.5, -Infinity], [0.5, 0, 0.5, 0]],
  ['sparsemax', [0.25, 0, -10], [0.625, 0.375, 0]],
  ['sparsemax', [5, 4, 1e30], [0, 0, 1]],
  ['sparsemax', [1, Infinity], [NaN, NaN]],
  ['sparsemax', [-Infinity, -Infinity], [NaN, NaN]],
  ['sparsemax', [2, 2, 2, 2], [0.25, 0.25, 0.25, 0.25]],
  ['entmax15', [1, 1, -Infinity], [0.5, 0.5, 0]],
  ['entmax15', [5, 3, 1e30], [0, 0, 1]],
  ['entmax15', [1, Infinity], [NaN, NaN]],
  ['entmax15', [-Infinity, -Infinity], [NaN, NaN]],
  ['logSumExp', [0, 0, 0, 0], [2 * Math.LN2]],
  ['logSumExp', [-Math.LN2, -Math.LN2], [Math.LN2 - Math.fround(Math.LN2)]],
  ['logSumExp', [3e38, 3e38], [3e38]],
  ['logSumExp', [7], [7]],
  ['logSumExp', [1, -Infinity], [1]],
  ['logSumExp', [1, Infinity, -Infinity], [Infinity]],
  ['logSumExp', [-Infinity, -Infinity], [-Infinity]],
  ['logSumExp', [Infinity, NaN], [NaN]],
  ['logSumExp', [-Infinity, NaN], [NaN]],
];
for (const [name, x, y] of specials)
  test(`${name} of ${x.join(', ')} is ${y.join(', ')}`, () => {
    assert.deepEqual([...calls[name](Float32Array.from(x))], [...Float32Array.from(y)]);
  });

test('backward passes at a vertex: the gradient is 0 where the result cannot change', () => {
  const g = Float32Array.of(1, 2, 3);
  assert.deepEqual(calls.hardmax.backward(g, Float32Array.of(5, 6, 7)), new Float32Array(3));
  assert.deepEqual([...calls.hardmax.backward(Float32Array.of(Infinity, -1, NaN), g)], [0, 0, NaN]);
  assert.deepEqual(calls.sparsemax.backward(g, Float32Array.of(5, 0, 0)), new Float32Array(3));
  assert.deepEqual(calls.sparsemax.backward(g, Float32Array.of(0, 0, -9)), Float32Array.of(-0.5, 0.5, 0));
  assert.deepEqual(calls.softmax.backward(g, Float32Array.of(0, -Infinity, -Infinity)), new Float32Array(3));
});

test('a row of 2^20 sums to 1 within 1e-6 and is within 2 ULP, and one of 2^24 too', () => {
  for (const n of [2 ** 20, 2 ** 24]) {
    const x = scores(n, 12, 6);
    const y = calls.softmax(x);
    assert.ok(Math.abs(sum(y) - 1) < 1e-6);
    const highest = x.reduce((a, b) => Math.max(a, b));
    // Kahan's sum, so that the oracle is more exact than the result.
    let [total, lost] = [0, 0];
    for (const v of x) {
      const term = Math.exp(v - highest) - lost;
      const next = total + term;
      lost = next - total - term;
      total = next;
    }
    for (let i = 0; i < n; i += 7) {
      const exact = Math.exp(x[i] - highest) / total;
      if (ulps(y[i], exact) > 2) assert.fail(`[${i}] of ${n}: ${y[i]}, expected ${exact}`);
    }
    const logarithms = calls.logSoftmax(x);
    for (let i = 0; i < n; i += 7) {
      const exact = x[i] - highest - Math.log(total);
      if (ulps(logarithms[i], exact) > 2) assert.fail(`[${i}] of ${n}: ${logarithms[i]}, expected ${exact}`);
    }
  }
  const nearlySparse = calls.sparsemax(scores(2 ** 20, 1e-4, 7));
  assert.ok(Math.abs(sum(nearlySparse) - 1) < 1e-6);
});

test('columns that do not divide the length are a RangeError with both numbers', () => {
  const out = new Float32Array(12).fill(42);
  const x = new Float32Array(12);
  for (const columns of [0, -1, 5, 13, 24, 1.5, NaN, Infinity, -0])
    for (const name of Object.keys(oracles))
      for (const [call, run] of [
        [name, () => calls[name](x, { columns, out })],
        [`${name}.backward`, () => calls[name].backward(x, x, { columns, out })],
      ])
        assert.throws(untyped(run), {
          name: 'RangeError',
          message: `${call}: columns must be a positive integer that divides the length of x, 12, not ${columns}`,
        });
  for (const [columns, shown] of [
    ['3', '"3"'],
    [null, 'null'],
    [3n, '3n'],
  ])
    assert.throws(() => calls.softmax(x, { columns, out }), {
      name: 'TypeError',
      message: `softmax: columns must be a number, not ${shown}`,
    });
  assert.throws(() => calls.softmax(x, { column: 3 }), {
    name: 'TypeError',
    message:
      'softmax: unknown option "column"; allowed: columns, scale, mask, causal, queries, sink, masked, out; did you mean columns?',
  });
  assert.throws(() => calls.relu(x, { columns: 3 }), TypeError);
  assert.throws(() => calls.softmax(x, { out: new Float32Array(6) }), {
    name: 'RangeError',
    message: 'softmax: out must have the length of x, 12, not 6',
  });
  for (const [call, run] of /** @type {[string, () => unknown][]} */ ([
    ['logSumExp: out', () => calls.logSumExp(x, { columns: 4, out })],
    ['logSumExp.backward: gradient', () => calls.logSumExp.backward(x, x, { columns: 4, out })],
  ]))
    assert.throws(run, { name: 'RangeError', message: `${call} must have one number for each row of x, 3, not 12` });
  assert.ok(out.every((v) => v === 42));
});
