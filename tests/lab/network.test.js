/** The lab's network: it agrees with a plain reference, is deterministic, and reports errors. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { createNetwork, defaults, tasks } from '../../web/lab/network.js';
import { untyped } from '../package/helpers.js';
import { activations, reference } from './reference.js';

/** @typedef {import('../../web/lab/network.js').NetworkOptions} NetworkOptions */

/** @param {number} actual @param {number} expected @param {string} what */
function assertClose(actual, expected, what) {
  assert.ok(Math.abs(actual / expected - 1) <= 1e-4, `${what}: ${actual}, expected ${expected}`);
}

const sizes = { layers: [12, 7], batch: 20, seed: 3 };
/** @type {Record<string, Partial<NetworkOptions>>} */
const optimisers = {
  'SGD with momentum, from Glorot': { optimiser: 'sgd', learningRate: 0.02, initialisation: 'glorot' },
  'SGD without momentum': { optimiser: 'sgd', learningRate: 0.05, momentum: 0 },
  Adam: { optimiser: 'adam', learningRate: 0.005 },
};
for (const [name, own] of Object.entries(optimisers))
  test(`100 steps of ${name} agree with the reference to 1e-4 of the loss`, () => {
    for (const { name: task } of tasks())
      for (const activation of Object.keys(activations)) {
        const options = { ...defaults, ...sizes, ...own, task, activation };
        const network = createNetwork(options);
        const plain = reference(network.data, options);
        assert.deepEqual(network.weights(), plain.weights(), `${task}, ${activation}: the initial weights`);
        const losses = network.step(100);
        assert.equal(losses.length, 100);
        losses.forEach((loss, i) => {
          assertClose(loss, plain.step(), `${task}, ${activation}, step ${i + 1}`);
        });
        assertClose(network.loss(), plain.loss(), `${task}, ${activation}, all data`);
      }
  });

test('equal options produce equal bits, however many steps a call takes', () => {
  const [a, b, c] = [createNetwork(), createNetwork(), createNetwork({ seed: 2 })];
  const losses = a.step(300);
  const portions = [1, 99, 0, 200].flatMap((n) => Array.from(b.step(n)));
  assert.deepEqual(Array.from(losses), portions);
  assert.deepEqual(a.weights(), b.weights());
  c.step(300);
  assert.notDeepEqual(a.weights(), c.weights());
  assert.deepEqual([a.steps, a.stepsPerEpoch, a.diverged], [300, 8, false]);
  assert.equal(createNetwork().step(5000).length, 5000);
});

test('the network learns every task', () => {
  for (const { name, classes } of tasks()) {
    const network = createNetwork({ task: name, activation: 'tanh' });
    network.step(3000);
    if (classes > 0) assert.ok(Number(network.accuracy()) > 0.97, `${name}: ${network.accuracy()}`);
    else assert.ok(network.loss() < 0.03, `${name}: ${network.loss()}`);
  }
});

test('data, predict() and probe() agree with loss() and accuracy()', () => {
  for (const { name, inputs, outputs, classes, count } of tasks()) {
    const network = createNetwork({ task: name });
    network.step(50);
    const { data } = network;
    assert.deepEqual([data.inputs, data.outputs, data.classes, data.count], [inputs, outputs, classes, count]);
    assert.deepEqual([data.x.length, data.y.length], [count * inputs, count]);
    const z = network.predict(data.x);
    assert.equal(z.length, count * outputs);
    const answers = network.probe(data.x);
    const rows = Array.from(data.y, (y, i) => ({ y, z: z.subarray(i * outputs, (i + 1) * outputs), is: answers[i] }));
    const expected = rows.map(({ z: [first, ...others] }) => {
      if (classes === 0) return first;
      return others.length === 0 ? Number(first > 0) : [first, ...others].indexOf(Math.max(first, ...others));
    });
    assert.deepEqual(Array.from(answers), expected, name);
    if (classes === 0) {
      assert.equal(network.accuracy(), undefined);
      assertClose(network.loss(), rows.reduce((sum, { y, is }) => sum + (is - y) ** 2, 0) / count, name);
    } else assert.equal(network.accuracy(), rows.filter(({ y, is }) => y === is).length / count, name);
  }
});

test('predict() and probe() take any number of points', () => {
  const network = createNetwork();
  const points = Float32Array.from({ length: 2 * 1500 }, (_, i) => Math.sin(i));
  const all = network.predict(points);
  for (const i of [0, 511, 512, 1499])
    assert.equal(all[i], network.predict(points.subarray(2 * i, 2 * i + 2))[0], `point ${i}`);
  assert.deepEqual(
    network.probe(points),
    all.map((z) => Number(z > 0)),
  );
  assert.equal(network.predict(new Float32Array(0)).length, 0);
});

