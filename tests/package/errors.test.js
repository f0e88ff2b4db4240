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
  [[1, 2], 'an Array'],
  [{ length: 2 }, 'an Object'],
  [new Float64Array(2), 'a Float64Array'],
  [new Int32Array(2), 'an Int32Array'],
  [new DataView(new ArrayBuffer(8)), 'a DataView'],
  [new ArrayBuffer(8), 'an ArrayBuffer'],
  [Object.create(Float32Array.prototype), 'an Object'],
  [new Proxy(new Float32Array(2), {}), 'a'],
  [{ [Symbol.toStringTag]: 'Float32Array', length: 2 }, 'a'],
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

/** Options of leakyRelu that are none. */
const wrongOptions = /** @type {[unknown, string, RegExp][]} */ ([
  [null, 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not null$/],
  [1, 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not 1$/],
  [true, 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not true$/],
  ['out', 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not "out"$/],
  [() => 1, 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not a function$/],
  [[], 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not an Array$/],
  [[0.5], 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not an Array$/],
  [new Float32Array(3), 'TypeError', /options must be an object such as \{ negativeSlope: … \}, not a Float32Array$/],
  ...['slope', 'negativeslope', 'negative_slope', 'alpha', 'a', ''].map((option) => [
    { [option]: 1 },
    'TypeError',
    new RegExp(`unknown option "${option}"; allowed: negativeSlope, out; did you mean negativeSlope\\?$`),
  ]),
  [{ Out: undefined }, 'TypeError', /unknown option "Out"; allowed: negativeSlope, out; did you mean out\?$/],
  [Object.create({ slope: 1 }), 'TypeError', /unknown option "slope"; allowed: negativeSlope, out; did you mean/],
  [{ negativeSlope: null }, 'TypeError', /negativeSlope must be a number, not null$/],
  [{ negativeSlope: '1' }, 'TypeError', /negativeSlope must be a number, not "1"$/],
  [{ negativeSlope: false }, 'TypeError', /negativeSlope must be a number, not false$/],
  [{ negativeSlope: 1n }, 'TypeError', /negativeSlope must be a number, not /],
  [{ negativeSlope: [1] }, 'TypeError', /negativeSlope must be a number, not an Array$/],
  [{ negativeSlope: Object(1) }, 'TypeError', /negativeSlope must be a number, not a Number$/],
  [{ negativeSlope: NaN }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not NaN$/],
  [{ negativeSlope: Infinity }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not Infinity$/],
  [{ negativeSlope: -Infinity }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not -Infinity$/],
  [{ negativeSlope: 3.5e38 }, 'RangeError', /negativeSlope must be finite as a 32-bit float, not 3.5e\+38$/],
]);

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

test('a value in place of the options object is an error that shows what to write', () => {
  const x = new Float32Array(2);
  const { relu, softmax, rrelu, sample, pipe } = calls;
  for (const [call, option] of /** @type {[() => void, string][]} */ ([
    [() => relu(x, 0.5), 'out'],
    [() => softmax(x, 2), 'columns'],
    [() => rrelu(x, 0.1), 'lower'],
    [() => sample('relu', 5), 'min'],
    [() => pipe(x, [relu], x), 'out'],
  ]))
    assert.throws(call, {
      name: 'TypeError',
      message: new RegExp(` must be an object such as { ${option}: … }, not `),
    });
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
    assert.throws(() => calls[name](x, { nonsense: 1 }), {
      name: 'TypeError',
      message: /"nonsense"; allowed: .*out(; did you mean \w+\?)?$/,
    });
    for (const parameter of calls.find(name).parameters) calls[name](x, { [parameter.name]: parameter.default });
  }
});

test('a call after a failed call works', () => {
  const { leakyRelu } = calls;
  assert.throws(() => leakyRelu(Float32Array.of(-1), { negativeSlope: NaN }));
  assert.deepEqual(leakyRelu(Float32Array.of(-1), { negativeSlope: 0.5 }), Float32Array.of(-0.5));
});

