/** parsePlot and formatPlot: plots, query strings, and notes about errors. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, find, formatPlot, parsePlot } from 'activation-kernels';
import { format } from '../../web/messages/format.js';
import { gridOf } from '../../web/package/grid.js';
import { plotWords } from '../../web/package/plotWords.js';
import { generator, names, untyped } from './helpers.js';

const maxFunctions = plotWords.functions.maxCount;

const defaults = {
  functions: [
    { name: 'relu', parameters: {} },
    { name: 'leakyRelu', parameters: { negativeSlope: 0.07 } },
  ],
  min: undefined,
  max: undefined,
  step: undefined,
  ymin: undefined,
  ymax: undefined,
  derivative: false,
  saturation: false,
  logits: [2, 1, 0.1, -1],
  temperature: 1,
  controls: false,
  lang: undefined,
  theme: undefined,
};

/** @param {string} source @param {object} difference from the defaults */
function assertReads(source, difference) {
  assert.deepEqual(parsePlot(source), { plot: { ...defaults, ...difference }, notes: [] }, source);
}
const one = (/** @type {string} */ name, parameters = {}) => ({ functions: [{ name, parameters }] });

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
  ['secret=1&__proto__=2&constructor=3&Functions=relu6&toString', {}],
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
  linear: 'identity',
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

