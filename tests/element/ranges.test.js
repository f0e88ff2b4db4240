/** One end of a range alone, over all that a plot allows: what is drawn is within the limits, or a note says why not. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { toSVG } from 'activation-kernels/svg';
import fc from 'fast-check';
import { sceneOf } from '../../web/element/scene.js';
import { gridOf } from '../../web/package/grid.js';
import { runs } from '../fuzz.js';

const curves = catalogue.filter(({ kind }) => kind === 'elementwise').map(({ name }) => name);
const functions = fc.uniqueArray(fc.constantFrom(...curves, 'hardTanh(maxValue=10)', 'threshold(threshold=-3)'), {
  minLength: 1,
  maxLength: 3,
});
/** Numbers of every magnitude, and those near a limit. @param {number} limit */
const upTo = (limit) =>
  fc
    .tuple(
      fc.constantFrom(-1, 1),
      fc.oneof(
        fc.double({ min: 0, max: limit, noNaN: true }),
        fc.double({ min: -9, max: Math.log10(limit), noNaN: true }).map((power) => Math.min(10 ** power, limit)),
        fc.double({ min: -9, max: 2, noNaN: true }).map((power) => Math.max(limit - 10 ** power, 0)),
        fc.constantFrom(0, limit, limit - 1),
      ),
    )
    .map(([sign, size]) => sign * size || 0);

/** Draws the plot, and asserts that its axes can be read. @param {string} query */
function assertDrawn(query) {
  const picture = toSVG(query, { width: 600, height: 400 });
  assert.doesNotMatch(picture, /NaN|Infinity|undefined/, query);
  const labels = [...picture.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)" text-anchor="(\w+)">([−\d.e+]+)</g)].map(
    ([, x, y, anchor, text]) => ({
      isOfX: anchor === 'middle',
      place: anchor === 'middle' ? Number(x) : -Number(y),
      value: Number(text.replaceAll('−', '-')),
    }),
  );
  for (const isOfX of [true, false]) {
    // The labels are as far apart as the pixels say. The 0 of both axes stands beside the others.
    const marks = labels.filter((label) => label.isOfX === isOfX && label.value !== 0);
    marks.sort((a, b) => a.value - b.value);
    for (let i = 2; i < marks.length; ++i) {
      const [a, b, c] = [marks[0], marks[i - 1], marks[i]];
      const slope = (c.place - a.place) / (c.value - a.value);
      const isEven = slope > 0 && Math.abs(a.place + slope * (b.value - a.value) - b.place) < 0.5;
      assert.ok(isEven, `${query}: ${marks.map(({ value }) => value)}`);
    }
  }
}

test('one end of x alone', () => {
  fc.assert(
    fc.property(functions, fc.constantFrom('min', 'max'), upTo(1e6), (names, key, end) => {
      const query = `functions=${names.join(' ')}&${key}=${end}`;
      const { plot, notes } = parsePlot(query);
      const { min, max } = gridOf(plot);
      assert.ok(min >= -1e6 && max <= 1e6, `${query}: ${min} to ${max}`);
      assert.ok(max - min >= 9.99e-6 * Math.max(1, Math.abs(min), Math.abs(max)) || max - min >= 1, query);
      const room = key === 'min' ? 1e6 - end : 1e6 + end;
      if (room < 10) {
        assert.equal(notes.length, 1, query);
        assert.equal(notes[0].key, key);
        assert.ok(notes[0].message.includes(String(end)), notes[0].message);
        return;
      }
      assert.deepEqual(notes, [], query);
      assert.equal(plot[/** @type {'min'} */ (key)], end);
      assert.equal(key === 'min' ? min : max, end);
      assertDrawn(query);
    }),
    {
      ...runs(1000),
      // Ticks of seven digits.
      examples: [
        [['gelu'], 'min', 999_982],
        [['gelu'], 'max', -999_981.5],
      ],
    },
  );
});

test('one end of y alone', () => {
  const all = fc.oneof(functions, fc.constantFrom(['softmax'], ['glu'], ['logSoftmax']));
  fc.assert(
    fc.property(all, fc.constantFrom('ymin', 'ymax'), upTo(1e9), (names, key, end) => {
      const query = `functions=${names.join(' ')}&${key}=${end}`;
      const { plot, notes } = parsePlot(query);
      assert.deepEqual(notes, [], query);
      const { min, max } = sceneOf(plot).y;
      assert.equal(key === 'ymin' ? min : max, end, query);
      assert.ok(max - min > 1e-5 * Math.abs(end), `${query}: ${min} to ${max}`);
      assertDrawn(query);
    }),
    runs(1000),
  );
});

test('a note names the end that leaves no room', () => {
  for (const [query, message] of [
    ['min=999999', 'The range from 999999 to 1000000 is too narrow to draw in 32-bit floats.'],
    ['max=-999999.5', 'The range from -1000000 to -999999.5 is too narrow to draw in 32-bit floats.'],
    ['min=1e6', 'min (1000000) must be less than max (1000000).'],
    ['max=-1e6', 'min (-1000000) must be less than max (-1000000).'],
  ]) {
    const { plot, notes } = parsePlot(`functions=gelu&${query}`);
    assert.deepEqual(
      notes.map((note) => [note.key, note.message]),
      [[query.slice(0, 3), message]],
    );
    assert.deepEqual([plot.min, plot.max], [undefined, undefined]);
  }
  assert.deepEqual(parsePlot('functions=gelu&min=999990').notes, []);
});
