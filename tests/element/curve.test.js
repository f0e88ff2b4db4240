/** The curves that a scene takes from the last one. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePlot } from 'activation-kernels';
import fc from 'fast-check';
import { sceneOf } from '../../web/element/scene.js';

const plotOf = (/** @type {string} */ query) => parsePlot(query).plot;

test('a scene made from the last one is equal to a new one', () => {
  const functions = fc.subarray(['relu', 'elu(alpha=2)', 'elu', 'prelu', 'rrelu', 'hardShrink', 'softmax'], {
    minLength: 1,
  });
  const rest = fc.subarray(['min=-3', 'max=7', 'step=0.5', 'derivative', 'saturation', 'stacked', 'ymin=-1']);
  const query = fc.tuple(functions, rest).map(([names, words]) => [`functions=${names.join('+')}`, ...words].join('&'));
  fc.assert(
    fc.property(query, query, (first, second) => {
      const last = sceneOf(plotOf(first));
      assert.deepEqual(sceneOf(plotOf(second), last), sceneOf(plotOf(second)));
    }),
  );
});

test('a slider leaves the other curves as they are', () => {
  const last = sceneOf(plotOf('functions=gelu+elu&derivative'));
  const next = sceneOf(plotOf('functions=gelu+elu(alpha=2)&derivative'), last);
  assert.ok(last.kind === 'curves' && next.kind === 'curves');
  const isSame = next.lines.map(({ points }, i) => points === last.lines[i].points);
  assert.deepEqual(isSame, [true, false, true, false]);
});
