/** Handles on the curves: dragged with the mouse and with a finger, and moved with keys, on the explorer and in embeds. */
import { drawn, expect, paste, place, plotOf, test } from '../fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** @param {Locator} plot @param {string} parameter @param {string} label */
const handleOf = (plot, parameter, label) =>
  plot.getByRole('slider', {
    name: new RegExp(`^(Handle: ${parameter} of ${label}|控制點：${label} 的 ${parameter})$`),
  });

/** The middle of an element in the window. @param {Locator} element */
async function middleOf(element) {
  const { x, y, width, height } = await element.evaluate((node) => node.getBoundingClientRect().toJSON());
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where a point of the plot is in the window. @param {Page} page @param {number} x @param {number} y */
async function pointOn(page, x, y) {
  const { left, top } = place(await drawn(page), x, y);
  const canvas = await plotOf(page)
    .locator('canvas')
    .evaluate((node) => node.getBoundingClientRect().toJSON());
  return { x: canvas.x + left, y: canvas.y + top };
}

/** @param {Page} page @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 5; ++i)
    await page.mouse.move(from.x + ((to.x - from.x) * i) / 5, from.y + ((to.y - from.y) * i) / 5);
  await page.mouse.up();
}

/** The parameters of the first function that has any. @param {Page} page @returns {Promise<Record<string, number>>} */
const parametersOf = (page) =>
  plotOf(page).evaluate((/** @type {any} */ { plot }) =>
    Object.assign({}, ...plot.functions.map((/** @type {any} */ f) => f.parameters)),
  );

for (const [file, field] of [
  ['', 'Leaky ReLU: negativeSlope'],
  ['zh-Hant.html', 'Leaky ReLU: negativeSlope'],
])
  test(`dragging the arm of Leaky ReLU sets its slope on ${file || 'the English page'}, and Undo takes back one drag`, async ({
    page,
    site,
  }) => {
    await page.goto(`${site}${file}?functions=relu+leakyRelu(negativeSlope=0.2)&min=-4&max=4`);
    const handle = handleOf(plotOf(page), 'negativeSlope', 'Leaky ReLU');
    await expect(handle).toHaveAttribute('aria-valuetext', 'a = 0.2');
    const at = await middleOf(handle);
    const origin = await pointOn(page, 0, 0);
    const down = { x: at.x, y: origin.y + 1.5 * (at.y - origin.y) };
    await drag(page, at, down);
    await expect.poll(async () => (await parametersOf(page)).negativeSlope).toBeCloseTo(0.3, 2);
    const { negativeSlope } = await parametersOf(page);
    await expect(page).toHaveURL(
      new RegExp(`negativeSlope=${String(negativeSlope).replace('.', '\\.')}\\)&min=-4&max=4`),
    );
    await expect(page.getByRole('spinbutton', { name: field })).toHaveValue(String(negativeSlope));
    await expect(page.getByRole('slider', { name: field })).not.toHaveValue('0.2');
    // After the drag the curve passes through the pointer, or the range has been fitted again.
    await expect(async () => {
      const { x, y } = await middleOf(handle);
      const rest = await pointOn(page, -3.2, -3.2 * negativeSlope);
      expect(Math.hypot(x - rest.x, y - rest.y)).toBeLessThan(2);
    }).toPass();
    await drag(page, await middleOf(handle), await pointOn(page, -3.2, 0));
    await expect.poll(async () => Math.abs((await parametersOf(page)).negativeSlope)).toBeLessThan(0.02);
    await page.locator('#undo').click();
    await expect.poll(async () => (await parametersOf(page)).negativeSlope).toBe(negativeSlope);
    await page.locator('#undo').click();
    await expect.poll(async () => (await parametersOf(page)).negativeSlope).toBe(0.2);
    await expect(page.getByRole('spinbutton', { name: field })).toHaveValue('0.2');
    await expect(plotOf(page)).toHaveAttribute('min', '-4');
  });

test('a corner stays under the pointer while it is dragged, and the range follows it', async ({ page, site }) => {
  await page.goto(`${site}?functions=hardTanh`);
  const handle = handleOf(plotOf(page), 'maxValue', 'Hard Tanh');
  const at = await middleOf(handle);
  const to = await pointOn(page, 2.5, 2.5);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(to.x, at.y, { steps: 4 });
  await expect.poll(async () => (await parametersOf(page)).maxValue).toBeCloseTo(2.5, 1);
  await expect.poll(async () => Math.abs((await middleOf(handle)).x - to.x)).toBeLessThan(1.5);
  // Beyond the edge, the range grows as far as the handle.
  const edge = await pointOn(page, 3, 0);
  await page.mouse.move(edge.x + 80, at.y, { steps: 4 });
  await expect.poll(async () => (await parametersOf(page)).maxValue).toBeGreaterThan(3);
  const { maxValue } = await parametersOf(page);
  await drawn(page, ({ max }) => Math.abs(max - maxValue) < 0.01);
  await page.mouse.up();
  await drawn(page, ({ max }) => max > maxValue + 0.2); // room on both sides
  await expect(plotOf(page)).not.toHaveAttribute('max');
  expect(maxValue).toBeLessThanOrEqual(10);
});

test('keys move a handle by the steps of its slider, and screen readers hear its value', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  const handle = handleOf(plotOf(page), 'alpha', 'ELU');
  await plotOf(page).getByRole('slider').first().focus();
  await page.keyboard.press('Tab');
  await expect(handle).toBeFocused();
  for (const [key, value] of [
    ['ArrowUp', '1.1'],
    ['ArrowLeft', '1'],
    ['ArrowRight', '1.1'],
    ['PageUp', '2.1'], // beyond the values in use
    ['PageDown', '1.1'],
    ['End', '5'],
    ['Home', '0'],
    ['ArrowDown', '0'],
    ['ArrowUp', '0.1'],
  ]) {
    await page.keyboard.press(key);
    await expect(handle).toHaveAttribute('aria-valuetext', `α = ${value}`);
    await expect(handle).toHaveAttribute('aria-valuenow', value);
  }
  await expect(handle).toBeFocused();
  await expect(page).toHaveURL(/functions=elu\(alpha=0\.1\)/);
  await page.locator('#undo').click();
  await expect(handle).toHaveAttribute('aria-valuetext', 'α = 1'); // all keys in a row are one step
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger on a handle drags it and does not scroll', async ({ page, site }) => {
    await page.goto(`${site}?functions=leakyRelu(negativeSlope=0.2)&min=-4&max=4`);
    const handle = handleOf(plotOf(page), 'negativeSlope', 'Leaky ReLU');
    const box = await handle.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    const at = await middleOf(handle);
    const session = await page.context().newCDPSession(page);
    const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number} */ y) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: at.x, y, id: 1 }],
      });
    await touch('touchStart', at.y);
    for (let i = 1; i <= 8; ++i) await touch('touchMove', at.y - 8 * i);
    await expect.poll(async () => (await parametersOf(page)).negativeSlope).toBeLessThan(0);
    await touch('touchEnd', 0);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect(page).toHaveURL(/negativeSlope=-0\.\d+/);
  });

  test('a second finger on another handle changes nothing', async ({ page, site }) => {
    await page.goto(`${site}?functions=hardTanh`);
    const [low, high] = [
      await middleOf(handleOf(plotOf(page), 'minValue', 'Hard Tanh')),
      await middleOf(handleOf(plotOf(page), 'maxValue', 'Hard Tanh')),
    ];
    const session = await page.context().newCDPSession(page);
    const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number[]} */ ...moved) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: moved.map((dx, id) => ({ x: [low, high][id].x + dx, y: [low, high][id].y, id })),
      });
    await touch('touchStart', 0);
    await touch('touchStart', 0, 0);
    for (let i = 1; i <= 6; ++i) await touch('touchMove', -3 * i, 5 * i);
    await expect.poll(async () => (await parametersOf(page)).minValue).toBeLessThan(-1.2);
    await touch('touchEnd', -18);
    const { minValue } = await parametersOf(page);
    for (let i = 1; i <= 4; ++i) await touch('touchMove', -18 - 5 * i);
    await expect.poll(async () => (await parametersOf(page)).minValue).toBeLessThan(minValue);
    await touch('touchEnd');
    expect((await parametersOf(page)).maxValue).toBe(1);
  });
});

