/** toSVG(): the picture of a plot without a browser. toSVG.spec.js compares it with the element's. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { toSVG } from 'activation-kernels/svg';
import { colors } from '../../web/element/colors.js';
import { untyped } from '../package/helpers.js';

const query = 'functions=relu+elu(alpha=2)&min=-5&max=5&derivative&theme=dark&lang=zh-Hant';

test('a query, its plot, and a plot with missing words make the same picture', () => {
  const picture = toSVG(query);
  assert.match(
    picture,
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 960 640" width="960" height="640"/,
  );
  assert.equal(toSVG(parsePlot(query).plot), picture);
  const plot = { functions: [{ name: 'relu' }, { name: 'elu', parameters: { alpha: 2 } }], min: -5, max: 5 };
  assert.equal(toSVG(untyped({ ...plot, derivative: true, theme: 'dark', lang: 'zh-Hant' })), picture);
  assert.equal(toSVG({}), toSVG(''));
  assert.equal(toSVG(new URLSearchParams(query)), picture);
});

test('every function has a picture, in every theme and language', () => {
  for (const { name } of catalogue)
    for (const theme of /** @type {const} */ (['light', 'dark', 'light dark']))
      for (const lang of /** @type {const} */ (['en', 'zh-Hant'])) {
        const picture = toSVG(`functions=${name}`, { theme, lang, width: 300, height: 240 });
        const [light, dark] = [colors.light.curves[0], colors.dark.curves[0]];
        const color = { light, dark, 'light dark': `light-dark(${light}, ${dark})` }[theme];
        assert.ok(picture.includes(`"${color}"`), name);
        assert.doesNotMatch(picture, /undefined|NaN|=""/);
        assert.equal(/aria-label="[^"]*\p{Script=Han}/u.test(picture), lang === 'zh-Hant');
      }
});

test('names alone, whole addresses and names in place of functions are drawn as meant', () => {
  const gelu = toSVG('functions=gelu');
  for (const source of ['gelu', '#functions=gelu', 'https://example.org/relu/?functions=gelu'])
    assert.equal(toSVG(source), gelu, source);
  for (const source of [{ functions: 'gelu' }, { functions: ['GELU'] }, { functions: [{ name: 'GELU' }] }])
    assert.equal(toSVG(untyped(source)), gelu);
  assert.equal(toSVG('relu gelu'), toSVG('functions=relu+gelu'));
  assert.notEqual(toSVG('relu gelu'), gelu);
});

test('options win over the words of the plot', () => {
  assert.equal(toSVG(query, { theme: 'light', lang: 'en' }), toSVG(query.replace('&theme=dark&lang=zh-Hant', '')));
});

test('options with only one meaning are read as meant', () => {
  const same = (/** @type {object} */ meant, /** @type {string} */ key, /** @type {unknown[]} */ values) => {
    for (const value of values)
      assert.equal(toSVG('relu gelu', { [key]: value }), toSVG('relu gelu', meant), `${value}`);
  };
  same({ lang: 'zh-Hant' }, 'lang', ['zh-TW', 'zh-HK', 'zh', 'ZH_tw', ' zh-hant-TW ', 'yue']);
  same({ lang: 'en' }, 'lang', ['en-GB', 'EN', 'en_US', 'fr', undefined]);
  same({ theme: 'dark' }, 'theme', ['DARK', ' dark ']);
  same({ theme: 'light dark' }, 'theme', ['dark light', 'Light, Dark', 'light-dark']);
  same({ legend: false }, 'legend', ['no', 'No', 'off', 'false', '0', 0, ' false ']);
  same({ legend: true }, 'legend', ['yes', 'on', 'true', '1', 1, 'TRUE', undefined]);
  same({ width: 720 }, 'width', ['720', ' 720px', '720 PX', '720.0']);
  // A language that is neither English nor Chinese leaves that of the plot.
  assert.equal(toSVG('gelu&lang=zh-TW', { lang: 'fr' }), toSVG('gelu', { lang: 'zh-Hant' }));
});

test('the result of parsePlot() is its plot, with its notes', () => {
  assert.equal(toSVG(parsePlot('gelu&min=-3')), toSVG('gelu&min=-3'));
});

test('without a legend, the picture has no background and no labels', () => {
  const picture = toSVG('functions=softmax', { legend: false });
  assert.ok(toSVG('functions=softmax').includes('>Softmax</text>'));
  assert.ok(!picture.includes('>Softmax</text>'));
  assert.ok(!picture.includes(`fill="${colors.light.background}"`));
});

