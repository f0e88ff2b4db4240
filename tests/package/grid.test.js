/** The range of a plot that gives none: the table of the C++ headers, and by hand. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { find, parsePlot, sample } from 'activation-kernels';
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
  ['functions=gelu&min=1e6', [1e6, 1e6 + 20]],
  ['functions=gelu&max=-1e6', [-1e6 - 20, -1e6]],
]))
  test(`the range of x of "${query}" is from ${expected.join(' to ')}`, () => {
    assert.deepEqual(rangeOf(query), expected);
  });

test('samples cover the range of a plot of the function alone', () => {
  const ends = (/** @type {Float32Array} */ x) => [x[0], x[x.length - 1]];
  assert.deepEqual(ends(sample('gelu').x), [-4, 4]);
  assert.deepEqual(ends(sample('relu').x), [-20, 20]);
  assert.deepEqual(ends(sample('gelu', { min: 6 }).x), [6, 14]);
});
