/** The range of a plot that gives none: the table of the C++ headers, and by hand. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, find, parsePlot, sample } from 'activation-kernels';
import { gridOf } from '../../web/package/grid.js';
import { namesOf } from './helpers.js';

/** The ranges in the headers, by function. @type {Record<string, number[]>} */
const views = {};
const folder = new URL('../../cpp/activations/', import.meta.url);
for (const file of readdirSync(folder)) {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const [, name] = text.match(/\.name = "(\w+)"/) ?? [];
  const [, min, max] = text.match(/\.view = \{(-?[\d.]+), (-?[\d.]+)\}/) ?? [];
  if (name && min) views[name] = [Number(min), Number(max)];
}

/** @param {string} query */
function rangeOf(query) {
  const { plot, notes } = parsePlot(query);
  assert.deepEqual(notes, [], query);
  const { min, max, step } = gridOf(plot);
  assert.equal(step, (max - min) / 400, query);
  return [min, max];
}

test('a function alone has the range of its header, and ReLU and Leaky ReLU that of the tutorial', () => {
  assert.deepEqual(Object.keys(views).sort(), namesOf('elementwise').sort());
  for (const [name, [min, max]] of Object.entries(views)) {
    assert.deepEqual(find(name)?.view, { min, max }, name);
    const isTutorial = name === 'relu' || name === 'leakyRelu';
    assert.deepEqual(rangeOf(`functions=${name}`), isTutorial ? [-20, 20] : [min, max], name);
  }
  assert.equal(find('softmax')?.view, undefined);
});

for (const [query, expected] of /** @type {[string, [number, number]][]} */ ([
  ['', [-20, 20]],
  ['functions=', [-20, 20]],
  ['functions=softmax', [-20, 20]],
  ['functions=leakyRelu(negativeSlope=0.3)+relu+leakyRelu', [-20, 20]],
  ['functions=relu+gelu', [-4, 4]],
  ['functions=gelu+relu', [-4, 4]],
  ['functions=relu6+softShrink', [-3, 9]],
  ['functions=hardShrink+thresholdedRelu+sigmoid', [-6, 6]],
  // Kinks that parameters move, with an eighth of the range as room.
  ['functions=hardShrink(lambd=4)', [-5, 5]],
  ['functions=hardShrink(lambd=1.2)', [-2, 2]],
  ['functions=hardShrink(lambd=1.6)', [-2.5, 2.5]],
  ['functions=hardTanh(minValue=-10)', [-12, 3]],
  ['functions=threshold(threshold=4)', [-4, 5]],
  ['functions=hardShrink(lambd=4)+gelu', [-5, 5]],
  ['functions=hardShrink(lambd=4)+sigmoid', [-6, 6]],
  ['functions=softplus(beta=0.1)', [-6, 6]],
  ['functions=hardShrink(lambd=4)&min=0', [0, 5]],
  // An end alone.
  ['functions=gelu&min=-1', [-1, 4]],
  ['functions=gelu&max=10', [-4, 10]],
  ['functions=gelu&min=4', [4, 12]],
  ['functions=gelu&min=5', [5, 13]],
  ['functions=gelu&max=-4', [-12, -4]],
  ['functions=gelu&max=-7', [-15, -7]],
  ['min=30', [30, 70]],
  ['min=0&max=1', [0, 1]],
  // As wide as floats need.
  ['functions=gelu&min=9e5', [9e5, 9e5 + 18]],
  // Within the limits.
  ['functions=gelu&min=999985', [999_985, 1e6]],
  ['functions=gelu&max=-999990', [-1e6, -999_990]],
  ['functions=gelu&max=1e6', [-4, 1e6]],
  ['functions=gelu&min=-1e6', [-1e6, 4]],
  // Not a sliver of the view.
  ['functions=gelu&min=3.5', [3.5, 4]],
  ['functions=gelu&min=3.75', [3.75, 11.75]],
  ['functions=gelu&max=-3.75', [-11.75, -3.75]],
]))
  test(`the range of x of "${query}" is from ${expected.join(' to ')}`, () => {
    assert.deepEqual(rangeOf(query), expected);
  });

/** The kinks of each function whose parameters move them. @type {Record<string, (p: Record<string, number>) => number[]>} */
const kinks = {
  clampedRelu: ({ maxValue, threshold }) => [threshold, Math.max(threshold, maxValue)],
  thresholdedRelu: ({ theta }) => [theta],
  threshold: ({ threshold }) => [threshold],
  hardSigmoid: ({ slope, offset }) => [-offset / slope, (1 - offset) / slope],
  hardTanh: ({ minValue, maxValue }) => [minValue, maxValue],
  hardShrink: ({ lambd }) => [-lambd, lambd],
  softShrink: ({ lambd }) => [-lambd, lambd],
  shrink: ({ lambd }) => [-lambd, lambd],
};
/** Whether the kinks vanish, because both sides are the same line. @type {Record<string, (p: Record<string, number>) => boolean>} */
const isStraight = {
  clampedRelu: () => false,
  thresholdedRelu: () => false,
  threshold: () => false,
  hardSigmoid: () => false,
  hardTanh: ({ minValue, maxValue }) => minValue === maxValue,
  hardShrink: ({ lambd }) => lambd === 0,
  softShrink: ({ lambd }) => lambd === 0,
  shrink: ({ lambd, bias }) => lambd === 0 && bias === 0,
};

test('with any parameters, the range of a plot shows each kink with room on both sides, and never only a flat part', () => {
  const curves = catalogue.filter(({ kind }) => kind === 'elementwise');
  for (const { name, parameters } of curves) {
    /** @type {Record<string, number>[]} */
    let corners = [{}];
    for (const p of parameters)
      corners = corners.flatMap((corner) => [p.min, p.default, p.max].map((value) => ({ ...corner, [p.name]: value })));
    for (const corner of corners) {
      if (corner.upper < corner.lower) continue; // rrelu does not allow it
      const words = Object.entries(corner).map(([key, value]) => `${key}=${value}`);
      const [min, max] = rangeOf(`functions=${name}(${words})`);
      const message = `${name}(${words}) from ${min} to ${max}`;
      assert.deepEqual([sample(name, corner).x[0], sample(name, corner).x.at(-1)].map(Number), [min, max], message);
      const found = isStraight[name]?.(corner) ? [] : (kinks[name]?.(corner) ?? []);
      for (const x of found) {
        const room = Math.min(x - min, max - x) / (max - min);
        assert.ok(room > 0.08, `${message}: the kink at ${x}`);
      }
      const { y } = sample(name, { min, max, ...corner });
      const { y: everywhere } = sample(name, { min: -1e3, max: 1e3, step: 0.5, ...corner });
      const isConstant = (/** @type {Float32Array} */ values) => values.every((value) => value === values[0]);
      assert.equal(isConstant(y), isConstant(everywhere), message);
    }
  }
});

test('samples cover the range of a plot of the function alone', () => {
  const ends = (/** @type {Float32Array} */ x) => [x[0], x[x.length - 1]];
  assert.deepEqual(ends(sample('gelu').x), [-4, 4]);
  assert.deepEqual(ends(sample('relu').x), [-20, 20]);
  assert.deepEqual(ends(sample('gelu', { min: 6 }).x), [6, 14]);
});

test('a step stays within the limits of a range that parameters have widened', () => {
  const { plot, notes } = parsePlot('functions=hardShrink(lambd=4)&step=0.0007');
  assert.deepEqual(notes, []);
  const { min, max, step } = gridOf(plot);
  assert.ok(max - min > 7);
  assert.equal(step, (max - min) / 10_000);
});
