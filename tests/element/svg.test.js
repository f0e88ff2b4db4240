/** SVG pictures of scenes: another XML parser reads them, and their coordinates are converted back to those of the plot. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { colors } from '../../web/element/colors.js';
import { sceneOf } from '../../web/element/scene.js';
import { svgOf } from '../../web/element/svg.js';
import { generator, namesOf } from '../package/helpers.js';
import { runPython } from '../python.js';

/** @typedef {{ name: string, attributes: Record<string, string>, text: string, children: Node[] }} Node */

const look = { ...colors.light, font: '"Noto Sans", sans-serif' };
const size = { width: 960, height: 640, title: 'a title', legend: true };

/** @param {string} query @param {Partial<typeof size>} [options] */
function draw(query, options) {
  const { plot, notes } = parsePlot(query);
  assert.deepEqual(notes, []);
  return svgOf(sceneOf(plot), look, { ...size, ...options }).svg;
}

/** Pictures as trees, by expat, which takes nothing that is not well-formed. @param {string[]} pictures @returns {Node[]} */
function parse(...pictures) {
  return runPython(
    `
import json, sys
from xml.etree import ElementTree
def tree(e):
    return {"name": e.tag.replace("{http://www.w3.org/2000/svg}", ""), "attributes": dict(e.attrib),
            "text": e.text or "", "children": [tree(c) for c in e]}
print(json.dumps([tree(ElementTree.fromstring(text)) for text in json.load(sys.stdin)]))`,
    pictures,
  );
}

/** @param {Node} node @returns {Node[]} */
const all = (node) => [node, ...node.children.flatMap(all)];
/** @param {Node} node @param {string} name */
const named = (node, name) => all(node).filter((candidate) => candidate.name === name);
/** @param {Node} picture the area of the plot */
const inner = (picture) => /** @type {Node} */ (picture.children.find(({ name }) => name === 'svg'));
/** The texts of a picture's legend, which comes last. @param {string} picture */
const legendOf = (picture) =>
  Array.from(
    picture.slice(picture.lastIndexOf('<g transform="translate(0 ')).matchAll(/<text[^>]*>([^<]*)</g),
    ([, text]) => text,
  );
const numbersOf = (/** @type {Node} */ { attributes }, /** @type {string[]} */ ...keys) =>
  keys.map((key) => Number(attributes[key]));

/**
 * The points of a path in the plot's coordinates, and the error of rounding to a tenth of a pixel.
 * @param {Node} area @param {Node} path @param {[number, number]} x @param {[number, number]} y
 */
function pointsOf(area, path, [xmin, xmax], [ymin, ymax]) {
  const [left, top, width, height] = numbersOf(area, 'x', 'y', 'width', 'height');
  const [dx, dy] = [(xmax - xmin) / width, (ymax - ymin) / height];
  const pairs = path.attributes.d.match(/-?[\d.]+ -?[\d.]+/g) ?? [];
  const points = pairs
    .map((pair) => pair.split(' ').map(Number))
    .map(([px, py]) => [xmin + (px - left) * dx, ymax - (py - top) * dy]);
  return { points, error: [0.0501 * dx, 0.0501 * dy] };
}

test('titles and labels of any characters make well-formed XML, and a parser returns them unchanged', () => {
  const title = `a < b > c & d "e" 'f' &amp; ]]> ƒ′ 函數 𝑥`;
  const [picture] = parse(draw('functions=relu', { title }));
  assert.equal(picture.attributes['aria-label'], title);
  assert.equal(picture.attributes['font-family'], look.font);
  const scene = { ...sceneOf(parsePlot('functions=relu').plot), labels: [title] };
  const [labelled] = parse(svgOf(scene, look, size).svg);
  assert.ok(named(labelled, 'text').some(({ text }) => text === title));
});

