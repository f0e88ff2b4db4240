/** formatPlot: query strings, which parsePlot reads back. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, formatPlot, parsePlot } from 'activation-kernels';
import { plotWords } from '../../web/package/plotWords.js';
import { gridIn, viewOf } from '../../web/package/range.js';
import { generator, untyped } from './helpers.js';
import { maxFunctions, one } from './plots.js';

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
  const grid = gridIn(viewOf(functions.map(({ name }) => ({ name, kinks: [] }))), { min, max }, plotWords.max.max);
  const ymin = pick([undefined, -1e9, between(-10, 10)]);
  const count = 2 * Math.ceil(random() * 8) - (kind === 'row' && random() < 0.5 ? 1 : 0);
  return {
    functions,
    min,
    max,
    ymin,
    step: pick([undefined, (grid.max - grid.min) / 9999, grid.max - grid.min]),
    ymax: pick([undefined, 1e9, (ymin ?? 0) + between(1e-3, 20)]),
    ...pick([
      { derivative: false, stacked: false },
      { derivative: true, stacked: false },
      { derivative: true, stacked: true },
    ]),
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

test('formatPlot reads queries, and names whatever is no plot', () => {
  assert.equal(formatPlot('relu gelu&min=-2'), 'functions=relu+gelu&min=-2');
  assert.equal(formatPlot(new URLSearchParams('functions=relu+gelu')), 'functions=relu+gelu');
  for (const [plot, message] of /** @type {[any, string][]} */ ([
    [42, 'plot must be one of a query, an object, not "42".'],
    [[], 'plot must be one of a query, an object, not "an Array".'],
    [{ mim: 2 }, 'There is no setting "mim"; did you mean min?'],
    ['function=tanh', 'There is no setting "function"; did you mean functions?'],
  ]))
    assert.throws(() => formatPlot(plot), { name: 'TypeError', message: `formatPlot: ${message}` });
});

test('formatPlot prints functions and logits of other types as text, so that parsePlot reports them', () => {
  for (const [plot, code, given] of /** @type {[any, string, string][]} */ ([
    [{ functions: 7 }, 'unknownFunction', '7'],
    [{ functions: [{ parameters: {} }] }, 'unknownFunction', 'an'],
    [{ functions: [null] }, 'unknownFunction', 'null'],
    [{ logits: {} }, 'notANumber', 'an'],
  ])) {
    const [note] = parsePlot(formatPlot(plot)).notes;
    assert.equal(note.code, code);
    assert.ok(note.values.given.includes(given), note.message);
  }
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

test('formatPlot prints half a character as a replacement character', () => {
  const min = /** @type {any} */ ('1\ud800𝑥\udc00');
  assert.equal(new URLSearchParams(formatPlot({ min })).get('min'), '1\ufffd𝑥\ufffd');
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

test('the result of parsePlot() is read as its plot, with its notes', () => {
  const query = 'functions=elu(alpha=2)&min=-3&derivative';
  const reading = parsePlot(query);
  assert.deepEqual(parsePlot(reading), reading);
  assert.equal(formatPlot(reading), query);
  const noted = parsePlot('functions=gelo&min=-3');
  assert.deepEqual(parsePlot(noted), noted);
  assert.throws(() => formatPlot(noted), { name: 'TypeError', message: /^formatPlot: There is no function "gelo"/ });
});
