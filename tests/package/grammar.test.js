/** parsePlot: the spellings of plots. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, find, formatPlot, parsePlot } from 'activation-kernels';
import { format } from '../../web/messages/format.js';
import { gridOf } from '../../web/package/grid.js';
import { generator, names, untyped } from './helpers.js';
import { defaults, maxFunctions, one } from './plots.js';

/** @param {string} source @param {object} difference from the defaults */
function assertReads(source, difference) {
  assert.deepEqual(parsePlot(source), { plot: { ...defaults, ...difference }, notes: [] }, source);
}

const two = { functions: [...one('relu6').functions, ...one('elu', { alpha: 2 }).functions] };

test('the empty query is the plot of the article', () => assertReads('', {}));

test('a query string sets functions, range, step, derivative, language and theme', () => {
  assertReads(
    'functions=relu6+leakyRelu(negativeSlope=0.2)&min=-5&max=5.5&step=0.25&derivative&lang=zh-Hant&theme=dark',
    {
      functions: [
        { name: 'relu6', parameters: {} },
        { name: 'leakyRelu', parameters: { negativeSlope: 0.2 } },
      ],
      min: -5,
      max: 5.5,
      step: 0.25,
      derivative: true,
      lang: 'zh-Hant',
      theme: 'dark',
    },
  );
});

test('a query string sets the range of y, saturation, the input row and its temperature', () => {
  assertReads('functions=relu6&ymin=-1.5&ymax=7&saturation', {
    ...one('relu6'),
    ymin: -1.5,
    ymax: 7,
    saturation: true,
  });
  assertReads('functions=softmax+sparsemax&logits=1.5+-2+0&temperature=0.5', {
    functions: ['softmax', 'sparsemax'].map((name) => ({ name, parameters: {} })),
    logits: [1.5, -2, 0],
    temperature: 0.5,
  });
  assertReads('functions=swiglu+glu&logits=1+2', {
    functions: ['swiglu', 'glu'].map((name) => ({ name, parameters: {} })),
    logits: [1, 2],
  });
});

test('a query string, URLSearchParams and attributes have the same words', () => {
  const query = 'functions=hardTanh&min=-5&derivative&theme=light';
  const expected = parsePlot(query);
  assert.deepEqual(parsePlot(`?${query}`), expected);
  assert.deepEqual(parsePlot(new URLSearchParams(query)), expected);
  const attributes = { functions: 'hardTanh', min: '-5', max: null, step: undefined, derivative: '', theme: 'light' };
  assert.deepEqual(parsePlot(attributes), expected);
});

