/** The notes of parsePlot about what it cannot read. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { formatPlot, parsePlot } from 'activation-kernels';
import { defaults, maxFunctions, one } from './plots.js';

/** @type {[string, string, string, RegExp, object?][]} what is noted, and what of the plot remains */
const notes = [
  [
    'functions=gelo relu6',
    'functions',
    'unknownFunction',
    /^There is no function "gelo"; similar names are (?=.*\bgelu\b)\w+, \w+, \w+\.$/,
    one('relu6'),
  ],
  ['mim=2', 'mim', 'unknownWord', /^There is no setting "mim"; did you mean min\?$/],
  ['functions=LeakyRELUs', 'functions', 'unknownFunction', /similar names are leakyRelu, /, { functions: [] }],
  ['functions=soft-maxi', 'functions', 'unknownFunction', /similar names are (?=.*\bsoftmax\b)/, { functions: [] }],
  ['functions=relu(6)', 'functions', 'unknownParameter', /relu has no parameter "6"/, one('relu')],
  // PyTorch's first argument of PReLU is a count.
  [
    'functions=nn.PReLU(1)',
    'functions',
    'unknownParameter',
    /prelu has no parameter "1"/,
    one('prelu', { slope: 0.25 }),
  ],
  [
    'functions=keras.layers.ReLU(negative_slope=0.2, threshold=1.5)',
    'functions',
    'unknownParameter',
    /leakyRelu has no parameter "threshold"/,
    one('leakyRelu', { negativeSlope: 0.2 }),
  ],
  ['functions=elu(1, 2)', 'functions', 'unknownParameter', /elu has no parameter "2"/, one('elu', { alpha: 1 })],
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
  ['functions=gelo', 'unknownFunction', { given: '"gelo"', allowed: 'gelu, geluTanh, geluClipped' }],
  ['mim=2', 'unknownWord', { given: '"mim"', allowed: 'min' }],
  ['functions=leakyRelu(b=1)', 'unknownParameter', { given: '"b"', name: 'leakyRelu', allowed: 'negativeSlope' }],
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

test('a parameter below the one before it is named in a note, and becomes equal to it', () => {
  const { plot, notes } = parsePlot('functions=rrelu(lower=0.5,upper=0.25)');
  assert.deepEqual(plot.functions, one('rrelu', { lower: 0.5, upper: 0.5 }).functions);
  assert.deepEqual(
    notes.map(({ message }) => message),
    ['upper must lie between 0.5 and 1, not 0.25.'],
  );
  assert.deepEqual(parsePlot(formatPlot(plot)), { plot, notes: [] });
});
