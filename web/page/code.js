/** Programs that draw the plot: NumPy, PyTorch, Keras and JAX with matplotlib, and JavaScript. */
import expressions from '../../build/kernels/code.js';
import { extrasOf, saturatedBelow } from '../element/curve.js';
import { barNames, kindOf } from '../element/scene.js';
import { gridOf } from '../package/grid.js';
import { find, sample } from '../package/index.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {import('./types.js').Expressions} Expressions */
/** @typedef {{ expression: string, derivative: string, label: string }} Curve */

/** @param {Plot['functions'][number]} curve @param {keyof Expressions} language */
function expression({ name, parameters }, language) {
  const all = /** @type {Record<string, Expressions & { plain?: Partial<Expressions> }>} */ (expressions);
  const { plain, ...code } = all[name];
  const isPlain = find(name)?.parameters.every((p) => parameters[p.name] === p.default);
  return ((isPlain && plain?.[language]) || code[language] || '').replace(/\{(\w+)\}/g, (_, key) =>
    number(parameters[key]),
  );
}

/** The shortest decimal of a float. @param {number} float */
function decimal(float) {
  let n = 1;
  while (Math.fround(Number(float.toPrecision(n))) !== float) ++n;
  return Number(float.toPrecision(n));
}

/** A parameter in any of these languages, with parentheses if it is negative, because it may follow an operator. @param {number} value */
function number(value) {
  const shortest = decimal(Math.fround(value));
  return shortest < 0 ? `(${shortest})` : String(shortest);
}

/** The label of a curve, with the parameters that differ from their defaults. @param {Plot['functions'][number]} curve */
const label = ({ name, parameters }) => {
  const entry = find(name);
  const given = (entry?.parameters ?? [])
    .filter((p) => parameters[p.name] !== p.default)
    .map((p) => `${p.name}=${Number(parameters[p.name].toPrecision(6))}`);
  return entry?.label + (given.length > 0 ? ` (${given.join(', ')})` : '');
};

/** Functions that NumPy lacks. @type {Record<string, string[]>} */
const helpers = {
  sigmoid: ['def sigmoid(x):', '    return np.exp(-np.logaddexp(0, -x))'],
  softplus: ['def softplus(x):', '    return np.logaddexp(0, x)'],
  erf: ['erf = np.vectorize(math.erf)'],
};

/**
 * How each framework is imported, takes x, passes its values to matplotlib and differentiates f.
 * @type {Record<'numpy' | 'torch' | 'keras' | 'jax', { imports: string[], x: string, row: (numbers: string) => string, values: (y: string) => string, slope: string[] }>}
 */
const frameworks = {
  numpy: {
    imports: ['import numpy as np'],
    x: 'np.asarray(x)',
    row: (numbers) => `np.array(${numbers})`,
    values: (y) => y,
    slope: [],
  },
  torch: {
    imports: ['import torch', 'import torch.nn.functional as F'],
    x: 'torch.tensor(x, dtype=torch.float64)',
    row: (numbers) => `torch.tensor(${numbers}, dtype=torch.float64)`,
    values: (y) => `${y}.detach()`,
    slope: ['def slope(f):', '    t = x.clone().requires_grad_()', '    return torch.autograd.grad(f(t).sum(), t)[0]'],
  },
  keras: {
    imports: ['import keras', 'import tensorflow as tf  # for derivatives; Keras itself runs on others too'],
    x: 'tf.constant(x, dtype="float32")',
    row: (numbers) => `keras.ops.convert_to_tensor(${numbers}, dtype="float32")`,
    values: (y) => y,
    slope: [
      'def slope(f):',
      '    with tf.GradientTape() as tape:',
      '        tape.watch(x)',
      '        y = f(x)',
      '    return tape.gradient(y, x)',
    ],
  },
  jax: {
    imports: ['import jax', 'import jax.numpy as jnp'],
    x: 'jnp.asarray(x)',
    row: (numbers) => `jnp.array(${numbers})`,
    values: (y) => y,
    slope: ['def slope(f):', '    return jax.vmap(jax.grad(f))(x)'],
  },
};

/** @typedef {keyof typeof frameworks} Framework */

/** The ends of y that the reader has set, as arguments of matplotlib. @param {Plot} plot */
const endsOf = ({ ymin, ymax }) =>
  [ymin === undefined ? '' : `bottom=${ymin}`, ymax === undefined ? '' : `top=${ymax}`].filter(Boolean).join(', ');

/** The shortest decimal between two numbers that is near their middle. @param {number} a @param {number} b */
function between(a, b) {
  let middle = a;
  for (let n = 1; !((middle - a) * (middle - b) < 0); ++n) middle = Number(((a + b) / 2).toPrecision(n));
  return middle;
}

