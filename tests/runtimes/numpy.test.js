/** NumPy and matplotlib run the programs that the page exports: the values are those of the kernels. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { sceneOf } from '../../web/element/scene.js';
import { codeOf } from '../../web/page/code.js';
import { calls } from '../package/helpers.js';
import { runPython } from '../python.js';

const { python } = JSON.parse(readFileSync(new URL('../../.toolchain/browsers.json', import.meta.url), 'utf8'));
const skip = !python && !process.env.CI && 'NumPy is missing'; // in CI the tests fail without it

/** Runs each program and prints the points of its lines, of which None ends a stroke, its bars, its areas and its axes. */
const drawAll = `
import json, sys, matplotlib.pyplot as plt, numpy as np
def draw(program):
    plt.close("all")
    exec(program, {})
    axes = plt.gca()
    plt.gcf().canvas.draw()
    return {
        "lines": [[[None if np.isnan(v) else float(v) for v in data] for data in (l.get_xdata(), l.get_ydata())] for l in axes.get_lines()],
        "bars": [float(p.get_height()) for p in axes.patches],
        "areas": [[float(p.vertices[:, 0].min()), float(p.vertices[:, 0].max())]
                  for c in axes.collections for p in c.get_paths() if len(p.vertices)],
        "labels": [t.get_text() for t in (axes.get_legend() or plt.legend()).get_texts()],
        "axes": [0 if at == "zero" else float(at[1]) for at in (axes.spines[side].get_position() for side in ("left", "bottom"))] if axes.get_lines() else [],
        "names": [t.get_text() for t in axes.get_xticklabels()],
        "xlim": axes.get_xlim(),
        "ylim": axes.get_ylim(),
    }
print(json.dumps([draw(program) for program in json.load(sys.stdin)]))
`;

/** The step is exact in floats, so that Python and the kernels use the same x. */
const grid = 'min=-4&max=4&step=0.125&derivative';

/** @param {ArrayLike<number>} actual @param {ArrayLike<number>} expected @param {string} what @param {number} [tolerance] */
function assertClose(actual, expected, what, tolerance = 1e-6) {
  assert.equal(actual.length, expected.length, what);
  for (let i = 0; i < actual.length; ++i)
    assert.ok(
      Math.abs(actual[i] - expected[i]) <= tolerance * Math.max(1, Math.abs(expected[i])),
      `${what}: ${actual[i]} at ${i}, where the kernel has ${expected[i]}`,
    );
}

/** Each function with its defaults, and with each parameter at a third of its range. */
const forms = catalogue.flatMap(({ name, kind, parameters }) => {
  const between = Object.fromEntries(parameters.map((p) => [p.name, p.min + (p.max - p.min) / 3]));
  const words = Object.entries(between).map(([key, value]) => `${key}=${value}`);
  return [
    { name, kind, options: {}, query: `functions=${name}` },
    ...(parameters.length > 0
      ? [{ name, kind, options: between, query: `functions=${name}(${words.join(',')})` }]
      : []),
  ];
});

/** Strokes of a line, in the order of x, of at least two points. @param {(number | null)[][]} line xs and ys @returns {number[][][]} */
function strokesOf([xs, ys]) {
  /** @type {number[][][]} */
  const strokes = [[]];
  ys.forEach((y, i) => {
    if (y === null || Number.isNaN(y)) {
      // If a stroke goes on at the point where it ended, there is no gap.
      if (xs[i - 1] !== xs[i + 1] || ys[i - 1] !== ys[i + 1]) strokes.push([]);
    } else strokes[strokes.length - 1].push([Number(xs[i]), y]);
  });
  return strokes.filter((stroke) => stroke.length > 1);
}

const isClose = (/** @type {number} */ a, /** @type {number} */ b) =>
  Math.abs(a - b) <= 2e-6 * Math.max(1, Math.abs(b));

/**
 * Asserts that a stroke of a program has all points of the plot's stroke, except at kinks, beside which it ends, and that its
 * other points lie on the curve.
 * @param {number[][]} actual @param {number[][]} expected @param {number[]} kinks @param {(x: number) => number} curve @param {string} what
 */
function assertStroke(actual, expected, kinks, curve, what) {
  const isKink = (/** @type {number} */ x) => kinks.some((kink) => isClose(kink, x));
  const isIn = (/** @type {number[]} */ [x, y]) => actual.some((point) => isClose(point[0], x) && isClose(point[1], y));
  for (const point of expected) assert.ok(isKink(point[0]) || isIn(point), `${what}: ${point} is missing`);
  const [first, last] = [expected[0][0], expected[expected.length - 1][0]];
  for (const [x, y] of actual) {
    assert.ok((x > first || isClose(x, first)) && (x < last || isClose(x, last)), `${what}: ${x} is on another stroke`);
    assert.ok(isKink(x) || isClose(y, curve(x)), `${what}: ${y} at ${x}, where the kernel has ${curve(x)}`);
  }
}