/** @type {[string, string, string, RegExp, object?][]} what is noted, and what of the plot remains */
const notes = [
  [
    'functions=gelo relu6',
    'functions',
    'unknownFunction',
    /^There is no function "gelo"; similar names are (?=.*\bgelu\b)\w+, \w+, \w+\.$/,
    one('relu6'),
  ],
  ['functions=LeakyRELUs', 'functions', 'unknownFunction', /similar names are leakyRelu, /, { functions: [] }],
  ['functions=soft-maxi', 'functions', 'unknownFunction', /similar names are (?=.*\bsoftmax\b)/, { functions: [] }],
  ['functions=relu(6)', 'functions', 'unknownParameter', /relu has no parameter "6"/, one('relu')],
  ['functions=%', 'functions', 'unknownFunction', /"%"; similar names are \w+, \w+, \w+\.$/, { functions: [] }],
  ['functions=toString', 'functions', 'unknownFunction', /"toString"/, { functions: [] }],
  ['functions=constructor(a=1)', 'functions', 'unknownFunction', /"constructor"/, { functions: [] }],
  [
    'functions=relu6 softmax',
    'functions',
    'otherKind',
    /^softmax cannot be drawn with relu6: a plot shows either curves or one kind of bars\.$/,
    one('relu6'),
  ],
  ['functions=softmax glu', 'functions', 'otherKind', /^glu cannot be drawn with softmax/, one('softmax')],
  ['functions=torch.nn.GLU elu', 'functions', 'otherKind', /^elu cannot be drawn with glu/, one('glu')],
  ['functions=__proto__', 'functions', 'unknownFunction', /"__proto__"/, { functions: [] }],
  [
    'functions=relu(slope=1)',
    'functions',
    'unknownParameter',
    /^relu has no parameter "slope"; it has none\.$/,
    one('relu'),
  ],
  [
    'functions=leakyRelu(__proto__=1)',
    'functions',
    'unknownParameter',
    /leakyRelu has no parameter "__proto__"; it has negativeSlope/,
    one('leakyRelu', { negativeSlope: 0.01 }),
  ],
  [
    'functions=leakyRelu(negativeSlope=x)',
    'functions',
    'notANumber',
    /negativeSlope must be a number, not "x"/,
    one('leakyRelu', { negativeSlope: 0.01 }),
  ],
  [
    'functions=leakyRelu(negativeSlope=3)',
    'functions',
    'outOfRange',
    /negativeSlope must lie between -2 and 2, not "3"/,
    one('leakyRelu', { negativeSlope: 0.01 }),
  ],
  // As a decimal comma it would be 1, as a comma between thousands 1000.
  [
    'functions=elu(alpha=1,000)',
    'functions',
    'notANumber',
    /alpha must be a number, not "1,000"/,
    one('elu', { alpha: 1 }),
  ],
  ['min=-1,000', 'min', 'notANumber', /min must be a number, not "-1,000"/],
  ['min=-1,5,5', 'min', 'notANumber', /min must be a number, not "-1,5,5"/],
  ['min=', 'min', 'notANumber', /min must be a number, not ""/],
  ['max=NaN', 'max', 'notANumber', /max must be a number, not "NaN"/],
  ['min=-Infinity', 'min', 'outOfRange', /min must lie between -1000000 and 1000000, not "-Infinity"/],
  ['max=1e7&min=0', 'max', 'outOfRange', /max must lie between .* not "1e7"/, { min: 0 }],
  ['min=30&max=20', 'min', 'emptyRange', /^min \(30\) must be less than max \(20\)\.$/],
  ['min=5&max=5', 'min', 'emptyRange', /^min \(5\) must be less than max \(5\)\.$/],
  ['ymin=2&ymax=-1', 'ymin', 'emptyRange', /^ymin \(2\) must be less than ymax \(-1\)\.$/],
  ['ymin=2&ymax=2', 'ymin', 'emptyRange', /^ymin \(2\) must be less than ymax \(2\)\.$/],
  ['ymin=0&ymax=1e-320', 'ymax', 'narrowRange', /from 0 to 1e-320 is too narrow/],
  ['ymin=', 'ymin', 'notANumber', /ymin must be a number, not ""/],
  ['ymax=tall&ymin=1', 'ymax', 'notANumber', /ymax must be a number, not "tall"/, { ymin: 1 }],
  ['ymin=-2e9&ymax=1', 'ymin', 'outOfRange', /ymin must lie between -1000000000 and 1000000000/, { ymax: 1 }],
  ['ymax=Infinity', 'ymax', 'outOfRange', /ymax must lie between .*, not "Infinity"/],
  ['logits=1,2,3 4', 'logits', 'notANumber', /logits must be a number, not "1,2,3"/],
  ['logits=1 two 3', 'logits', 'notANumber', /logits must be a number, not "two"/],
  ['logits=1 21', 'logits', 'outOfRange', /logits must lie between -20 and 20, not "21"/],
  ['logits=__proto__', 'logits', 'notANumber', /"__proto__"/],
  [`logits=${'3 '.repeat(17)}`, 'logits', 'tooManyLogits', /At most 16 logits/, { logits: Array(16).fill(3) }],
  [`logits=1 2${' '.repeat(1000)}3`, 'logits', 'tooLong', /first 1000 characters of logits/, { logits: [1, 2] }],
  [
    'functions=swiglu&logits=1 2 3',
    'logits',
    'oddLogits',
    /^swiglu splits the logits into two halves and needs an even number of them, not 3\.$/,
    one('swiglu'),
  ],
  ['temperature=0', 'temperature', 'outOfRange', /temperature must lie between 0\.05 and 20, not "0"/],
  ['temperature=21', 'temperature', 'outOfRange', /temperature must lie between 0\.05 and 20, not "21"/],
  ['temperature=warm', 'temperature', 'notANumber', /temperature must be a number, not "warm"/],
  ['min=1&max=1.0000001', 'max', 'narrowRange', /from 1 to 1\.0000001 is too narrow/],
  ['step=-1', 'step', 'outOfRange', /step must lie between 0 and .* not "-1"/],
  ['step=0', 'step', 'smallStep', /step must be at least 0\.004 for this range, not 0/],
  ['step=41', 'step', 'largeStep', /step must be at most the width of the range, 40, not 41/],
  ['lang=zh Hant', 'lang', 'notOneOf', /lang must be one of en, zh-Hant, not "zh Hant"/],
  ['theme=sepia', 'theme', 'notOneOf', /theme must be one of light, dark, not "sepia"/],
  [
    `functions=${'relu '.repeat(maxFunctions + 1)}`,
    'functions',
    'tooMany',
    new RegExp(`At most ${maxFunctions} functions`),
    { functions: Array(maxFunctions).fill({ name: 'relu', parameters: {} }) },
  ],
  [`functions=relu${' '.repeat(1000)}relu6`, 'functions', 'tooLong', /first 1000 characters/, one('relu')],
].map((row) => /** @type {any} */ (row));
for (const [source, key, code, message, rest] of notes)
  test(`"${source.slice(0, 40).trim()}" makes the note ${code}, and the rest is read`, () => {
    const result = parsePlot(source);
    assert.deepEqual(result.plot, { ...defaults, ...rest });
    assert.deepEqual(
      result.notes.map((note) => [note.key, note.code]),
      [[key, code]],
    );
    assert.match(result.notes[0].message, message);
  });

