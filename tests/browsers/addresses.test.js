/** No text from an address becomes markup, script or style. */
import assert from 'node:assert/strict';
import { ActivationPlot } from '../../web/element/activation-plot.js';
import { keys as labKeys } from '../../web/lab/labWords.js';
import { eventually, inEveryEngine } from './engines.js';
import { payloads } from './payloads.js';
import { serve } from './site.js';
import { assertNothingStrange, prepare } from './strange.js';

const site = await serve({ folder: true });

inEveryEngine({
  'no word of an address becomes markup, on any page': async (open, engine) => {
    const pages = ['', 'embed.html', 'lab.html', 'lab-embed.html'];
    if (engine === 'Chromium') pages.push('zh-Hant.html', 'lab.zh-Hant.html'); // with the scripts of the English ones
    for (const name of pages) {
      const keys = name.includes('lab') ? labKeys : ActivationPlot.observedAttributes;
      const words = [...keys, '__proto__', 'constructor', 'other'];
      /** @type {string[] | undefined} */
      let known;
      for (let from = 0; from < payloads.length; from += words.length) {
        // Every payload in one of the words, by turns as it is and encoded, and in the fragment.
        const given = payloads.slice(from, from + words.length).map((payload) => payload.slice(0, 1000).toWellFormed());
        const encode = (/** @type {string} */ text) =>
          (from / words.length) % 2 ? encodeURIComponent(text) : text.replace(/[#&]/g, '');
        const query = given.map((payload, i) => `${words[(i + from) % words.length]}=${encode(payload)}`).join('&');
        const address = `${site.origin}/${name}?${query}#?secret=${encode(given[0])}`;
        const harmless = [
          words.map((word) => `${word}=nosuch`).join('&'),
          'functions=elu+relu+nosuch&derivative&controls',
        ];
        const asked = [...(known ? [] : harmless.map((text) => `${site.origin}/${name}?${text}`)), address];
        for (const [i, where] of asked.entries()) {
          const page = await open(where);
          await eventually(page, () => {
            const element = document.querySelector('activation-plot, activation-lab');
            // The buttons that export are disabled until their script has run.
            if (document.querySelector('#export button:disabled')) return false;
            return Boolean(
              element?.shadowRoot?.querySelector(element.localName === 'activation-lab' ? 'select' : '.notes p'),
            );
          });
          await prepare(page);
          known = await page.evaluate(
            (shapes, isHarmless) => {
              const own = /** @type {any} */ (window);
              for (const shape of shapes) own.known.add(shape);
              if (isHarmless) own.learn();
              return [...own.known];
            },
            known ?? [],
            i < asked.length - 1,
          );
          await assertNothingStrange(page, where);
          assert.equal(await page.evaluate(() => location.pathname), `/${name}`);
        }
      }
    }
  },
});