/** @type {[string, object][]} */
const spellings = [
  ['functions=torch.nn.ReLU6', one('relu6')],
  ['functions=leakyRelu', one('leakyRelu', { negativeSlope: 0.01 })],
  ['functions=leakyRelu()', one('leakyRelu', { negativeSlope: 0.01 })],
  ['functions=leakyRelu(negativeSlope=−0.5)', one('leakyRelu', { negativeSlope: -0.5 })],
  ['functions=leakyRelu(negativeSlope=1e-2', one('leakyRelu', { negativeSlope: 0.01 })],
  ['functions=hardTanh ( maxValue = 2 , minValue=-3 , )', one('hardTanh', { minValue: -3, maxValue: 2 })],
  ['functions=, relu6 ,', one('relu6')],
  ['functions=relu6%28%29', one('relu6')],
  ['functions=', { functions: [] }],
  ['functions=relu6&functions=relu&min=1&max=3&min=2', { ...one('relu6'), min: 1, max: 3 }], // the first counts
  ['min=%E2%88%925', { min: -5 }],
  ['min=+-5+', { min: -5 }],
  ['derivative=', { derivative: true }],
  ['derivative=true', { derivative: true }],
  ['derivative=false', { derivative: false }],
  ['controls=', { controls: true }],
  ['controls=false', { controls: false }],
  ['saturation=&derivative=false', { saturation: true }],
  ['saturation=false', {}],
  ['stacked', { stacked: true, derivative: true }],
  ['stacked=&derivative=false', { stacked: true, derivative: true }], // f′ has to be drawn to be below f
  ['stacked=false', {}],
  ['ymin=%E2%88%921', { ymin: -1 }],
  ['ymax=+3+', { ymax: 3 }],
  ['ymin=1e9', { ymin: 1e9 }],
  ['logits=1,2,+3', { logits: [1, 2, 3] }],
  ['logits=+,+%E2%88%922+,,1e1\t-.5,', { logits: [-2, 10, -0.5] }],
  ['logits=', {}],
  ['logits=+,+', {}],
  ['logits=20+-20', { logits: [20, -20] }],
  ['logits=1+2+3', { logits: [1, 2, 3] }],
  [`logits=${'1+'.repeat(16)}`, { logits: Array(16).fill(1) }],
  ['temperature=0.05', { temperature: 0.05 }],
  ['temperature=20', { temperature: 20 }],
  ['functions=torch.nn.Softmax', one('softmax')],
  ['functions=torch.nn.GLU', one('glu')],
  ['functions=reglu&logits=1+2+3+4', { ...one('reglu'), logits: [1, 2, 3, 4] }],
  ['functions=&logits=5', { functions: [], logits: [5] }],
  ['lang=ZH-hant&theme=DARK', { lang: 'zh-Hant', theme: 'dark' }],
  ['lang=&theme=', {}],
  ['step=0.004', { step: 0.004 }],
  // Escaped once more, by the software of a blog or of a mail.
  ['functions=relu6&amp;min=-5&amp;max=5&amp;derivative', { ...one('relu6'), min: -5, max: 5, derivative: true }],
  ['functions=relu6&amp;amp;min=-5', { ...one('relu6'), min: -5 }],
  ['logits=1,5%2B2,5', { logits: [1.5, 2.5] }],
  ['functions=relu6%2Belu(alpha%3D2)', two],
  ['functions=relu6%2520elu%2528alpha%253D2%2529', two],
  ['logits=1%2B2%2B-1e%2B1', { logits: [1, 2, -10] }],
  ['logits=1%252C2', { logits: [1, 2] }],
  ['min=%252D5', { min: -5 }],
  // Decimal commas, where they can be nothing else.
  ['functions=leakyRelu(negativeSlope=0,07)', one('leakyRelu', { negativeSlope: 0.07 })],
  ['functions=rrelu(lower=0,1,upper=0,25)', one('rrelu', { lower: 0.1, upper: 0.25 })],
  ['functions=rrelu(lower=0,125,upper=,5)', one('rrelu', { lower: 0.125, upper: 0.5 })],
  ['functions=elu(alpha=1,5)', one('elu', { alpha: 1.5 })],
  ['logits=1,5+2,5', { logits: [1.5, 2.5] }],
  ['logits=−0,5+0,25+3', { logits: [-0.5, 0.25, 3] }],
  ['min=-2,5&max=0,125&step=0,5', { min: -2.5, max: 0.125, step: 0.5 }],
  // As keyboards for Chinese write it.
  ['functions=ｒｅｌｕ６、elu（alpha＝２）', two],
  ['min=－５&max=５', { min: -5, max: 5 }],
  // In the query of an address, hosts and mail programs add keys.
  ['?utm_source=mail&fbclid=1&__proto__=2&constructor=3&functions=relu6&toString&v', one('relu6')],
];
for (const [source, difference] of spellings)
  test(`parsePlot reads "${source}"`, () => assertReads(source, difference));

test('parsePlot reads every name of the catalogue, written as in any framework', () => {
  for (const { name, label, kind, aliases } of catalogue) {
    const words = [name, label, ...Object.values(aliases).flat()];
    for (const word of words) {
      const spaced = word === label && label.includes(' ') ? word.replaceAll(' ', '') : word;
      for (const text of [spaced, `${spaced} ${spaced}`, encodeURIComponent(spaced)]) {
        const { plot, notes } = parsePlot({ functions: text });
        assert.deepEqual(new Set(plot.functions.map((found) => found.name)), new Set([find(word)?.name ?? name]), text);
        assert.deepEqual(notes, [], text);
        assert.equal(plot.functions.length, text.startsWith(`${spaced} `) ? 2 : 1, text);
      }
      // With the modules left out, in other letters: nn.LeakyReLU is LEAKY_RELU too.
      const short = word.replace(/^[\w.]*\./, '');
      const [found] = parsePlot({ functions: spaced.toUpperCase() }).plot.functions;
      assert.equal(find(found.name)?.kind, kind, word);
      assert.equal(parsePlot({ functions: short.replaceAll(' ', '') }).plot.functions.length, 1, short);
    }
  }
});

