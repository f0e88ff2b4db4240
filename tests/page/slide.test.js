/** The files that the page saves, and their names. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { fileNameOf, slideOf } from '../../web/page/slide.js';

const nameOf = (/** @type {string} */ query) => fileNameOf(parsePlot(query).plot);

test('the names of files say which functions are drawn, with which parameters, and where', () => {
  for (const [query, name] of [
    ['functions=gelu silu mish&min=-4&max=4', 'gelu-silu-mish_-4-to-4'],
    [
      'functions=relu leakyRelu(negativeSlope=0.07)&min=-20&max=20&derivative',
      'relu-leakyRelu=0.07_derivative_-20-to-20',
    ],
    ['functions=softmax&logits=1 2.5', 'softmax_1,2.5'],
  ])
    assert.equal(nameOf(query), name);
});

test('the axes of a picture have their names: f(x) and f′(x) once each where f′ lies below f', () => {
  const options = /** @type {const} */ ({
    size: 'wide',
    theme: 'light',
    text: 1,
    title: '',
    legend: false,
    axes: true,
  });
  const names = (/** @type {string} */ query) =>
    Array.from(
      slideOf(parsePlot(query).plot, options, 'en').matchAll(/>((?:f′?\(x\)|f\(x\), f′\(x\)|x))<\/text>/g),
      ([, name]) => name,
    ).sort();
  assert.deepEqual(names('functions=gelu'), ['f(x)', 'x']);
  assert.deepEqual(names('functions=gelu&derivative'), ['f(x), f′(x)', 'x']);
  assert.deepEqual(names('functions=gelu&stacked'), ['f(x)', 'f′(x)', 'x']);
});

test('every file system accepts the names', () => {
  const all = catalogue.map(({ name, parameters }) => {
    const words = parameters.map((p) => `${p.name}=${p.min + (p.max - p.min) / 3}`);
    return words.length > 0 ? `${name}(${words.join(',')})` : name;
  });
  const queries = [...all.map((word) => `functions=${word}`), 'functions=', 'functions=relu&min=-1e-20&max=1e20'];
  for (let i = 0; i < all.length; i += 8) queries.push(`functions=${all.slice(i, i + 8).join(' ')}&derivative`);
  for (const query of queries) assert.match(nameOf(query), /^[a-zA-Z][\w=,.+-]{1,199}$/, query);
});

test('a title may hold any characters: those that XML knows are in the picture, escaped', () => {
  const title = '<b>&"\ud800\ufffe\u0000\u000b 𝑓';
  const options = /** @type {const} */ ({ size: 'wide', theme: 'light', text: 1, axes: true, legend: true });
  const picture = slideOf(parsePlot('').plot, { ...options, title }, 'en');
  assert.match(picture, />&#60;b&#62;&#38;&#34; 𝑓<\/text>/);
});

test('a picture of bars has the background of its theme, with and without a legend', () => {
  for (const theme of /** @type {const} */ (['light', 'dark']))
    for (const legend of [true, false]) {
      const { plot } = parsePlot('functions=softmax');
      const slide = slideOf(plot, { size: 'wide', theme, text: 1, title: '', legend, axes: true }, 'en');
      assert.equal(/<rect [^>]*fill="([^"]+)"/.exec(slide)?.[1], { light: '#ffffff', dark: '#14181f' }[theme]);
    }
});
