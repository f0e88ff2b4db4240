/** Handles lie on their curves, and moving one to a place sets the parameter with which the curve passes through it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, find, parsePlot } from 'activation-kernels';
import { handlesOf, valueAt } from '../../web/element/handles.js';
import { layoutOf } from '../../web/element/layout.js';
import { sceneOf } from '../../web/element/scene.js';

/** The handles of a plot. @param {string} query */
function shownIn(query, size = { width: 600, height: 400 }) {
  const { plot, notes } = parsePlot(query);
  assert.deepEqual(notes, [], query);
  const scene = sceneOf(plot);
  assert.ok(scene.kind === 'curves');
  const [{ area, labels }] = layoutOf(scene, size);
  const pixel = {
    x: (scene.x.max - scene.x.min) / (area.right - area.left),
    y: (scene.y.max - scene.y.min) / (area.bottom - area.top),
  };
  return { handles: handlesOf(plot, scene, area, labels), area, labels, pixel, scene, plot };
}

/** The normal distribution function, as the series Σ x^(2k+1) / (1 · 3 · 5 … (2k + 1)) times the density. @param {number} x */
function normal(x) {
  if (Math.abs(x) > 6) return x > 0 ? 1 : 0;
  let [term, sum] = [x, x];
  for (let k = 3; k < 300; k += 2) sum += term *= (x * x) / k;
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/**
 * The curves as textbooks write them, and the kink at each handle: computed from the parameters, without the kernels.
 * @type {Record<string, { f: (x: number, p: any) => number, kinks?: Record<string, (p: any) => number> }>}
 */
const truth = {
  linear: { f: (x, { alpha, beta }) => alpha * x + beta },
  step: { f: (x, { alpha }) => (x > 0 ? 1 : alpha) },
  clampedRelu: {
    f: (x, { negativeSlope, maxValue, threshold }) =>
      x > threshold ? Math.min(x, maxValue) : negativeSlope * (x - threshold),
    kinks: {
      maxValue: ({ maxValue, threshold }) => Math.max(maxValue, threshold),
      threshold: ({ threshold }) => threshold,
    },
  },
  leakyRelu: { f: (x, { negativeSlope: a }) => (x > 0 ? x : a * x) },
  prelu: { f: (x, { slope: a }) => (x > 0 ? x : a * x) },
  thresholdedRelu: { f: (x, { theta }) => (x > theta ? x : 0), kinks: { theta: ({ theta }) => theta } },
  threshold: {
    f: (x, { threshold, value }) => (x > threshold ? x : value),
    kinks: { threshold: ({ threshold }) => threshold },
  },
  elu: { f: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x)) },
  selu: { f: (x, { alpha, gamma }) => gamma * (x > 0 ? x : alpha * Math.expm1(x)) },
  xielu: {
    f: (x, { alphaP, alphaN, beta }) => beta * x + (x > 0 ? alphaP * x * x : alphaN * (Math.expm1(x) - x)),
  },
  celu: { f: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x / alpha)) },
  silu: { f: (x, { beta }) => x / (1 + Math.exp(-beta * x)) },
  softplus: { f: (x, { beta }) => Math.log1p(Math.exp(beta * x)) / beta },
  squareplus: { f: (x, { b }) => (x + Math.sqrt(x * x + b)) / 2 },
  laplace: { f: (x, { mu, sigma }) => normal((x - mu) / sigma) },
  scaledTanh: { f: (x, { alpha, beta }) => alpha * Math.tanh(beta * x) },
  softCap: { f: (x, { cap }) => cap * Math.tanh(x / cap) },
  hardSigmoid: {
    f: (x, { slope, offset }) => Math.min(Math.max(slope * x + offset, 0), 1),
    kinks: { slope: ({ slope, offset }) => (1 - offset) / slope, offset: ({ slope, offset }) => -offset / slope },
  },
  hardTanh: {
    f: (x, { minValue, maxValue }) => Math.min(Math.max(x, minValue), maxValue),
    kinks: { minValue: ({ minValue }) => minValue, maxValue: ({ maxValue }) => maxValue },
  },
  hardShrink: { f: (x, { lambd }) => (Math.abs(x) > lambd ? x : 0), kinks: { lambd: ({ lambd }) => lambd } },
  softShrink: {
    f: (x, { lambd }) => Math.sign(x) * Math.max(Math.abs(x) - lambd, 0),
    kinks: { lambd: ({ lambd }) => lambd },
  },
  shrink: {
    f: (x, { lambd, bias }) => (Math.abs(x) > lambd ? x - Math.sign(x) * bias : 0),
    kinks: { lambd: ({ lambd }) => lambd },
  },
};
// The curve of RReLU shows only the mean of its parameters.
const withParameters = catalogue.filter(
  ({ kind, name, parameters }) => kind === 'elementwise' && name !== 'rrelu' && parameters.length > 0,
);

test('every parameter has a handle in the function’s own range', () => {
  assert.deepEqual(Object.keys(truth).sort(), withParameters.map(({ name }) => name).sort());
  for (const { name, parameters } of withParameters)
    for (const size of [
      { width: 600, height: 400 },
      { width: 340, height: 220 },
    ]) {
      const { handles } = shownIn(`functions=${name}`, size);
      assert.deepEqual(
        handles.map(({ parameter }) => parameter.name),
        parameters.map((p) => p.name),
        name,
      );
    }
});

