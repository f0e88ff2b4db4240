/** sample(): the grid by index, the kinks, both ends, and errors. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, parsePlot, sample } from 'activation-kernels';
import { gridOf } from '../../web/package/grid.js';
import { calls, generator, namesOf, untyped } from './helpers.js';

const names = namesOf('elementwise');

/** @param {Float32Array} x @returns {boolean} */
const ascends = (x) => x.every((value, i) => i === 0 || value > x[i - 1]);

test("the article's plot has 401 points, min + i * step each, and 0 itself", () => {
  const { x, y, derivative, kinks } = sample('leakyRelu', { min: -20, max: 20, step: 0.1, negativeSlope: 0.07 });
  assert.equal(x.length, 401);
  for (let i = 0; i <= 400; ++i) assert.equal(x[i], Math.fround(-20 + i * 0.1));
  assert.ok(Object.is(x[200], 0));
  assert.deepEqual(y, calls.leakyRelu(x, { negativeSlope: 0.07 }));
  assert.deepEqual(derivative, calls.leakyRelu.derivative(x, { negativeSlope: 0.07 }));
  assert.deepEqual(
    kinks.map((kink) => kink.x),
    [0],
  );
  assert.deepEqual(kinks[0].derivative, [Math.fround(0.07), 1]);
});

test('without options a curve has 401 points on its own range with the default parameters', () => {
  for (const name of names) {
    const { x, y, derivative, kinks } = sample(name);
    assert.ok(x.length >= 401);
    const { min, max } = gridOf(parsePlot(`functions=${name}`).plot);
    assert.deepEqual([x[0], x[x.length - 1]], [min, max]);
    // Where f jumps, x occurs twice, with the two limits in place of the value.
    const jumps = kinks.filter((kink) => kink.y[0] !== kink.y[1]).map((kink) => kink.x);
    assert.ok(ascends(x.filter((v, i) => v !== x[i - 1] || !jumps.includes(v))), name);
    const off = (/** @type {Float32Array} */ values) => values.filter((_, i) => !jumps.includes(x[i]));
    assert.deepEqual([y, derivative].map(off), [calls[name](x), calls[name].derivative(x)].map(off), name);
    assert.deepEqual(sample(name, { min: undefined, max: undefined, step: undefined }), sample(name));
  }
});

test('samples are the grid by index, both ends and the kinks inside, each once, for many ranges and steps', () => {
  const random = generator(7);
  for (let i = 0; i < 500; ++i) {
    const min = Math.round(random() * -200) / 10;
    const max = min + 0.1 + random() * 20;
    const step = i % 3 === 0 ? 0.1 : (max - min) * (0.001 + random() * 1.2);
    const name = names[i % names.length];
    const { x, kinks } = sample(name, { min, max, step });
    const expected = new Set([max, ...kinks.map((kink) => kink.x)].map(Math.fround));
    for (let k = 0; min + k * step < max; ++k) expected.add(Math.fround(min + k * step));
    assert.deepEqual(
      [...new Set(x)],
      [...expected].map((v) => v + 0).sort((a, b) => a - b),
      `${name}, ${min} to ${max} by ${step}`,
    );
  }
});

test('the last grid point is max where the division rounds down', () => {
  assert.deepEqual([...sample('relu', { min: 0, max: 0.3, step: 0.1 }).x], [0, 0.1, 0.2, 0.3].map(Math.fround));
});

test('a step wider than the range leaves both ends, and max is a sample even off the grid', () => {
  assert.deepEqual([...sample('relu', { min: 1, max: 2, step: 5 }).x], [1, 2]);
  assert.deepEqual([...sample('relu', { min: 1, max: 2, step: 0.75 }).x], [1, 1.75, 2]);
});

test('a kink off the grid is a sample of its own, with the limits of f and f′', () => {
  const { x, y, derivative, kinks } = sample('relu6', { min: -1, max: 7, step: 0.3 });
  assert.ok(ascends(x));
  for (const [at, value, before, after] of [
    [0, 0, 0, 1],
    [6, 6, 1, 0],
  ]) {
    assert.equal(y[x.indexOf(at)], value);
    assert.equal(derivative[x.indexOf(at)], 0);
    const kink = kinks.find((candidate) => candidate.x === at);
    assert.deepEqual(kink?.derivative, [before, after]);
    assert.deepEqual(kink?.y, [value, value]);
    assert.deepEqual(kink?.at, [value, 0]);
  }
  assert.equal(kinks.length, 2);
});

test('a kink has the limits of f and f′ from both sides, and their values there', () => {
  const slope = Math.fround(0.07);
  assert.deepEqual(sample('step').kinks, [{ x: 0, y: [0, 1], derivative: [0, 0], at: [0, 0] }]);
  assert.deepEqual(sample('leakyRelu', { negativeSlope: 0.07 }).kinks, [
    { x: 0, y: [0, 0], derivative: [slope, 1], at: [0, slope] },
  ]);
  const [left, right] = sample('hardShrink').kinks;
  // The limits are values at the neighbouring floats.
  assert.deepEqual(left, { x: -0.5, y: [-0.5 - 2 ** -24, -0], derivative: [1, 0], at: [-0, 0] });
  assert.deepEqual(right, { x: 0.5, y: [0, 0.5 + 2 ** -24], derivative: [0, 1], at: [0, 0] });
});

