/** Programs that draw the plot: NumPy, PyTorch, Keras and JAX with matplotlib, and JavaScript. */
import expressions from '../../build/kernels/code.js';
import { kindOf, saturatedBelow } from '../element/scene.js';
import { gridOf } from '../package/grid.js';
import { find } from '../package/index.js';

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

/** A number in any of these languages, with parentheses if it is negative, because it may follow an operator. @param {number} value */
const number = (value) => (value < 0 ? `(${value})` : String(value));

const label = (/** @type {Plot['functions'][number]} */ { name, parameters }) => {
  const given = Object.entries(parameters).map(([key, value]) => `${key}=${Number(value.toPrecision(6))}`);
  return find(name)?.label + (given.length > 0 ? ` (${given.join(', ')})` : '');
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

/** @param {Plot} plot @param {Framework} language */
function curves(plot, language) {
  const { imports, x, values, slope } = frameworks[language];
  const isNumPy = language === 'numpy';
  const functions = plot.functions.map((curve) => ({
    label: label(curve),
    value: expression(curve, language),
    derivative: isNumPy ? expression(curve, 'numpyDerivative') : '',
  }));
  const hasSlope = plot.derivative || plot.saturation;
  const used = functions.map(({ value, derivative }) => (hasSlope ? value + derivative : value)).join();
  const defined = isNumPy ? Object.keys(helpers).filter((name) => used.includes(`${name}(`)) : [];
  const { min, max, step } = gridOf(plot);
  const steps = Math.floor((max - min) / step + 1e-9); // 40 / 0.1 is a little less than 400 in floats
  const pairs = functions.map((f) => {
    const derivative = isNumPy && hasSlope ? `, lambda x: ${f.derivative}` : '';
    return `    ("${f.label}", lambda x: ${f.value}${derivative}),`;
  });
  const names = isNumPy && hasSlope ? 'name, f, slope' : 'name, f';
  const slopes = isNumPy ? 'slope(x)' : values('slope(f)');
  const ends = endsOf(plot);
  const { stacked } = plot;
  const indent = stacked ? '    ' : '';
  return [
    ...(defined.includes('erf') ? ['import math'] : []),
    'import matplotlib.pyplot as plt',
    ...imports.filter((line) => hasSlope || !line.includes('tensorflow')),
    '',
    ...defined.flatMap((name) => [...helpers[name], '']),
    '# By index: adding the step again and again would miss 0.',
    `x = [${min} + i * ${step} for i in range(${steps + 1})]`,
    `x = ${hasSlope || language !== 'keras' ? x : 'keras.ops.convert_to_tensor(x, dtype="float32")'}`,
    ...(hasSlope && slope.length > 0 ? ['', ...slope] : []),
    '',
    'functions = [',
    ...pairs,
    ']',
    stacked ? '_, (axes, below) = plt.subplots(2, sharex=True)' : 'axes = plt.gca()',
    `for ${names} in functions:`,
    `    ${hasSlope ? 'line, = ' : ''}axes.plot(x, ${values('f(x)')}, label=name)`,
    ...(plot.derivative ? [`    ${stacked ? 'below' : 'axes'}.plot(x, ${slopes}, "--", color=line.get_color())`] : []),
    ...(plot.saturation
      ? [
          `    axes.fill_between(x, 0, 1, where=abs(${slopes}) < ${saturatedBelow}, color=line.get_color(), alpha=0.15,`,
          '                      transform=axes.get_xaxis_transform())',
        ]
      : []),
    ...(ends ? [`axes.set_ylim(${ends})`] : []),
    '',
    '# The axes cross at the origin, or at the edge that is next to it.',
    ...(stacked ? ['for part in axes, below:'] : []),
    ...crossing(stacked ? 'part' : 'axes').map((line) => indent + line),
    ...(stacked ? ['axes.set_ylabel("f(x)")', 'below.set_ylabel("f′(x)")'] : []),
    'axes.legend()',
    'plt.show()',
  ];
}

/** @param {string} axes */
const crossing = (axes) => [
  `for side, (low, high) in [("left", ${axes}.get_xlim()), ("bottom", ${axes}.get_ylim())]:`,
  `    ${axes}.spines[side].set_position(("data", min(max(0, low), high)))`,
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
    'for k, (name, f) in enumerate(functions):',
    `    y = ${values('f(x)')}`,
    `    plt.bar([i + 0.8 / len(functions) * k for i in range(len(y))], y, 0.8 / len(functions), label=name)`,
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
  const scale = kind === 'row' && temperature !== 1 ? `.map((x) => x / ${temperature})` : '';
  return [
    `import { ${names.join(', ')} } from 'activation-kernels';`,
    '',
    `const row = Float32Array.of(${logits.join(', ')})${scale};`,
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