test('characters that XML cannot hold are left out', () => {
  const [picture] = parse(draw('functions=relu', { title: 'a\u0000\u0001b\u001f\ufffe\ud800c\t𝑥' }));
  assert.equal(picture.attributes['aria-label'], 'abc 𝑥');
});

test('the lines of curves follow the functions over the whole range', () => {
  /** @type {[string, (x: number) => number, number][]} with the steepest slope */
  const functions = [
    ['relu', (x) => Math.max(0, x), 1],
    ['leakyRelu(negativeSlope=0.5)', (x) => (x > 0 ? x : x / 2), 1],
    ['tanh', Math.tanh, 1],
    ['softplus', (x) => Math.log1p(Math.exp(x)), 1],
    ['gelu', (x) => (x * (1 + erf(x / Math.SQRT2))) / 2, 1.13],
  ];
  for (const [name, f, slope] of functions) {
    const [picture] = parse(draw(`functions=${name}&min=-4&max=3&ymin=-3&ymax=4`));
    const area = inner(picture);
    const lines = named(area, 'path').filter(
      ({ attributes }) => attributes.stroke === look.curves[0] && !attributes.fill,
    );
    assert.equal(lines.length, 1);
    const { points, error } = pointsOf(area, lines[0], [-4, 3], [-3, 4]);
    assert.ok(points.length >= 401);
    assert.deepEqual([points[0][0], points[points.length - 1][0]], [-4, 3]);
    for (const [x, y] of points)
      if (Math.abs(y - f(x)) > error[1] + slope * error[0]) assert.fail(`${name} at ${x}: ${y}, expected ${f(x)}`);
  }
});

