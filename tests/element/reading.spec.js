/** Reading values: with a pointer, with the keyboard, with a screen reader, as a table, for every function. */
import { catalogue } from 'activation-kernels';
import { drawn, expect, place, plotOf, shows, test } from '../fixtures.js';

test('the table shows x, f(x) and f′(x) at the pointer', { tag: '@phone' }, async ({ page, site, isMobile }) => {
  await page.goto(site);
  const plot = await drawn(page);
  const canvas = plotOf(page).locator('canvas');
  const { left, top } = place(plot, 10, 5);
  await (isMobile ? canvas.tap({ position: { x: left, y: top } }) : canvas.hover({ position: { x: left, y: top } }));
  await expect(plotOf(page).getByRole('columnheader').first()).toHaveText(/^x = (9\.\d|10(\.\d)?)$/);
  const [x] = (await plotOf(page).getByRole('columnheader').first().innerText()).match(/[\d.]+/) ?? [];
  await expect(plotOf(page).getByRole('row').nth(1).getByRole('cell')).toHaveText([`${x}`, '1']);
});

test('the pointer snaps to a kink near it, and a note names both slopes', { tag: '@phone' }, async ({
  page,
  site,
  isMobile,
}) => {
  await page.goto(`${site}?functions=leakyRelu(negativeSlope=0.07)+hardShrink&min=-3&max=2.9`);
  const plot = await drawn(page);
  const canvas = plotOf(page).locator('canvas');
  const point = async (/** @type {number} */ x) => {
    const { left, top } = place(plot, x, 1);
    const position = { x: left + 2, y: top };
    await (isMobile ? canvas.tap({ position }) : canvas.hover({ position }));
  };
  await point(0);
  await expect(plotOf(page).locator('.kink')).toHaveText(
    'A kink with slopes on the left and right: Leaky ReLU 0.07 and 1.',
  );
  await point(0.5);
  await expect(plotOf(page).locator('.kink')).toHaveText('Hard Shrink jumps from 0 to 0.5.');
  await point(1.5);
  await expect(plotOf(page).locator('.kink')).toBeEmpty();
});

test('the arrow keys walk along the curves, and screen readers hear the values', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const curves = plotOf(page).getByRole('slider', { name: /^ReLU, Leaky ReLU.*arrow keys/ });
  await curves.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(curves).toHaveAttribute(
    'aria-valuetext',
    'x = −0.1; ReLU: f(x) = 0, f′(x) = 0; Leaky ReLU (a = 0.07): f(x) = −0.007, f′(x) = 0.07',
  );
  await page.keyboard.press('ArrowRight');
  await expect(curves).toHaveAttribute(
    'aria-valuetext',
    /x = 0; .*; A kink with slopes on the left and right: ReLU 0 and 1; /,
  );
  for (const [key, x] of Object.entries({ Home: '-20', PageUp: '-19', End: '20', PageDown: '19' })) {
    await page.keyboard.press(key);
    await expect(curves).toHaveAttribute('aria-valuenow', x);
  }
});

test('the arrow keys walk over the bars of a row', async ({ page, site }) => {
  await page.goto(`${site}?functions=hardmax&logits=1+3+2`);
  await drawn(page);
  const bars = plotOf(page).getByRole('slider', { name: /^Hardmax of a row: x₁ = 1; x₂ = 3; x₃ = 2\./ });
  await bars.focus();
  await page.keyboard.press('ArrowRight');
  await expect(bars).toHaveAttribute('aria-valuetext', 'x₂ = 3; Hardmax: 1');
  await page.keyboard.press('End');
  await expect(bars).toHaveAttribute('aria-valuetext', 'x₃ = 2; Hardmax: 0');
});

test('the table shows ∂f/∂a of PReLU', async ({ page, site }) => {
  await page.goto(`${site}?functions=prelu+relu&derivative`);
  await drawn(page);
  await plotOf(page).getByRole('slider').first().focus();
  await page.keyboard.press('Home');
  const cells = (/** @type {number} */ row) => plotOf(page).getByRole('row').nth(row).getByRole('cell');
  await expect(cells(1)).toHaveText(['−1', '0.25', '−4']);
  await expect(cells(2)).toHaveText(['0', '0', '–']);
});

