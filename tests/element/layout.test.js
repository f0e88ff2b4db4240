/** Labels of pictures: none overlaps another, leaves the picture, or lies on a dot, for many plots and sizes. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { colors } from '../../web/element/colors.js';
import { widthOf } from '../../web/element/labels.js';
import { layoutOf } from '../../web/element/layout.js';
import { sceneOf } from '../../web/element/scene.js';
import { toSVG } from '../../web/element/toSVG.js';
import { namesOf } from '../package/helpers.js';
import { many, metric, queries, sizes, textsOf, touch } from './pictures.js';

test('labels overlap neither each other nor the edges of the picture, and ticks lie on no dot', () => {
  let named = 0;
  for (const query of queries)
    for (const [width, height] of sizes) {
      const where = `${query} at ${width} × ${height}`;
      /** @type {string} */
      let picture;
      try {
        picture = toSVG(query, { width, height });
      } catch (error) {
        // Eight long entries of a legend, one below the other.
        assert.match(
          String(error),
          /^RangeError: toSVG: with this legend, height must be at least \d+, not 240$/,
          where,
        );
        continue;
      }
      const texts = textsOf(picture);
      for (const [i, text] of texts.entries()) {
        const isInside = text.left >= 0 && text.right <= width && text.top >= 0 && text.bottom <= height;
        assert.ok(isInside, `${where}: ${JSON.stringify(text)}`);
        for (const other of texts.slice(0, i))
          assert.ok(!touch(text, other), `${where}: ${JSON.stringify(text)} and ${JSON.stringify(other)}`);
      }
      const shifts = picture.matchAll(/d="M4 0A4 4[^"]*"[^>]*transform="translate\(([-\d.]+) ([-\d.]+)\)/g);
      for (const [, x, y] of shifts) {
        const [left, top] = [Number(x) - 4, Number(y) - 4];
        const dot = { words: 'dot', fill: '', left, right: left + 8, top, bottom: top + 8 };
        for (const text of texts) assert.ok(!touch(text, dot), `${where}: ${text.words} on a dot`);
      }
      const areas = Array.from(
        picture.matchAll(/<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
        (found) => found.slice(1).map(Number),
      );
      for (const text of texts.filter(({ fill }) => /** @type {string[]} */ (colors.light.curves).includes(fill))) {
        ++named;
        const isInside = areas.some(
          ([x, y, wide, tall]) => text.left >= x && text.right <= x + wide && text.top >= y && text.bottom <= y + tall,
        );
        assert.ok(isInside, `${where}: ${text.words}`);
      }
    }
  assert.ok(named > 200, `${named} names`);
});

test('in any size, also one narrower than its labels, a picture has an area to draw in, and all its numbers are finite', () => {
  for (const query of [...queries, 'functions=softmax&ymax=1e-320', 'functions=relu&ymin=1&ymax=1.0000000000000002'])
    for (const [width, height] of [
      [1, 1],
      [20, 220],
      [30, 10],
      [60, 220],
    ]) {
      for (const { scene, ...layout } of panelsFor(query, width, height)) {
        assert.ok(layout.area.left < layout.area.right, `${query} at ${width} × ${height}`);
        assert.doesNotMatch(JSON.stringify(layout), /null/, `${query} at ${width} × ${height}`); // NaN and infinities
      }
    }
});

test('a legend with no room is an error that names the height it needs, with which it has room', () => {
  const long = `functions=${'rrelu(lower=0.123456,upper=0.654321)+'.repeat(7)}relu&derivative`;
  assert.throws(
    () => toSVG(long, { width: 240, height: 240 }),
    (/** @type {Error} */ error) => {
      const [, wanted] = error.message.match(/^toSVG: with this legend, height must be at least (\d+), not 240$/) ?? [];
      assert.equal(error.name, 'RangeError');
      assert.ok(toSVG(long, { width: 240, height: Number(wanted) }));
      assert.throws(() => toSVG(long, { width: 240, height: Number(wanted) - 1 }), RangeError);
      return true;
    },
  );
});

