/** f above f′, on one x axis: the switch, reading, and the drawing. */
import { drawn, expect, place, plotOf, shows, test } from '../fixtures.js';

// Without motion, each change draws one plot, so the tests see no plot of a glide.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const gelu = 'functions=gelu&min=-4&max=4';
const isStacked = (/** @type {any} */ { stacked }) => stacked;
/** The geometry of the area of f′. @param {any} plot */
const lower = ({ below, ...plot }) => ({ ...plot, ...below });
const bell = (/** @type {number} */ x) => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
/** Φ by Simpson's rule. @param {number} x */
function phi(x) {
  const width = x / 2000;
  const values = Array.from({ length: 2001 }, (_, i) => bell(i * width) * (i % 2 ? 4 : i % 2000 ? 2 : 1));
  return 0.5 + (width / 3) * values.reduce((a, b) => a + b);
}
const value = (/** @type {number} */ x) => x * phi(x);
const slope = (/** @type {number} */ x) => phi(x) + x * bell(x);

test('a switch puts f′ below f; with mouse, keyboard and touch', { tag: '@phone' }, async ({
  page,
  site,
  isMobile,
}) => {
  await page.goto(`${site}?${gelu}`);
  await drawn(page);
  const [below, derivative] = ['f′ below', 'Derivative f′'].map((name) =>
    page.getByRole('checkbox', { name, exact: true }),
  );
  await (isMobile ? below.tap() : below.click());
  const plot = await drawn(page, isStacked);
  await expect(derivative).toBeChecked();
  await expect(page).toHaveURL(/\?functions=gelu&min=-4&max=4&derivative&stacked$/);
  // Away from the ends, where the edge of the area cuts the line; on the dashes of f′.
  const spots = Array.from({ length: 13 }, (_, i) => -3 + i / 2);
  expect(
    await shows(
      page,
      plot,
      'color-1',
      spots.map((x) => [x, value(x)]),
    ),
  ).toEqual(spots.map(() => true));
  const many = Array.from({ length: 61 }, (_, i) => -3 + i / 10);
  const seen = await shows(
    page,
    lower(plot),
    'color-1',
    many.map((x) => [x, slope(x)]),
  );
  expect(seen.filter(Boolean).length).toBeGreaterThan(40);
  // f is not in the area of f′: at x = −1.7, 0.5 above both curves.
  expect(await shows(page, lower(plot), 'color-1', [[-1.7, 0.5]])).toEqual([false]);

  await derivative.focus();
  await page.keyboard.press('Space');
  await drawn(page, (shown) => !shown.derivative && !shown.stacked);
  await expect(below).not.toBeChecked();
  await below.focus();
  await page.keyboard.press('Space');
  await drawn(page, isStacked);
  // Undo takes one change back, and a reload keeps the rest.
  await page.getByRole('button', { name: 'Undo' }).click();
  await drawn(page, (shown) => !shown.stacked);
  await expect(below).not.toBeChecked();
  await page.goBack();
  await drawn(page, isStacked);
  await expect(below).toBeChecked();
  await page.reload();
  await drawn(page, isStacked);
  await expect(below).toBeChecked();
});

test('a pointer in the area of f′ reads f and f′ there, and dragging moves both areas', { tag: '@phone' }, async ({
  page,
  site,
  isMobile,
}) => {
  await page.goto(`${site}?${gelu}&stacked`);
  const plot = await drawn(page, isStacked);
  const canvas = plotOf(page).locator('canvas');
  const { left, top } = place(lower(plot), 1, 0.6);
  expect(top).toBeGreaterThan(plot.area.bottom);
  await (isMobile ? canvas.tap({ position: { x: left, y: top } }) : canvas.hover({ position: { x: left, y: top } }));
  const head = plotOf(page).getByRole('columnheader').first();
  await expect(head).toHaveText(/^x = (0\.9\d?|1(\.0\d?)?)$/);
  const x = Number((await head.innerText()).replace('x = ', ''));
  const cells = await plotOf(page).getByRole('cell').allInnerTexts();
  expect(Number(cells[0])).toBeCloseTo(value(x), 5);
  expect(Number(cells[1])).toBeCloseTo(slope(x), 5);
  // The line at x goes through both areas; in the gap between them there is nothing else.
  const inGap = (plot.area.bottom + /** @type {any} */ (plot).below.area.top) / 2;
  const at = { ...plot, area: { ...plot.area, top: inGap - 1, bottom: inGap + 1 }, y: { min: 0, max: 1 } };
  if (!isMobile) expect(await shows(page, at, 'axis', [[x, 0.5]])).toEqual([true]);
  expect(await shows(page, at, 'axis', [[x + 0.5, 0.5]])).toEqual([false]);
  if (isMobile) return;
  const box = /** @type {{ x: number, y: number }} */ (await canvas.boundingBox());
  await page.mouse.move(box.x + left, box.y + top);
  await page.mouse.down();
  await page.mouse.move(box.x + left - (plot.area.right - plot.area.left) / 8, box.y + top, { steps: 4 });
  await page.mouse.up();
  const moved = await drawn(page, ({ min }) => min > -4);
  expect(moved.x.min).toBeCloseTo(-3, 1);
  expect(await shows(page, moved, 'color-1', [[4.5, value(4.5)]])).toEqual([true]);
  expect(
    (
      await shows(
        page,
        lower(moved),
        'color-1',
        [4.4, 4.5, 4.6].map((x) => [x, slope(x)]),
      )
    ).includes(true),
  ).toBe(true);
});

test('a low frame draws f and f′ in one area, a higher one below each other', async ({ page, site }) => {
  await page.setViewportSize({ width: 400, height: 240 });
  await page.goto(`${site}embed.html?${gelu}&stacked`);
  const low = await drawn(page, isStacked);
  expect(/** @type {any} */ (low).below).toBe(undefined);
  await page.setViewportSize({ width: 400, height: 420 });
  await page.reload();
  const high = /** @type {any} */ (await drawn(page, isStacked));
  expect(high.below.area.top).toBeGreaterThan(high.area.bottom);
});

test('plots of bars ignore `stacked`', async ({ page, site }) => {
  await page.goto(`${site}?functions=softmax&stacked`);
  const plot = await drawn(page);
  expect(/** @type {any} */ (plot).below).toBe(undefined);
  await expect(page.getByRole('checkbox', { name: 'f′ below' })).toBeHidden();
});