test('the data can be shown as a table', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu+leakyRelu(negativeSlope=0.5)&min=-2&max=2&step=1&derivative`);
  await drawn(page);
  const rows = page.locator('#data tbody tr');
  await expect(rows).toHaveCount(0);
  await page.getByText('Data as a table').click();
  await expect(rows).toHaveText(['-200-10.5', '-100-0.50.5', '00000.5', '11111', '22121']);
  await expect(page.locator('#rows')).toHaveText('5 rows.');
  await page.getByRole('spinbutton', { name: 'x step' }).fill('0.001');
  await expect(page.locator('#rows')).toHaveText('The first 1001 of 4001 rows; the CSV file has them all.');
});

test('every function can be drawn, and is explained under the plot', { tag: '@everywhere' }, async ({ page, site }) => {
  for (const { name, label } of catalogue) {
    await page.goto(`${site}?functions=${name}&derivative&saturation`);
    await drawn(page, ({ functions }) => functions[0].name === name);
    await expect(plotOf(page).getByRole('status')).toBeEmpty();
    const card = page.locator('#drawn .card');
    await expect(card.getByRole('link', { name: label, exact: true })).toBeVisible();
    await expect(card.locator('math').first()).toBeVisible();
  }
});

test('zooming in stops where floats end, and keeps the place', async ({ page, site }) => {
  await page.goto(`${site}embed.html?functions=relu&min=999000&max=1000000`);
  await drawn(page, ({ min }) => min === 999000);
  await page.locator('activation-plot .frame').hover();
  await page.keyboard.down('Control');
  for (let i = 0; i < 40; ++i) await page.mouse.wheel(0, -50);
  await page.keyboard.up('Control');
  await drawn(page, ({ min, max }) => min > 999000 && max - min < 20);
  const plot = page.locator('activation-plot');
  expect(await plot.evaluate((element) => /** @type {any} */ (element).notes)).toEqual([]);
});

test('dots mark what is read on every line, while the reader reads', { tag: '@phone' }, async ({
  page,
  site,
  isMobile,
}) => {
  await page.goto(`${site}?functions=tanh&min=-4&max=4&step=0.5&ymin=-1&ymax=2&derivative`);
  const geometry = await drawn(page);
  const pixel = (geometry.y.max - geometry.y.min) / (geometry.area.bottom - geometry.area.top);
  // f and f′ are level at 3, and their lines thinner than 3 pixels: only a dot is 2 pixels above their middle.
  const dots = () =>
    shows(page, geometry, 'color-1', [
      [3, Math.tanh(3) + 4 * pixel],
      [3, 1 - Math.tanh(3) ** 2 + 4 * pixel],
    ]);
  expect(await dots()).toEqual([false, false]);
  const canvas = plotOf(page).locator('canvas');
  const { left, top } = place(geometry, 3, 1.5);
  await (isMobile ? canvas.tap({ position: { x: left, y: top } }) : canvas.hover({ position: { x: left, y: top } }));
  await expect(plotOf(page).getByRole('columnheader').first()).toHaveText('x = 3');
  expect(await dots()).toEqual([true, true]);
  // Also after a change while the guide stays.
  await plotOf(page).evaluate((element) => element.removeAttribute('derivative'));
  await expect.poll(dots).toEqual([true, false]);
  if (isMobile) return; // what a finger has read stays
  await page.mouse.move(0, 0);
  await expect.poll(dots).toEqual([false, false]);
});

test('a change of one curve leaves the rows of the others alone', async ({ page, site }) => {
  await page.goto(`${site}?functions=gelu+elu&controls`);
  await drawn(page);
  const row = (/** @type {RegExp} */ name) => plotOf(page).getByRole('row', { name });
  const before = await row(/^GELU/).elementHandle();
  await plotOf(page).evaluate((plot) => plot.setAttribute('functions', 'gelu elu(alpha=2)'));
  await expect(row(/^ELU \(α\s=\s2\)/)).toBeVisible();
  expect(await before?.evaluate((node) => node.isConnected)).toBe(true);
});
