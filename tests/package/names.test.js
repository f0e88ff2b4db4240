/** The names of functions in all frameworks: find() and plots know them in every spelling. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { activation, catalogue, find, parsePlot, pipe } from 'activation-kernels';
import { decided, frameworks } from '../../tools/frameworks.js';
import { missingIn } from '../../tools/tables.js';
import { generator } from './helpers.js';

/** @typedef {import('activation-kernels').Framework} Framework */

/** The letters of a name, by another way than the package's. @param {string} name */
const lettersOf = (name) => name.toLowerCase().replaceAll(/[\s_'"=-]/g, '');

/** A name without modules and ggml's prefix. @param {string} name */
const withoutModules = (name) => {
  const [head, ...list] = name.split('(');
  return [
    head
      .split(/\.(?!\d)/) // not at the point of “Entmax 1.5”
      .at(-1)
      ?.replace(/^ggml_/, ''),
    ...list,
  ].join('(');
};

const all = catalogue.flatMap((entry) =>
  [entry.name, entry.label, ...Object.values(entry.aliases).flat()].map((name) => ({ name, entry })),
);

test('find() finds every name with other case, underscores, hyphens and spaces', () => {
  const random = generator(3);
  const pick = (/** @type {string[]} */ choices) => choices[Math.floor(random() * choices.length)];
  /** Modules keep their spelling. @param {string} name */
  const respelt = (name) => {
    const start = name.split('(')[0].lastIndexOf('.') + 1;
    const letters = Array.from(name.slice(start), (c) => (c === '_' ? pick(['_', '-', ' ', '']) : c));
    const changed = letters.map((c, i) => {
      const cased = pick([c.toUpperCase(), c.toLowerCase()]);
      return i > 0 && /[\p{L}\d]/u.test(c) ? pick(['', '', '', '_', '-', ' ']) + cased : cased;
    });
    return pick([name.slice(0, start), name.slice(0, start).toUpperCase()]) + changed.join('');
  };
  let changed = 0;
  for (const { name, entry } of all)
    for (let i = 0; i < 20; ++i) {
      const given = respelt(name);
      changed += Number(given !== name);
      assert.equal(find(given)?.name, find(name)?.name, given);
      assert.equal(find(given)?.name, catalogue.find((own) => own.name === name)?.name ?? entry.name, given);
    }
  assert.ok(changed > 19 * all.length);
});

test('no name belongs to two functions, apart from those that are decided', () => {
  /** @type {Map<string, Set<string>>} */
  const owners = new Map();
  for (const { name, entry } of all)
    for (const text of [name, withoutModules(name)])
      owners.set(lettersOf(text), (owners.get(lettersOf(text)) ?? new Set()).add(entry.name));
  const shared = [...owners].filter(([, names]) => names.size > 1).map(([letters]) => letters);
  assert.deepEqual(shared.sort(), Object.keys(decided).map(lettersOf).sort());
  for (const [name, [owner]] of Object.entries(decided)) assert.equal(find(name)?.name, owner);
  for (const [letters, names] of owners) if (names.size === 1) assert.ok(names.has(find(letters)?.name ?? ''), letters);
  assert.ok(owners.size > 150);
});

/** What models, documents and code of each framework mean by a name. @type {Record<string, Record<string, string>>} */
const meanings = {
  huggingFace: {
    gelu: 'gelu gelu_python',
    geluTanh: 'gelu_new gelu_fast gelu_accurate gelu_pytorch_tanh gelu_python_tanh',
    quickGelu: 'quick_gelu',
    silu: 'silu swish',
    hardSwish: 'hardswish',
    leakyRelu: 'leaky_relu',
    relu2: 'relu2',
    geluClipped: 'gelu_10',
    xielu: 'xielu',
    laplace: 'laplace',
    sqrtSoftplus: 'sqrtsoftplus',
    linear: 'linear',
  },
  timm: {
    silu: 'silu swish',
    leakyRelu: 'leaky_relu',
    geluTanh: 'gelu_tanh',
    quickGelu: 'quick_gelu',
    hardSigmoid: 'hard_sigmoid hardsigmoid',
    hardSwish: 'hard_swish hardswish',
    hardMish: 'hard_mish hardMish',
    identity: 'identity',
    prelu: 'prelu',
    celu: 'celu',
  },
  mlx: {
    gelu: 'mlx.nn.gelu nn.GELU mlx.nn.GELU(approx="none")',
    geluTanh: 'mlx.nn.gelu_approx nn.gelu_approx mlx.nn.GELU(approx="precise") nn.GELU(approx="tanh")',
    quickGelu: 'mlx.nn.gelu_fast_approx nn.GELU(approx="fast")',
    leakyRelu: 'mlx.nn.leaky_relu mlx.nn.LeakyReLU nn.LeakyReLU(negative_slope=0.2)',
    hardTanh: 'mlx.nn.hard_tanh mlx.nn.HardTanh',
    logSoftmax: 'mlx.nn.log_softmax mlx.nn.LogSoftmax',
    glu: 'mlx.nn.glu mlx.nn.GLU',
    step: 'mlx.nn.step mlx.nn.Step(threshold=0)',
  },
  ggml: {
    geluTanh: 'ggml_gelu',
    gelu: 'ggml_gelu_erf',
    quickGelu: 'ggml_gelu_quick',
    hardSwish: 'ggml_hardswish',
    softmax: 'ggml_soft_max',
    leakyRelu: 'ggml_leaky_relu',
    reglu: 'ggml_reglu',
    swiglu: 'ggml_swiglu ggml_swiglu_oai',
    geglu: 'ggml_geglu_erf',
    gegluTanh: 'ggml_geglu',
    gegluQuick: 'ggml_geglu_quick',
    xielu: 'ggml_xielu',
    elu: 'ggml_elu',
  },
  webnn: {
    gelu: 'gelu',
    hardSigmoid: 'hardSigmoid',
    hardTanh: 'clamp',
    hardSwish: 'hardSwish',
    exponential: 'exp',
    identity: 'identity',
    linear: 'linear',
    leakyRelu: 'leakyRelu',
  },
  coreml: {
    gelu: 'gelu gelu(mode="EXACT")',
    geluTanh: 'gelu(mode="TANH_APPROXIMATION")',
    quickGelu: 'gelu(mode="SIGMOID_APPROXIMATION")',
    hardSigmoid: 'sigmoid_hard',
    thresholdedRelu: 'thresholded_relu',
    hardTanh: 'clip',
    linear: 'linear_activation',
    scaledTanh: 'scaled_tanh',
    clampedRelu: 'clamped_relu',
    threshold: 'threshold',
  },
  nnlib: {
    sigmoid: 'NNlib.σ NNlib.sigmoid σ sigmoid_fast',
    hardSigmoid: 'NNlib.hardσ hardsigmoid',
    logSigmoid: 'logσ NNlib.logsigmoid',
    thresholdedRelu: 'NNlib.trelu NNlib.thresholdrelu',
    geluTanh: 'NNlib.gelu NNlib.gelu_tanh NNlib.gelu_sigmoid',
    gelu: 'NNlib.gelu_erf',
    silu: 'NNlib.swish',
    leakyRelu: 'NNlib.leakyrelu leakyrelu',
    tanh: 'NNlib.tanh_fast',
    rrelu: 'NNlib.rrelu',
    lisht: 'NNlib.lisht',
    logCosh: 'NNlib.logcosh',
  },
};
for (const [framework, names] of Object.entries(meanings))
  test(`find() means the same as ${framework}`, () => {
    for (const [name, given] of Object.entries(names))
      for (const text of given.split(' ')) assert.equal(find(text)?.name, name, text);
  });

test('every name in the list of a framework is found, or is missing for a given reason', () => {
  for (const [key, { names, missing, source }] of Object.entries(frameworks)) {
    assert.match(source, /\d/, key);
    assert.deepEqual(names, [...new Set(names)], key);
    const lacking = missingIn(key, /** @type {any} */ (catalogue));
    for (const name of lacking) assert.match(missing[name] ?? '', /\S/, `${key}: ${name}`);
    for (const name of Object.keys(missing)) assert.ok(names.includes(name), `${key}: ${name}`);
    for (const name of names.filter((known) => !lacking.includes(known))) assert.ok(find(name), `${key}: ${name}`);
    assert.ok(names.length > 15 && lacking.length < names.length / 3, key);
  }
});

/** Calls, and the functions that they mean. @type {[string, string][]} */
const calls = [
  ['jax.nn.gelu(approximate=False)', 'gelu'],
  ['jax.nn.gelu(x, approximate=False)', 'gelu'],
  ['jax.nn.gelu( x , approximate = False )', 'gelu'],
  ['jax.nn.gelu(x, approximate=True)', 'geluTanh'],
  ['jax.nn.gelu(x)', 'geluTanh'],
  ['jax.nn.gelu()', 'geluTanh'],
  ['jax.nn.gelu', 'geluTanh'],
  ['keras.ops.gelu', 'geluTanh'],
  ['keras.ops.gelu(x, approximate=False)', 'gelu'],
  ['keras.activations.gelu(x, approximate=True)', 'geluTanh'],
  ['keras.activations.gelu(x, approximate=False)', 'gelu'],
  ['keras.activations.gelu(x)', 'gelu'],
  ["torch.nn.GELU(approximate='tanh')", 'geluTanh'],
  ["torch.nn.GELU(approximate='none')", 'gelu'],
  ['F.gelu(x, approximate="tanh")', 'geluTanh'],
  ['nn.GELU()', 'gelu'],
  ["Gelu(approximate='tanh')", 'geluTanh'],
  ['NNlib.gelu(x)', 'geluTanh'],
  ['ggml_gelu(ctx, a)', 'geluTanh'],
  ['torch.nn.LeakyReLU(negative_slope=0.2)', 'leakyRelu'],
  ['torch.nn.ReLU(inplace=True)', 'relu'],
  ['keras.activations.relu(x)', 'relu'],
  ['keras.activations.relu(x, max_value=None)', 'relu'],
  ['keras.activations.relu(x, max_value=20)', 'clampedRelu'],
  ['keras.layers.ReLU(negative_slope=0.1, max_value=4, threshold=0.5)', 'clampedRelu'],
  ['keras.layers.ReLU(max_value=None, negative_slope=0.1)', 'leakyRelu'],
  ['relu(threshold=2)', 'thresholdedRelu'],
  ['torch.nn.Softmax(dim=-1)', 'softmax'],
  ['GELU (tanh)', 'geluTanh'],
  ['SiLU (Swish)', 'silu'],
  ['SiLU (Swish) (β = 2)', 'silu'],
];
test('a call means the function that its arguments select', () => {
  for (const [call, name] of calls) {
    assert.equal(find(call)?.name, name, call);
    assert.equal(find(call.toUpperCase())?.name, name, call);
  }
});

test('find() returns undefined for a text that is not a name', () => {
  const others = [
    '',
    ' ',
    '(',
    '()',
    '(relu)',
    '_',
    '☃',
    'relus',
    'torch.nn.',
    'ggml_',
    'leaky',
    'gelu tanh relu',
    'toString',
  ];
  for (const given of others) assert.equal(find(given), undefined, given);
});

/** Slips, and the function whose name in some framework is nearest. @type {Record<string, string>} */
const slips = {
  'torch.nn.LeakyReLu6': 'leakyRelu',
  hard_silo: 'hardSwish',
  gelu_pytroch_tanh: 'geluTanh',
  gelu_acurate: 'geluTanh',
  quikc_gelu: 'quickGelu',
  ggml_soft_mx: 'softmax',
  swihs: 'silu',
  clipByVale: 'hardTanh',
  thresholdrleu: 'thresholdedRelu',
};
test('errors and notes suggest the function with the nearest name, of any framework', () => {
  for (const [given, name] of Object.entries(slips)) {
    assert.equal(find(given), undefined, given);
    assert.throws(() => activation(given), { message: new RegExp(`; did you mean ${name}\\?$`) }, given);
    const [note] = parsePlot({ functions: given }).notes;
    assert.equal(note.code, 'unknownFunction');
    assert.equal(note.values.allowed.split(', ')[0], name, given);
    if (find(name)?.kind === 'elementwise')
      assert.throws(() => pipe(new Float32Array(1), /** @type {any} */ ([given])), {
        message: new RegExp(`: ${name},`),
      });
  }
});

test('no name of a parameter belongs to two parameters of a function', () => {
  for (const { name, parameters } of catalogue) {
    const known = parameters.flatMap((p) => [...new Set([p.name, p.symbol, ...p.aliases].map(lettersOf))]);
    assert.deepEqual(known, [...new Set(known)], name);
  }
});

/** The functions of plots, as they are written elsewhere. @type {[string, string[]][]} */
const plots = [
  ['Hard Swish', ['hardSwish']],
  ['Hard Swish, ReLU', ['hardSwish', 'relu']],
  ['Hard Swish ReLU', ['hardSwish', 'relu']],
  ['ReLU Hard Swish GELU', ['relu', 'hardSwish', 'gelu']],
  ['leaky relu elu', ['leakyRelu', 'elu']],
  ['prelu leaky relu(a=0.5), elu', ['prelu', 'leakyRelu', 'elu']],
  ['GELU (tanh) GELU', ['geluTanh', 'gelu']],
  ['GELU (tanh), SiLU (Swish) (β = 2), ReLU', ['geluTanh', 'silu', 'relu']],
  ['Thresholded ReLU、Leaky ReLU', ['thresholdedRelu', 'leakyRelu']],
  ['tanh shrink', ['tanh', 'shrink']], // as formatPlot prints two
  ['Tanh Shrink', ['tanhShrink']], // the label
  ['tanh-shrink', ['tanhShrink']],
  ['gelu tanh', ['gelu', 'tanh']],
  ['threshold relu', ['threshold', 'relu']],
  ['sigmoid hard swish', ['sigmoid', 'hardSwish']],
  ['Log Sigmoid+Soft Sign', ['logSigmoid', 'softsign']],
  ['F.gelu(x, approximate="tanh") F.gelu(x)', ['geluTanh', 'gelu']],
  ['jax.nn.gelu(x, approximate=False), jax.nn.gelu', ['gelu', 'geluTanh']],
  ['nn.ReLU(inplace=True) nn.Tanh()', ['relu', 'tanh']],
  ['nn.Softmax(dim=-1) nn.LogSoftmax(dim=None)', ['softmax', 'logSoftmax']],
  ['σ NNlib.hardσ', ['sigmoid', 'hardSigmoid']],
];
test('plots read names with spaces, commas and parentheses', () => {
  for (const [given, names] of plots)
    for (const source of [{ functions: given }, new URLSearchParams({ functions: given })]) {
      const { plot, notes } = parsePlot(source);
      assert.deepEqual([plot.functions.map(({ name }) => name), notes], [names, []], given);
    }
  for (const given of ['Hard Swish', 'Leaky ReLU', 'leaky relu elu'])
    for (const source of [given, `?${given}`, `https://example.org/?${given.replaceAll(' ', '+')}`])
      assert.deepEqual(parsePlot(source), parsePlot({ functions: given }), source);
});

/** Parameters under the names of frameworks, or as formulas have them. @type {[string, Record<string, number>][]} */
const parameters = [
  ['torch.nn.LeakyReLU(negative_slope=0.2)', { negativeSlope: 0.2 }],
  ['F.leaky_relu(x, negative_slope=0.2, inplace=True)', { negativeSlope: 0.2 }],
  ['LeakyRelu(alpha=0.2)', { negativeSlope: 0.2 }],
  ['NNlib.leakyrelu(a=0.2)', { negativeSlope: 0.2 }],
  ['Leaky ReLU (a = 0.2)', { negativeSlope: 0.2 }],
  ['HardSigmoid(alpha=0.2, beta=0.4)', { slope: 0.2, offset: 0.4 }],
  ['torch.nn.Hardtanh(min_val=-2, max_val=3)', { minValue: -2, maxValue: 3 }],
  ['Clip(min=0, max=6)', { minValue: 0, maxValue: 6 }],
  ['keras.activations.soft_shrink(x, threshold=0.25)', { lambd: 0.25 }],
  ['keras.activations.threshold(x, threshold=1, default_value=2)', { threshold: 1, value: 2 }],
  ['ThresholdedRelu(alpha=0.5)', { theta: 0.5 }],
  ['torch.nn.PReLU(init=0.5)', { slope: 0.5 }],
  ['Swish(alpha=1.5)', { beta: 1.5 }],
  ['NNlib.elu(α=0.5)', { alpha: 0.5 }],
  ['torch.nn.RReLU(lower=0.1, upper=0.3)', { lower: 0.1, upper: 0.3 }],
];
test('plots read parameters by their names in the frameworks', () => {
  for (const [given, values] of parameters) {
    const { plot, notes } = parsePlot({ functions: given });
    assert.deepEqual([plot.functions.map((found) => found.parameters), notes], [[values], []], given);
  }
  for (const given of ['relu(slope=6)', 'nn.PReLU(1)', "GELU(approximate='tahn')", 'softplus(alpha=2)'])
    assert.deepEqual(
      parsePlot({ functions: given }).notes.map(({ code }) => code),
      ['unknownParameter'],
      given,
    );
});