/** By its series. @param {number} x */
function erf(x) {
  let [sum, term] = [x, x];
  for (let n = 1; n < 100; ++n) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

test('f′ is dashed, ∂f/∂a is dotted, and a new stroke begins after a jump', () => {
  const [relu, prelu] = parse(
    draw('functions=relu&min=-3&max=3&ymin=-1&ymax=2&derivative'),
    draw('functions=prelu&derivative'),
  );
  const area = inner(relu);
  const dashed = named(area, 'path').filter(({ attributes }) => attributes['stroke-dasharray'] === '6 4');
  assert.equal(dashed.length, 1);
  assert.equal(dashed[0].attributes.d.match(/M/g)?.length, 2);
  const { points, error } = pointsOf(area, dashed[0], [-3, 3], [-1, 2]);
  for (const [x, y] of points) {
    const expected = x < -error[0] ? [0] : x > error[0] ? [1] : [0, 1];
    assert.ok(
      expected.some((value) => Math.abs(y - value) <= error[1]),
      `${x}, ${y}`,
    );
  }
  const dashes = named(inner(prelu), 'path').map(({ attributes }) => attributes['stroke-dasharray']);
  assert.deepEqual(dashes.filter(Boolean).sort(), ['2 4', '6 4']);
});

test('the first curve lies above the others, and dots lie above all, in the colours of their curves', () => {
  const [picture] = parse(draw('functions=step+identity'));
  const drawn = all(inner(picture)).filter(({ attributes }) => attributes['stroke-width'] === '2.5');
  assert.deepEqual(
    drawn.map(({ attributes }) => attributes.stroke),
    [look.curves[0], look.curves[1]], // in the order of the catalogue, in which the identity comes first
  );
  const dots = inner(picture).children.slice(-2);
  assert.deepEqual(
    dots.map(({ attributes }) => [attributes.fill, attributes.stroke]),
    [
      [look.background, look.curves[1]],
      [look.curves[1], look.curves[1]],
    ],
  );
  const filled = named(inner(picture), 'path').filter(({ attributes }) => attributes.fill && attributes.stroke);
  assert.deepEqual(filled, dots);
});

test("softmax's bars are as high as the probabilities, and stand on the axis side by side", () => {
  const row = [2, 1, 0.1, -1];
  const total = row.reduce((sum, x) => sum + Math.exp(x / 0.5), 0);
  const [picture] = parse(
    draw(`functions=softmax+softmin&logits=${row.join('+')}&temperature=0.5&ymin=0&ymax=1`, { legend: false }),
  );
  const area = inner(picture);
  const [top, height] = numbersOf(area, 'y', 'height');
  const bars = named(area, 'rect').filter(({ attributes }) => attributes.fill === look.curves[0]);
  assert.equal(bars.length, 4);
  bars.forEach((bar, i) => {
    const [y, tall] = numbersOf(bar, 'y', 'height');
    assert.ok(Math.abs(tall / height - Math.exp(row[i] / 0.5) / total) <= 0.11 / height);
    assert.ok(Math.abs(y + tall - height - top) < 1e-6);
  });
  const places = named(area, 'rect')
    .map((bar) => numbersOf(bar, 'x', 'width'))
    .sort(([a], [b]) => a - b);
  assert.equal(places.length, 8);
  for (let i = 1; i < places.length; ++i) assert.ok(places[i][0] >= places[i - 1][0] + places[i - 1][1]);
});

test('bars of negative values hang from the axis', () => {
  const row = [3, 1, -2];
  const total = Math.log(row.reduce((sum, x) => sum + Math.exp(x), 0));
  const [picture] = parse(draw(`functions=logSoftmax&logits=${row.join('+')}&ymin=-8&ymax=2`, { legend: false }));
  const area = inner(picture);
  const [top, height] = numbersOf(area, 'y', 'height');
  named(area, 'rect').forEach((bar, i) => {
    const [y, tall] = numbersOf(bar, 'y', 'height');
    assert.ok(Math.abs(y - top - 0.2 * height) <= 0.06);
    assert.ok(Math.abs((-tall / height) * 10 - (row[i] - total)) <= (0.11 / height) * 10);
  });
});

test('saturated intervals and the band of a random slope have the right coordinates', () => {
  const [saturated, random] = parse(
    draw('functions=hardTanh&saturation&min=-4&max=4'),
    draw('functions=rrelu(lower=0,upper=0.5)&min=-4&max=4&ymin=-2&ymax=4'),
  );
  const [left, above, width] = numbersOf(inner(saturated), 'x', 'y', 'width');
  const strips = named(inner(saturated), 'path')
    .map(({ attributes }) => attributes.d.match(/^M([\d.]+) ([\d.]+)H([\d.]+)v([\d.]+)H\1Z$/))
    .flatMap((found) => (found ? [found.slice(1).map(Number)] : []))
    .map(([from, top, to, tall]) => [from - left, top - above, to - left, tall]);
  const height = Number(inner(saturated).attributes.height);
  assert.deepEqual(
    strips.map(([, top, , tall]) => [top, tall]),
    [
      [0, height],
      [height - 6, 5],
      [0, height],
      [height - 6, 5],
    ],
  );
  assert.deepEqual(
    strips
      .filter(([, top]) => top === 0)
      .map(([from, , to]) => [from, to - from].map((pixels) => Math.round((pixels / width) * 8000) / 1000)),
    [
      [0, 3],
      [5, 3],
    ],
  );
  const band = named(inner(random), 'path').find(
    ({ attributes }) => attributes.d.endsWith('Z') && !attributes.transform,
  );
  assert.ok(band);
  const { points } = pointsOf(inner(random), band, [-4, 4], [-2, 4]);
  assert.deepEqual(
    points.map((pair) => pair.map((v) => Math.round(v * 50) / 50 + 0)),
    [
      [-4, 0],
      [0, 0],
      [0, 0],
      [-4, -2],
    ],
  );
});

test('a legend names the strokes of the derivatives, where they are drawn', () => {
  const told = (/** @type {string} */ query) => legendOf(draw(query)).filter((text) => /′|∂/.test(text));
  assert.deepEqual(told('functions=relu+elu'), []);
  assert.deepEqual(told('functions=relu+elu&derivative'), ['f′(x)']);
  assert.deepEqual(told('functions=prelu&derivative'), ['f′(x)', '∂f/∂a']);
  assert.deepEqual(told('functions=softmax&derivative'), []);
});

test('a legend names every curve in its colour, below the plot and inside the picture', () => {
  const [picture, bare] = parse(
    draw('functions=relu+leakyRelu(negativeSlope=0.07)'),
    draw('functions=relu+leakyRelu(negativeSlope=0.07)', { legend: false }),
  );
  const [height] = numbersOf(inner(picture), 'height');
  const entries = picture.children.slice(-1)[0].children.filter(({ name }) => name === 'text');
  assert.deepEqual(
    entries.map(({ text }) => text),
    ['ReLU', 'Leaky ReLU (a = 0.07)'],
  );
  for (const entry of entries) {
    const [y] = numbersOf(entry, 'y');
    const below = Number(picture.children.at(-1)?.attributes.transform.match(/[\d.]+(?=\))/));
    assert.ok(y > 0 && below > 12 + height && below + y < 640);
  }
  assert.deepEqual(
    named(bare, 'text').filter(({ text }) => /a = 0.07/.test(text)),
    [],
  );
  assert.ok(Number(inner(bare).attributes.height) > height);
});

