/** Gated functions have the bits of a · gate(b), computed with the call of the gate. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { calls, someFloats } from './helpers.js';
import { gates } from './rowOracles.js';

// The scratch holds 4,096 floats.
const shapes = [2, 4, 6, 8, 10, 14, 400, 4094, 4096, 4098, 10_000].map((columns) => [3, columns]);
shapes.push([1000, 6], [2100, 2], [1, 2 ** 17]);

/** @param {Float32Array} x @param {number} columns @returns {[Float32Array, Float32Array]} all first and second halves */
function halves(x, columns) {
  const half = columns / 2;
  const isFirst = (/** @type {number} */ i) => i % columns < half;
  return [x.filter((_, i) => isFirst(i)), x.filter((_, i) => !isFirst(i))];
}

/** @param {Float32Array} actual @param {(i: number) => number} expected */
function assertEach(actual, expected) {
  for (let i = 0; i < actual.length; ++i)
    if (!Object.is(actual[i], expected(i))) assert.fail(`[${i}]: ${actual[i]}, expected ${expected(i)}`);
}

for (const [name, { name: gateName }] of Object.entries(gates)) {
  const [f, gate] = [calls[name], calls[gateName]];

  test(`${name} is the first half of each row times the ${gateName} of the second`, () => {
    for (const [rows, columns] of shapes) {
      const x = someFloats(rows * columns, columns);
      const [a, b] = halves(x, columns);
      const open = gate(b);
      const y = f(x, { columns });
      assert.equal(y.length, a.length);
      assertEach(y, (i) => Math.fround(a[i] * open[i]));
    }
  });

  test(`${name}.backward returns the gradients of both halves`, () => {
    for (const [rows, columns] of shapes) {
      const x = someFloats(rows * columns, columns);
      const gradient = someFloats((rows * columns) / 2, 3);
      const [a, b] = halves(x, columns);
      const [open, slope] = [gate(b), gate.derivative(b)];
      const result = f.backward(gradient, x, { columns });
      assert.equal(result.length, x.length);
      const [ofA, ofB] = halves(result, columns);
      assertEach(ofA, (i) => Math.fround(gradient[i] * open[i]));
      assertEach(ofB, (i) => Math.fround(Math.fround(gradient[i] * a[i]) * slope[i]));
    }
  });

  test(`${name}: without columns x is one row, and an empty array has no rows`, () => {
    const x = someFloats(24);
    assert.deepEqual(f(x), f(x, { columns: 24 }));
    assert.deepEqual(f.backward(x.subarray(12), x), f.backward(x.subarray(12), x, { columns: 24 }));
    const empty = new Float32Array(0);
    assert.deepEqual([f(empty), f(empty, { columns: 4 }), f.backward(empty, empty)], [empty, empty, empty]);
  });

  test(`${name}: errors name wrong columns and lengths, and what is allowed`, () => {
    const x = new Float32Array(12);
    for (const columns of [0, 3, 1, 8, -2, 2.5, NaN])
      assert.throws(() => f(x, { columns }), {
        name: 'RangeError',
        message: `${name}: columns must be a positive even integer that divides the length of x, 12, not ${columns}`,
      });
    assert.throws(() => f(new Float32Array(5)), { name: 'RangeError', message: / even .* length of x, 5, not 5$/ });
    const message = (/** @type {string} */ form, /** @type {string} */ what) =>
      `${form}: ${what} must have half the length of x, 6, not 12`;
    assert.throws(() => f(x, { out: x }), { name: 'RangeError', message: message(name, 'out') });
    assert.throws(() => f.backward(x, x), { name: 'RangeError', message: message(`${name}.backward`, 'gradient') });
    assert.throws(() => f.backward(x.subarray(6), x, { out: x.subarray(6) }), {
      name: 'RangeError',
      message: `${name}.backward: out must have the length of x, 12, not 6`,
    });
  });
}