test('an embed keeps the parameter that the reader drags, in both languages', async ({ page, site }) => {
  for (const [lang, name] of [
    ['en', 'Handle: lambd of Soft Shrink'],
    ['zh-Hant', '控制點：Soft Shrink 的 lambd'],
  ]) {
    await page.goto(`${site}embed.html?functions=softShrink&min=-2&max=2&lang=${lang}`);
    const handle = plotOf(page).getByRole('slider', { name });
    await drag(page, await middleOf(handle), await pointOn(page, 1.25, 0));
    await expect.poll(async () => (await parametersOf(page)).lambd).toBeCloseTo(1.25, 1);
    await expect(page.locator('#open')).toHaveAttribute('href', /softShrink\(lambd=1\.2/);
    await handle.press('ArrowRight');
    await expect(handle).toHaveAttribute('aria-valuetext', 'λ = 1.4');
  }
});

test('a drag is exact in a transformed, zoomed page from right to left', async ({ page, site }) => {
  const script = `<script type="module" src="${site}activation-plot.js"></script>`;
  const style = 'transform: rotate(30deg) scale(0.8); zoom: 1.5; width: 400px; margin: 150px 60px';
  await paste(
    page,
    site,
    `<body dir="rtl">${script}<div style="${style}"><activation-plot functions="relu leakyRelu(negativeSlope=0.4)" min="-4" max="4"></activation-plot></div>`,
  );
  const handle = handleOf(plotOf(page), 'negativeSlope', 'Leaky ReLU');
  await drawn(page);
  const at = await middleOf(handle);
  // Upwards in the plot, by 40 of its pixels.
  const step = 40 * 0.8 * 1.5;
  const [dx, dy] = [step * Math.sin(Math.PI / 6), -step * Math.cos(Math.PI / 6)];
  const { area, y } = await drawn(page);
  const x = -3.2;
  await drag(page, at, { x: at.x + dx, y: at.y + dy });
  const expected = (0.4 * x + (40 * (y.max - y.min)) / (area.bottom - area.top)) / x;
  await expect.poll(async () => (await parametersOf(page)).negativeSlope).toBeCloseTo(expected, 1);
});

test('the plot below a handle can be zoomed, and handles are not in pictures', async ({ page, site }) => {
  await page.goto(`${site}?functions=hardTanh`);
  const handle = handleOf(plotOf(page), 'maxValue', 'Hard Tanh');
  await handle.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -50);
  await page.keyboard.up('Control');
  await drawn(page, ({ min, max }) => max - min < 5.9);
  const svg = await plotOf(page).evaluate((/** @type {any} */ plot) => plot.toSVG());
  expect(svg).not.toContain('handle');
  await page.emulateMedia({ media: 'print' });
  await expect(handle).toBeHidden();
});