test('ticks are round numbers inside the range, at their places on the axis', () => {
  const random = generator(5);
  const ranges = [
    [-20, 20, -1, 21],
    [0, 1e-6, 0, 1e-9],
    [-1e6, 1e6, -1e9, 1e9],
    [999_990, 1e6, 0, 1],
    [50_000, 50_001, -3, -1],
    [-7, -3, 5, 6],
  ];
  for (let i = 0; i < 60; ++i) {
    const [min, ymin] = [(random() - 0.5) * 100, (random() - 0.5) * 10];
    ranges.push([min, min + 10 ** (random() * 5 - 1), ymin, ymin + 10 ** (random() * 5 - 2)]);
  }
  const pictures = parse(
    ...ranges.map(([min, max, ymin, ymax]) =>
      draw(`functions=identity&min=${min}&max=${max}&ymin=${ymin}&ymax=${ymax}`, { legend: false }),
    ),
  );
  for (const [i, [min, max, ymin, ymax]] of ranges.entries()) {
    const [left, top, width, height] = numbersOf(inner(pictures[i]), 'x', 'y', 'width', 'height');
    /** @type {{ x: number[], y: number[] }} */
    const found = { x: [], y: [] };
    for (const node of named(pictures[i], 'text')) {
      const value = Number(node.text.replaceAll('−', '-'));
      const [x, y] = numbersOf(node, 'x', 'y');
      const isMiddle = node.attributes['text-anchor'] === 'middle';
      if (value === 0 && !isMiddle && min <= 0 && max >= 0) continue; // where the axes cross
      const [at, place] = isMiddle
        ? [x, left + ((value - min) / (max - min)) * width]
        : [y - 4, top + ((ymax - value) / (ymax - ymin)) * height];
      assert.ok(Math.abs(at - place) < 0.11, `${value} stands at ${at}, not at ${place}`);
      found[isMiddle ? 'x' : 'y'].push(value);
    }
    for (const [values, low, high] of /** @type {const} */ ([
      [found.x, min, max],
      [found.y, ymin, ymax],
    ])) {
      values.sort((a, b) => a - b);
      assert.ok(values.length >= 2 && values[0] >= low && values[values.length - 1] <= high, `${values}`);
      const step = Math.min(...values.slice(1).map((value, k) => value - values[k]));
      const mantissa = Number((step / 10 ** Math.floor(Math.log10(step * (1 + 1e-9)))).toPrecision(3));
      assert.ok([1, 2, 2.5, 5].includes(mantissa), `steps of ${step}`);
      for (const value of values) assert.ok(Math.abs(value / step - Math.round(value / step)) < 1e-3, `${value}`);
    }
  }
});