/** @param {string} query @param {number} [width] @param {number} [height] */
const panelsFor = (query, width = 720, height = 450) => layoutOf(sceneOf(parsePlot(query).plot), { width, height });
/** @param {string} query */
const layoutFor = (query) => panelsFor(query)[0];

/** @param {ReturnType<typeof layoutFor>} layout */
const namesIn = ({ labels }) => labels.filter(({ curve }) => curve !== undefined).map(({ words }) => words);

test('curves that lie apart carry their names, f′ with its prime, and a single curve needs none', () => {
  assert.deepEqual(namesIn(layoutFor('')).sort(), ['Leaky ReLU', 'ReLU']);
  assert.deepEqual(namesIn(layoutFor('functions=tanh&derivative')).sort(), ['Tanh', 'Tanh′']);
  assert.deepEqual(namesIn(layoutFor('functions=relu+gelu')).sort(), ['GELU', 'ReLU']);
  assert.deepEqual(namesIn(layoutFor('functions=prelu&derivative')).sort(), ['PReLU', 'PReLU′', '∂f/∂a']);
  assert.deepEqual(namesIn(layoutFor('functions=gelu')), []);
});

test('curves that coincide carry their names too', () => {
  const own = ['ELU', 'GELU', 'Leaky ReLU', 'Mish', 'ReLU', 'SiLU (Swish)'];
  for (const [query, names] of /** @type {[string, string[]][]} */ ([
    ['functions=tanh+tanh', ['Tanh', 'Tanh']],
    ['functions=silu+mish&min=-20&max=20', ['Mish', 'SiLU (Swish)']],
    ['functions=relu+leakyRelu(negativeSlope=0.01)&min=-20&max=20', ['Leaky ReLU', 'ReLU']],
    ['functions=relu+leakyRelu(negativeSlope=0.01)+gelu+silu+mish+elu&min=-100&max=100', own],
  ]))
    for (const [width, height] of sizes.slice(2)) {
      const panels = panelsFor(query, width, height);
      assert.deepEqual(panels.flatMap(namesIn).sort(), names, `${query} at ${width} × ${height}`);
    }
});

test('a name stands beside its own curve, and no other curve is nearer', () => {
  for (const query of [
    '',
    'functions=relu+gelu',
    'functions=gelu+silu+mish',
    `functions=${many}`,
    'functions=elu+selu+celu(alpha=2)',
  ]) {
    const scene = /** @type {import('../../web/element/scene.js').Curves} */ (sceneOf(parsePlot(query).plot));
    const [{ area, labels }] = layoutOf(scene, { width: 720, height: 450 });
    for (const { words, box, curve } of labels) {
      if (curve === undefined) continue;
      const distances = scene.samples.map(({ x, y }) => {
        const within = [...x.keys()].filter((i) => area.toX(x[i]) >= box.left && area.toX(x[i]) <= box.right);
        const pixels = within.map((i) => area.toY(y[i]));
        return Math.min(...pixels.map((pixel) => Math.max(pixel - box.bottom, box.top - pixel, 0)));
      });
      assert.ok(distances[curve] < Math.min(...distances) + 1.5, `${query}: ${words}: ${distances}`);
      assert.ok(
        distances[curve] > 2 && distances[curve] < 16,
        `${query}: ${words} is ${distances[curve]} from its curve`,
      );
    }
  }
});

test('ticks stand on the side of the axis that no curve crosses', () => {
  const { labels, area } = layoutFor('functions=leakyRelu(negativeSlope=0.07)');
  const ofX = labels.filter(({ anchor }) => anchor === 'middle');
  for (const { words, y } of ofX) assert.equal(y < area.toY(0), words.startsWith('−'), words);
  assert.ok(ofX.length >= 7);
  // The 0 of a kink's dot stands in a corner beside it.
  const zero = labels.find(({ words }) => words === '0');
  assert.ok(zero && Math.abs(zero.x - area.toX(0)) > 5);
});

