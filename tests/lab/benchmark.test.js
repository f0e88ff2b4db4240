/** The benchmark of the experiment about cost, and the loops that it measures. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { activation, find } from 'activation-kernels';
import { measure, spreadOf } from '../../web/lab/benchmark.js';
import { parseExperiment } from '../../web/lab/grammar.js';
import { loops } from '../../web/lab/loops.js';

test('a spread holds the quartiles', () => {
  assert.deepEqual(spreadOf([5, 1, 4, 2, 3]), { low: 2, median: 3, high: 4 });
});

const relu = [{ name: 'relu', parameters: {} }];

for (const pass of /** @type {const} */ (['value', 'backward']))
  test(`measure() times the ${pass} step by step`, () => {
    const steps = measure(relu, pass, 401);
    const shares = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    assert.deepEqual(shares, shares.toSorted());
    assert.equal(shares.at(-1), 1);
    const [{ label, loop, kernel, ratio }] = step.value.timings;
    assert.equal(label, 'ReLU');
    assert.ok(loop && ratio);
    for (const { low, median, high } of [loop, kernel]) assert.ok(0 < low && low <= median && median <= high);
    assert.ok(ratio > 0);
  });

test('a clock that stands still is an error, not an endless loop', () => {
  const { now } = performance;
  performance.now = () => 5;
  try {
    assert.throws(() => measure(relu, 'value', 401).next(), /^Error: The browser’s clock does not advance\.$/);
  } finally {
    performance.now = now;
  }
});

test('a pause while the clock’s resolution is measured does not lengthen the benchmark', () => {
  const { now } = performance;
  const { value } = loops.relu;
  let time = 0;
  let looks = 0;
  performance.now = () => {
    time += ++looks === 4 ? 1000 : 0.1;
    return time;
  };
  loops.relu.value = () => {
    time += 0.001;
  };
  try {
    measure(relu, 'value', 401).next();
    assert.ok(looks > 4 && time < 1100, `${time} ms`);
  } finally {
    performance.now = now;
    loops.relu.value = value;
  }
});

test('a function that the engine recompiles meanwhile is still timed for the minimum time', () => {
  const { now } = performance;
  const { value } = loops.relu;
  performance.now = () => Math.floor(now.call(performance));
  let until = 0;
  loops.relu.value = () => {
    until ||= now.call(performance) + 100;
    while (now.call(performance) < until);
  };
  try {
    const steps = measure(relu, 'value', 401);
    let step = steps.next();
    while (!step.done) step = steps.next();
    assert.ok(Number(step.value.timings[0].loop?.low) > 0, JSON.stringify(step.value));
  } finally {
    performance.now = now;
    loops.relu.value = value;
  }
});

test('variants of a function have labels of their own', () => {
  const { functions } = parseExperiment('functions=leakyRelu(negativeSlope=0.1)+leakyRelu+gelu').experiment;
  const steps = measure(functions, 'value', 401);
  let step = steps.next();
  while (!step.done) step = steps.next();
  assert.deepEqual(
    step.value.timings.map(({ label }) => label),
    ['Leaky ReLU (a = 0.1)', 'Leaky ReLU (a = 0.01)', 'GELU'],
  );
});

test('of a function without loops, only the kernel is timed', () => {
  const { relu } = loops;
  delete loops.relu;
  try {
    const steps = measure(parseExperiment('functions=relu+gelu').experiment.functions, 'backward', 401);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const [first, second] = step.value.timings;
    assert.deepEqual(Object.keys(first), ['label', 'kernel']);
    assert.ok(first.kernel.median > 0 && second.loop && second.loop.median > 0);
  } finally {
    loops.relu = relu;
  }
});

for (const [name, { value, backward }] of Object.entries(loops))
  test(`the loops of ${name} agree with the kernels`, () => {
    const { parameters = [], kind } = find(name) ?? {};
    assert.equal(kind, 'elementwise');
    const f = activation(/** @type {string} */ (name));
    const x = Float32Array.from({ length: 401 }, (_, i) => (i - 200) / 25);
    const gradient = x.map((at) => Math.cos(at));
    const out = new Float32Array(x.length);
    const near = (/** @type {Float32Array} */ wanted) =>
      out.forEach((y, i) => {
        const bound = 1e-5 * Math.max(1, Math.abs(wanted[i]));
        assert.ok(Math.abs(y - wanted[i]) < bound, `${name}(${x[i]}) = ${y}, not ${wanted[i]}`);
      });
    for (const share of [0, 0.3, 0.6]) {
      const values = parameters.map((p) => Math.fround(share ? p.min + share * (p.max - p.min) : p.default));
      const options = Object.fromEntries(parameters.map((p, i) => [p.name, values[i]]));
      value(x, out, ...values);
      near(f(x, options));
      backward(gradient, x, out, ...values);
      near(f.backward(gradient, x, options));
    }
  });
