/** The guide where a finger reads. */
import { drawn, expect, place, plotOf, test } from '../fixtures.js';

test.use({ hasTouch: true });

test('the guide stays when a finger lifts, and goes when it scrolls', async ({ page, site }) => {
  await page.goto(site);
  const geometry = await drawn(page);
  const canvas = plotOf(page).locator('canvas');
  const box = await canvas.boundingBox();
  const { left, top } = place(geometry, 7.3, 12.3);
  const [x, y] = [(box?.x ?? 0) + left, (box?.y ?? 0) + top];
  // The canvas is transparent where nothing is drawn.
  const isGuided = () =>
    canvas.evaluate(
      (element, at) => {
        const { width, clientWidth } = /** @type {HTMLCanvasElement} */ (element);
        const [column, row] = at.map((length) => Math.round((length * width) / clientWidth));
        const context = /** @type {HTMLCanvasElement} */ (element).getContext('2d');
        return context?.getImageData(column - 3, row, 6, 1).data.some((byte) => byte > 0);
      },
      [left, top],
    );
  expect(await isGuided()).toBe(false);
  await page.touchscreen.tap(x, y);
  await expect(plotOf(page).getByRole('columnheader').first()).toHaveText('x = 7.3');
  await page.waitForTimeout(300);
  expect(await isGuided()).toBe(true);

  const session = await page.context().newCDPSession(page);
  const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number[]} */ ...heights) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: heights.map((height) => ({ x, y: height })) });
  await touch('touchStart', y);
  for (let i = 1; i <= 8; ++i) await touch('touchMove', y - i * 20);
  await touch('touchEnd');
  await expect.poll(isGuided).toBe(false);
});
