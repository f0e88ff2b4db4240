/** Each example is compared with plain arithmetic in doubles. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import test from 'node:test';
import { pass, train, wanted, x } from '../../examples/mlp.js';
import { probabilities } from '../../examples/temperature.js';
import { start } from '../../examples/worker/main.js';
import { model } from '../bench/onnx.js';
import { install } from '../bench/peers.js';

const peers = new URL('../bench/peers/', import.meta.url);
const hasPeers = install();
/** Imports an example whose dependencies are installed in tests/bench/peers/. @param {string} name @returns {Promise<any>} */
function exampleBeside(name) {
  const hook = `export const resolve = (specifier, context, next) =>
    next(specifier, /^(@tensorflow|onnxruntime)/.test(specifier) ? { ...context, parentURL: '${peers}' } : context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
  return import(new URL(`../../examples/${name}`, import.meta.url).href);
}

/** @param {ArrayLike<number>} found @param {number[]} expected */
function assertClose(found, expected, tolerance = 1e-6) {
  assert.equal(found.length, expected.length);
  for (const [i, value] of expected.entries())
    assert.ok(
      Math.abs(found[i] - value) <= tolerance * Math.max(1, Math.abs(value)),
      `${i}: ${found[i]}, not ${value}`,
    );
}

/** The network's loss in doubles. @param {number[]} first @param {number[]} second */
function lossOf(first, second) {
  const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
  return Array.from(wanted).reduce((loss, target, point) => {
    const logit = second.reduce((sum, weight, unit) => {
      const z = [0, 1, 2].reduce((inner, k) => inner + x[3 * point + k] * first[8 * k + unit], 0);
      return sum + weight * z * sigmoid(z);
    }, 0);
    return loss + (sigmoid(logit) - target) ** 2 / 2;
  }, 0);
}

test('mlp.js has at most 40 lines', () => {
  assert.ok(
    readFileSync(new URL('../../examples/mlp.js', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n').length <= 40,
  );
});

test('mlp.js computes the gradient that finite differences give', () => {
  for (const steps of [0, 20]) {
    const weights = train(steps);
    const { loss, gradients } = pass(weights[0], weights[1]);
    const [first, second] = weights.map((matrix) => Array.from(matrix));
    assertClose([loss], [lossOf(first, second)]);
    const differences = [first, second].map((matrix) =>
      matrix.map((weight, i) => {
        const [above, below] = [1e-5, -1e-5].map((change) => {
          matrix[i] = weight + change;
          return lossOf(first, second);
        });
        matrix[i] = weight;
        return (above - below) / 2e-5;
      }),
    );
    differences.forEach((expected, k) => {
      assertClose(gradients[k], expected, 1e-5);
    });
  }
});

test('mlp.js trains until XOR is learned, and the loss always decreases', () => {
  const losses = [0, 10, 100, 1000, 5000].map((steps) => {
    const weights = train(steps);
    return pass(weights[0], weights[1]).loss;
  });
  losses.forEach((loss, i) => {
    assert.ok(i === 0 || loss < losses[i - 1], losses.join(' '));
  });
  assert.ok(losses[4] < 0.01, losses.join(' '));
});

/** @param {number[]} row @param {number} temperature */
function softmax(row, temperature) {
  const powers = row.map((score) => Math.exp(score / temperature));
  return powers.map((power) => power / powers.reduce((sum, other) => sum + other));
}

test('temperature.js computes softmax with a temperature', () => {
  const rows = [
    [2, 1, 0.5],
    [-1, 3, 0.25],
  ];
  for (const temperature of [0.25, 1, 4]) {
    const expected = rows.flatMap((row) => softmax(row, temperature));
    assertClose(probabilities(Float32Array.from(rows.flat()), temperature, 3), expected);
  }
  assertClose(probabilities(Float32Array.of(1, 2), 0.5), softmax([1, 2], 0.5));
});

test('worker/ answers many calls at once, passes options, and reports errors', async () => {
  const { call, stop } = start();
  try {
    const inputs = [1, 2, 3].map((n) => Float32Array.from({ length: 1000 * n }, (_, i) => i / 100 - 5));
    const copies = inputs.map((input) => Array.from(input));
    const results = await Promise.all(inputs.map((input) => call('elu', input, { alpha: 2 })));
    results.forEach((result, i) => {
      assertClose(
        result,
        copies[i].map((z) => (z > 0 ? z : 2 * Math.expm1(z))),
      );
      assert.equal(inputs[i].length, 0);
    });
    await assert.rejects(call('elu', new Float32Array(2), { alfa: 2 }), /unknown option "alfa"/);
    await assert.rejects(call('relu8', new Float32Array(2)), /unknown activation "relu8"/);
  } finally {
    await stop();
  }
});

test('tensorflow.js computes hard swish and its gradient', {
  skip: !hasPeers && !process.env.CI && 'TensorFlow.js could not be installed',
}, async () => {
  const { hardSwish } = await exampleBeside('tensorflow.js');
  const peer = createRequire(peers);
  const tf = peer('@tensorflow/tfjs-core');
  peer('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  const points = [-4, -3, -1, 0, 0.5, 2, 3, 5];
  const input = tf.tensor(points, [2, 4], 'float32');
  const output = hardSwish(input);
  assert.deepEqual(output.shape, [2, 4]);
  assertClose(
    output.dataSync(),
    points.map((z) => z * Math.min(Math.max(z / 6 + 0.5, 0), 1)),
  );
  const slopes = tf.grad(hardSwish)(input, tf.fill([2, 4], 2));
  assertClose(
    slopes.dataSync(),
    points.map((z) => 2 * (z <= -3 ? 0 : z >= 3 ? 1 : z / 3 + 0.5)),
  );
});

test('onnx.js turns the scores of a model into probabilities', {
  skip: !hasPeers && !process.env.CI && 'ONNX Runtime Web could not be installed',
}, async () => {
  const { classify } = await exampleBeside('onnx.js');
  const ort = createRequire(peers)('onnxruntime-web');
  ort.env.wasm.numThreads = 1;
  const bytes = model([[['y'], 'Mul', ['x', 0.5]]]);
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const rows = [
    [2, 1, 0.5],
    [-1, 3, 0.25],
  ];
  const x = new ort.Tensor('float32', Float32Array.from(rows.flat()), [2, 3]);
  const { data, dims } = await classify(session, { x });
  assert.deepEqual([...dims], [2, 3]);
  assertClose(
    data,
    rows.flatMap((row) => softmax(row, 2)),
  );
});
