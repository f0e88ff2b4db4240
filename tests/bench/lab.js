/**
 * `node tests/bench/lab.js`, after a build, times training beside TensorFlow.js, and asserts nothing. Both train the same
 * network, 2-32-32-1 with relu, on the same data, with sigmoid cross entropy over minibatches of 32. A step is a forward
 * pass, a backward pass and an update. build/bench-lab.json receives the results.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { createNetwork, defaults } from '../../web/lab/network.js';
import { measure } from './measure.js';
import { install } from './peers.js';
import { tensorflowCore } from './rivals.js';
import { grouped } from './table.js';

/** @typedef {import('../../web/lab/network.js').Network} Network */
/** @typedef {import('../../web/lab/network.js').NetworkOptions} NetworkOptions */

if (!install()) {
  console.error('lab: npm ci in tests/bench/peers/ failed; run it there to see why.');
  process.exit(1);
}
const tf = await tensorflowCore();

// npm's tfjs-core has its gradients only as modules for bundlers. They register themselves with the imported core.
const gradients = await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    lib: {
      entry: fileURLToPath(
        new URL('peers/node_modules/@tensorflow/tfjs-core/dist/register_all_gradients.js', import.meta.url),
      ),
      formats: ['es'],
    },
    write: false,
  },
});
const [{ output }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (gradients);
await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);

/**
 * TensorFlow.js's network, with our initial weights. Our steps do more work: they gather shuffled minibatches and return
 * the losses. TensorFlow.js's minibatches are ready-made tensors in the order of the data.
 * @param {Network} ours @param {NetworkOptions} options
 */
function rival(ours, { layers, optimiser, learningRate, momentum, batch }) {
  const { data } = ours;
  const weights = ours.weights();
  let at = 0;
  /** @param {number[]} shape */
  const take = (...shape) => {
    const size = shape.reduce((a, b) => a * b);
    at += size;
    return tf.variable(tf.tensor(weights.slice(at - size, at), shape));
  };
  const widths = [data.inputs, ...layers, data.outputs];
  const dense = widths.slice(1).map((width, i) => ({ matrix: take(widths[i], width), biases: take(width) }));
  const batches = Array.from({ length: Math.ceil(data.count / batch) }, (_, i) => {
    const y = data.y.subarray(i * batch, (i + 1) * batch);
    const x = data.x.slice(i * batch * data.inputs, (i * batch + y.length) * data.inputs);
    return {
      x: tf.tensor(x, [y.length, data.inputs]),
      signs: tf.tensor(
        y.map((one) => 1 - 2 * one),
        [y.length, 1],
      ),
    };
  });
  const loss = (/** @type {any} */ { x, signs }) => {
    const z = dense.reduce((a, { matrix, biases }, i) => tf.add(tf.matMul(i > 0 ? tf.relu(a) : a, matrix), biases), x);
    return tf.mean(tf.softplus(tf.mul(signs, z))); // tf.losses.sigmoidCrossEntropy takes eight operations
  };
  const optimizer = optimiser === 'adam' ? tf.train.adam(learningRate) : tf.train.momentum(learningRate, momentum);
  let steps = 0;
  return {
    step: () => tf.tidy(() => optimizer.minimize(() => loss(batches[steps++ % batches.length]))),
    loss: () => tf.tidy(() => loss(batches[0]).dataSync()[0]),
  };
}

/** Whether both learn the same, where the order of the samples does not matter. @param {NetworkOptions} options */
function check(options) {
  const all = { ...options, batch: 256 };
  const ours = createNetwork(all);
  const theirs = rival(ours, all);
  ours.step(30);
  for (let i = 0; i < 30; ++i) theirs.step();
  const [a, b] = [ours.loss(), theirs.loss()];
  if (!(Math.abs(a / b - 1) < 1e-3)) throw new Error(`lab: the losses after 30 steps differ: ${a} and ${b}`);
}

const machine = { node: process.version, cpu: cpus()[0].model, date: new Date().toISOString() };
console.log(`Node.js ${machine.node}, ${machine.cpu}, ${machine.date}`);
console.log('2-32-32-1, relu, batches of 32. Steps per second: median [min–max]; × the time of the first line.');
const all = [];
for (const optimiser of /** @type {const} */ (['sgd', 'adam'])) {
  /** @type {NetworkOptions} */
  const options = { ...defaults, optimiser, learningRate: 0.001 };
  check(options);
  const ours = createNetwork(options);
  const theirs = rival(ours, options);
  const group = { group: optimiser, count: 1, expected: () => [] };
  const figures = await measure(
    [
      { ...group, name: 'ours, 100 steps a call', n: 100, run: () => ours.step(100) },
      { ...group, name: 'ours, a call for each', n: 1, run: () => ours.step() },
      { ...group, name: 'TensorFlow.js', n: 1, run: theirs.step },
    ],
    31,
    Math.random,
  );
  all.push(...figures);
  console.log(`\n${optimiser}`);
  for (const { name, ns, ratio } of figures) {
    const [median, min, max] = [ns.median, ns.max, ns.min].map((each) => grouped(Math.round(1e9 / each)));
    console.log(`  ${name.padEnd(24)} ${median} [${min}–${max}]  ${ratio.toFixed(2)}`);
  }
}
writeFileSync(
  new URL('../../build/bench-lab.json', import.meta.url),
  `${JSON.stringify({ ...machine, figures: all }, undefined, 2)}\n`,
);
process.exit();