test('the NumPy programs draw what the plots show: strokes, kinks, jumps, saturation, ranges', { skip }, () => {
  const curves = forms.filter(({ kind }) => kind === 'elementwise').map(({ query }) => query);
  const queries = [
    ...curves.map((query) => `${query}&${grid}`),
    ...curves.map((query) => `${query}&derivative&saturation`),
    'functions=gelu+silu+mish&min=-5&max=5&step=0.3&derivative&saturation', // the step does not divide the range
    'functions=step+hardShrink+threshold(threshold=0.1,value=2)&min=-1&max=1',
    'functions=rrelu+prelu+leakyRelu&min=-4&max=-1&derivative&ymin=-3&ymax=2',
    'functions=relu6+hardTanh&min=-10&max=10&saturation&ymax=7',
    // Kinks that the grid misses by a rounding, in a narrow range, and closer to each other than a step.
    'functions=threshold(threshold=0.1,value=2)&min=-1&max=1&derivative',
    'functions=threshold(threshold=3.3,value=2)&min=3.29997&max=3.30005&derivative',
    'functions=hardTanh+hardSwish&min=-100000&max=100000&derivative',
    'functions=',
  ];
  const plots = queries.map((query) => parsePlot(query));
  const programs = plots.map(({ plot }) => codeOf(plot, 'numpy'));
  const drawings = runPython(drawAll, programs, python);
  plots.forEach(({ plot, notes }, i) => {
    assert.deepEqual(notes, []);
    const scene = /** @type {import('../../web/element/scene.js').Curves} */ (sceneOf(plot));
    const { lines, labels, areas, xlim, ylim } = drawings[i];
    // The programs draw f and f′ of one function after the other, then ∂f/∂a.
    const place = ({ dash, curve } = scene.lines[0]) =>
      ({ solid: 2 * curve, dashed: 2 * curve + 1, dotted: 100 })[dash];
    const order = scene.lines.toSorted((a, b) => place(a) - place(b));
    assert.equal(lines.length, order.length, queries[i]);
    order.forEach(({ curve, dash, points }, k) => {
      const what = `${dash} line ${curve} of ${queries[i]}`;
      if (dash === 'dotted') {
        const [xs, ys] = lines[k];
        const slope = xs.map((/** @type {number} */ x) => Math.min(x, 0));
        assertClose(ys, slope, what);
        assertClose([xs[0], xs.at(-1)], [points[0].x, points[points.length - 1].x], what);
      } else {
        const [actual, expected] = [lines[k], [points.map(({ x }) => x), points.map(({ y }) => y)]].map(strokesOf);
        assert.equal(actual.length, expected.length, what);
        const { name, parameters } = plot.functions[curve];
        const f = dash === 'solid' ? calls[name] : calls[name].derivative;
        const valueAt = (/** @type {number} */ x) => f(Float32Array.of(x), parameters)[0];
        const kinks = scene.samples[curve].kinks.map(({ x }) => x);
        expected.forEach((stroke, n) => {
          assertStroke(actual[n], stroke, kinks, valueAt, `stroke ${n} of the ${what}`);
        });
      }
    });
    assert.deepEqual(xlim, [scene.x.min, scene.x.max], queries[i]);
    // A plot has room for the limits at its kinks, which no function returns.
    const room = 0.03 * (scene.y.max - scene.y.min);
    const isSame = Math.abs(ylim[0] - scene.y.min) <= room && Math.abs(ylim[1] - scene.y.max) <= room;
    assert.ok(isSame || plot.functions.length === 0, `${queries[i]}: ${ylim}`);
    assert.equal(labels.length, plot.functions.length);
    const bands = scene.bands.map(({ points }) => [points[0].x, points[1].x]);
    // Where f′ at a kink is not flat, the area of a program begins just beside it.
    const saturated = scene.saturated.map(({ from, to }) => [from, to]);
    assertClose(areas.flat(), [...saturated, ...bands].flat(), queries[i], 1e-4);
  });
});

test('the NumPy programs draw the bars that the kernels compute', { skip }, () => {
  const rows = forms.filter(({ kind }) => kind !== 'elementwise');
  const drawings = runPython(
    drawAll,
    rows.map(({ query }) => codeOf(parsePlot(`${query}&logits=2 1 -0.5 -1&temperature=2`).plot, 'numpy')),
    python,
  );
  rows.forEach(({ name, kind }, i) => {
    const row = Float32Array.of(2, 1, -0.5, -1).map((logit) => (kind === 'row' ? logit / 2 : logit));
    assertClose(drawings[i].bars, calls[name](row), name);
  });
});

test('the NumPy programs draw the axes, y range, saturation and labels of the plot', { skip }, () => {
  const programs = [
    'functions=relu elu(alpha=2)',
    'functions=exponential&min=5&max=6',
    'functions=sigmoid&saturation&ymin=-1&ymax=2&min=-8&max=8&step=0.5',
  ].map((query) => codeOf(parsePlot(query).plot, 'numpy'));
  const [crossing, apart, saturated] = runPython(drawAll, programs, python);
  assert.deepEqual(crossing.axes, [0, 0]);
  assert.deepEqual(crossing.labels, ['ReLU', 'ELU (alpha=2)']);
  assert.ok(apart.axes[0] > 4.5 && apart.axes[0] <= 5 && apart.axes[1] > 100, String(apart.axes));
  assert.deepEqual(saturated.ylim, [-1, 2]);
  assert.equal(saturated.lines.length, 1);
  assert.deepEqual(saturated.areas, [
    [-8, -5],
    [5, 8],
  ]);
});

