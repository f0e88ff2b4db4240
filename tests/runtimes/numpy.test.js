/** NumPy and matplotlib run the programs that the page exports: the values are those of the kernels. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { codeOf } from '../../web/page/code.js';
import { calls } from '../package/helpers.js';
import { runPython } from '../python.js';

const { python } = JSON.parse(readFileSync(new URL('../../.toolchain/browsers.json', import.meta.url), 'utf8'));
const skip = !python && !process.env.CI && 'NumPy is missing'; // in CI the tests fail without it

/** Runs each program and prints the points of its lines, the heights of its bars and the positions of its axes. */
const drawAll = `
import json, sys, matplotlib.pyplot as plt, numpy as np
def draw(program):
    plt.close("all")
    exec(program, {})
    axes = plt.gca()
    plt.gcf().canvas.draw()
    return {
        "lines": [[list(map(float, l.get_xdata())), list(map(float, l.get_ydata()))] for l in axes.get_lines()],
        "bars": [float(p.get_height()) for p in axes.patches],
        "areas": [[float(p.vertices[:, 0].min()), float(p.vertices[:, 0].max())]
                  for c in axes.collections for p in c.get_paths() if len(p.vertices)],
        "labels": [t.get_text() for t in (axes.get_legend() or plt.legend()).get_texts()],
        "axes": [0 if at == "zero" else float(at[1]) for at in (axes.spines[side].get_position() for side in ("left", "bottom"))] if axes.get_lines() else [],
        "ylim": axes.get_ylim(),
    }
print(json.dumps([draw(program) for program in json.load(sys.stdin)]))
`;

/** The step is exact in floats, so that Python and the kernels use the same x. */
const grid = 'min=-4&max=4&step=0.125&derivative';
const x = Float32Array.from({ length: 65 }, (_, i) => -4 + i * 0.125);

/** @param {ArrayLike<number>} actual @param {ArrayLike<number>} expected @param {string} what */
function assertClose(actual, expected, what) {
  assert.equal(actual.length, expected.length, what);
  for (let i = 0; i < actual.length; ++i)
    assert.ok(
      Math.abs(actual[i] - expected[i]) <= 1e-6 * Math.max(1, Math.abs(expected[i])),
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

test('the NumPy programs draw the values and derivatives that the kernels compute', { skip }, () => {
  const curves = forms.filter(({ kind }) => kind === 'elementwise');
  const plots = curves.map(({ query }) => parsePlot(`${query}&${grid}`));
  const drawings = runPython(
    drawAll,
    plots.map(({ plot }) => codeOf(plot, 'numpy')),
    python,
  );
  curves.forEach(({ name, options }, i) => {
    assert.deepEqual(plots[i].notes, []);
    const [value, slope] = drawings[i].lines;
    assertClose(value[0], x, `x of ${name}`);
    assertClose(value[1], calls[name](x, options), name);
    assertClose(slope[1], calls[name].derivative(x, options), `slope of ${name}`);
    assert.equal(drawings[i].axes[0], 0, name);
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