test('a handle stays under the pointer where the curve bends elsewhere for each value', async ({ page, site }) => {
  await page.goto(`${site}embed.html?functions=silu`);
  const handle = handleOf(plotOf(page), 'beta', '.*');
  await drawn(page);
  const { x, y } = await middleOf(handle);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let up = 3; up <= 12; up += 3) {
    const before = (await parametersOf(page)).beta;
    await page.mouse.move(x, y - up);
    await expect.poll(async () => (await parametersOf(page)).beta).toBeGreaterThan(before);
    await expect(async () => {
      const at = await middleOf(handle);
      expect(Math.hypot(at.x - x, at.y - y + up)).toBeLessThan(1.5);
    }).toPass();
  }
  await page.mouse.up();
});

test('a handle that keys move out of the range keeps the focus, and keys move it back', async ({ page, site }) => {
  const script = `<script type="module" src="${site}activation-plot.js"></script>`;
  for (const [functions, parameter, label, far, back] of [
    ['thresholdedRelu', 'theta', 'Thresholded ReLU', 'End', 'Home'],
    ['elu', 'alpha', 'ELU', 'End', 'Home'],
    ['softplus', 'beta', 'Softplus', 'Home', 'End'],
  ]) {
    const range = 'min="-2" max="2" ymin="-1" ymax="1"';
    await paste(page, site, `${script}<activation-plot functions="${functions}" ${range}></activation-plot>`);
    const handle = handleOf(plotOf(page), parameter, label);
    await handle.focus();
    for (const [key, end] of [
      [far, far],
      [back, back],
      [far, far],
    ]) {
      await page.keyboard.press(key);
      const limit = await handle.getAttribute(end === 'End' ? 'aria-valuemax' : 'aria-valuemin');
      await expect(handle).toHaveAttribute('aria-valuenow', String(limit));
      await expect(handle).toBeFocused();
      const { x } = await middleOf(handle); // for fingers, its area reaches beyond a narrow plot
      const outer = await plotOf(page).boundingBox();
      expect(x).toBeGreaterThanOrEqual(outer?.x ?? Number.NaN);
      expect(x).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
    }
  }
});

test('no key is lost that comes before the drawing of the last one', async ({ page, site }) => {
  await page.goto(`${site}?functions=leakyRelu(negativeSlope=0.1)`);
  const handle = handleOf(plotOf(page), 'negativeSlope', 'Leaky ReLU');
  await handle.evaluate((node) => {
    for (let i = 0; i < 5; ++i) node.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  });
  await expect(handle).toHaveAttribute('aria-valuenow', '0.15');
});

test('an element that changes or moves during a drag lets go', async ({ page, site }) => {
  const script = `<script type="module" src="${site}activation-plot.js"></script>`;
  await paste(page, site, `${script}<activation-plot functions="leakyRelu"></activation-plot><div id="other"></div>`);
  const plot = plotOf(page);
  const handle = handleOf(plot, 'negativeSlope', 'Leaky ReLU');
  const dragAnd = async (/** @type {(element: Element) => void} */ change) => {
    await drawn(page);
    const at = await middleOf(handle);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y + 20);
    await plot.evaluate(change);
    await page.mouse.move(at.x, at.y + 40);
    await page.mouse.up();
    await page.mouse.move(5, 5);
  };
  await dragAnd((element) => element.setAttribute('functions', 'relu elu'));
  await expect(handleOf(plot, 'alpha', 'ELU')).toHaveAttribute('aria-valuetext', 'α = 1');
  await expect(plot).toHaveAttribute('functions', 'relu elu');
  await plot.evaluate((element) => element.setAttribute('functions', 'relu'));
  await drawn(page, ({ min, max }) => min === -20 && max === 20); // the range no longer stays
  await plot.evaluate((element) => element.setAttribute('functions', 'leakyRelu'));
  await expect(handle).toBeVisible();
  await dragAnd((element) => document.querySelector('#other')?.append(element));
  await expect(handle).toBeVisible();
  const before = (await parametersOf(page)).negativeSlope;
  await page.mouse.move(100, 100);
  expect((await parametersOf(page)).negativeSlope).toBe(before);
  await dragAnd(() => {});
  await expect.poll(async () => (await parametersOf(page)).negativeSlope).toBeGreaterThan(before);
});
