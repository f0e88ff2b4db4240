/** Successful calls: results, outputs and accepted inputs. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertResult, calls, forms, names, namesOf, someFloats, untyped } from './helpers.js';

/** That of another realm, a frame or a context. @type {typeof Float32Array} */
const Foreign = globalThis.document
  ? /** @type {any} */ (document.body.appendChild(document.createElement('iframe')).contentWindow).Float32Array
  : (await import('node:vm')).runInNewContext('Float32Array');

for (const { name, call, formula } of forms) {
  test(`${name} returns a new Float32Array of the same length and does not change its inputs`, () => {
    for (const n of [0, 1, 2, 3, 4, 5, 1000, 4095, 4096, 4097, 3 * 4096 + 1]) {
      const [x, gradient] = [someFloats(n), someFloats(n, 2)];
      const result = call(x, gradient);
      assert.ok(result instanceof Float32Array && result !== x && result !== gradient);
      assertResult(result, formula, someFloats(n), someFloats(n, 2));
      assert.deepEqual([x, gradient], [someFloats(n), someFloats(n, 2)]);
    }
  });

  test(`${name} accepts 2^24 + 3 elements`, () => {
    const x = new Float32Array(2 ** 24 + 3).map((_, i) => Math.imul(i, 0x9e3779b1) / 2 ** 29);
    assertResult(call(x, x), formula, x, x);
  });

  test(`${name} writes to out and nowhere else, and returns it`, () => {
    const [x, gradient] = [someFloats(5000), someFloats(5000, 2)];
    const around = new Float32Array(5002).fill(42);
    const out = around.subarray(1, 5001);
    assert.equal(call(x, gradient, { out }), out);
    assertResult(out, formula, x, gradient);
    assert.deepEqual([around[0], around[5001]], [42, 42]);
  });

  test(`${name} accepts subclasses without calling their species constructor`, () => {
    class Hostile extends Float32Array {
      static get [Symbol.species]() {
        return assert.fail('the species was asked for');
      }
    }
    const [x, gradient, out] = [0, 1, 2].map((seed) => new Hostile(someFloats(5000, seed)));
    assert.equal(call(x, gradient, { out }), out);
    assertResult(out, formula, someFloats(5000, 0), someFloats(5000, 1));
  });

  test(`${name} accepts arrays of another realm`, () => {
    const [x, out] = [0, 0].map(() => Foreign.from(someFloats(5000)));
    assert.equal(call(x, x, { out }), out);
    assertResult(out, formula, someFloats(5000), someFloats(5000));
    assert.ok(call(x, x) instanceof Float32Array);
  });
}

test('every elementwise activation has a value, a derivative and a backward pass, with and without options', () => {
  const x = someFloats(4099);
  for (const name of namesOf('elementwise')) {
    const f = calls[name];
    assert.equal(f.name, name);
    for (const options of [undefined, {}, { out: undefined }, Object.create(null)]) {
      assert.deepEqual(f(x, options), f(x));
      assert.deepEqual(f.derivative(x, options), f.derivative(x));
      assert.deepEqual(f.backward(x, x, options), f.backward(x, x));
    }
    const derivative = f.derivative(x);
    assertResult(
      f.backward(x, x),
      (v) => v,
      x.map((v, i) => v * derivative[i]),
      x,
    );
  }
});

test('an undefined parameter has its default value, and one call does not affect the next', () => {
  const x = Float32Array.of(-2, 3);
  const { leakyRelu, hardTanh } = calls;
  assert.deepEqual(leakyRelu(x, { negativeSlope: 0.5 }), Float32Array.of(-1, 3));
  assert.deepEqual(leakyRelu(x, { negativeSlope: undefined }), Float32Array.of(-0.02, 3));
  assert.deepEqual(leakyRelu(x), Float32Array.of(-0.02, 3));
  assert.deepEqual(hardTanh(x, { maxValue: 2 }), Float32Array.of(-1, 2));
  assert.deepEqual(hardTanh(x, { minValue: -1.5 }), Float32Array.of(-1.5, 1));
});

test('parameters accept any finite float32', () => {
  const { leakyRelu } = calls;
  for (const negativeSlope of [-3e38, -1.5, 1, 7, 3.4e38, 1e-45])
    assert.deepEqual(leakyRelu(Float32Array.of(-1), { negativeSlope }), Float32Array.of(-negativeSlope));
});

test('the calls are frozen', () => {
  for (const name of names) {
    assert.ok(Object.isFrozen(calls[name]));
    assert.throws(() => {
      calls[name].derivative = untyped(null);
    }, TypeError);
  }
});