/** Names in Hugging Face Transformers, in models' code and in papers. @type {Record<string, string>} */
const spelt = {
  ReLU: 'relu',
  RELU: 'relu',
  GELU: 'gelu',
  leaky_relu: 'leakyRelu',
  'leaky-relu': 'leakyRelu',
  LeakyReLU: 'leakyRelu',
  'nn.LeakyReLU()': 'leakyRelu',
  'F.leaky_relu': 'leakyRelu',
  gelu_pytorch_tanh: 'geluTanh',
  gelu_new: 'geluTanh',
  gelu_fast: 'geluTanh',
  gelu_accurate: 'geluTanh',
  gelu_python: 'gelu',
  quick_gelu: 'quickGelu',
  'GELU(tanh)': 'geluTanh',
  "GELU(approximate='none')": 'gelu',
  'torch.nn.functional.gelu(approximate="none")': 'gelu',
  'gelu(approximate=False)': 'gelu',
  'gelu(approximate=True)': 'geluTanh',
  "GELU(approximate='tanh')": 'geluTanh',
  "nn.GELU(approximate='tanh')": 'geluTanh',
  'torch.nn.GELU( approximate = "tanh" )': 'geluTanh',
  'jax.nn.gelu': 'geluTanh',
  swish: 'silu',
  'SiLU(Swish)': 'silu',
  hard_swish: 'hardSwish',
  hardswish: 'hardSwish',
  Tanh: 'tanh',
  linear: 'linear',
  log_softmax: 'logSoftmax',
  'soft-max': 'softmax',
  SwiGLU: 'swiglu',
};
test('parsePlot reads names as everybody writes them', () => {
  for (const [given, name] of Object.entries(spelt)) {
    const { plot, notes } = parsePlot({ functions: given });
    assert.deepEqual([plot.functions.map((found) => found.name), notes], [[name], []], given);
  }
  const all = parsePlot('functions=ReLU GELU leaky_relu(negative_slope=0.5)').plot.functions;
  assert.deepEqual(
    all.map(({ name }) => name),
    ['relu', 'gelu', 'leakyRelu'],
  );
  assert.deepEqual(all[2].parameters, { negativeSlope: 0.5 });
});

/** Calls with parameters, and what they mean. @type {[string, object][]} */
const calls = [
  ['keras.activations.relu(x, max_value=4)', one('clampedRelu', { negativeSlope: 0, maxValue: 4, threshold: 0 })],
  [
    'keras.layers.ReLU(max_value=4, negative_slope=0.1, threshold=0.5)',
    one('clampedRelu', { negativeSlope: 0.1, maxValue: 4, threshold: 0.5 }),
  ],
  ['keras.layers.ReLU(max_value=None, negative_slope=0.1)', one('leakyRelu', { negativeSlope: 0.1 })],
  ['keras.layers.ReLU(threshold=2)', one('thresholdedRelu', { theta: 2 })],
  ['nn.LeakyReLU(0.2)', one('leakyRelu', { negativeSlope: 0.2 })],
  ['F.leaky_relu(x, 0.2)', one('leakyRelu', { negativeSlope: 0.2 })],
  ['nn.Hardtanh(-2, 2.5)', one('hardTanh', { minValue: -2, maxValue: 2.5 })],
  ['nn.Threshold(0.1, 3)', one('threshold', { threshold: 0.1, value: 3 })],
  ['F.threshold(h, 1, 3)', one('threshold', { threshold: 1, value: 3 })],
  ['hardtanh(-2,2)', one('hardTanh', { minValue: -2, maxValue: 2 })],
  ['ggml_clamp(ctx, x, –2, 2)', one('hardTanh', { minValue: -2, maxValue: 2 })],
  ['F.elu(x,2)', one('elu', { alpha: 2 })],
  ['elu(1,5)', one('elu', { alpha: 1.5 })],
  ['nn.RReLU(0.1, 0.3)', one('rrelu', { lower: 0.1, upper: 0.3 })],
  ['F.gelu(x, "tanh")', one('geluTanh')],
  ['mb.leaky_relu(x=x, alpha=0.2)', one('leakyRelu', { negativeSlope: 0.2 })],
  ['keras.activations.relu(x, threshold=0.0, negative_slope=0.1)', one('leakyRelu', { negativeSlope: 0.1 })],
];
for (const [given, expected] of calls)
  test(`parsePlot reads the call ${given}`, () =>
    assertReads(new URLSearchParams({ functions: given }).toString(), expected));

