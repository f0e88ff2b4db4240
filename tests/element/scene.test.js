/** From a plot to what is drawn: strokes that end at jumps, dots, bands, saturation, ranges of y, bars, and readings. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, find, parsePlot } from 'activation-kernels';
import { colorsOf, kindOf, labelOf, marksOn, readAt, sceneOf, shortLabels, snap } from '../../web/element/scene.js';
import { calls, namesOf } from '../package/helpers.js';
import { gates, oracles } from '../package/rowOracles.js';

/** @typedef {import('../../web/element/scene.js').Curves} Curves */
/** @typedef {import('../../web/element/scene.js').Bars} Bars */

test('a plot reads the labels that its legend prints', () => {
  for (const { name, label, parameters } of catalogue) {
    assert.equal(find(label)?.name, name);
    // Labels have six digits.
    const values = Object.fromEntries(parameters.map(({ name, slider }) => [name, Number(slider.max.toPrecision(6))]));
    for (const text of [labelOf({ name, parameters: values }), `${label}, ${label}`]) {
      const { functions } = read(new URLSearchParams({ functions: text }).toString());
      assert.deepEqual(
        functions.map((found) => found.name),
        text.startsWith(`${label}, `) ? [name, name] : [name],
        text,
      );
    }
    const [{ parameters: given }] = read(`functions=${labelOf({ name, parameters: values })}`).functions;
    assert.deepEqual(given, values, name);
  }
});

/** @param {string} query */
function read(query) {
  const { plot, notes } = parsePlot(query);
  assert.deepEqual(notes, []);
  return plot;
}
const curvesOf = (/** @type {string} */ query) => /** @type {Curves} */ (sceneOf(read(query)));
const barsOf = (/** @type {string} */ query) => /** @type {Bars} */ (sceneOf(read(query)));

