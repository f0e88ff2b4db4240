/** The page and the element under load: results stay right, and memory is freed. */

import { drawn, expect, memoryOf, paste, test } from '../fixtures.js';
import { scaled, timeout } from './load.js';

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof memoryOf>>>>} Memory */

/** @param {string} what @param {Memory} before @param {() => Promise<Memory>} count */
async function expectFlat(what, before, count) {
  // A pending frame can still hold what was just removed.
  await expect(async () => {
    const after = await count();
    expect(after.nodes).toBeLessThan(before.nodes + 30);
    expect(after.listeners).toBeLessThan(before.listeners + 5);
    expect(after.heap).toBeLessThan(1.2 * before.heap);
    console.log(`${what}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  }).toPass({ timeout: 60_000 });
}

test.setTimeout(timeout);

test('memory stays flat while a slider moves', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu(alpha=2)+gelu+silu&min=-6&max=6&derivative&saturation`);
  await drawn(page);
  const move = (/** @type {number} */ count) =>
    page.evaluate(async (n) => {
      const slider = /** @type {HTMLInputElement} */ (document.querySelector('#parameters input[type=range]'));
      const plot = /** @type {HTMLElement} */ (document.querySelector('#plot'));
      for (let i = 1; i <= n; ++i) {
        slider.value = String(0.1 + (i % 19) / 10);
        const draw = new Promise((resolve) => plot.addEventListener('plotdraw', resolve, { once: true }));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await draw;
      }
    }, count);
  const count = await memoryOf(page);
  await move(100);
  const before = await count();
  const moves = scaled(1e4);
  await move(moves);
  await expectFlat(`after ${moves} moves`, before, count);
  // The same picture as on a newly loaded page.
  const picture = () => page.locator('#plot').evaluate((plot) => plot.shadowRoot?.querySelector('canvas')?.toDataURL());
  const moved = await picture();
  await expect(page).toHaveURL(new RegExp(`elu\\(alpha=${0.1 + (moves % 19) / 10}\\)`));
  await page.reload();
  await drawn(page);
  expect(await picture()).toBe(moved);
});

test('memory stays flat while plots are added and removed', async ({ page, site }) => {
  await paste(page, site, `<script type="module" src="${site}activation-plot.js"></script><main></main>`);
  const rounds = (/** @type {number} */ times) =>
    page.evaluate(async (n) => {
      const main = /** @type {HTMLElement} */ (document.querySelector('main'));
      for (let i = 0; i < n; ++i) {
        const plot = document.createElement('activation-plot');
        plot.setAttribute('functions', i % 2 ? 'elu gelu' : 'softmax');
        plot.toggleAttribute('controls', i % 3 === 0);
        main.append(plot);
        await new Promise((resolve) => plot.addEventListener('plotdraw', resolve, { once: true }));
        plot.remove();
      }
    }, times);
  const count = await memoryOf(page);
  await rounds(20);
  const before = await count();
  const times = scaled(1000);
  await rounds(times);
  await expectFlat(`after ${times} rounds`, before, count);
});

test('a page draws a hundred plots, and frees their memory', async ({ page, site }) => {
  const plots = Array.from(
    { length: 100 },
    (_, i) => `<activation-plot functions="elu(alpha=${1 + i / 100}) relu" derivative></activation-plot>`,
  );
  await paste(page, site, `<script type="module" src="${site}activation-plot.js"></script><main></main>`);
  const count = await memoryOf(page);
  const show = () =>
    page.evaluate(async (html) => {
      const main = /** @type {HTMLElement} */ (document.querySelector('main'));
      main.innerHTML = html;
      const all = [...main.querySelectorAll('activation-plot')];
      const draws = all.map(
        (plot) => new Promise((resolve) => plot.addEventListener('plotdraw', resolve, { once: true })),
      );
      for (const [i, plot] of all.entries()) {
        plot.scrollIntoView();
        await draws[i];
      }
      return all.map((plot) => /** @type {any} */ (plot).shadowRoot.querySelector('.fallback').hidden);
    }, plots.join(''));
  const clear = () => page.evaluate(() => document.querySelector('main')?.replaceChildren());
  await show();
  await clear();
  const before = await count();
  expect(await show()).toEqual(Array(100).fill(true));
  const { heap } = await count();
  console.log(`100 plots: ${((heap - before.heap) / 100 / 1024).toFixed(0)} kB of heap each`);
  await clear();
  await expectFlat('without them', before, count);
});

test('a plot that leaves the page and comes back keeps nothing of its old drawings', async ({ page, site }) => {
  const plot = '<activation-plot functions="elu relu" step="0.005" derivative controls></activation-plot>';
  await paste(page, site, `<script type="module" src="${site}activation-plot.js"></script><main>${plot}</main>`);
  await drawn(page);
  const moves = (/** @type {number} */ times) =>
    page.evaluate(async (n) => {
      const parents = [document.body, /** @type {HTMLElement} */ (document.querySelector('main'))];
      const element = /** @type {HTMLElement} */ (document.querySelector('activation-plot'));
      for (let i = 0; i < n; ++i) {
        const draw = new Promise((resolve) => element.addEventListener('plotdraw', resolve, { once: true }));
        parents[i % 2].append(element);
        await draw;
      }
    }, times);
  const count = await memoryOf(page);
  await moves(40);
  const before = await count();
  const times = scaled(5000);
  await moves(times);
  await expectFlat(`after ${times} moves`, before, count);
});