test('kinks depend on the parameters, are omitted outside the range, and vanish if the slope does not change', () => {
  const at = (/** @type {Record<string, number>} */ options) => sample('hardTanh', options).kinks.map((kink) => kink.x);
  assert.deepEqual(at({ minValue: -0.25, maxValue: 2 }), [-0.25, 2]);
  assert.deepEqual(at({ minValue: -0.25, maxValue: 3 }), [-0.25, 3]);
  assert.deepEqual(at({ minValue: -0.25, maxValue: 3, max: 2.5 }), [-0.25]);
  assert.deepEqual(at({ minValue: -0.25, maxValue: 3, min: 0, max: 1 }), []);
  assert.deepEqual(at({ minValue: -0.25, maxValue: 3, min: -0.25, max: 3 }), []);
  assert.deepEqual(at({ minValue: 1, maxValue: 1 }), []);
  assert.deepEqual(sample('leakyRelu', { negativeSlope: 1 }).kinks, []);
  assert.equal(sample('hardTanh', { min: 2, max: 3, step: 0.5 }).x.length, 3);
});

test('samples that are equal as float32 are one sample', () => {
  assert.deepEqual([...sample('relu', { min: 1, max: 1 + 2 ** -23, step: 1e-10 }).x], [1, 1 + 2 ** -23]);
  assert.deepEqual([...sample('relu', { min: 0, max: 1e-45 }).x], [0, 2 ** -149]);
});

test('the widest range and the largest number of points work', () => {
  assert.equal(sample('identity', { min: -3e38, max: 3e38 }).x.length, 401);
  assert.equal(sample('identity', { min: 0, max: 999_999, step: 1 }).x.length, 1_000_000);
});

test('sample() accepts every alias', () => {
  for (const { name, aliases, kind } of catalogue)
    if (kind === 'elementwise')
      for (const alias of Object.values(aliases).flat()) assert.deepEqual(sample(alias), sample(name));
});

/** @type {[unknown[], string, RegExp][]} */
const wrong = [
  [['gelo'], 'RangeError', /^unknown activation "gelo"; known: identity, linear, step, relu, /],
  [[''], 'RangeError', /^unknown activation ""/],
  [[undefined], 'RangeError', /^unknown activation undefined; known: [\w, ]+$/], // no function is similar to it
  [['__proto__'], 'RangeError', /^unknown activation "__proto__"/],
  [['softmax'], 'TypeError', /^sample: softmax is not elementwise and has no curve$/],
  [['torch.nn.GLU', { min: 1 }], 'TypeError', /^sample: glu is not elementwise and has no curve$/],
  [['celu', { alpha: 0 }], 'RangeError', /^sample: alpha must be above 0, not 0$/],
  [['relu', null], 'TypeError', /^sample: options must be an object such as { min: … }, not null$/],
  [['relu', 'min'], 'TypeError', /^sample: options must be an object such as { min: … }, not "min"$/],
  [['relu', { negativeSlope: 1 }], 'TypeError', /^sample: unknown option "negativeSlope"; allowed: min, max, step$/],
  [['relu', { out: new Float32Array(401) }], 'TypeError', /^sample: unknown option "out"; allowed: min, max, step$/],
  [['leakyRelu', { negativeSlope: '1' }], 'TypeError', /^sample: negativeSlope must be a number, not "1"$/],
  [['relu', { min: '0' }], 'TypeError', /^sample: min must be a number, not "0"$/],
  [['relu', { max: null }], 'TypeError', /^sample: max must be a number, not null$/],
  [['relu', { min: 1n }], 'TypeError', /^sample: min must be a number, not /],
  [['relu', { min: NaN }], 'RangeError', /^sample: min must be finite as a 32-bit float, not NaN$/],
  [['relu', { max: 1e39 }], 'RangeError', /^sample: max must be finite as a 32-bit float, not 1e\+39$/],
  [['relu', { min: 1, max: 1 }], 'RangeError', /^sample: min must be below max as 32-bit floats, not 1 with max 1$/],
  [['relu', { min: 1, max: 1 + 1e-9 }], 'RangeError', /^sample: .* as 32-bit floats, not 1 with max 1\.000000001$/],
  [
    ['relu', { min: 30, max: 20 }],
    'RangeError',
    /^sample: min must be below max as 32-bit floats, not 30 with max 20$/,
  ],
  [['relu', { step: 0 }], 'RangeError', /^sample: step must be above 0, not 0$/],
  [['relu', { step: -1 }], 'RangeError', /^sample: step must be above 0, not -1$/],
  [['relu', { step: Infinity }], 'RangeError', /^sample: step must be finite as a 32-bit float, not Infinity$/],
  [
    ['relu', { min: 0, max: 1e6, step: 1 }],
    'RangeError',
    /^sample: step must be at least 1\.00\d+ for this range, not 1$/,
  ],
  [['relu', { step: 1e-9 }], 'RangeError', /^sample: step must be at least 0\.0000\d+ for this range, not 1e-9$/],
];

test('wrong arguments are a TypeError or RangeError with the value and what is allowed', () => {
  for (const [given, name, message] of wrong)
    assert.throws(() => untyped(sample)(...given), { name, message }, String(message));
});