/** @type {[RegExp | string, string, ...unknown[]][]} */
const wrong = [
  ['toSVG: width must be a number, not "wide"', 'TypeError', '', { width: 'wide' }],
  ['toSVG: width must be a number, not "100%"', 'TypeError', '', { width: '100%' }],
  ['toSVG: width must be from 240 to 10000, not 5', 'RangeError', '', { width: '5px' }],
  ['toSVG: height must be a number, not null', 'TypeError', '', { height: null }],
  [/^toSVG: unknown option "hight"; allowed: width, .*; did you mean height\?$/, 'TypeError', '', { hight: 300 }],
  ['toSVG: theme must be one of light, dark, light dark, not "auto"', 'RangeError', '', { theme: 'auto' }],
  ['toSVG: lang must be one of en, zh-Hant, not "??"', 'RangeError', '', { lang: '??' }],
  [/^toSVG: There is no function "rellu"; similar names are \w+, /, 'RangeError', 'functions=rellu'],
  ['toSVG: min must be a number, not "x"', 'RangeError', 'min=x'],
  ['toSVG: options must be an object such as { width: … }, not 300', 'TypeError', '', 300],
  ['toSVG: plot must be a plot or its query string, not null', 'TypeError', null],
  ['toSVG: plot must be a plot or its query string, not 42', 'TypeError', 42],
  ['toSVG: plot must be a plot or its query string, not an Array', 'TypeError', [1]],
  ['toSVG: options must be an object such as { width: … }, not null', 'TypeError', '', null],
  ['toSVG: plot must be a plot or its query string, not a function', 'TypeError', () => 1],
  ['toSVG: lang must be one of en, zh-Hant, not 5', 'RangeError', '', { lang: 5 }],
  ['toSVG: theme must be one of light, dark, light dark, not null', 'RangeError', '', { theme: null }],
  ['toSVG: There is no setting "mim"; did you mean min?', 'RangeError', { mim: 2 }],
  ['toSVG: There is no setting "function"; did you mean functions?', 'RangeError', 'function=tanh'],
  [/^toSVG: There is no setting "foo"; did you mean functions, min, .*, theme\?$/, 'RangeError', { foo: 1 }],
  [/^toSVG: There is no function "gelo"; similar names are gelu, /, 'RangeError', parsePlot('functions=gelo')],
  ['toSVG: There is no setting "plot"; did you mean logits?', 'RangeError', { plot: {} }],
  ['toSVG: legend must be one of true, false, not "maybe"', 'RangeError', '', { legend: 'maybe' }],
  ['toSVG: legend must be one of true, false, not null', 'RangeError', '', { legend: null }],
  ['toSVG: lang must be one of en, zh-Hant, not ""', 'RangeError', '', { lang: '' }],
  ['toSVG: theme must be one of light, dark, light dark, not an Object', 'RangeError', '', { theme: {} }],
  [/^toSVG: There is no function "gelo"; similar names are gelu, /, 'RangeError', 'gelo'],
  [/^toSVG: There is no function "an"; .* "Object"/, 'RangeError', { functions: {} }],
  ['toSVG: min must be a number, not "an Object"', 'RangeError', { min: Object.create(null) }],
];
test('an error names the wrong value and what is allowed', () => {
  for (const [message, name, ...given] of wrong) assert.throws(() => untyped(toSVG)(...given), { name, message });
  for (const size of [239, 10_001, Number.POSITIVE_INFINITY, Number.NaN, -500, 0])
    for (const side of ['width', 'height'])
      assert.throws(() => toSVG('', { [side]: size }), {
        name: 'RangeError',
        message: `toSVG: ${side} must be from 240 to 10000, not ${size}`,
      });
});

test('ticks are round numbers at every order of magnitude', () => {
  for (let power = -8; power <= 8; ++power) {
    const picture = toSVG(`functions=identity&ymin=0&ymax=1e${power}`, { height: 640 });
    const texts = [...picture.matchAll(/text-anchor="end"[^>]*>([^<]*)</g)].map(([, text]) =>
      Number(text.replace(/−/g, '-')),
    );
    assert.ok(texts.length > 4, `${texts}`);
    for (const value of texts) assert.match(value.toExponential(), /^\d(\.\d)?(5)?e/, `${texts}`);
    assert.equal(Math.max(...texts), Number(`1e${power}`));
  }
});
