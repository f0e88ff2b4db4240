/** Examples, Reset, Undo and functions of another range: the plot glides there, unless the reader prefers no motion. */
import { drawn, expect, plotOf, test } from '../fixtures.js';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Records the range of every drawing, and every address, from now on. @param {import('@playwright/test').Page} page */
const record = (page) =>
  page.evaluate(() => {
    const seen = /** @type {any} */ (window);
    seen.ranges = [];
    seen.addresses = [];
    document.addEventListener('plotdraw', (event) => {
      const { x, plot } = /** @type {CustomEvent} */ (event).detail;
      seen.ranges.push([x.min, x.max, plot.functions[0]?.parameters.negativeSlope]);
    });
    for (const name of /** @type {const} */ (['pushState', 'replaceState'])) {
      const original = history[name].bind(history);
      history[name] = (state, unused, url) => {
        seen.addresses.push(String(url));
        original(state, unused, url);
      };
    }
  });
/** @param {import('@playwright/test').Page} page @returns {Promise<[number, number, number][]>} */
const ranges = (page) => page.evaluate(() => /** @type {any} */ (window).ranges);
const last = async (/** @type {import('@playwright/test').Page} */ page) => (await ranges(page)).at(-1);

test.describe('with motion', () => {
  test.beforeEach(async ({ page, site }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto(`${site}?functions=leakyRelu(negativeSlope=0.5)&min=-10&max=10`);
    await drawn(page);
    await record(page);
  });

  test('range and parameters glide, and the address has only the end', async ({ page }) => {
    await page.getByRole('button', { name: 'Reset view' }).click();
    await expect.poll(() => last(page)).toEqual([-20, 20, 0.5]);
    const seen = await ranges(page);
    expect(seen.length).toBeGreaterThan(2);
    for (const [i, [min, max]] of seen.entries()) {
      expect(min).toBeCloseTo(-max, 9);
      expect(max).toBeGreaterThanOrEqual(seen[i - 1]?.[1] ?? 10);
    }
    expect(seen.some(([, max]) => max > 10 && max < 20)).toBe(true);
    const addresses = await page.evaluate(() => /** @type {any} */ (window).addresses);
    expect(addresses.map((/** @type {string} */ address) => new URL(address, page.url()).search)).toEqual([
      '?functions=leakyRelu(negativeSlope=0.5)',
    ]);
    await expect(plotOf(page)).not.toHaveAttribute('min');
    // Undo glides too.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => last(page)).toEqual([-10, 10, 0.5]);
    expect((await ranges(page)).slice(seen.length).some(([, max]) => max > 10 && max < 20)).toBe(true);
  });

  test('another change ends a glide at once', async ({ page }) => {
    // Both in one frame: the glide has not begun to move.
    await page.evaluate(() => {
      document.getElementById('view')?.click();
      /** @type {HTMLInputElement} */ (document.querySelector('#switches [name=derivative]')).click();
    });
    await expect.poll(() => last(page)).toEqual([-20, 20, 0.5]);
    await drawn(page, ({ derivative }) => derivative);
    expect((await ranges(page)).map(([, max]) => max)).toEqual((await ranges(page)).map(() => 20));
  });

  test('a gesture during a glide starts from its end', async ({ page }) => {
    const { area } = await drawn(page);
    const box = /** @type {{ x: number, y: number }} */ (await plotOf(page).locator('canvas').boundingBox());
    const at = [box.x + (area.left + area.right) / 2, box.y + (area.top + area.bottom) / 2];
    await page.mouse.move(at[0], at[1]);
    await page.evaluate(() => document.getElementById('view')?.click());
    await page.mouse.down();
    await page.mouse.move(at[0] - (area.right - area.left) / 4, at[1], { steps: 3 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await last(page))?.[0] ?? 0)).toBe(-10);
    expect(Math.round((await last(page))?.[1] ?? 0)).toBe(30);
  });

  test('sliders of parameters do not glide', async ({ page }) => {
    await page.getByRole('spinbutton', { name: /negativeSlope/ }).fill('0.1');
    await expect.poll(() => last(page)).toEqual([-10, 10, 0.1]);
    expect((await ranges(page)).every(([, , slope]) => slope === 0.1)).toBe(true);
  });
});

test('readers who prefer no motion see the end at once', async ({ page, site }) => {
  await page.goto(`${site}?functions=leakyRelu(negativeSlope=0.5)&min=-10&max=10`);
  await drawn(page);
  await record(page);
  await page.getByRole('button', { name: 'Reset view' }).click();
  await expect.poll(() => last(page)).toEqual([-20, 20, 0.5]);
  expect((await ranges(page)).map(([, max]) => max)).toEqual([20]);
});