/** What callers pass in place of a Float32Array, and what the error tells them to write. @type {[unknown, string][]} */
const remedies = [
  [[1, 2], 'wrap it: Float32Array.from(x)'],
  [new Float64Array(2), 'wrap it: Float32Array.from(x)'],
  [new Set([1, 2]), 'wrap it: Float32Array.from(x)'],
  [[[1], [2]], 'wrap it: Float32Array.from(x.flat())'],
  [{ 0: 1, length: 1 }, 'wrap it: Float32Array.from(x)'],
  [BigInt64Array.of(1n, 2n), 'wrap it: Float32Array.from(x, Number)'],
  [new ArrayBuffer(8), 'wrap it: new Float32Array(x)'],
  [1, 'wrap it: Float32Array.of(x)'],
  [{ data: Float32Array.of(1, 2) }, 'pass its numbers: x.data'], // tensors of ONNX Runtime
  [{ data: async () => {}, dataSync: () => Float32Array.of(1, 2) }, 'pass its numbers: x.dataSync()'], // TensorFlow.js
];

test('an error about an array says how to pass the numbers, and that works', () => {
  const { relu } = calls;
  for (const [x, remedy] of remedies) {
    assert.throws(() => relu(x), { message: new RegExp(`; ${remedy.replace(/[.()]/g, '\\$&')}$`) });
    const passed = new Function('x', `return ${remedy.replace(/^.*: /, '')}`)(x);
    assert.equal(relu(passed).constructor, Float32Array);
    assert.notEqual(passed.length, 0);
  }
  for (const x of [undefined, null, 'relu', {}, new DataView(new ArrayBuffer(8))])
    assert.throws(() => relu(x), { message: /not (undefined|null|"relu"|an Object|a DataView)$/ });
  assert.throws(() => relu(new Float32Array(2), { out: [0, 0] }), { message: /not an Array$/ }); // its numbers would be lost
});

test('row functions and gated functions explain columns where other libraries have an axis, and how to scale', () => {
  const { softmax, sparsemax, glu } = calls;
  const x = new Float32Array(4);
  for (const f of [softmax, sparsemax, glu, softmax.backward])
    for (const option of ['axis', 'dim', 'dims']) {
      const call = () => (f === softmax.backward ? f(x, x, { [option]: 1 }) : f(x, { [option]: 1 }));
      assert.throws(call, {
        message:
          /; allowed: columns, (gate, limit, offset, |scale, .*masked, )?out; columns is the length of a row, .* transpose x$/,
      });
    }
  assert.throws(() => sparsemax(x, { temperature: 2 }), { message: /; divide x by it before the call$/ });
  assert.throws(() => softmax(x, { temperature: 2 }), { message: /; pass its inverse as scale$/ });
});

test('an unknown name is answered by the most similar one', () => {
  for (const [given, name] of Object.entries({
    LeakyReLU: 'leakyRelu',
    leaky_relu: 'leakyRelu',
    'nn.GELU': 'gelu',
    'torch.nn.Hardsigmoid6': 'hardSigmoid',
    gelu_pytorch_tanh: 'geluTanh',
    'Soft Plus': 'softplus',
    swish: 'silu',
  }))
    assert.throws(() => calls.activation(given), {
      name: 'RangeError',
      message: new RegExp(`; did you mean ${name}\\?$`),
    });
  for (const { name, aliases } of calls.catalogue)
    for (const alias of Object.values(aliases)
      .flat()
      .filter((alias) => !names.includes(alias)))
      assert.throws(() => calls.activation(alias), { message: new RegExp(`; did you mean ${name}\\?$`) }, alias);
  assert.throws(() => calls.activation('☃'), { message: `unknown activation "☃"; known: ${names.join(', ')}` });
  assert.throws(() => calls.sample('reLu7'), { message: /; did you mean relu\?$/ });
  for (const call of [calls.activation, calls.sample]) {
    assert.throws(() => call(calls.relu), { message: /^unknown activation a function; .*; pass the name, "relu"$/ });
    assert.throws(() => call(() => 1), { message: `unknown activation a function; known: ${names.join(', ')}` });
  }
});

test('hardTanh is maxValue where minValue is larger, as ONNX defines Clip', () => {
  const { hardTanh, rrelu } = calls;
  const x = Float32Array.of(-9, -1, 0, 1, 9);
  assert.deepEqual(hardTanh(x, { minValue: 2, maxValue: -2 }), new Float32Array(5).fill(-2));
  assert.deepEqual(hardTanh.derivative(x, { minValue: 2, maxValue: -2 }), new Float32Array(5));
  assert.throws(() => rrelu(x, { lower: 0.5, upper: 0.25 }), {
    name: 'RangeError',
    message: 'rrelu: upper must be at least lower, 0.5, not 0.25',
  });
});
