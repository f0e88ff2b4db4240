/** The files that the page saves, and their names. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import formulas from '../../build/kernels/formulas.js';
import { fileNameOf, sizes, slideOf } from '../../web/page/slide.js';
import { queries, textsOf, touch } from '../element/pictures.js';
import { generator } from '../package/helpers.js';

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

test('in saved pictures a function has the same colour beside the same others, in whatever order they were chosen', () => {
  const random = generator(3);
  const options = /** @type {const} */ ({ size: 'wide', theme: 'dark', text: 1, title: '', legend: true, axes: true });
  /** The colour of each function in the legend of a picture. @param {string[]} names */
  const colorsBy = (names) => {
    const svg = slideOf(parsePlot(`functions=${names.join(' ')}`).plot, options, 'en');
    const samples = svg.matchAll(/<g [^>]*><[^>]* (?:stroke|fill)="([^"]*)"[^>]*>(?:<[^>]*>)*?<text [^>]*>([^<]*)</g);
    return Object.fromEntries(Array.from(samples, ([, color, words]) => [words, color]));
  };
  for (let round = 0; round < 60; ++round) {
    const kind = ['elementwise', 'row', 'gated'][round % 3];
    const all = catalogue.filter((entry) => entry.kind === kind);
    const shuffle = (/** @type {string[]} */ names) =>
      names
        .map((name) => ({ name, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ name }) => name);
    const count = 1 + Math.floor(random() * Math.min(8, all.length));
    const names = shuffle(all.map(({ name }) => name)).slice(0, count);
    const colors = colorsBy(names);
    assert.equal(new Set(Object.values(colors)).size, count, String(names));
    assert.deepEqual(colorsBy(shuffle(names)), colors, String(names));
  }
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

/** The texts of a picture to export, and the boxes of its formulas. @param {string} slide @param {string[]} names of functions with a formula */
function boxesOf(slide, names) {
  const [, wide, high, head, left, top, picture, after] = /** @type {RegExpExecArray} */ (
    /viewBox="0 0 (\d+) (\d+)".*?>(.*?)<svg x="(\d+)" y="(\d+)" (.*)<\/svg>(.*)<\/svg>$/.exec(slide)
  );
  const below = textsOf(picture).map((text) => ({
    ...text,
    left: text.left + Number(left),
    right: text.right + Number(left),
    top: text.top + Number(top),
    bottom: text.bottom + Number(top),
  }));
  const places = head.matchAll(/<g transform="translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)"/g);
  const drawn = Array.from(places, ([, ...numbers], i) => {
    const [x, y, scale] = numbers.map(Number);
    const { width, ascent, descent } = /** @type {Record<string, import('../../web/page/slide.js').Formula>} */ (
      formulas.formulas
    )[names[i]];
    const [left, right] = [x, x + width * scale];
    return { words: names[i], fill: '', left, right, top: y - ascent * scale, bottom: y + descent * scale };
  });
  const areas = picture.matchAll(/<svg x="[\d.]+" y="[\d.]+" width="[\d.]+" height="([\d.]+)"/g);
  const area = Array.from(areas, ([, height]) => Number(height)).reduce((sum, height) => sum + height, 0);
  return {
    ...{ wide: Number(wide), high: Number(high), area, formulas: drawn },
    boxes: [...textsOf(head), ...drawn, ...below, ...textsOf(after)],
  };
}

test('in pictures of every size of text, with long titles, formulas and long legends, nothing overlaps or is cut, and a plot remains', () => {
  const titles = [
    '',
    'GELU, SiLU and Mish',
    'Leaky ReLU and what it does where units go silent for good, with a title that is longer than any slide would like it to be',
    '洩漏修正線性單元（Leaky ReLU）與高斯誤差線性單元（GELU）在負數這一側的差別，以及它們的導數；兩者都讓梯度流得過去。',
    'W'.repeat(200),
  ];
  const options = /** @type {const} */ ({ theme: 'light', axes: true, legend: true });
  for (const [i, query] of queries.entries()) {
    const { plot } = parsePlot(query);
    const names = [...new Set(plot.functions.map(({ name }) => name))];
    for (const [k, size] of /** @type {(keyof typeof sizes)[]} */ (Object.keys(sizes)).entries())
      for (const [n, text] of [1, 1.4, 1.8].entries()) {
        const title = titles[(i + k + n) % titles.length];
        const slide = slideOf(plot, { ...options, size, text, title, formulas }, 'en');
        const where = `${query} as ${size} with text × ${text} and the title ${title}`;
        const { wide, high, area, boxes, ...drawn } = boxesOf(slide, names);
        assert.equal(drawn.formulas.length, names.length, where);
        assert.ok(area > 0.3 * high, `${where}: ${area} of ${high} for the plot`);
        for (const [j, box] of boxes.entries()) {
          const isInside = box.left >= 0 && box.right <= wide && box.top >= 0 && box.bottom <= high;
          assert.ok(isInside, `${where}: ${JSON.stringify(box)} in ${wide} × ${high}`);
          for (const other of boxes.slice(0, j))
            assert.ok(!touch(box, other), `${where}: ${JSON.stringify(box)} and ${JSON.stringify(other)}`);
        }
      }
  }
});

test('a title keeps its words and its order on several lines', () => {
  const options = /** @type {const} */ ({ size: 'wide', theme: 'light', text: 1.8, axes: true, legend: true });
  for (const title of [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
    '激勵函數的輸出與導數，以及它們在深層網路中的意義：從最簡單的線性函數一直到最近的門控單元與其變體。',
  ]) {
    const slide = slideOf(parsePlot('functions=relu').plot, { ...options, title }, 'en');
    const lines = Array.from(slide.matchAll(/font-weight="600">([^<]*)</g), ([, line]) => line);
    assert.ok(lines.length > 1);
    assert.equal(lines.join(title.includes(' ') ? ' ' : ''), title);
    for (const line of lines) assert.doesNotMatch(line, /^[，。：；、]/);
  }
});

test('the formula of every function is drawn with paths', () => {
  for (const { name } of catalogue) {
    const { width, ascent, descent, paths } = /** @type {Record<string, any>} */ (formulas.formulas)[name];
    assert.ok(width > 3000 && ascent > 600 && descent > 200, name);
    for (const [, number] of paths.matchAll(/ d="([^"]*)"/g))
      assert.match(formulas.glyphs[Number(number)], /^(M|$)/, name); // empty for a space
  }
});
