/** Gated functions have the bits of one part of a row, activated by the activation's own call, times the other part. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { find } from 'activation-kernels';
import { calls, someFloats } from './helpers.js';
import { gates } from './rowOracles.js';

// The scratch holds 4,096 floats.
const shapes = [2, 4, 6, 8, 10, 14, 400, 4094, 4096, 4098, 10_000].map((columns) => [3, columns]);
shapes.push([1000, 6], [2100, 2], [1, 2 ** 17]);

/** Which elements of a row are activated, and which are the other part, by index. @type {Record<string, (i: number, half: number) => [number, number]>} */
const places = {
  first: (i, half) => [i, half + i],
  second: (i, half) => [half + i, i],
  interleaved: (i) => [2 * i, 2 * i + 1],
};

/** The activated elements of all rows, and the others. @param {Float32Array} x @param {number} columns @param {string} gate @returns {[Float32Array, Float32Array]} */
function partsOf(x, columns, gate) {
  const half = columns / 2;
  const [activated, other] = [new Float32Array(x.length / 2), new Float32Array(x.length / 2)];
  for (let i = 0; i < x.length / 2; ++i) {
    const row = Math.floor(i / half) * columns;
    const [from, beside] = places[gate](i % half, half);
    activated[i] = x[row + from];
    other[i] = x[row + beside];
  }
  return [activated, other];
}

/** @param {Float32Array} actual @param {(i: number) => number} expected */
function assertEach(actual, expected) {
  for (let i = 0; i < actual.length; ++i)
    if (!Object.is(actual[i], expected(i))) assert.fail(`[${i}]: ${actual[i]}, expected ${expected(i)}`);
}

for (const [name, { half, name: activation }] of Object.entries(gates)) {
  const [f, activate] = [calls[name], calls[activation]];

  for (const gate of Object.keys(places)) {
    test(`${name} with gate ${gate} is the ${activation} of that part of each row times the other part`, () => {
      for (const [rows, columns] of shapes) {
        const x = someFloats(rows * columns, columns);
        const [activated, other] = partsOf(x, columns, gate);
        const open = activate(activated);
        const y = f(x, { columns, gate });
        assert.equal(y.length, other.length);
        assertEach(y, (i) => Math.fround(other[i] * open[i]));
        assert.deepEqual(f(activated, other), y);
        const out = new Float32Array(other.length);
        assert.equal(f(activated, other, { out }), out);
        assert.deepEqual(out, y);
      }
    });

    test(`${name}.backward with gate ${gate} returns the gradients of both parts`, () => {
      for (const [rows, columns] of shapes) {
        const x = someFloats(rows * columns, columns);
        const gradient = someFloats((rows * columns) / 2, 3);
        const [activated, other] = partsOf(x, columns, gate);
        const [open, slope] = [activate(activated), activate.derivative(activated)];
        const result = f.backward(gradient, x, { columns, gate });
        assert.equal(result.length, x.length);
        const [ofActivated, ofOther] = partsOf(result, columns, gate);
        assertEach(ofOther, (i) => Math.fround(gradient[i] * open[i]));
        assertEach(ofActivated, (i) => Math.fround(Math.fround(gradient[i] * other[i]) * slope[i]));
        const both = f.backward(gradient, activated, other);
        assertEach(both.gate, (i) => ofActivated[i]);
        assertEach(both.value, (i) => ofOther[i]);
      }
    });
  }

  test(`${name} activates the ${half} half unless it is told otherwise`, () => {
    const [x, gradient] = [someFloats(24), someFloats(12, 2)];
    for (const options of [undefined, {}, { gate: undefined }]) {
      assert.deepEqual(f(x, options), f(x, { gate: half }));
      assert.deepEqual(f.backward(gradient, x, options), f.backward(gradient, x, { gate: half }));
    }
    assert.equal(find(name)?.gate, half);
  });

  test(`${name} of two arrays: out may be any of the inputs, or overlap one`, () => {
    const n = 9000;
    const memory = someFloats(4 * n, 5);
    const [gate, value, gradient] = [0, 1, 2].map((i) => memory.slice(i * n, i * n + n));
    const wanted = f(gate, value);
    const both = f.backward(gradient, gate, value);
    for (const shift of [0, 1, -1, 4096])
      for (const over of [1, 2]) {
        const shared = new Float32Array(memory);
        const at = (/** @type {number} */ i, by = 0) => new Float32Array(shared.buffer, 4 * (i * n + by), n);
        assert.deepEqual(f(at(0), at(1), { out: at(over, shift) }), wanted);
      }
    const shared = new Float32Array(memory);
    const at = (/** @type {number} */ i) => shared.subarray(i * n, i * n + n);
    const out = { gate: at(1), value: at(0) };
    assert.equal(f.backward(at(2), at(0), at(1), { out }), out);
    assertEach(out.gate, (i) => both.gate[i]);
    assertEach(out.value, (i) => both.value[i]);
    assert.deepEqual(f.backward(new Float32Array(0), new Float32Array(0), new Float32Array(0)), {
      gate: new Float32Array(0),
      value: new Float32Array(0),
    });
  });

  test(`${name}: errors name a wrong gate and wrong arrays, and what is allowed`, () => {
    const x = new Float32Array(12);
    const five = new Float32Array(5);
    const backward = `${name}.backward`;
    for (const [call, type, message] of /** @type {[() => unknown, string, string][]} */ ([
      [() => f(x, { gate: 'third' }), 'RangeError', `${name}: gate must be first, second or interleaved, not "third"`],
      [() => f(x, { gate: 1 }), 'RangeError', `${name}: gate must be first, second or interleaved, not 1`],
      [() => f(x, five), 'RangeError', `${name}: value must have the length of gate, 12, not 5`],
      [() => f(x, x, { out: five }), 'RangeError', `${name}: out must have the length of gate, 12, not 5`],
      [() => f(x, x, { columns: 4 }), 'TypeError', `${name}: unknown option "columns"; allowed: out`],
      [
        () => f(x, new Float64Array(12)),
        'TypeError',
        `${name}: value must be a Float32Array, not a Float64Array; wrap it: Float32Array.from(value)`,
      ],
      [() => f.backward(five, x, x), 'RangeError', `${backward}: gradient must have the length of gate, 12, not 5`],
      [
        () => f.backward(x, x, x, { out: { gate: x, value: x } }),
        'RangeError',
        `${backward}: out.gate and out.value must not overlap`,
      ],
      [
        () => f.backward(x, x, x, { out: { gate: x } }),
        'TypeError',
        `${backward}: out.value must be a Float32Array, not undefined`,
      ],
      [
        () => f.backward(x, x, x, { out: x }),
        'TypeError',
        `${backward}: out: options must be an object such as { gate: … }, not a Float32Array`,
      ],
    ]))
      assert.throws(call, { name: type, message });
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
