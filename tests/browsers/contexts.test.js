/** The element in the pages of other people, in every engine: a selection of tests/element/contexts.spec.js. */
import assert from 'node:assert/strict';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { html, serve } from './site.js';

const site = await serve({ folder: true });
const head = '<script type="module" src="/activation-plot.js"></script>';
const plot = '<activation-plot functions="identity" min="0" max="10">fallback</activation-plot>';

/** @param {import('./engines.js').Open} open @param {string} body */
async function see(open, body) {
  site.files['/context.html'] = { body: html(body, { head }) };
  const page = await open(`${site.origin}/context.html`);
  const { drawn, painted, fallback } = await seePlot(page);
  assert.deepEqual({ drawn, painted, fallback }, { drawn: true, painted: true, fallback: false }, body);
  return page;
}

/** Boxes that shrink to fit, 700 pixels wide, and the widths of their plots. @type {[style: string, plots: number, width: number][]} */
const boxes = [
  ['display: flex', 1, 600],
  ['display: flex', 2, 350],
  ['display: grid; justify-items: center', 1, 600],
  ['display: table', 1, 600],
  ['float: left', 1, 600],
  ['writing-mode: vertical-rl', 1, 600],
  ['width: min-content', 1, 120],
];

inEveryEngine({
  'the element has a width in boxes that shrink to fit': async (open) => {
    const body = boxes.map(
      ([style, count]) => `<div style="width: 700px"><div style="${style}">${plot.repeat(count)}</div></div>`,
    );
    const page = await see(open, body.join('<br style="clear: both">'));
    const widths = await page.evaluate(() =>
      Array.from(document.querySelectorAll('activation-plot'), (one) => one.clientWidth),
    );
    assert.deepEqual(
      widths,
      boxes.flatMap(([, count, width]) => Array(count).fill(width)),
    );
  },

  ...Object.fromEntries(
    ['transform: scale(0.8); transform-origin: 0 0', 'transform: rotate(180deg)', 'zoom: 1.2', 'direction: rtl'].map(
      (style) => [
        `a click reads the value under it: ${style}`,
        async (/** @type {import('./engines.js').Open} */ open, /** @type {string} */ engine) => {
          if (engine === 'WebKit' && style.startsWith('zoom')) return; // its driver clicks where the element would be without zoom
          const page = await see(open, `<div style="${style}; width: 500px">${plot}</div>`);
          await page.click('activation-plot');
          const read = () => {
            const slider = document.querySelector('activation-plot')?.shadowRoot?.querySelector('[role=slider]');
            return Number(slider?.getAttribute('aria-valuenow'));
          };
          // At the middle of the canvas.
          const wanted = await page.evaluate(() => {
            const canvas = document.querySelector('activation-plot')?.shadowRoot?.querySelector('canvas');
            const [{ detail }] = /** @type {any} */ (window).events;
            const { left, right } = detail.area;
            return (10 * ((canvas?.clientWidth ?? 0) / 2 - left)) / (right - left);
          });
          // The pointer of the test before can have read another value first.
          await eventually(page, read, [], (value) => Math.abs(value - wanted) < 0.1);
          const { direction } = await page.evaluate(() => {
            const canvas = document.querySelector('activation-plot')?.shadowRoot?.querySelector('canvas');
            return { direction: getComputedStyle(/** @type {Element} */ (canvas)).direction };
          });
          assert.equal(direction, 'ltr');
        },
      ],
    ),
  ),

  'the element follows the scheme and the language of the page, and a change of them': async (open) => {
    const page = await see(open, `<style>html { color-scheme: dark }</style>${plot}`);
    const look = () => {
      const root = document.querySelector('activation-plot')?.shadowRoot;
      return [
        root?.querySelector('.root')?.getAttribute('data-theme'),
        root?.querySelector('[role=slider]')?.getAttribute('aria-roledescription'),
      ].join();
    };
    assert.equal(await page.evaluate(look), 'dark,plot');
    await page.evaluate(() => document.querySelector('style')?.remove());
    await eventually(page, look, [], (found) => found === 'light,plot');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'zh-TW'));
    await eventually(page, look, [], (found) => found === 'light,函數圖形');
    assert.deepEqual(await complaintsOf(page), []);
  },

  'plots out of view are drawn for printing': async (open) => {
    const page = await see(open, `${plot}<p style="height: 4000px"></p>${plot}`);
    const fallbacks = () =>
      Array.from(document.querySelectorAll('activation-plot'), (one) =>
        one.shadowRoot?.querySelector('.fallback')?.checkVisibility(),
      ).join();
    assert.equal(await page.evaluate(fallbacks), 'false,true');
    await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.evaluate(fallbacks), 'false,false');
  },

  'an element that moves into a frame has its styles there': async (open) => {
    const page = await see(open, `${plot}<iframe srcdoc="<!doctype html><body>" width="600" height="600"></iframe>`);
    await page.evaluate(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentDocument;
      frame?.body.append(document.querySelector('activation-plot') ?? '');
    });
    const look = () => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentDocument;
      const root = frame?.querySelector('activation-plot')?.shadowRoot;
      const box = root?.querySelector('.root');
      const fallback = root?.querySelector('.fallback');
      return box && fallback && !fallback.checkVisibility() && getComputedStyle(box).padding;
    };
    await eventually(page, look, [], (found) => found === '8px');
  },
});