test('the NumPy programs draw f′ below f, on the same x axis', { skip }, () => {
  const program = codeOf(parsePlot(`functions=tanh elu&stacked&${grid}&ymin=-2&ymax=3`).plot, 'numpy');
  const parts = runPython(
    `
import json, sys, matplotlib.pyplot as plt
exec(json.load(sys.stdin)[0], {})
plt.gcf().canvas.draw()
print(json.dumps([{
    "lines": [list(map(float, l.get_ydata())) for l in axes.get_lines()],
    "x": axes.get_xlim(), "y": axes.get_ylim(), "label": axes.get_ylabel(), "top": axes.get_position().y1,
} for axes in plt.gcf().axes]))`,
    [program],
    python,
  );
  const names = ['tanh', 'elu'];
  const x = Float32Array.from({ length: 65 }, (_, i) => -4 + i * 0.125);
  names.forEach((name, i) => {
    assertClose(parts[0].lines[i], calls[name](x), name);
    assertClose(parts[1].lines[i], calls[name].derivative(x), `${name}′`);
  });
  assert.deepEqual(
    parts.map((/** @type {any} */ { lines, label }) => [lines.length, label]),
    [
      [2, 'f(x)'],
      [2, 'f′(x)'],
    ],
  );
  assert.deepEqual(parts[0].x, parts[1].x);
  assert.deepEqual(parts[0].y, [-2, 3]);
  assert.ok(parts[0].top > parts[1].top);
});

test('the programs of the article draw ReLU and Leaky ReLU from −20 to 20, and the axes cross at the origin', {
  skip,
}, () => {
  const html = readFileSync(new URL('../../web/page/article/en.html', import.meta.url), 'utf8');
  const programs = [...parseHTML(html).document.querySelectorAll('code')]
    .map(({ textContent }) => textContent ?? '')
    .filter((code) => code.includes('plt.show'));
  for (const program of programs) assert.ok(program.split('\n').length <= 15, program);
  const drawings = runPython(drawAll, programs, python);
  const tutorial = Float32Array.from({ length: 401 }, (_, i) => -20 + i * 0.1);
  [calls.relu(tutorial), calls.leakyRelu(tutorial, { negativeSlope: 0.07 })].forEach((y, i) => {
    assertClose(drawings[i].lines[0][0], tutorial, 'x');
    assertClose(drawings[i].lines[0][1], y, 'y');
    assert.equal(drawings[i].lines.length, 1);
    assert.deepEqual(drawings[i].axes, [0, 0]);
  });
  assert.equal(drawings.length, 2);
});

/** Runs a program, and returns what it prints and what its functions return for a row. */
const runFunctions = `
import contextlib, io, json, sys, numpy as np
given = json.load(sys.stdin)
printed, names = io.StringIO(), {}
with contextlib.redirect_stdout(printed):
    exec(given["program"], names)
row = np.array(given["row"], np.float32)
values = [names[f](row).tolist() for f in given["functions"]]
print(json.dumps({"printed": printed.getvalue(), "values": values}))
`;

test('NumPy runs the programs of the page about SwiGLU, with the numbers of the kernels, and the check finds the convention', {
  skip,
}, () => {
  const { document } = parseHTML(readFileSync(new URL('../../web/page/swiglu/en.html', import.meta.url), 'utf8'));
  const program = [...document.querySelectorAll('[data-run=numpy]')].map(({ textContent }) => textContent).join('\n');
  const conventions = {
    first: {},
    second: { gate: 'second' },
    interleaved: { gate: 'interleaved' },
    gpt_oss: { gate: 'interleaved', alpha: 1.702, limit: 7, offset: 1 },
  };
  const row = [1, -2, 9, 0.5, 8, -3];
  const functions = Object.keys(conventions);
  const { printed, values } = runPython(runFunctions, { program, row, functions }, python);
  Object.entries(conventions).forEach(([name, options], i) => {
    const y = calls.swiglu(Float32Array.from(row), options);
    assert.equal(values[i].length, y.length);
    y.forEach((/** @type {number} */ value, /** @type {number} */ j) => {
      assert.ok(Math.abs(value - values[i][j]) <= 1e-5 * Math.abs(value), `${name}: ${value}, ${values[i][j]}`);
    });
  });
  const errors = printed
    .trim()
    .split('\n')
    .map((/** @type {string} */ line) => line.split(/ +/));
  assert.deepEqual(
    errors.map((/** @type {string[]} */ [name]) => name),
    functions,
  );
  for (const [name, error] of errors)
    assert.ok(name === 'interleaved' ? Number(error) < 1e-6 : Number(error) > 0.1, `${name}: ${error}`);
});
