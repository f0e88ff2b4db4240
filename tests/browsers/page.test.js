/** The page in both languages follows its controls. */
import assert from 'node:assert/strict';
import { parsePlot } from 'activation-kernels';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { serve } from './site.js';

const site = await serve({ folder: true });

/** The page's plot, slider and address. */
function look() {
  const plot = /** @type {any} */ (document.querySelector('#plot'));
  const slider = /** @type {HTMLInputElement} */ (document.querySelector('#parameters input[type=range]'));
  return {
    picture: plot.shadowRoot.querySelector('canvas').toDataURL(),
    functions: plot.plot.functions,
    slope: Number(slider.value),
    query: location.search,
  };
}
const plotOf = (/** @type {number} */ negativeSlope) => [
  { name: 'relu', parameters: {} },
  { name: 'leakyRelu', parameters: { negativeSlope } },
];

inEveryEngine(
  Object.fromEntries(
    Object.entries({ en: ['', 'Activation functions, live'], 'zh-Hant': ['zh-Hant.html', '動手玩激勵函數'] }).map(
      ([lang, [path, heading]]) => [
        `${lang}: a function is chosen, a slider is moved, and the plot and the address follow`,
        async (open) => {
          const page = await open(`${site.origin}/${path}`, { width: 1300, height: 1000 }); // so wide that the plot lies beside the controls
          const { drawn, painted, fallback, notes } = await seePlot(page);
          assert.deepEqual(
            { drawn, painted, fallback, notes },
            { drawn: true, painted: true, fallback: false, notes: [] },
          );
          const words = await page.evaluate(() => [
            document.documentElement.lang,
            document.querySelector('h1')?.innerText,
          ]);
          assert.deepEqual(words, [lang, heading]);
          const first = await page.evaluate(look);
          assert.deepEqual([first.functions, first.slope], [plotOf(0.07), 0.07]);

          await page.click('#gallery label:has(input[value=relu6])');
          const chosen = await eventually(
            page,
            look,
            [],
            (now) => now.query?.includes('relu6') && now.picture !== first.picture,
          );
          assert.deepEqual(chosen.functions, [...plotOf(0.07), { name: 'relu6', parameters: {} }]);

          // No driver of WebKit can drag it.
          await page.evaluate(() => {
            const slider = /** @type {HTMLInputElement} */ (document.querySelector('#parameters input[type=range]'));
            slider.value = '0.4';
            slider.dispatchEvent(new Event('input', { bubbles: true }));
          });
          const moved = [...plotOf(0.4), chosen.functions[2]];
          const last = await eventually(
            page,
            look,
            [],
            (now) => now.query?.includes('negativeSlope=0.4') && now.picture !== chosen.picture,
          );
          assert.deepEqual([last.functions, parsePlot(last.query).plot.functions], [moved, moved]);
          assert.notEqual(last.picture, first.picture);
          assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
        },
      ],
    ),
  ),
);