/** @param {number} actual @param {number} expected @param {number} [tolerance] */
const near = (actual, expected, tolerance = 1e-6) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, expected ${expected}`);

/** @param {Curves} scene @param {Curves['lines'][0]['dash']} dash @param {number} [curve] */
const line = ({ lines }, dash, curve = 0) =>
  lines.find((candidate) => candidate.dash === dash && candidate.curve === curve)?.points ?? [];

/** The dots as text, from left to right and upwards: "-3: -0.5 open, 0 closed". @param {string} query */
function dots(query) {
  const at = new Map();
  for (const { x, y, open } of curvesOf(query).dots)
    at.set(x, [...(at.get(x) ?? []), [Number(y.toFixed(6)) + 0, open ? 'open' : 'closed']]);
  return [...at]
    .sort(([a], [b]) => a - b)
    .map(([x, found]) => {
      const sorted = found.sort((/** @type {[number]} */ [a], /** @type {[number]} */ [b]) => a - b);
      return `${x}: ${sorted.map((/** @type {string[]} */ words) => words.join(' ')).join(', ')}`;
    });
}

/** What f and f′ are at the kinks, by hand. @type {[string, string[]][]} */
const kinks = [
  ['functions=step', ['0: 0 closed, 1 open']],
  ['functions=hardShrink', ['-0.5: -0.5 open, 0 closed', '0.5: 0 closed, 0.5 open']],
  ['functions=threshold(threshold=1,value=-1)', ['1: -1 closed, 1 open']],
  ['functions=thresholdedRelu(theta=2)', ['2: 0 closed, 2 open']],
  ['functions=shrink(lambd=1,bias=0)', ['-1: -1 open, 0 closed', '1: 0 closed, 1 open']],
  ['functions=relu', ['0: 0 closed']],
  ['functions=relu&derivative', ['0: 0 closed, 0 closed, 1 open']],
  ['functions=leakyRelu(negativeSlope=0.07)&derivative', ['0: 0 closed, 0.07 closed, 1 open']],
  ['functions=step&derivative', ['0: 0 closed, 0 closed, 1 open']],
  ['functions=hardSwish', ['-3: 0 closed', '3: 3 closed']],
  ['functions=hardSwish&derivative', ['-3: -0.5 open, 0 closed, 0 closed', '3: 1 closed, 1.5 open, 3 closed']],
  ['functions=hardTanh&derivative', ['-1: -1 closed, 0 closed, 1 open', '1: 0 closed, 1 closed, 1 open']],
  ['functions=elu(alpha=2)&derivative', ['0: 0 closed, 1 open, 2 closed']],
  ['functions=elu&derivative', []],
  ['functions=celu(alpha=2)+sparsePlus+softsign+gelu&derivative', []],
  ['functions=leakyRelu(negativeSlope=1)&derivative', []],
  ['functions=hardTanh&min=-0.5&max=0.5&derivative', []],
];
for (const [query, expected] of kinks)
  test(`the dots of ${query} are at limits computed by hand`, () => assert.deepEqual(dots(query), expected));

test('a dot belongs to its curve', () => {
  const { dots } = curvesOf('functions=relu+step&min=-1&max=1');
  assert.deepEqual(
    dots.map(({ curve, y, open }) => [curve, y, open]),
    [
      [0, 0, false],
      [1, 1, true],
      [1, 0, false],
    ],
  );
});

test('strokes end where f or f′ jumps, with both limits as their ends', () => {
  /** @param {string} query @param {'solid' | 'dashed'} dash @param {number} x */
  const at = (query, dash, x) =>
    line(curvesOf(query), dash)
      .filter((point) => point.x === x)
      .map(({ y }) => Number(y.toFixed(6)) + 0);
  assert.deepEqual(at('functions=step', 'solid', 0), [0, NaN, 1]);
  assert.deepEqual(at('functions=hardShrink', 'solid', -0.5), [-0.5, NaN, 0]);
  assert.deepEqual(at('functions=hardShrink', 'solid', 0.5), [0, NaN, 0.5]);
  assert.deepEqual(at('functions=threshold(threshold=1,value=-1)', 'solid', 1), [-1, NaN, 1]);
  assert.deepEqual(at('functions=leakyRelu(negativeSlope=0.07)&derivative', 'solid', 0), [0]);
  assert.deepEqual(at('functions=leakyRelu(negativeSlope=0.07)&derivative', 'dashed', 0), [0.07, NaN, 1]);
  assert.deepEqual(at('functions=hardSwish&derivative', 'dashed', -3), [0, NaN, -0.5]);
  assert.deepEqual(at('functions=hardSwish&derivative', 'dashed', 3), [1.5, NaN, 1]);
  assert.deepEqual(at('functions=hardShrink&derivative', 'dashed', 0.5), [0, NaN, 1]);
  assert.deepEqual(at('functions=gelu&derivative', 'dashed', 0), [0.5]);
});

test('no stroke crosses a jump of any function, and the points of every line ascend', () => {
  for (const name of namesOf('elementwise')) {
    const scene = curvesOf(`functions=${name}&min=-5&max=5&step=0.05&derivative`);
    for (const { dash, points } of scene.lines)
      for (let i = 1; i < points.length; ++i) {
        const [from, to] = [points[i - 1], points[i]];
        assert.ok(to.x >= from.x, `${name} ${dash} at ${to.x}`);
        // No slope of f or f′ is steeper than 2, or than twice the value, except that of laplace's f′.
        const change = Math.abs(to.y - from.y);
        if (
          change >
          (name === 'laplace' ? 4 : 2) * (to.x - from.x) * Math.max(1, Math.abs(from.y), Math.abs(to.y)) + 1e-6
        )
          assert.fail(`${name} ${dash}: ${from.y} to ${to.y} at ${to.x}`);
      }
    const kept = line(scene, 'solid').filter(({ y }) => !Number.isNaN(y));
    assert.ok(kept.length >= 201, name);
    assert.deepEqual([kept[0].x, kept[kept.length - 1].x], [-5, 5]);
  }
});

test('f′ is dashed, and drawn only on request', () => {
  const dashes = (/** @type {string} */ query) => curvesOf(query).lines.map(({ curve, dash }) => `${curve} ${dash}`);
  assert.deepEqual(dashes('functions=relu+gelu'), ['0 solid', '1 solid']);
  assert.deepEqual(dashes('functions=relu+gelu&derivative'), ['0 solid', '1 solid', '0 dashed', '1 dashed']);
  for (const { x, y } of line(curvesOf('functions=tanh&derivative'), 'dashed')) near(y, 1 - Math.tanh(x) ** 2);
});

test('∂f/∂a of prelu is dotted beside f′: x on the left, 0 on the right', () => {
  const scene = curvesOf('functions=prelu&min=-3&max=3&derivative');
  const points = line(scene, 'dotted');
  assert.equal(points.length, 401);
  for (const { x, y } of points) assert.equal(y + 0, Math.min(x, 0) + 0);
  assert.deepEqual(line(curvesOf('functions=prelu'), 'dotted'), []);
  assert.deepEqual(line(curvesOf('functions=rrelu+leakyRelu&derivative'), 'dotted'), []);
});

test('short labels tell functions apart', () => {
  assert.deepEqual(shortLabels(read('functions=relu+leakyRelu')), ['ReLU', 'Leaky ReLU']);
  assert.deepEqual(shortLabels(read('functions=leakyRelu(negativeSlope=0.2)+leakyRelu(negativeSlope=-1)')), [
    'Leaky ReLU (a = 0.2)',
    'Leaky ReLU (a = −1)',
  ]);
});

test("rrelu's band lies between the lines of its two slopes, on the left alone", () => {
  const corners = (/** @type {string} */ query) =>
    curvesOf(query).bands.map(({ points }) => points.map(({ x, y }) => [x, y].map((v) => Number(v.toFixed(6)) + 0)));
  assert.deepEqual(corners('functions=rrelu(lower=0.125,upper=0.5)&min=-20&max=20'), [
    [
      [-20, -2.5],
      [0, 0],
      [0, 0],
      [-20, -10],
    ],
  ]);
  assert.deepEqual(corners('functions=rrelu(lower=0.125,upper=0.5)&min=-4&max=-2'), [
    [
      [-4, -0.5],
      [-2, -0.25],
      [-2, -1],
      [-4, -2],
    ],
  ]);
  assert.deepEqual(corners('functions=rrelu&min=0&max=2'), []);
  assert.deepEqual(corners('functions=rrelu&min=1&max=2'), []);
  assert.deepEqual(corners('functions=leakyRelu+prelu'), []);
  assert.deepEqual(
    curvesOf('functions=relu+rrelu').bands.map(({ curve }) => curve),
    [1],
  );
});

/** Where |f′| < 0.01 on paper, and the stretches from −20 to 20. */
const sigmoidAt = Math.log((1 + Math.sqrt(0.96)) / (1 - Math.sqrt(0.96)));
/** @type {[string, [number, number][]][]} */
const stretches = [
  [
    'sigmoid',
    [
      [-20, -sigmoidAt],
      [sigmoidAt, 20],
    ],
  ],
  [
    'tanh',
    [
      [-20, -Math.acosh(10)],
      [Math.acosh(10), 20],
    ],
  ],
  [
    'softsign',
    [
      [-20, -9],
      [9, 20],
    ],
  ],
  ['exponential', [[-20, Math.log(0.01)]]],
  ['softplus', [[-20, Math.log(1 / 99)]]],
  ['relu', [[-20, 0]]],
  [
    'relu6',
    [
      [-20, 0],
      [6, 20],
    ],
  ],
  [
    'hardTanh',
    [
      [-20, -1],
      [1, 20],
    ],
  ],
  ['hardShrink', [[-0.5, 0.5]]],
  ['step', [[-20, 20]]],
  ['leakyRelu(negativeSlope=0.005)', [[-20, 0]]],
  ['leakyRelu(negativeSlope=-0.005)', [[-20, 0]]],
  ['leakyRelu(negativeSlope=0.02)', []],
  ['leakyRelu', []], // its slope is 0.01, which is not below 0.01, in floats too
  ['prelu(slope=-0.01)', []],
  ['identity', []],
];
for (const [name, expected] of stretches)
  test(`${name} is saturated where its slope is below 0.01 on paper, within a step`, () => {
    const { saturated } = curvesOf(`functions=${name}&saturation&min=-20&max=20`);
    assert.equal(saturated.length, expected.length);
    saturated.forEach(({ from, to }, i) => {
      const [low, high] = expected[i];
      assert.ok(from >= low - 1e-6 && from <= low + 0.1 + 1e-6, `from ${from}, on paper from ${low}`);
      assert.ok(to <= high + 1e-6 && to >= high - 0.1 - 1e-6, `to ${to}, on paper to ${high}`);
    });
  });

// f′ is 0 at an extremum, where the curve does not level off. Of these curves only the left ends do.
for (const [name, extremum] of Object.entries({ gelu: -0.7518, geluTanh: -0.7525, silu: -1.2785, mish: -1.1924 }))
  test(`${name} is not saturated around its minimum, in any view of it`, () => {
    const saturatedIn = (/** @type {number} */ min, /** @type {number} */ max) =>
      curvesOf(`functions=${name}&saturation&min=${min}&max=${max}`).saturated;
    const [{ from, to }, ...others] = saturatedIn(-20, 20);
    assert.deepEqual([from, others], [-20, []]);
    assert.ok(to < extremum - 1, `to ${to}`);
    for (const [left, right] of [
      [1, 1],
      [0.1, 0.1],
      [0.005, 0.005],
      [0, 0.005],
      [0.005, 0],
      [0, 1],
    ])
      assert.deepEqual(saturatedIn(extremum - left, extremum + right), [], `${left}, ${right}`);
    assert.deepEqual(saturatedIn(-20, -15), [{ curve: 0, from: -20, to: -15 }]);
  });

test('saturation at kinks is exact, belongs to its curve, and is shaded only on request', () => {
  assert.deepEqual(curvesOf('functions=elu+relu&saturation&min=-1.05&max=1&step=0.3').saturated, [
    { curve: 1, from: Math.fround(-1.05), to: 0 },
  ]);
  assert.deepEqual(curvesOf('functions=relu').saturated, []);
});

/** @type {[string, number, number][]} */
const yRanges = [
  ['functions=relu', -1, 21],
  ['functions=leakyRelu(negativeSlope=0.5)', -11.5, 21.5],
  ['functions=relu6&min=-2&max=4', -0.2, 4.2],
  ['functions=relu&min=0&max=0.5&derivative', -0.05, 1.05],
  ['functions=relu&min=-20&max=-1', -1, 1],
  ['functions=threshold(value=3,threshold=4)&min=-3&max=-1', 0, 6],
  ['functions=rrelu(lower=0,upper=1)&min=-10&max=-5', -10.5, 0.5],
  ['functions=', -1, 1],
  ['functions=exponential&min=100&max=200', -1, 1],
  ['functions=relu&ymin=-3&ymax=5', -3, 5],
  ['functions=relu&ymin=-3', -3, 21],
  ['functions=relu&ymax=5', -1, 5],
  ['functions=relu&ymin=-1e9&ymax=1e9', -1e9, 1e9],
  ['functions=relu&ymin=100', 100, 122],
  ['functions=relu&ymin=21', 21, 43],
  ['functions=relu&ymax=-50', -72, -50],
  ['functions=softmax&logits=0+0', 0, 0.525],
  ['functions=softmax&ymin=-1&ymax=2', -1, 2],
  ['functions=softmax&logits=0+0&ymin=3', 3, 3.525],
  ['functions=hardmax&logits=1+2&ymax=0.5', 0, 0.5],
  ['functions=glu&logits=-4+0', -2.1, 0.1],
  ['functions=reglu&logits=-1+1', 0, 1],
];
for (const [query, min, max] of yRanges)
  test(`y of ${query} goes from ${min} to ${max}`, () => {
    const { y } = sceneOf(read(query));
    near(y.min, min, 1e-5);
    near(y.max, max, 1e-5);
  });

test('values beyond all floats leave a finite range of y around the others', () => {
  const { y } = curvesOf('functions=exponential&min=0&max=1000');
  assert.ok(Number.isFinite(y.min) && Number.isFinite(y.max) && y.max > 1e37);
});

test('bars are the function of the row divided by the temperature, as computed in doubles', () => {
  const row = [2, -1, 0.5, 7, 0];
  for (const temperature of [0.05, 0.5, 1, 3, 20])
    for (const name of ['softmax', 'logSoftmax', 'softmin', 'hardmax', 'sparsemax']) {
      const { values } = barsOf(`functions=${name}&logits=${row.join('+')}&temperature=${temperature}`);
      const exact = oracles[name].value(row.map((x) => x / temperature));
      assert.equal(values.length, 1);
      exact.forEach((y, i) => {
        near(values[0][i], y, 1e-6 * Math.max(1, Math.abs(y)));
      });
    }
});

test('bars of gated functions are one half of the row, activated, times the other half', () => {
  for (const [name, { half, value: f }] of Object.entries(gates)) {
    const { values, names } = barsOf(`functions=${name}&logits=1+-2+3+0.5+-1+2&temperature=5`);
    const exact = half === 'first' ? [f(1) * 0.5, f(-2) * -1, f(3) * 2] : [1 * f(0.5), -2 * f(-1), 3 * f(2)];
    assert.equal(values[0].length, 3);
    exact.forEach((y, i) => {
      near(values[0][i], y);
    });
    assert.deepEqual(names, ['a₁, b₁', 'a₂, b₂', 'a₃, b₃']);
  }
});

test('bars carry the elements of the row as names and the functions as labels', () => {
  const scene = barsOf(`functions=softmax+sparsemax&logits=-1.5+${'0+'.repeat(11)}`);
  assert.equal(scene.kind, 'bars');
  assert.deepEqual(scene.labels, ['Softmax', 'Sparsemax']);
  assert.deepEqual([scene.names[0], scene.names[9], scene.names.at(-1)], ['x₁ = −1.5', 'x₁₀ = 0', 'x₁₂ = 0']);
  assert.deepEqual(
    scene.values.map((list) => list.length),
    [12, 12],
  );
});

test('a number of a whole row is one bar, or one at each element beside other functions', () => {
  const [value] = calls.logSumExp(Float32Array.of(1, 2, 3));
  const { names, values } = barsOf('functions=logSumExp&logits=2 4 6&temperature=2');
  assert.deepEqual([names, values], [['x'], [[value]]]);
  const beside = barsOf('functions=softmax logSumExp&logits=1 2 3');
  assert.equal(beside.names.length, 3);
  assert.deepEqual(beside.values, [[...calls.softmax(Float32Array.of(1, 2, 3))], [value, value, value]]);
});

test('the kind of a plot is that of its first function', () => {
  assert.equal(kindOf(read('functions=')), 'elementwise');
  assert.equal(kindOf(read('functions=relu')), 'elementwise');
  assert.equal(kindOf(read('functions=softmin')), 'row');
  assert.equal(kindOf(read('functions=glu')), 'gated');
});

test('labels name the function and all its parameters', () => {
  assert.deepEqual(read('functions=relu+leakyRelu(negativeSlope=-0.07)+hardTanh+rrelu').functions.map(labelOf), [
    ...['ReLU', 'Leaky ReLU (a = −0.07)', 'Hard Tanh (l = −1, u = 1)', 'RReLU (l = 0.125, u = 0.333333)'],
  ]);
});

test('a position snaps to a kink within reach, else to min + i · step inside the range', () => {
  const plot = read('functions=relu6&min=-4&max=7.5&step=3');
  const scene = /** @type {Curves} */ (sceneOf(plot));
  for (const [x, reach, expected] of [
    [0.1, 0.2, 0],
    [-0.1, 0.2, 0],
    [0.3, 0.2, -1],
    [5.9, 0.2, 6],
    [5.9, 0.05, 5],
    [3.6, 0.2, 5],
    [3.4, 0.2, 2],
    [7.2, 0.2, 7.5],
    [99, 0.2, 7.5],
    [-99, 0.2, -4],
    [-4, 0.2, -4],
  ])
    assert.equal(snap(scene, x, reach), expected, `${x} within ${reach}`);
  const fine = read('functions=leakyRelu');
  near(snap(/** @type {Curves} */ (sceneOf(fine)), 0.34, 0.05), 0.3, 1e-12);
  const smooth = read('functions=gelu&min=-1&max=1&step=0.5');
  assert.equal(snap(/** @type {Curves} */ (sceneOf(smooth)), 0.1, 5), 0);
});

test('a position snaps to the nearer of two kinks within reach', () => {
  const plot = read('functions=hardTanh+hardShrink&min=-4&max=4&step=2');
  const scene = /** @type {Curves} */ (sceneOf(plot));
  assert.equal(snap(scene, 0.7, 1), 0.5);
  assert.equal(snap(scene, 0.8, 1), 1);
});

test('a reading has every curve with its derivative, and the learned slope', () => {
  const plot = read('functions=leakyRelu(negativeSlope=0.07)+prelu(slope=0.5)+rrelu&derivative');
  const a = Math.fround(0.07);
  const mean = Math.fround((1 / 8 + 1 / 3) / 2);
  const left = readAt(plot, -2);
  near(left[0].y, -0.14);
  assert.deepEqual(left[1], { y: -1, derivative: 0.5, slope: -2 });
  assert.deepEqual(
    left.map(({ derivative }) => derivative),
    [a, 0.5, mean],
  );
  assert.deepEqual(
    left.map((reading) => 'slope' in reading),
    [false, true, false],
  );
  const [, right] = readAt(plot, 3);
  assert.deepEqual([right.y, right.derivative, Math.abs(right.slope ?? NaN)], [3, 1, 0]);
  assert.deepEqual(readAt(plot, 0)[0], { y: 0, derivative: a });
});

test('without colours, several curves carry seven marks each, on the curve and apart from other curves’ marks', () => {
  const scene = curvesOf('functions=relu+leakyRelu(negativeSlope=0.5)+softplus');
  const marks = marksOn(scene, true);
  assert.equal(marks.length, 21);
  assert.equal(new Set(marks.map(({ x }) => x)).size, 21);
  /** @type {((x: number) => number)[]} */
  const on = [(x) => Math.max(x, 0), (x) => (x > 0 ? x : x / 2), (x) => Math.log1p(Math.exp(x))];
  for (const { curve, x, y } of marks) near(y, on[curve](x), 1e-5);
  assert.deepEqual(marksOn(curvesOf('functions=relu'), true), []);
  // What lies outside the plot has none.
  const cut = marksOn(curvesOf('functions=relu+identity&ymin=-1&ymax=5'), true);
  assert.ok(cut.length > 0 && cut.every(({ y }) => y >= -1 && y <= 5));
});

test('with colours, curves carry marks only where they coincide over a stretch', () => {
  const marksOf = (/** @type {string} */ query) =>
    marksOn(curvesOf(query)).map(({ curve, x }) => [curve, Math.sign(x)]);
  const both = marksOf('functions=relu+leakyRelu(negativeSlope=0.5)');
  assert.deepEqual([...new Set(both.map(String))].sort(), ['0,1', '1,1']);
  assert.equal(both.length, 7);
  for (const names of ['gelu+silu+mish', 'relu+gelu', 'sigmoid+tanh', 'elu+selu', 'tanh+hardTanh'])
    assert.deepEqual(marksOf(`functions=${names}`), [], names);
  // The same function twice coincides everywhere; one that lies apart has no marks.
  const twice = marksOf('functions=tanh+identity+tanh&min=-2&max=2');
  assert.deepEqual([...new Set(twice.map(([curve]) => curve))], [0, 2]);
  assert.equal(twice.length, 14);
});

test('a function has the same colour beside the same others, in whatever order they were chosen', () => {
  const names = ['mish', 'gelu', 'relu', 'silu', 'tanh'];
  const colorsBy = (/** @type {string[]} */ order) => {
    const { functions } = read(`functions=${order.join('+')}`);
    const colors = colorsOf(functions);
    return Object.fromEntries(functions.map(({ name }, i) => [name, colors[i]]));
  };
  const expected = colorsBy(names);
  assert.deepEqual(Object.values(expected).sort(), [0, 1, 2, 3, 4]);
  for (let i = 1; i < names.length; ++i) {
    const rotated = [...names.slice(i), ...names.slice(0, i)];
    assert.deepEqual(colorsBy(rotated), expected);
    assert.deepEqual(colorsBy(rotated.reverse()), expected);
  }
  assert.deepEqual(colorsOf(read('functions=softmin+softmax').functions), [1, 0]);
  assert.deepEqual(colorsOf(read('functions=elu(alpha=2)+relu+elu').functions), [1, 0, 2]);
});
