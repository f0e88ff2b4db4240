/** Failing calls: the class and the message of each error, and that nothing was written. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { calls, forms, names, untyped } from './helpers.js';

/** Whatever is not a Float32Array, and how a sentence shows it. @type {[unknown, string][]} */
const notFloat32Arrays = [
  [undefined, 'undefined'],
  [null, 'null'],
  [5, '5'],
  ['relu', '"relu"'],
  ['x'.repeat(100_000), `"${'x'.repeat(40)}…"`],
  [Symbol('s'), 'Symbol(s)'],
  [() => 1, 'a function'],
  [[1, 2], 'a value of type Array'],
  [{ length: 2 }, 'a value of type Object'],
  [new Float64Array(2), 'a value of type Float64Array'],
  [new Int32Array(2), 'a value of type Int32Array'],
  [new DataView(new ArrayBuffer(8)), 'a value of type DataView'],
  [new ArrayBuffer(8), 'a value of type ArrayBuffer'],
  [Object.create(Float32Array.prototype), 'a value of type Object'],
  [new Proxy(new Float32Array(2), {}), 'a value of type'],
  [{ [Symbol.toStringTag]: 'Float32Array', length: 2 }, 'a value of type'],
];

for (const { name, call } of forms) {
  const places = name.endsWith('backward') ? ['x', 'gradient', 'out'] : ['x', 'out'];

  test(`${name} throws a TypeError that describes an argument that is not a Float32Array`, () => {
    for (const place of places)
      for (const [value, shown] of notFloat32Arrays) {
        if (place === 'out' && value === undefined) continue; // the same as omitted
        const arrays = untyped({ x: new Float32Array(2), gradient: new Float32Array(2), out: new Float32Array(2) });
        const { out } = arrays;
        arrays[place] = value;
        out.fill(42);
        assert.throws(
          () => call(arrays.x, arrays.gradient, { out: arrays.out }),
          (error) => {
            assert.ok(error instanceof TypeError);
            assert.ok(
              error.message.startsWith(`${name}: ${place} must be a Float32Array, not ${shown}`),
              error.message,
            );
            return true;
          },
        );
        assert.deepEqual(out, Float32Array.of(42, 42));
      }
  });

  test(`${name} throws a RangeError with both lengths for an array of another length than x`, () => {
    for (const place of places.slice(1))
      for (const length of [0, 4999, 5001]) {
        /** @type {Record<string, Float32Array>} */
        const arrays = { x: new Float32Array(5000), gradient: new Float32Array(5000), out: new Float32Array(5000) };
        arrays[place] = new Float32Array(length);
        arrays.out.fill(42);
        assert.throws(() => call(arrays.x, arrays.gradient, { out: arrays.out }), {
          name: 'RangeError',
          message: `${name}: ${place} must have the length of x, 5000, not ${length}`,
        });
        assert.ok(arrays.out.every((value) => value === 42));
      }
  });
}

/** Options of leakyRelu that are none. @type {[unknown, string, RegExp][]} */
const wrongOptions = [
  [null, 'TypeError', /options must be an object, not null$/],
  [1, 'TypeError', /options must be an object, not 1$/],
  [true, 'TypeError', /options must be an object, not true$/],
  ['out', 'TypeError', /options must be an object, not "out"$/],
  [() => 1, 'TypeError', /options must be an object, not a function$/],
  [[], 'TypeError', /options must be an object, not a value of type Array$/],
  [[0.5], 'TypeError', /options must be an object, not a value of type Array$/],
  [new Float32Array(3), 'TypeError', /options must be an object, not a value of type Float32Array$/],
  [{ slope: 1 }, 'TypeError', /unknown option "slope"; allowed: negativeSlope, out$/],
  [{ negativeslope: 1 }, 'TypeError', /unknown option "negativeslope"; allowed: negativeSlope, out$/],
  [{ minValue: 1 }, 'TypeError', /unknown option "minValue"; allowed: negativeSlope, out$/],
  [{ '': undefined }, 'TypeError', /unknown option ""; allowed: negativeSlope, out$/],
  [Object.create({ slope: 1 }), 'TypeError', /unknown option "slope"; allowed: negativeSlope, out$/],
  [{ negativeSlope: null }, 'TypeError', /negativeSlope must be a number, not null$/],
  [{ negativeSlope: '1' }, 'TypeError', /negativeSlope must be a number, not "1"$/],
  [{ negativeSlope: false }, 'TypeError', /negativeSlope must be a number, not false$/],
  [{ negativeSlope: 1n }, 'TypeError', /negativeSlope must be a number, not /],
  [{ negativeSlope: [1] }, 'TypeError', /negativeSlope must be a number, not a value of type Array$/],
  [{ negativeSlope: Object(1) }, 'TypeError', /negativeSlope must be a number, not a value of type Number$/],
  [{ negativeSlope: NaN }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not NaN$/],
  [{ negativeSlope: Infinity }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not Infinity$/],
  [{ negativeSlope: -Infinity }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not -Infinity$/],
  [{ negativeSlope: 3.5e38 }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not 3.5e\+38$/],
];

test('a wrong option is a TypeError or RangeError with the call, the option, its value and what is allowed', () => {
  const { leakyRelu } = calls;
  const x = new Float32Array(2);
  for (const [options, name, message] of wrongOptions)
    for (const [call, run] of /** @type {[string, () => void][]} */ ([
      ['leakyRelu', () => leakyRelu(x, options)],
      ['leakyRelu.derivative', () => leakyRelu.derivative(x, options)],
      ['leakyRelu.backward', () => leakyRelu.backward(x, x, options)],
    ]))
      assert.throws(run, { name, message: new RegExp(`^${call}: ${message.source}`) });
});

test('a wrong option is an error before anything is written', () => {
  const { leakyRelu } = calls;
  const out = new Float32Array(2).fill(42);
  for (const options of [{ slope: 1 }, { negativeSlope: NaN }, { negativeSlope: '1' }])
    assert.throws(() => leakyRelu(new Float32Array(2), { out, ...options }));
  assert.deepEqual(out, Float32Array.of(42, 42));
});

test('every activation accepts its own options and no others', () => {
  const x = new Float32Array(2);
  for (const name of names) {
    assert.throws(() => calls[name](x, { nonsense: 1 }), { name: 'TypeError', message: /"nonsense"; allowed: .*out$/ });
    for (const parameter of calls.find(name).parameters) calls[name](x, { [parameter.name]: parameter.max });
  }
});

test('a call after a failed call works', () => {
  const { leakyRelu } = calls;
  assert.throws(() => leakyRelu(Float32Array.of(-1), { negativeSlope: NaN }));
  assert.deepEqual(leakyRelu(Float32Array.of(-1), { negativeSlope: 0.5 }), Float32Array.of(-0.5));
});