test('alive() marks the units that some sample activates; units of a smooth function stay alive', () => {
  const marks = createNetwork({ activation: 'tanh', layers: [5, 64, 3] }).alive();
  assert.deepEqual(
    marks.map(({ length }) => length),
    [5, 64, 3],
  );
  assert.ok(marks.every((layer) => layer.every((mark) => mark === 1)));
  // theta is above every z: the first layer outputs zeros, and so do the layers behind it.
  const off = createNetwork({ activation: 'thresholdedRelu', parameters: { theta: 1000 } }).alive();
  assert.ok(off.every((layer) => layer.every((mark) => mark === 0)));
  const relu = createNetwork({ task: 'ring', learningRate: 0.3 });
  relu.step(200);
  const shares = relu.alive().map((layer) => layer.reduce((sum, mark) => sum + mark, 0));
  assert.ok(
    shares.some((share) => share < 32),
    `${shares} of 32`,
  );
});

test('gradientNorms() has a number for each layer, 0 for a dead one', () => {
  const network = createNetwork({ activation: 'step' });
  network.step();
  const [first, second, last] = network.gradientNorms();
  assert.deepEqual([first, second], [0, 0]);
  assert.ok(last > 0);
  assert.equal(createNetwork({ layers: [] }).gradientNorms().length, 1);
});

test('weights() holds every weight and bias', () => {
  const sizeOf = (/** @type {number[]} */ layers) => createNetwork({ layers }).weights().length;
  assert.equal(sizeOf([]), 3);
  assert.equal(sizeOf([5]), 3 * 5 + 6);
  assert.equal(sizeOf([64, 64, 64, 64]), 3 * 64 + 3 * 65 * 64 + 65);
});

test('a learning rate of a million throws no error, and a diverged network no longer changes', () => {
  for (const { name: task } of tasks())
    for (const optimiser of /** @type {const} */ (['sgd', 'adam']))
      for (const activation of ['relu', 'identity', 'tanh', 'exponential', 'softplus']) {
        const network = createNetwork({ task, optimiser, activation, learningRate: 1e6 });
        const losses = network.step(500);
        assert.ok(losses.every(Number.isFinite));
        assert.ok(network.diverged || losses.length === 500);
        network.loss();
        network.accuracy();
        network.alive();
        network.probe(network.data.x);
      }
  const network = createNetwork({ task: 'curve', optimiser: 'sgd', activation: 'identity', learningRate: 1e6 });
  const losses = network.step(100);
  assert.ok(typeof network.diverged === 'number' && network.diverged < 100);
  assert.equal(network.steps, network.diverged);
  assert.ok(losses.length === network.diverged || losses.length === network.diverged - 1);
  const weights = network.weights();
  assert.equal(network.step(10).length, 0);
  assert.equal(network.steps, network.diverged);
  assert.deepEqual(network.weights(), weights);
});

test('errors name the given and the allowed values', () => {
  /** @type {[unknown, ErrorConstructor, RegExp][]} */
  const wrong = [
    [null, TypeError, /createNetwork: options must be an object, not null/],
    [{ rate: 1 }, TypeError, /unknown option "rate"; allowed: task, activation, /],
    [{ toString: 1 }, TypeError, /unknown option "toString"/],
    [{ task: 'mnist' }, RangeError, /task must be one of curve, moons, spirals, ring, iris, not "mnist"/],
    [{ activation: 'softmax' }, RangeError, /activation must be one of identity, .*, not "softmax"/],
    [{ activation: 3 }, TypeError, /activation must be one of .*, not 3/],
    [{ parameters: { alpha: 1 } }, TypeError, /unknown option "alpha"; allowed: none/],
    [{ activation: 'celu', parameters: { alpha: 0 } }, RangeError, /alpha must be above 0, not 0/],
    [{ layers: '32' }, TypeError, /layers must be an array, not "32"/],
    [{ layers: [8, 65] }, RangeError, /layers\[1\] must be an integer from 1 to 64, not 65/],
    [{ layers: [8, 2.5] }, RangeError, /layers\[1\] must be an integer from 1 to 64, not 2\.5/],
    [{ layers: [1, 2, 3, 4, 5] }, RangeError, /layers must hold at most 4 numbers, not 5/],
    [{ optimiser: 'adagrad' }, RangeError, /optimiser must be one of sgd, adam, not "adagrad"/],
    [{ initialisation: 'zero' }, RangeError, /initialisation must be one of he, glorot, not "zero"/],
    [{ learningRate: 0 }, RangeError, /learningRate must be above 0, not 0/],
    [{ learningRate: '1' }, TypeError, /learningRate must be a number, not "1"/],
    [{ learningRate: Infinity }, RangeError, /learningRate must be finite as a 32-bit float, not Infinity/],
    [{ momentum: 1 }, RangeError, /momentum must be at least 0 and below 1, not 1/],
    [{ batch: 0 }, RangeError, /batch must be an integer from 1 to 512, not 0/],
    [{ seed: -1 }, RangeError, /seed must be an integer from 0 to 4294967295, not -1/],
  ];
  for (const [options, name, message] of wrong)
    assert.throws(() => createNetwork(untyped(options)), { name: name.name, message });
  const network = createNetwork();
  assert.throws(() => network.step(-1), /step: n must be an integer from 0 to 1000000, not -1/);
  assert.throws(() => network.predict(new Float32Array(3)), /predict: points must hold 2 numbers each, not 3 in all/);
  assert.throws(() => network.probe(untyped([1, 2])), /probe: points must be a Float32Array, not an Array; wrap it: /);
  assert.equal(network.steps, 0);
});
