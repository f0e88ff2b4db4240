/** pipe() has the results of its steps called one after another. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { elu, gelu, leakyRelu, pipe, relu, rrelu, softmax, tanh } from 'activation-kernels';
import { everyExponent } from '../runtimes/digest.js';

/** @param {number} n */
const inputs = (n) => Float32Array.from({ length: n }, (_, i) => Math.sin(i) * 10);
/** @type {any} */
const untyped = pipe;

/** @type {Record<string, [steps: readonly import('../../web/package/kernels.js').Step[], one: (x: Float32Array) => Float32Array]>} */
const chains = {
  nothing: [[], (x) => x],
  'one step': [[gelu], (x) => gelu(x)],
  'steps with parameters': [
    [[elu, { alpha: 2 }], relu, [leakyRelu, { negativeSlope: undefined }], [elu, {}], tanh],
    (x) => tanh(elu(leakyRelu(relu(elu(x, { alpha: 2 }))))),
  ],
  derivatives: [
    [gelu.derivative, [elu.derivative, { alpha: 0.5 }]],
    (x) => elu.derivative(gelu.derivative(x), { alpha: 0.5 }),
  ],
};
for (const [name, [steps, oneByOne]] of Object.entries(chains))
  test(`${name}: pipe() has the bits of the calls`, () => {
    for (const x of [everyExponent(), ...[0, 1, 3, 401, 4095, 4096, 4097, 10_000].map(inputs)]) {
      const before = x.slice();
      const wanted = oneByOne(x);
      const result = pipe(x, steps);
      assert.notEqual(result, x);
      assert.deepEqual(result, wanted);
      assert.deepEqual(x, before);
      assert.equal(pipe(x, steps, { out: x }), x);
      assert.deepEqual(x, wanted);
    }
  });

test('out may overlap x in any way', () => {
  for (const distance of [-5000, -3, 0, 1, 4096, 5000]) {
    const memory = new Float32Array(20_000);
    const x = memory.subarray(5000, 15_000);
    x.set(inputs(10_000));
    const wanted = tanh(relu(x));
    const out = memory.subarray(5000 + distance, 15_000 + distance);
    assert.deepEqual(pipe(x, [relu, tanh], { out }), wanted);
  }
});

const x = Float32Array.of(1, 2);
const step = (/** @type {number} */ i) => `pipe: step ${i} must be an elementwise activation or its derivative, not`;
/** @type {[message: string, name: string, ...given: unknown[]][]} */
const wrong = [
  ['pipe: x must be a Float32Array, not an Array; wrap it: Float32Array.from(x)', 'TypeError', [1], [relu]],
  ['pipe: steps must be an array of activations, not a function; write [relu]', 'TypeError', x, relu],
  ['pipe: steps must be an array of activations, not "relu"; write [relu]', 'TypeError', x, 'relu'],
  ['pipe: steps must be an array of activations, not a function', 'TypeError', x, () => 1],
  ['pipe: steps must be an array of activations, not undefined', 'TypeError', x],
  [`${step(2)} "relu"; pass the function: relu, or activation("relu")`, 'TypeError', x, [relu, 'relu']],
  [`${step(1)} "swish"; pass the function: silu, or activation("silu")`, 'TypeError', x, [['swish', { beta: 2 }]]],
  [`${step(1)} "rellu"; pass the function: relu, or activation("relu")`, 'TypeError', x, ['rellu']],
  [`${step(1)} "☃"`, 'TypeError', x, ['☃']],
  [`${step(1)} softmax; softmax takes whole rows: call it by itself`, 'TypeError', x, [softmax]],
  [`${step(1)} "glu"; glu takes whole rows: call it by itself`, 'TypeError', x, ['glu']],
  [`${step(1)} a Float32Array; pass the function itself, without calling it`, 'TypeError', x, [relu(x)]],
  [`${step(1)} tanh; this tanh is of another module, or of another copy of this package`, 'TypeError', x, [Math.tanh]],
  [`${step(1)} sin`, 'TypeError', x, [Math.sin]],
  [`${step(1)} a function`, 'TypeError', x, [() => 1]],
  [`${step(1)} undefined`, 'TypeError', x, [[]]],
  [`${step(1)} null`, 'TypeError', x, [null]],
  ['elu in pipe: unknown option "beta"; allowed: alpha; did you mean alpha?', 'TypeError', x, [[elu, { beta: 1 }]]],
  ['relu in pipe: unknown option "out"; allowed: none', 'TypeError', x, [[relu, { out: x }]]],
  ['rrelu in pipe: unknown option "seed"; allowed: lower, upper', 'TypeError', x, [relu, [rrelu, { seed: 1 }]]],
  ['elu in pipe: alpha must be finite as a 32-bit float, not NaN', 'RangeError', x, [[elu, { alpha: Number.NaN }]]],
  ['pipe: unknown option "into"; allowed: out', 'TypeError', x, [relu], { into: x }],
  ['pipe: out must have the length of x, 2, not 3', 'RangeError', x, [relu], { out: new Float32Array(3) }],
  ['pipe: out must be a Float32Array, not null', 'TypeError', x, [relu], { out: null }],
];
for (const [message, name, ...given] of wrong)
  test(message, () => {
    assert.throws(() => untyped(...given), { name, message });
    assert.deepEqual(x, Float32Array.of(1, 2));
  });