/** The values of each note, which host pages may show in sentences of their own. @type {[string, string, Record<string, string>][]} */
const valuesOfNotes = [
  ['functions=gelo', 'unknownFunction', { given: '"gelo"', allowed: 'gelu, geluTanh, elu' }],
  ['functions=leakyRelu(a=1)', 'unknownParameter', { given: '"a"', name: 'leakyRelu', allowed: 'negativeSlope' }],
  ['functions=relu(a=1)', 'unknownParameter', { given: '"a"', name: 'relu', allowed: '' }],
  ['functions=relu softmax', 'otherKind', { name: 'softmax', first: 'relu' }],
  ['min=x', 'notANumber', { name: 'min', given: '"x"' }],
  ['logits=x', 'notANumber', { name: 'logits', given: '"x"' }],
  ['max=1e7', 'outOfRange', { name: 'max', given: '"1e7"', min: '-1000000', max: '1000000' }],
  ['min=30&max=20', 'emptyRange', { low: 'min', high: 'max', min: '30', max: '20' }],
  ['ymin=2&ymax=1', 'emptyRange', { low: 'ymin', high: 'ymax', min: '2', max: '1' }],
  ['min=1&max=1.0000001', 'narrowRange', { low: 'min', high: 'max', min: '1', max: '1.0000001' }],
  ['step=0', 'smallStep', { name: 'step', given: '0', min: '0.004' }],
  ['step=41', 'largeStep', { name: 'step', given: '41', max: '40' }],
  ['lang=zh Hant', 'notOneOf', { name: 'lang', given: '"zh Hant"', allowed: 'en, zh-Hant' }],
  [`functions=${'relu '.repeat(maxFunctions + 1)}`, 'tooMany', { max: `${maxFunctions}` }],
  [`logits=${' '.repeat(1001)}`, 'tooLong', { name: 'logits', max: '1000' }],
  [`logits=${'1 '.repeat(17)}`, 'tooManyLogits', { max: '16' }],
  ['functions=glu&logits=1 2 3', 'oddLogits', { name: 'glu', given: '3' }],
];
test('every note has the values of its code', () => {
  for (const [query, code, values] of valuesOfNotes) {
    const [note] = parsePlot(query).notes;
    assert.deepEqual([note.code, note.values], [code, values], query);
  }
  assert.deepEqual(
    [...new Set(valuesOfNotes.map(([, code]) => code))].sort(),
    [...new Set(notes.map(([, , code]) => code))].sort(),
  );
});

