/** Slips in plots: what is read as meant, and what is named in a note. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { formatPlot, parsePlot, relu6 } from 'activation-kernels';
import { keys as labKeys } from '../../web/lab/labWords.js';
import { keys } from '../../web/package/plotWords.js';
import { resembles } from '../../web/package/suggest.js';
import { untyped } from './helpers.js';
import { defaults, one } from './plots.js';

const two = { functions: [...one('relu6').functions, ...one('elu', { alpha: 2 }).functions] };
const url = 'https://example.org/relu';

/** Slips with one meaning. @type {[unknown, object][]} */
const slips = [
  // Functions without their key.
  ['gelu', one('gelu')],
  ['step', one('step', { alpha: 0 })],
  ['swish', one('silu', { beta: 1 })],
  ['nn.ReLU6()', one('relu6')],
  ['relu6 elu(alpha=2)', two],
  ['relu6+elu(alpha=2)', two],
  ['relu6, elu(alpha=2)', two],
  ['relu6、elu（alpha＝２）', two],
  ['relu6%20elu(alpha%3D2)', two],
  ['gelu&min=-3&derivative', { ...one('gelu'), min: -3, derivative: true }],
  ['?gelu', one('gelu')],
  ['#gelu', one('gelu')],
  // Whole addresses, and the part after #.
  ['#functions=gelu', one('gelu')],
  ['?#functions=gelu', one('gelu')],
  [`${url}/?functions=gelu`, one('gelu')],
  [`${url}/?functions=gelu&min=-3#explore`, { ...one('gelu'), min: -3 }],
  [`${url}?functions=gelu&utm_source=mail&amp;derivative`, { ...one('gelu'), derivative: true }],
  [`${url}/zh-Hant.html#functions=gelu`, one('gelu')],
  [`${url}/?gelu`, one('gelu')],
  [` ${url}/embed.html?functions=relu6+elu(alpha=2)`, two],
  ['/relu/?functions=gelu', one('gelu')],
  ['embed.html?functions=gelu', one('gelu')],
  [new URL(`${url}/?functions=gelu`), one('gelu')],
  // Values in another form.
  [{ functions: 'gelu' }, one('gelu')],
  [{ functions: { name: 'elu', parameters: { alpha: 2 } } }, one('elu', { alpha: 2 })],
  [{ functions: ['relu6', 'elu(alpha=2)'] }, two],
  [{ functions: relu6 }, one('relu6')],
  [{ logits: '1 2' }, { logits: [1, 2] }],
  [{ logits: Float32Array.of(1, 0.5) }, { logits: [1, 0.5] }],
  [{ max: 5n }, { max: 5 }],
  [
    { derivative: 1, saturation: 'on', controls: '' },
    { derivative: true, saturation: true, controls: true },
  ],
  [{ derivative: 0, saturation: 'off', controls: 'no' }, {}],
];
test('a slip that has one meaning is read as meant', () => {
  for (const [source, difference] of slips) {
    const wanted = { plot: { ...defaults, ...difference }, notes: [] };
    assert.deepEqual(untyped(parsePlot)(source), wanted, String(source));
    assert.deepEqual(parsePlot(untyped(formatPlot)(source)), wanted, String(source));
  }
});

/** Slips in keys, and the settings that they resemble. */
const misspelt = {
  mim: 'min',
  mni: 'min',
  mxa: 'max',
  xmax: 'max',
  setp: 'step',
  function: 'functions',
  func: 'functions',
  Functions: 'functions',
  fucntions: 'functions',
  derivate: 'derivative',
  stack: 'stacked',
  logit: 'logits',
  temp: 'temperature',
  temprature: 'temperature',
  control: 'controls',
  thme: 'theme',
};
test('a misspelt key is named with the nearest setting, in objects and in queries', () => {
  for (const [key, allowed] of Object.entries(misspelt))
    for (const source of [{ [key]: '2' }, `${key}=2`, `?${key}=2`, new URLSearchParams({ [key]: '2' })]) {
      const { plot, notes } = parsePlot(/** @type {any} */ (source));
      assert.deepEqual(plot, defaults);
      const message = `There is no setting "${key}"; did you mean ${allowed}?`;
      assert.deepEqual(notes, [{ key, code: 'unknownWord', values: { given: `"${key}"`, allowed }, message }]);
    }
  const { notes } = untyped(parsePlot)({ foo: 1, 'a b': 2 });
  assert.match(notes[0].message, /^There is no setting "foo"; did you mean functions, min, .*, theme\?$/);
  assert.equal(notes[1].key, 'a b');
});

test('keys and attributes that other programs add are no slips', () => {
  const added =
    `utm_source utm_medium utm_campaign utm_content utm_term fbclid gclid msclkid ref source mc_cid si t v hl id
    page share from via campaign feature app version ver cb nocache debug amp preview replytocom cat tag author year month
    embed format width height onclick onload data-theme data-min aria-label x-max accesskey autofocus class contenteditable
    dir draggable enterkeyhint exportparts hidden inert inputmode is itemid itemprop itemref itemscope itemtype nonce part
    popover role slot spellcheck style tabindex title translate`.split(/\s+/);
  for (const key of added) for (const words of [keys, labKeys]) assert.equal(resembles(key, words), false, key);
});

/** Throws whatever is asked of it. */
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();
const fail = () => {
  throw new Error('its own');
};
const failing = {
  get min() {
    return fail();
  },
};

test('whatever is no plot is named', () => {
  const others = [42, true, Symbol('a'), 5n, () => 1, [], new Map(), Promise.resolve(''), new Date(0)];
  for (const source of [...others, revoked, failing, { [Symbol.toStringTag]: 'URL', toString: fail }]) {
    const { plot, notes } = untyped(parsePlot)(source);
    assert.deepEqual(plot, defaults);
    assert.deepEqual(
      notes.map((/** @type {any} */ { code }) => code),
      ['notOneOf'],
    );
    assert.throws(() => untyped(formatPlot)(source), { name: 'TypeError', message: `formatPlot: ${notes[0].message}` });
  }
  assert.equal(untyped(parsePlot)(42).notes[0].message, 'plot must be one of a query, an object, not "42".');
});

test('a value that is none is named', () => {
  for (const [value, shown] of /** @type {[unknown, string][]} */ ([
    [Object.create(null), 'an Object'],
    [[], ''],
    [[[]], 'an Array'],
    [Symbol('x'), 'Symbol(x)'],
    [{ toString: fail }, 'an Object'],
    [new Map([[1, 2]]), 'a Map'],
  ]))
    for (const source of [{ min: value }, untyped(formatPlot)({ min: value })])
      assert.deepEqual(
        parsePlot(source).notes.map((note) => [note.key, note.code, note.values]),
        [['min', 'notANumber', { name: 'min', given: JSON.stringify(shown) }]],
      );
});

/** What of a plot remains beside what cannot be read. @type {[string, string, object][]} */
const unread = [
  ['gelo', 'unknownFunction', { functions: [] }],
  ['hello relu6', 'unknownFunction', one('relu6')],
  [`${url}/plots/gelu.html`, 'unknownFunction', { functions: [] }],
  ['mim', 'unknownFunction', { functions: [] }],
  ['min=1&xmin=2', 'unknownWord', { min: 1 }],
];
test('the rest of a query is read', () => {
  for (const [source, code, rest] of unread) {
    const { plot, notes } = parsePlot(source);
    assert.deepEqual(plot, { ...defaults, ...rest }, source);
    assert.deepEqual(
      notes.map((note) => note.code),
      [code],
    );
  }
});