/** @param {import('../package/sample.js').Kink} kink @param {'y' | 'derivative'} of */
const jumps = (kink, of) => kink[of][0] !== kink[of][1];

/**
 * The x values of a program: `exact` replaces those of the grid that miss a kink by a rounding, and `others` lie between
 * those of the grid.
 * @param {ReturnType<typeof gridOf>} grid @param {number[]} kinks @param {number[]} cut the kinks that need points beside them
 */
function pointsOf({ min, max, step }, kinks, cut) {
  const steps = Math.floor((max - min) / step + 1e-9); // 40 / 0.1 is a little less than 400 in floats
  const grid = Array.from({ length: steps + 1 }, (_, i) => min + i * step);
  const others = new Set(max - grid[steps] > 1e-6 * step ? [max] : []);
  /** @type {Map<number, number>} */
  const exact = new Map();
  for (const x of kinks) {
    const i = Math.round((x - min) / step);
    if (Math.fround(grid[i]) !== x) others.add(decimal(x));
    else if (grid[i] !== decimal(x)) exact.set(i, decimal(x));
  }
  for (const [i, x] of exact) grid[i] = x;
  const sorted = () => [...new Set([...grid, ...others])].sort((a, b) => a - b);
  const all = sorted();
  for (const x of cut.map(decimal)) {
    const i = all.indexOf(x);
    for (const next of [all[i - 1], all[i + 1]]) if (next !== undefined) others.add(between(x, x + (next - x) / 50));
  }
  return { steps, exact, others: [...others], all: sorted() };
}

/**
 * Where a stroke has to end: on both sides of each jump, because Matplotlib would join the sides, and the frameworks have
 * different values at the jump itself.
 * @param {number[]} all x, ascending
 * @param {import('../package/sample.js').Kink[]} kinks @param {'y' | 'derivative'} of
 */
const gapsOf = (all, kinks, of) =>
  kinks
    .filter((kink) => jumps(kink, of))
    .flatMap(({ x }) => {
      const i = all.indexOf(decimal(x));
      return [all[i - 1], all[i + 1]].flatMap((next) => (next === undefined ? [] : [between(all[i], next)]));
    });

/** The samples of a curve; none where the kernels cannot run, as programs do without. @param {Plot['functions'][number]} curve @param {ReturnType<typeof gridOf>} grid */
function samplesOf({ name, parameters }, grid) {
  try {
    return sample(name, { ...grid, ...parameters });
  } catch {
    return { y: [], derivative: [], kinks: [] };
  }
}

/** Whether Matplotlib's range of y will hold 0. @param {Plot} plot @param {ArrayLike<number>[]} curves */
function holdsZero({ ymin, ymax }, curves) {
  const has = (/** @type {1 | -1} */ sign) => curves.some((y) => Array.from(y).some((value) => sign * value >= 0));
  return (ymin === undefined ? has(-1) : ymin <= 0) && (ymax === undefined ? has(1) : ymax >= 0);
}