/** @param {() => number} random @returns {import('../../web/package/types.js').Plot} one that could have been read */
function randomPlot(random) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
  const between = (/** @type {number} */ min, /** @type {number} */ max) => min + (max - min) * random();
  const kind = pick(['elementwise', 'elementwise', 'row', 'gated']);
  const allowed = catalogue.filter((entry) => entry.kind === kind);
  const functions = Array.from({ length: Math.floor(random() * (maxFunctions + 1)) }, () => {
    const { name, parameters } = pick(allowed);
    const values = parameters.map((/** @type {any} */ p) => [
      p.name,
      pick([p.default, p.min, p.max, between(p.min, p.max)]),
    ]);
    // rrelu's upper is not below its lower.
    values.forEach((/** @type {any} */ [, value], /** @type {number} */ i) => {
      if (parameters[i].domain === 'notBelowPrevious') values[i][1] = Math.max(values[i - 1][1], value);
    });
    return { name, parameters: Object.fromEntries(values) };
  });
  const low = pick([-20, -1e6, between(-500, 500)]);
  const high = pick([1e6, low + between(10.1, 100)]);
  const [min, max] = pick([[low, high], [low], [undefined, high], []]);
  const grid = gridOf({ functions, min, max });
  const ymin = pick([undefined, -1e9, between(-10, 10)]);
  const count = 2 * Math.ceil(random() * 8) - (kind === 'row' && random() < 0.5 ? 1 : 0);
  return {
    functions,
    min,
    max,
    ymin,
    step: pick([undefined, (grid.max - grid.min) / 9999, grid.max - grid.min]),
    ymax: pick([undefined, 1e9, (ymin ?? 0) + between(1e-3, 20)]),
    derivative: random() < 0.5,
    saturation: random() < 0.5,
    controls: random() < 0.5,
    logits: pick([[2, 1, 0.1, -1], Array.from({ length: count }, () => pick([0, 20, -20, between(-20, 20)]))]),
    temperature: pick([1, 0.05, 20, between(0.05, 20)]),
    lang: pick([undefined, 'en', 'zh-Hant']),
    theme: pick([undefined, 'light', 'dark']),
  };
}

test('parsePlot reads back what formatPlot prints', () => {
  const random = generator(3);
  for (let i = 0; i < 1000; ++i) {
    const plot = randomPlot(random);
    assert.deepEqual(parsePlot(formatPlot(plot)), { plot, notes: [] });
  }
});

test('parsePlot reads back the same words as attributes', () => {
  const random = generator(5);
  for (let i = 0; i < 500; ++i) {
    const plot = randomPlot(random);
    assert.deepEqual(parsePlot(Object.fromEntries(new URLSearchParams(formatPlot(plot)))), { plot, notes: [] });
  }
});

test('formatPlot prints readable words and omits defaults', () => {
  assert.equal(formatPlot({}), 'functions=relu+leakyRelu(negativeSlope=0.07)');
  assert.equal(formatPlot(parsePlot('').plot), 'functions=relu+leakyRelu(negativeSlope=0.07)');
  assert.equal(
    formatPlot({ ...one('hardTanh', { minValue: -1, maxValue: 2 }), derivative: true }),
    'functions=hardTanh(maxValue=2)&derivative',
  );
  assert.equal(formatPlot({ functions: [], min: -1, theme: 'dark' }), 'functions=&min=-1&theme=dark');
  assert.equal(
    formatPlot({ ...one('softmax'), logits: [1, -2.5], temperature: 0.5, ymax: 1, saturation: true }),
    'functions=softmax&ymax=1&saturation&logits=1+-2.5&temperature=0.5',
  );
  assert.equal(
    formatPlot({ logits: [2, 1, 0.1, -1], temperature: 1, saturation: false, ymin: undefined }),
    formatPlot({}),
  );
});

test('formatPlot takes the defaults of parameters that are missing', () => {
  assert.equal(formatPlot(/** @type {any} */ ({ functions: [{ name: 'leakyRelu' }] })), 'functions=leakyRelu');
  assert.equal(
    formatPlot({ functions: [{ name: 'hardTanh', parameters: { maxValue: 2 } }] }),
    'functions=hardTanh(maxValue=2)',
  );
});

test('formatPlot says what functions and logits must be', () => {
  const functions = 'formatPlot: functions must be an array of { name, parameters }, not';
  const each = 'formatPlot: each of functions must be { name, parameters }, not';
  for (const [plot, message] of /** @type {[any, string][]} */ ([
    [{ functions: 'relu' }, `${functions} "relu"`],
    [{ functions: { name: 'relu' } }, `${functions} an Object`],
    [{ functions: ['relu'] }, `${each} "relu"`],
    [{ functions: [null] }, `${each} null`],
    [{ functions: [{ parameters: {} }] }, `${each} an Object`],
    [{ logits: '1 2' }, 'formatPlot: logits must be an array of numbers, not "1 2"'],
  ]))
    assert.throws(() => formatPlot(plot), { name: 'TypeError', message });
});