test('the estimate of a width is not below that of common fonts', () => {
  for (const { label, name } of catalogue)
    for (const words of [label, name, '−123.456', 'f′(x)', '∂f/∂a', '(a = 0.07)'])
      assert.ok(widthOf(words) >= metric(words), words);
});

test('a stack has two areas with one x axis: f above with the range of y that is set, f′ below with its own', () => {
  const panels = panelsFor('functions=tanh&min=-4&max=4&ymin=-2&ymax=3&stacked', 720, 450);
  const [upper, lower] = panels.map(({ area }) => area);
  for (const { area } of panels)
    for (const x of [-4, -1.5, 0, 4])
      assert.equal(area.toX(x), Math.round(10 * (area.left + ((x + 4) / 8) * (area.right - area.left))) / 10);
  assert.deepEqual([upper.left, upper.right], [lower.left, lower.right]);
  // Of two equal halves, the upper has a margin of 12 pixels, the lower one of 24, with a gap of 16 between them.
  assert.deepEqual([upper.top, upper.bottom, lower.top], [12, 217, 233]);
  assert.deepEqual([upper.toY(3), upper.toY(-2)], [upper.top, upper.bottom]);
  // tanh′ is from 1 − tanh²(4) to 1, with a margin of 5 % at both ends.
  const least = 1 - Math.tanh(4) ** 2;
  const room = 0.05 * (1 - least);
  assert.ok(
    Math.abs(lower.toY(1 + room) - lower.top) <= 0.1 && Math.abs(lower.toY(least - room) - lower.bottom) <= 0.1,
  );
  // The labels of x are below the axis of f′, at least 17 pixels above the edge of the picture and 24 below the axis.
  assert.ok(lower.toY(0) + 24 <= 450.1 && lower.bottom <= 450 - 12);
  const words = panels.map(({ labels }) => labels.map((label) => label.words));
  assert.ok(words[0].includes('f(x)') && words[1].includes('f′(x)'));
  for (const x of ['−4', '4']) assert.deepEqual([words[0].includes(x), words[1].includes(x)], [false, true], x);
});

test('a stack needs 200 pixels; a lower picture, and bars, have one area', () => {
  const count = (/** @type {string} */ query, /** @type {number} */ height) => panelsFor(query, 390, height).length;
  assert.deepEqual(
    [199, 200].map((height) => count('functions=gelu&stacked', height)),
    [1, 2],
  );
  assert.equal(count('functions=gelu&derivative', 450), 1);
  assert.equal(count('functions=softmax&stacked', 450), 1);
  const low = panelsFor('functions=gelu&stacked', 390, 199)[0];
  const both = panelsFor('functions=gelu&derivative', 390, 199)[0];
  assert.deepEqual(low.labels, both.labels);
});

test('the captions of a stack lie neither on the x axis nor on a line', () => {
  for (const name of [...namesOf('elementwise'), 'shrink+softShrink+hardShrink', 'relu+leakyRelu+elu'])
    for (const { area, labels, scene } of panelsFor(`functions=${name}&stacked`)) {
      const caption = labels.find(({ words }) => words === `${/** @type {any} */ (scene).part}(x)`);
      assert.ok(caption, name);
      const { box } = caption;
      assert.ok(box.top > area.toY(0) || box.bottom < area.toY(0), `${name}: ${caption.words}`);
      for (const { points } of /** @type {any} */ (scene).lines)
        for (const { x, y } of points) {
          const [at, height] = [area.toX(x), area.toY(y)];
          const isOn = at > box.left && at < box.right && height > box.top && height < box.bottom;
          assert.ok(!isOn, `${name}: ${caption.words} at ${x}`);
        }
    }
});