/** @param {Plot} plot @param {Framework} language */
function curves(plot, language) {
  const { imports, x, values, slope } = frameworks[language];
  const { derivative, saturation } = plot;
  const isNumPy = language === 'numpy';
  const hasSlope = derivative || saturation;
  const { min, max, step } = gridOf(plot);
  const samples = plot.functions.map((curve) => samplesOf(curve, { min, max, step }));
  const kinks = samples.map((curve) => curve.kinks);
  const cut = kinks.flat().filter((kink) => jumps(kink, 'y') || (hasSlope && jumps(kink, 'derivative')));
  const { steps, exact, others, all } = pointsOf(
    { min, max, step },
    kinks.flat().map(({ x }) => x),
    cut.map(({ x }) => x),
  );
  const functions = plot.functions.map((curve, i) => ({
    label: label(curve),
    value: expression(curve, language),
    slope: isNumPy && hasSlope ? expression(curve, 'numpyDerivative') : '',
    gaps: gapsOf(all, kinks[i], 'y'),
    slopeGaps: derivative ? gapsOf(all, kinks[i], 'derivative') : [],
  }));
  const used = functions.map((f) => f.value + f.slope).join();
  const defined = isNumPy ? Object.keys(helpers).filter((name) => used.includes(`${name}(`)) : [];
  const hasGaps = functions.some((f) => f.gaps.length + f.slopeGaps.length > 0);
  const lists = (/** @type {typeof functions[number]} */ f) =>
    hasGaps ? [f.gaps, ...(derivative ? [f.slopeGaps] : [])].map((list) => `, [${list.join(', ')}]`).join('') : '';
  const fields = ['name', 'f', ...(isNumPy && hasSlope ? ['slope'] : []), ...(hasGaps ? ['gaps'] : [])];
  if (hasGaps && derivative) fields.push('slope_gaps');
  const slopes = isNumPy ? 'slope(x)' : values('slope(f)');
  const draw = (/** @type {string} */ y, /** @type {string} */ gaps) => (hasGaps ? `*split(${y}, ${gaps})` : `x, ${y}`);
  const needsNumPy = !isNumPy && (hasGaps || saturation || plot.functions.some(({ name }) => extrasOf(name).isLearned));
  const ends = endsOf(plot);
  const { stacked } = plot;
  const [heights, derivatives] = [samples.map(({ y }) => y), samples.map((curve) => curve.derivative)];
  const panels = stacked ? [heights, derivatives] : [derivative ? [...heights, ...derivatives] : heights];
  const hasOrigin = min <= 0 && max >= 0 && panels.every((panel) => holdsZero(plot, panel));
  const slopeAxes = stacked ? 'below' : 'axes';
  const indent = stacked ? '    ' : '';
  return [
    ...(defined.includes('erf') ? ['import math'] : []),
    'import matplotlib.pyplot as plt',
    ...(needsNumPy ? ['import numpy as np'] : []),
    ...imports.filter((line) => hasSlope || !line.includes('tensorflow')),
    '',
    ...defined.flatMap((name) => [...helpers[name], '']),
    '# By index: adding the step again and again would miss 0.',
    `x = [${min} + i * ${step} for i in range(${steps + 1})]`,
    ...Array.from(exact, ([i, x]) => `x[${i}] = ${x}  # exactly`),
    ...(others.length > 0
      ? [
          `x = sorted([*x, ${others.join(', ')}])  # with all kinks${cut.length > 0 ? ', points beside jumps' : ''} and the last x`,
        ]
      : []),
    `x = ${hasSlope || language !== 'keras' ? x : 'keras.ops.convert_to_tensor(x, dtype="float32")'}`,
    ...(hasSlope && slope.length > 0 ? ['', ...slope] : []),
    ...(hasGaps
      ? [
          '',
          'def split(y, gaps):',
          '    """The points of y, with a gap at each jump."""',
          '    i = np.searchsorted(x, gaps)',
          '    return np.insert(np.asarray(x), i, np.nan), np.insert(np.asarray(y), i, np.nan)',
        ]
      : []),
    ...(saturation
      ? [
          '',
          'def saturated(slope):',
          '    """Where |slope| is small, except around an extremum, where its sign changes."""',
          '    slope = np.asarray(slope)',
          `    flat = np.abs(slope) < ${saturatedBelow}`,
          '    signs = np.concatenate([[0], np.sign(slope[~flat]), [0]])',
          '    i = np.cumsum(~flat)',
          '    return flat & (signs[i] * signs[i + 1] >= 0)',
        ]
      : []),
    '',
    'functions = [',
    ...functions.map(
      (f) => `    ("${f.label}", lambda x: ${f.value}${f.slope ? `, lambda x: ${f.slope}` : ''}${lists(f)}),`,
    ),
    ']',
    stacked ? '_, (axes, below) = plt.subplots(2, sharex=True)' : 'axes = plt.gca()',
    `for ${fields.join(', ')} in functions:`,
    `    ${hasSlope ? 'line, = ' : ''}axes.plot(${draw(values('f(x)'), 'gaps')}, label=name)`,
    ...(derivative ? [`    ${slopeAxes}.plot(${draw(slopes, 'slope_gaps')}, "--", color=line.get_color())`] : []),
    ...(saturation
      ? [
          `    axes.fill_between(np.asarray(x), 0, 1, where=saturated(${slopes}), color=line.get_color(), alpha=0.15,`,
          '                      transform=axes.get_xaxis_transform())',
        ]
      : []),
    ...plot.functions.flatMap(({ name, parameters }, i) => {
      const { isRandom, isLearned } = extrasOf(name);
      const [lower, upper] = Object.values(parameters);
      const left = Math.min(max, 0);
      return [
        ...(isRandom && min < 0
          ? [
              `axes.fill_between([${min}, ${left}], [${lower * min}, ${lower * left}], [${upper * min}, ${upper * left}], color="C${i}", alpha=0.18)  # random slopes`,
            ]
          : []),
        ...(isLearned && derivative
          ? [`${slopeAxes}.plot(x, np.minimum(np.asarray(x), 0), ":", color="C${i}")  # ∂f/∂a`]
          : []),
      ];
    }),
    `axes.set_xlim(${min}, ${max})`,
    ...(ends ? [`axes.set_ylim(${ends})`] : []),
    '',
    ...(hasOrigin ? [] : ['# The axes cross at the origin, or at the edge nearest to it.']),
    ...(stacked ? ['for part in axes, below:'] : []),
    ...crossing(stacked ? 'part' : 'axes', hasOrigin).map((line) => indent + line),
    ...(stacked ? ['axes.set_ylabel("f(x)")', 'below.set_ylabel("f′(x)")'] : []),
    'axes.legend()',
    'plt.show()',
  ];
}