for (const { name, parameters } of withParameters)
  test(`the handles of ${name} lie on its curve, and a drag makes the curve pass through the pointer`, () => {
    const values = (/** @type {number} */ share) =>
      Object.fromEntries(parameters.map((p) => [p.name, p.slider.min + share * (p.slider.max - p.slider.min)]));
    for (const start of [0.3, 0.6]) {
      const own = values(start);
      const words = Object.entries(own).map((pair) => pair.join('='));
      for (const view of ['', '&derivative&saturation', '&min=-9.5&max=7', '&ymin=-3&ymax=5']) {
        const { handles, pixel, area } = shownIn(`functions=${name}(${words})${view}`);
        for (const handle of handles) {
          const key = handle.parameter.name;
          const { f, kinks } = truth[name];
          const with_ = (/** @type {number} */ value) =>
            Object.fromEntries(
              Object.entries({ ...own, [key]: value }).map(
                ([other, number]) => [other, Math.fround(number)], // a jump is exactly at the float
              ),
            );
          const message = `${name}: ${key} in ${words}${view}`;
          const isNear = (/** @type {number} */ a, /** @type {number} */ b, tolerance = 1e-5) =>
            assert.ok(Math.abs(a - b) <= tolerance, `${message}: ${a} is not ${b}`);
          isNear(handle.y, f(handle.x, with_(own[key])), 1e-4);
          assert.equal(handle.axis === 'x', kinks?.[key] !== undefined, message);
          assert.ok(area.toX(handle.x) >= area.left && area.toX(handle.x) <= area.right, message);
          assert.ok(area.toY(handle.y) >= area.top && area.toY(handle.y) <= area.bottom, message);
          if (kinks?.[key]) isNear(Math.abs(handle.x), Math.abs(kinks[key](own)), 1e-4);
          for (const share of [0, 0.1, 0.45, 0.9, 1]) {
            const { min, max } = handle.parameter;
            const wanted = min + share * (max - min);
            const place = handle.at(wanted);
            const size = pixel[handle.axis];
            const target = place[handle.axis];
            const value = valueAt(handle, target);
            assert.ok(value >= min && value <= max, message);
            const reached = handle.at(value);
            isNear(reached[handle.axis], target, 0.75 * size);
            isNear(reached.y, f(reached.x, with_(value)), 1e-4);
          }
          // Beyond the limits, the handle stays at them.
          const ends = [-1e5, 1e5].map((target) => valueAt(handle, target)).sort((a, b) => a - b);
          assert.deepEqual(ends, [handle.parameter.min, handle.parameter.max], message);
        }
      }
    }
  });

test('values have at most three decimals', () => {
  const { handles, pixel } = shownIn('functions=relu+leakyRelu(negativeSlope=0.07)');
  const [handle] = handles;
  for (let i = 0; i < 50; ++i)
    assert.match(String(valueAt(handle, handle.y - 0.3 * i * pixel.y)), /^-?\d(\.\d{1,3})?$/);
});

test('handles do not overlap: of one function twice, and of functions with the same kink', () => {
  for (const query of [
    'functions=leakyRelu(negativeSlope=0.07)+leakyRelu(negativeSlope=0.1)',
    'functions=elu+celu+elu(alpha=1.1)',
    'functions=hardShrink+softShrink',
    'functions=threshold',
    'functions=shrink',
  ]) {
    const { handles, area } = shownIn(query);
    const parameters = parsePlot(query).plot.functions.flatMap(({ name }) => find(name)?.parameters ?? []);
    assert.equal(handles.length, parameters.length, query);
    const places = handles.map(({ x, y }) => [area.toX(x), area.toY(y)]);
    places.forEach(([x, y], i) => {
      for (const [otherX, otherY] of places.slice(0, i)) assert.ok(Math.hypot(x - otherX, y - otherY) >= 24, query);
    });
  }
});

test('handles of slopes and shapes lie on no label', () => {
  for (const query of ['', 'functions=silu+mish&min=-20&max=20', 'functions=leakyRelu&derivative'])
    for (const size of [
      { width: 860, height: 420 },
      { width: 374, height: 230 },
    ]) {
      const { handles, area, labels } = shownIn(query, size);
      assert.ok(handles.length > 0, query);
      for (const { x, y } of handles)
        for (const { words, box } of labels) {
          const [aside, above] = [
            Math.max(box.left - area.toX(x), area.toX(x) - box.right),
            Math.max(box.top - area.toY(y), area.toY(y) - box.bottom),
          ];
          assert.ok(Math.max(aside, above) > 8, `${query} at ${size.width}: ${words}`);
        }
    }
});

test('a parameter without a visible effect has no handle', () => {
  for (const query of [
    'functions=leakyRelu&min=1&max=5',
    'functions=hardTanh&min=-0.5&max=0.5',
    'functions=elu&min=-4&max=4&ymin=0.1&ymax=3',
    'functions=gelu+relu6+rrelu',
  ])
    assert.deepEqual(shownIn(query).handles, [], query);
});

test('there is a handle at limits and in wide ranges', () => {
  for (const query of [
    'silu(beta=10)',
    'softplus(beta=10)',
    ...[1e-3, 1e3, 3e4, 9e5].map((end) => `leakyRelu(negativeSlope=0.3)&min=-${end}&max=${end}`),
  ])
    assert.equal(shownIn(`functions=${query}`).handles.length, 1, query);
});

test('at λ = 0 a handle is still there, to drag it back', () => {
  for (const query of [
    'softShrink(lambd=0)',
    'hardShrink(lambd=0)',
    'hardTanh(minValue=0,maxValue=0)',
    'thresholdedRelu(theta=0)',
  ]) {
    const { handles, pixel } = shownIn(`functions=${query}`);
    assert.ok(handles.length > 0, query);
    for (const handle of handles) {
      assert.ok(Math.abs(handle.x) < pixel.x, query);
      const isNegative = handle.parameter.name === 'minValue';
      assert.ok(Math.abs(valueAt(handle, isNegative ? -0.7 : 0.7)) > 0.69, query);
    }
  }
});
