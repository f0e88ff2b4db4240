/** Runs the same tests in every engine, and reads what the plots of a page show. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { browsers } from './browsers.js';
import { strangers } from './site.js';

/** @typedef {import('./browsers.js').Page} Page */
/** @typedef {import('./browsers.js').Place} Place */
/** @typedef {(address: string, size?: import('./browsers.js').Size) => Promise<Page>} Open */

const timeout = 600_000; // generous: a test takes far less

/**
 * @typedef {Record<string, (open: Open, engine: string, version: string) => Promise<void>>} Tests by name
 * @param {Tests} tests
 * @param {Tests} inChromium  that need no other engine
 */
export function inEveryEngine(tests, inChromium = {}) {
  for (const [engine, start] of Object.entries(browsers)) {
    if (!start) {
      test(engine, { skip: !process.env.CI && `${engine} is missing` }, () => assert.fail(`${engine} is missing`));
      continue;
    }
    describe(engine, () => {
      /** @type {import('./browsers.js').Browser | undefined} */
      let browser;
      before(
        async () => {
          browser = await start();
        },
        { timeout },
      );
      after(() => browser?.close());
      for (const [name, work] of Object.entries({ ...tests, ...(engine === 'Chromium' && inChromium) }))
        test(name, { timeout }, async () => {
          /** @type {Page[]} */
          const pages = [];
          const started = /** @type {import('./browsers.js').Browser} */ (browser);
          /** @type {Open} */
          const open = async (address, size = { width: 800, height: 700 }) => {
            const page = await started.open(address, size);
            pages.push(page);
            return page;
          };
          try {
            await work(open, engine, started.version);
            assert.deepEqual(strangers.splice(0), []);
          } finally {
            for (const page of pages) await page.close();
          }
        });
    });
  }
}

/**
 * The result of a function in a document, once it is the wanted one.
 * @param {Place} place @param {(...parameters: any[]) => any} f @param {unknown[]} parameters
 * @param {(result: any) => boolean} [isWanted]
 */
export async function eventually(place, f, parameters = [], isWanted = Boolean) {
  const end = Date.now() + 240_000; // generous: the machine may be busy
  for (;;) {
    let last;
    try {
      last = await place.evaluate(f, ...parameters);
      if (isWanted(last)) return last;
    } catch (error) {
      last = String(error); // a frame can be navigating
    }
    if (Date.now() > end) assert.fail(`no wanted result; the last one: ${JSON.stringify(last)}`);
    await sleep(20);
  }
}

/**
 * Scrolls to a plot of a document and waits until it is drawn or has failed.
 * @param {Place} place @param {number} [index] of the plot
 * @returns {Promise<{ drawn: boolean, painted: boolean, fallback: boolean, notes: string[], events: any[], plot: any }>}
 *   `painted`: the canvas is not blank; `fallback`: whether it is visible; `events`: those of the plot
 */
export async function seePlot(place, index = 0) {
  await eventually(
    place,
    (i) => {
      const plot = document.querySelectorAll('activation-plot')[i];
      plot.scrollIntoView({ block: 'center' });
      return /** @type {any} */ (window).events.some((/** @type {any} */ { target }) => target === plot);
    },
    [index],
    (result) => result === true,
  );
  return place.evaluate((i) => {
    const plot = /** @type {any} */ (document.querySelectorAll('activation-plot')[i]);
    const root = /** @type {ShadowRoot} */ (plot.shadowRoot);
    const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector('canvas'));
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const fallback = /** @type {HTMLElement} */ (root.querySelector('.fallback'));
    const own = /** @type {any} */ (window).events.filter((/** @type {any} */ event) => event.target === plot);
    return {
      drawn: own.some((/** @type {any} */ { type }) => type === 'draw'),
      painted: pixels.some((byte) => byte > 0),
      fallback: fallback.checkVisibility(),
      notes: Array.from(root.querySelectorAll('.notes p'), (note) => note.textContent),
      events: own.map((/** @type {any} */ { type, detail }) => ({ type, detail })),
      plot: JSON.parse(JSON.stringify(plot.plot)), // not every driver distinguishes undefined from null
    };
  }, index);
}

/** The errors and violations of a document. @param {Place} place @returns {Promise<string[]>} */
export const complaintsOf = (place) => place.evaluate(() => /** @type {any} */ (window).complaints);