test('a parameter below the one before it is named in a note, and becomes equal to it', () => {
  const { plot, notes } = parsePlot('functions=rrelu(lower=0.5,upper=0.25)');
  assert.deepEqual(plot.functions, one('rrelu', { lower: 0.5, upper: 0.5 }).functions);
  assert.deepEqual(
    notes.map(({ message }) => message),
    ['upper must lie between 0.5 and 1, not 0.25.'],
  );
  assert.deepEqual(parsePlot(formatPlot(plot)), { plot, notes: [] });
});

test('formatPlot prints undefined functions as an empty list, and omits every other undefined word', () => {
  const words = /** @type {any} */ (Object.fromEntries(Object.keys(plotWords).map((key) => [key, undefined])));
  assert.equal(formatPlot(words), 'functions=');
  assert.equal(formatPlot(words), formatPlot({ functions: [] }));
  for (const key of Object.keys(plotWords))
    assert.equal(
      formatPlot(/** @type {any} */ ({ [key]: undefined })),
      key === 'functions' ? 'functions=' : formatPlot({}),
    );
});

test('formatPlot prints text in place of numbers, so that parsePlot reports it', () => {
  for (const [given, key] of /** @type {[object, string][]} */ ([
    [{ logits: [1, '', 2] }, 'logits'],
    [{ logits: [1, ' ', 2] }, 'logits'],
    [{ logits: [1, 'x', 2] }, 'logits'],
    [{ min: '' }, 'min'],
    [{ temperature: 'x' }, 'temperature'],
    [one('elu', { alpha: /** @type {any} */ ('') }), 'functions'],
  ])) {
    const { notes } = parsePlot(formatPlot(given));
    assert.deepEqual(
      notes.map((note) => [note.key, note.code]),
      [[key, 'notANumber']],
    );
  }
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

test('formatPlot prints half a character as a replacement character', () => {
  const min = /** @type {any} */ ('1\ud800𝑥\udc00');
  assert.equal(new URLSearchParams(formatPlot({ min })).get('min'), '1\ufffd𝑥\ufffd');
});

test('parsePlot reads values of every type without throwing', () => {
  const { plot } = parsePlot('functions=elu(alpha=2)+tanh&min=-3&step=0.5&derivative&logits=1+2+3&theme=dark&lang=en');
  assert.deepEqual(parsePlot(plot), { plot, notes: [] });
  assert.equal(parsePlot({ min: -5 }).plot.min, -5);
  for (const source of [undefined, null, 42, true, Symbol('a'), [], new Map()])
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

test('formatPlot reads the spellings of parsePlot', () => {
  const functions = [
    { name: 'leaky_relu', parameters: { negativeSlope: 0.3 } },
    { name: 'nn.ELU', parameters: { Alpha: 2 } },
  ];
  assert.equal(untyped(formatPlot)({ functions }), 'functions=leakyRelu(negativeSlope=0.3)+elu(alpha=2)');
  const [note] = parsePlot(formatPlot({ functions: [{ name: 'elu', parameters: { beta: 2 } }] })).notes;
  assert.deepEqual([note.code, note.values.given], ['unknownParameter', '"beta"']);
  assert.equal(untyped(formatPlot)({ functions: [{ name: 'elu', parameters: null }] }), 'functions=elu');
});

test('formatPlot names a value of another type', () => {
  for (const [plot, message] of [
    ['functions=gelu', 'formatPlot: plot must be an object, not "functions=gelu"'],
    [42, 'formatPlot: plot must be an object, not 42'],
    [[1], 'formatPlot: plot must be an object, not an Array'],
    [new URLSearchParams(''), 'formatPlot: plot must be an object, not a URLSearchParams'],
    [{ functions: [{ name: 'elu', parameters: 2 }] }, 'formatPlot: parameters must be an object, not 2'],
  ])
    assert.throws(() => untyped(formatPlot)(plot), { name: 'TypeError', message });
});