/** @param {string} axes @param {boolean} hasOrigin */
const crossing = (axes, hasOrigin) => [
  ...(hasOrigin
    ? [`${axes}.spines[["left", "bottom"]].set_position("zero")`]
    : [
        `for side, (low, high) in [("left", ${axes}.get_xlim()), ("bottom", ${axes}.get_ylim())]:`,
        `    ${axes}.spines[side].set_position(("data", min(max(0, low), high)))`,
      ]),
  `${axes}.spines[["right", "top"]].set_visible(False)`,
];

/** @param {Plot} plot @param {Framework} language */
function bars(plot, language) {
  const { functions, logits, temperature } = plot;
  const { imports, row, values } = frameworks[language];
  const all = functions.map((curve) => [label(curve), expression(curve, language)]);
  const used = all.join();
  const defined = language === 'numpy' ? Object.keys(helpers).filter((name) => used.includes(`${name}(`)) : [];
  return [
    ...(defined.includes('erf') ? ['import math'] : []),
    'import matplotlib.pyplot as plt',
    ...imports.filter((line) => !line.includes('tensorflow')),
    '',
    ...defined.flatMap((name) => [...helpers[name], '']),
    `x = ${row(`[${logits.join(', ')}]`)}${kindOf(plot) === 'row' && temperature !== 1 ? ` / ${temperature}` : ''}`,
    '',
    'functions = [',
    ...all.map(([name, f]) => `    ("${name}", lambda x: ${f}),`),
    ']',
    `names = [${barNames(plot)
      .map((name) => JSON.stringify(name))
      .join(', ')}]`,
    'width = 0.8 / len(functions)',
    'for k, (name, f) in enumerate(functions):',
    `    y = ${values('f(x)')}`,
    '    left = [i - 0.4 + k * width for i in range(len(names))]',
    '    plt.bar(left, y, width, align="edge", label=name)',
    'plt.xticks(range(len(names)), names)',
    ...(endsOf(plot) ? [`plt.ylim(${endsOf(plot)})`] : []),
    'plt.legend()',
    'plt.show()',
  ];
}

/** @param {Plot} plot */
function javaScript(plot) {
  const kind = kindOf(plot);
  const { functions, derivative, logits, temperature } = plot;
  const { min, max, step } = gridOf(plot);
  const names = [...new Set(functions.map(({ name }) => name))];
  const options = (/** @type {Record<string, number>} */ parameters) =>
    Object.entries(parameters).map(([key, value]) => `${key}: ${value}`);
  if (kind === 'elementwise')
    return [
      "import { sample } from 'activation-kernels';",
      '',
      `const range = { min: ${min}, max: ${max}, step: ${step} };`,
      'const curves = [',
      ...functions.map(
        ({ name, parameters }) => `  sample('${name}', { ${['...range', ...options(parameters)].join(', ')} }),`,
      ),
      '];',
      `for (const { x, y${derivative ? ', derivative' : ''} } of curves) console.log(x, y${derivative ? ', derivative' : ''});`,
    ];
  const row =
    kind === 'row' && temperature !== 1
      ? `from([${logits.join(', ')}], (x) => x / ${temperature})`
      : `of(${logits.join(', ')})`;
  return [
    `import { ${names.join(', ')} } from 'activation-kernels';`,
    '',
    `const row = Float32Array.${row};`,
    ...names.map((name) => `console.log(${name}(row));`),
  ];
}

export const languages = {
  numpy: 'NumPy',
  torch: 'PyTorch',
  keras: 'Keras',
  jax: 'JAX',
  js: 'JavaScript',
};

/** How a language is highlighted. @param {string} language of `languages` */
export const syntaxOf = (language) => (language === 'js' ? 'javascript' : 'python');

/** @param {Plot} plot that was drawn @param {keyof typeof languages} language @returns {string} */
export function codeOf(plot, language) {
  const python = kindOf(plot) === 'elementwise' ? curves : bars;
  const lines = language === 'js' ? javaScript(plot) : python(plot, language);
  return `${lines.join('\n')}\n`;
}