test('the axes cross at the origin, or at the nearest edge', () => {
  for (const [query, x, y] of /** @type {[string, number, number][]} */ ([
    ['min=-1&max=3&ymin=-1&ymax=1', 0.25, 0.5],
    ['min=1&max=3&ymin=2&ymax=4', 0, 1],
    ['min=-3&max=-1&ymin=-4&ymax=-2', 1, 0],
  ])) {
    const [picture] = parse(draw(`functions=identity&${query}`));
    const area = inner(picture);
    const [width, height] = numbersOf(area, 'width', 'height');
    const axes = named(area, 'path').find(({ attributes }) => attributes.stroke === look.axis);
    const [left, top] = numbersOf(area, 'x', 'y');
    const [, up, at] = axes?.attributes.d.match(/^M([\d.]+) [\d.]+V[\d.]+M[\d.]+ ([\d.]+)H[\d.]+$/) ?? [];
    // In the middle of the pixel.
    assert.ok(Math.abs(Number(at) - top - y * height) <= 0.6, query);
    assert.ok(Math.abs(Number(up) - left - x * width) <= 0.6, query);
  }
});

test('no picture of any function and range holds NaN, or a path or box that cannot be drawn', () => {
  const ranges = [
    ...['', 'min=-1e6&max=1e6', 'min=0&max=1e-6', 'min=999990&max=1e6', 'min=-1e6&max=-999990', 'min=5&max=200'],
    ...[
      'ymin=-1e9&ymax=1e9',
      'ymin=0&ymax=1e-9',
      'ymin=1e8&ymax=1e9',
      'ymax=-1e9',
      'min=-20&max=20&step=40',
      'min=-20&max=20&step=0.004',
    ],
    'min=1&max=2&ymin=0&ymax=1e-40',
  ];
  const functions = catalogue.flatMap(({ name, parameters }) => {
    const extreme = (/** @type {'min' | 'max'} */ end) => parameters.map((p) => `${p.name}=${p[end]}`).join(',');
    return parameters.length === 0 ? [name] : [name, `${name}(${extreme('min')})`, `${name}(${extreme('max')})`];
  });
  const queries = functions.flatMap((call) =>
    (call === functions[0] || namesOf('elementwise').some((name) => call.startsWith(name)) ? ranges : ['']).map(
      (range) => `functions=${call}&derivative&saturation&${range}`,
    ),
  );
  queries.push('functions=', 'functions=&min=3&ymax=-1');
  for (const kind of /** @type {const} */ (['row', 'gated'])) {
    const names = [...namesOf(kind), ...namesOf(kind)].slice(0, 8).join('+');
    for (const row of ['20+-20', '0+0', `${'20+-20+0+1+'.repeat(4)}`])
      for (const temperature of [0.05, 20])
        queries.push(
          `functions=${names}&logits=${row}&temperature=${temperature}`,
          `functions=${names}&logits=${row}&ymin=5`,
        );
  }
  const pictures = queries.map((query) => draw(query));
  pictures.forEach((picture, i) => {
    const wrong = picture.match(/.{40}(NaN|Infinity|undefined|null|∞).{0,20}/);
    if (wrong) assert.fail(`${queries[i]}: ${wrong[0]}`);
  });
  const parsed = queries
    .map((query, i) => ({ query, picture: pictures[i] }))
    .filter(({ picture }) => picture.length < 60_000);
  parsed.push(...queries.slice(-24).map((query) => ({ query, picture: draw(query, { width: 320, height: 400 }) })));
  parse(...parsed.map(({ picture }) => picture)).forEach((picture, i) => {
    for (const { name, attributes } of all(picture)) {
      if (name === 'path') assert.match(attributes.d, /^$|^M/, parsed[i].query);
      if (name === 'rect')
        for (const key of ['width', 'height']) assert.ok(Number(attributes[key]) >= 0, `${key}, ${parsed[i].query}`);
    }
  });
});
