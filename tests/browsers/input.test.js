/** Errors in attributes and in addresses: a note names each, and the rest is drawn. */
import assert from 'node:assert/strict';
import { plotWords } from '../../web/package/plotWords.js';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { html, quote, serve } from './site.js';

const maxFunctions = plotWords.functions.maxCount;

/** @typedef {{ words: Record<string, string>, notes: [en: RegExp, chinese: RegExp][], drawn: (plot: any) => boolean }} Case */

const image = '<img src=x onerror="executed=1">';
const script = '"><script>executed=1</script>';

/** The invalid words, their notes in both languages, and whether the rest is drawn. @type {Record<string, Case>} */
const cases = {
  'an unknown function': {
    words: { functions: 'relu nosuch' },
    notes: [[/^There is no function "nosuch"; similar names are \w+, \w+, \w+\.$/, /^沒有「nosuch」這個函數/]],
    drawn: ({ functions }) => functions.length === 1 && functions[0].name === 'relu',
  },
  'an unknown parameter': {
    words: { functions: 'elu(beta=1)' },
    notes: [[/^elu has no parameter "beta"; it has alpha\.$/, /^elu 沒有「beta」這個參數/]],
    drawn: ({ functions }) => functions[0].name === 'elu',
  },
  'a parameter out of range': {
    words: { functions: 'leakyRelu(negativeSlope=1e99)' },
    notes: [[/^negativeSlope must lie between .* not "1e99"\.$/, /^negativeSlope 必須介於 .*不能是「1e99」。$/]],
    drawn: ({ functions }) => functions[0].name === 'leakyRelu' && functions[0].parameters.negativeSlope === 0.01,
  },
  'min not less than max': {
    words: { min: '5', max: '-5', derivative: '' },
    notes: [[/^min \(5\) must be less than max \(-5\)\.$/, /^min（5）必須小於 max/]],
    drawn: ({ min, max, derivative }) => min === undefined && max === undefined && derivative,
  },
  'min equal to max': {
    words: { min: '3', max: '3' },
    notes: [[/^min \(3\) must be less than max \(3\)\.$/, /^min（3）必須小於 max/]],
    drawn: ({ min, max }) => min === undefined && max === undefined,
  },
  'NaN and infinity': {
    words: { min: 'NaN', max: 'Infinity', ymin: '-Infinity' },
    notes: [
      [/^min must be a number, not "NaN"\.$/, /^min 必須是數字，不能是「NaN」。$/],
      [/^max must lie between .* not "Infinity"\.$/, /^max 必須介於 .*「Infinity」。$/],
      [/^ymin must lie between .* not "-Infinity"\.$/, /^ymin 必須介於 .*「-Infinity」。$/],
    ],
    drawn: ({ min, max, ymin }) => min === undefined && max === undefined && ymin === undefined,
  },
  'a million steps': {
    words: { functions: 'gelu', step: '0.00004' },
    notes: [[/^step must be at least 0\.0008 for this range, not 0\.00004\.$/, /^在這個範圍裡，step 至少要是 0\.0008/]],
    drawn: ({ functions, step }) => functions[0].name === 'gelu' && step === undefined,
  },
  'ten thousand characters': {
    words: { functions: 'relu '.repeat(2000), logits: '1 '.repeat(5000) },
    notes: [
      [/^Only the first 1000 characters of functions are read\.$/, /^functions 只讀前 1000 個字元。$/],
      [RegExp(`^At most ${maxFunctions} functions are drawn`), RegExp(`^最多畫 ${maxFunctions} 個函數`)],
      [/^Only the first 1000 characters of logits are read\.$/, /^logits 只讀前 1000 個字元。$/],
      [/^At most 16 logits are drawn/, /^最多畫 16 個 logit/],
    ],
    drawn: ({ functions }) => functions.length === maxFunctions,
  },
  'one word of ten thousand characters': {
    words: { functions: `relu,${'x'.repeat(10_000)}`, theme: 'y'.repeat(10_000) },
    notes: [
      [/^Only the first 1000/, /^functions 只讀前/],
      [/^There is no function "x{40}…"/, /^沒有「x{40}…」這個函數/],
      [/^theme must be one of light, dark, not "y{40}…"\.$/, /^theme 必須是 light、dark 其中之一，不能是「y{40}…」。$/],
    ],
    drawn: ({ functions, theme }) => functions.length === 1 && theme === undefined,
  },
  markup: {
    words: { functions: `relu ${image}`, min: image, max: script, theme: script, logits: image },
    notes: [
      [/^There is no function "<img"/, /^沒有「<img」這個函數/],
      [/^There is no function "src=x"/, /^沒有「src=x」這個函數/],
      [/^There is no function "onerror=/, /^沒有「onerror=/],
      [/^min must be a number, not "<img src=x onerror=/, /^min 必須是數字，不能是「<img src=x onerror=/],
      [/^max must be a number, not "\\"><script>/, /^max 必須是數字，不能是「\\"><script>/],
      [/^logits must be a number, not "<img"/, /^logits 必須是數字，不能是「<img」/],
      [/^logits must be a number, not "src=x"/, /^logits 必須是數字，不能是「src=x」/],
      [/^logits must be a number, not "onerror=/, /^logits 必須是數字，不能是「onerror=/],
      [
        /^theme must be one of light, dark, not "\\"><script>/,
        /^theme 必須是 light、dark 其中之一，不能是「\\"><script>/,
      ],
    ],
    drawn: ({ functions, min, max }) => functions.length === 1 && min === undefined && max === undefined,
  },
};

const languages = /** @type {const} */ (['en', 'zh-Hant']);

const site = await serve({ folder: true });

/** @param {import('./engines.js').Place} place @param {number} index of the plot @param {Case} wanted @param {number} language */
async function assertSeen(place, index, wanted, language) {
  const seen = await seePlot(place, index);
  assert.deepEqual([seen.drawn, seen.painted, seen.fallback], [true, true, false]);
  assert.ok(wanted.drawn(seen.plot), JSON.stringify(seen.plot));
  const told = seen.events.filter(({ type }) => type === 'error').at(-1)?.detail.notes;
  assert.equal(told.length, seen.notes.length);
  assert.equal(seen.notes.length, wanted.notes.length, seen.notes.join('\n'));
  wanted.notes.forEach((patterns, i) => void assert.match(seen.notes[i], patterns[language]));
}

/** No word has become an element or a script. @param {import('./engines.js').Page} page @param {number} scripts of the page, and watch.js */
async function assertHarmless(page, scripts) {
  const found = await page.evaluate(() => {
    const roots = [
      document,
      ...Array.from(document.querySelectorAll('activation-plot'), ({ shadowRoot }) => shadowRoot),
    ];
    const [, ...inside] = roots;
    return {
      executed: Reflect.has(window, 'executed'),
      images: roots.map((root) => root?.querySelector('img, iframe, [onerror]')).filter((element) => element),
      scripts: [document.scripts.length, ...inside.map((root) => root?.querySelectorAll('script').length)].filter(
        Boolean,
      ),
    };
  });
  assert.deepEqual(found, { executed: false, images: [], scripts: [scripts] });
  assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
}

inEveryEngine(
  Object.fromEntries([
    ...languages.map((lang, language) => [
      `attributes, ${lang}`,
      async (/** @type {import('./engines.js').Open} */ open) => {
        const attributes = (/** @type {Case} */ { words }) =>
          Object.entries(words)
            .map(([key, word]) => `${key}="${quote(word)}"`)
            .join(' ');
        const plots = Object.values(cases).map((wrong) => `<activation-plot ${attributes(wrong)}></activation-plot>`);
        const head = '<script type="module" src="/activation-plot.js"></script>';
        site.files['/wrong.html'] = { body: html(plots.join(''), { lang, head }) };
        const page = await open(`${site.origin}/wrong.html`);
        await eventually(page, () => customElements.get('activation-plot') !== undefined);
        for (const [i, wrong] of Object.values(cases).entries()) await assertSeen(page, i, wrong, language);
        await assertHarmless(page, 2);
      },
    ]),
    ...languages.map((lang, language) => [
      `addresses, ${lang}`,
      async (/** @type {import('./engines.js').Open} */ open) => {
        for (const wrong of Object.values(cases)) {
          const page = await open(`${site.origin}/embed.html?${new URLSearchParams({ ...wrong.words, lang })}`);
          await assertSeen(page, 0, wrong, language);
          await assertHarmless(page, 3);
          const link = await page.evaluate(
            () => /** @type {HTMLAnchorElement} */ (document.querySelector('#open')).href,
          );
          assert.ok(link.startsWith(`${site.origin}/?functions=`) && !/executed|nosuch/.test(link), link);
        }
      },
    ]),
  ]),
);
