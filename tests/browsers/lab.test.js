/** The experiments in every engine. */
import assert from 'node:assert/strict';
import { complaintsOf, eventually, inEveryEngine } from './engines.js';
import { html, quote, serve } from './site.js';

const site = await serve({ folder: true });
const blog = await serve({});

/**
 * Runs an experiment to its end.
 * @param {import('./browsers.js').Place} place @param {string} name
 * @returns {Promise<{ conclusion: string, notes: string, table: string }>}
 */
async function run(place, name) {
  await eventually(
    place,
    (experiment) => {
      const lab = document.querySelector(`activation-lab[experiment=${experiment}]`);
      lab?.scrollIntoView();
      const button = /** @type {HTMLButtonElement | null} */ (
        lab?.shadowRoot?.querySelector('.actions button') ?? null
      );
      button?.click();
      return button !== null;
    },
    [name],
  );
  return eventually(
    place,
    (experiment) => {
      const root = document.querySelector(`activation-lab[experiment=${experiment}]`)?.shadowRoot;
      const text = (/** @type {string} */ selector) => root?.querySelector(selector)?.textContent ?? '';
      return { conclusion: text('.conclusion'), notes: text('.notes'), table: text('tbody') };
    },
    [name],
    ({ conclusion, notes }) => Boolean(conclusion || notes),
  );
}

/** The result of the first engine, which the others must equal. @type {Record<string, unknown>} */
const told = {};
const asEverywhere = (/** @type {string} */ key, /** @type {unknown} */ value) => {
  told[key] ??= value;
  assert.deepEqual(value, told[key]);
};

inEveryEngine({
  'all engines learn the same weights and lose the same units, to the last digit': async (open) => {
    const page = await open(`${site.origin}/lab.html?experiment=death&rate=3`);
    for (const name of ['convergence', 'death']) {
      const { notes, ...rest } = await run(page, name);
      assert.equal(notes, '');
      asEverywhere(name, rest);
    }
    assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
  },

  'the benchmark measures times': async (open) => {
    const page = await open(`${site.origin}/lab.html?experiment=cost&functions=relu+tanh&size=401`);
    const { conclusion, notes } = await run(page, 'cost');
    assert.match(conclusion, /^As a loop, .+ is the cheapest/);
    assert.equal(notes, '');
    assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
  },

  'an experiment runs in a frame of another origin, with and without a sandbox': async (open) => {
    const src = quote(`${site.origin}/lab-embed.html?experiment=cost&functions=relu+tanh&size=401&lang=zh-Hant`);
    for (const sandbox of ['', 'sandbox="allow-scripts"']) {
      blog.files['/post.html'] = {
        body: html(`<iframe ${sandbox} width="600" height="700" src="${src}"></iframe>`),
        policy: `default-src 'none'; frame-src ${site.origin}; script-src 'self'; img-src data:`,
      };
      const page = await open(`${blog.origin}/post.html`);
      const frame = page.frame(0);
      const { conclusion, notes } = await run(frame, 'cost');
      assert.match(conclusion, /^用迴圈計算/);
      assert.equal(notes, '');
      assert.deepEqual([await complaintsOf(frame), page.errors()], [[], []]);
      const scripts = await frame.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.equal(
        scripts.some((/** @type {string} */ name) => name.includes('benchmarkWorker')),
        sandbox === '',
        `${scripts}`,
      );
    }
  },
});