test('numbers that the element prints are read back, with any sign that people type', () => {
  for (const value of [-1e-7, -0.5, 1e-7, 123_456, -2.5e-5])
    assert.equal(parsePlot({ ymin: format(value), ymax: '1e6' }).plot.ymin, value);
  for (const dash of '-−–—‐‑‒﹣－') assert.equal(parsePlot({ ymin: `${dash}1e${dash}3` }).plot.ymin, -1e-3, dash);
});

test('parsePlot finds the language of any tag', () => {
  const tags = {
    'zh-Hant': ['zh', 'zh-TW', 'ZH-hk', 'zh-Hant-TW', 'zh_TW', 'zh-Hans', 'zh-cmn-Hant-TW', 'cmn-Hant', 'yue', ' zh '],
    en: ['en', 'en-GB', 'EN-us', 'en-GB-oxendict', 'en_US'],
  };
  for (const [lang, given] of Object.entries(tags))
    for (const tag of given)
      assert.deepEqual(parsePlot({ lang: tag }), { plot: { ...defaults, lang }, notes: [] }, tag);
  for (const tag of ['fr', 'ja-JP', 'enm', 'zha', 'sr-Latn-RS', 'x-private', ''])
    assert.deepEqual(parsePlot({ lang: tag }), { plot: defaults, notes: [] }, tag);
});

test('changing a plot does not change the next one', () => {
  const { plot } = parsePlot('');
  plot.functions[1].parameters.negativeSlope = 1;
  plot.functions.length = 1;
  plot.logits[0] = 7;
  assertReads('', {});
});

const alphabet = [
  ...'(),= &%+?#-−<>"\'\\\0\ud800{}[]',
  'functions=',
  'min=',
  'step=',
  'logits=',
  'temperature=',
  'ymin=',
  'relu',
  '%28',
  '%ff',
  'e9',
  'λ',
  ...names,
];

test('parsePlot never throws, and its notes stay short', () => {
  const random = generator(11);
  const hostile = Array.from({ length: 300 }, () =>
    Array.from({ length: random() * 40 }, () => alphabet[Math.floor(random() * alphabet.length)]).join(''),
  );
  hostile.push('x'.repeat(10_000), '<img src=x onerror=alert(1)>', '%', '\ud800', '\0', '='.repeat(9), '&'.repeat(9));
  for (const text of hostile)
    for (const source of [
      text,
      `functions=${text}`,
      `functions=softmax&logits=${text}`,
      { functions: text, min: text, step: text, lang: text, theme: text },
      { functions: 'glu', logits: text, temperature: text, ymin: text, ymax: text, saturation: text },
    ]) {
      const { plot, notes: said } = parsePlot(source);
      const { min, max, step } = gridOf(plot);
      assert.ok(min < max && step > 0 && plot.functions.length <= maxFunctions);
      assert.ok(plot.logits.length > 0 && plot.logits.length <= 16 && plot.logits.every(Number.isFinite));
      assert.deepEqual(parsePlot(formatPlot(plot)).notes, []);
      for (const { message } of said) assert.ok(message.length < 2000);
    }
});

test('parsePlot reads values of every type without throwing', () => {
  const { plot } = parsePlot('functions=elu(alpha=2)+tanh&min=-3&step=0.5&derivative&logits=1+2+3&theme=dark&lang=en');
  assert.deepEqual(parsePlot(plot), { plot, notes: [] });
  assert.equal(parsePlot({ min: -5 }).plot.min, -5);
  for (const source of [undefined, null, {}, '', '?'])
    assert.deepEqual(untyped(parsePlot)(source), { plot: defaults, notes: [] });
  const wrong = [true, {}, Object.create(null), Symbol('a'), [null], [Object.create(null)], [[[]]], () => 1];
  for (const value of wrong)
    for (const key of ['functions', 'min', 'logits', 'theme'])
      assert.deepEqual([...new Set(parsePlot({ [key]: value }).notes.map((note) => note.key))], [key]);
  /** @type {{ name: string, parameters: object }} */
  const endless = { name: 'elu', parameters: {} };
  endless.parameters = { alpha: [endless] };
  assert.equal(untyped(parsePlot)({ functions: [endless] }).notes[0].code, 'notANumber');
});
