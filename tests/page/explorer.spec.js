/** The explorer: how readers choose functions and ranges, and its layout on screens of all sizes. */
import { plotWords } from '../../web/package/plotWords.js';
import { drawn, expect, field, hold, plotOf, points, shows, test, tile } from '../fixtures.js';

const { maxCount } = plotWords.functions;
/** Elementwise functions, in the order of the catalogue. */
const others = ['ReLU6', 'PReLU', 'RReLU', 'ELU', 'CELU', 'SELU', 'Hard Sigmoid', 'Softsign', 'Shrink'];

// Without motion, each change draws one plot, so the tests see no plot of a glide.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('functions can be added, removed and reset, up to the largest number of curves', { tag: '@phone' }, async ({
  page,
  site,
}) => {
  await page.goto(`${site}?min=-20&max=20`);
  await drawn(page);
  await page.getByRole('checkbox', { name: 'ReLU', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Hard Tanh' }).check();
  await field(page, 'Hard Tanh: maxValue').fill('4');
  const plot = await drawn(page, ({ functions }) => functions[1]?.parameters.maxValue === 4);
  const clamp = (/** @type {number} */ x) => Math.min(Math.max(x, -1), 4);
  expect(await shows(page, plot, 'color-2', points(clamp, [-19, -4, 8, 18]))).toEqual(Array(4).fill(true));
  for (const name of others.slice(0, maxCount - 2)) await page.getByRole('checkbox', { name, exact: true }).check();
  // The others say why they are not available.
  const last = tile(page, 'Thresholded ReLU');
  await expect(last).toBeDisabled();
  await expect(last).toHaveAccessibleDescription(`A plot shows at most ${maxCount} curves. Remove one to add another.`);
  await expect(page.getByRole('status').filter({ hasText: `at most ${maxCount} curves` })).toBeVisible();
  await last.focus();
  await page.keyboard.press('Space');
  await expect(last).not.toBeChecked();
  await expect(tile(page, 'Softmax')).toBeEnabled(); // it replaces all curves
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await drawn(page, ({ functions, derivative }) => !derivative && functions.length === 2);
  await expect(page.getByRole('checkbox', { name: 'ReLU', exact: true })).toBeChecked();
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)$/);
});

test('an example changes the plot, and another one restores the tutorial’s', async ({ page, site }) => {
  await page.goto(site);
  await page.getByRole('link', { name: 'Compare the ReLU family' }).click();
  const plot = await drawn(page, ({ functions }) => functions.length === 5);
  const elu = (/** @type {number} */ x) => (x > 0 ? x : Math.exp(x) - 1);
  const { colors } = await page.evaluate(() => {
    const own = ['elu', 'leakyRelu'].map((name) => document.querySelector(`.tile:has([value=${name}])`)?.className);
    return { colors: own.map((name) => name?.replace('tile curve', 'color')) };
  });
  // A tile has the colour of its curve.
  expect(await shows(page, plot, String(colors[0]), points(elu, [-3, -2]))).toEqual([true, true]);
  expect(
    await shows(
      page,
      plot,
      String(colors[1]),
      points((x) => 0.1 * x, [-3, -2]),
    ),
  ).toEqual([true, true]);
  await page.getByRole('link', { name: 'Why sigmoids saturate' }).click();
  await drawn(page, ({ saturation, derivative }) => saturation && derivative);
  await expect(page.getByRole('checkbox', { name: /Saturation/ })).toBeChecked();
  await page.getByRole('link', { name: 'The tutorial’s plot' }).click();
  await drawn(page, ({ functions, derivative }) => functions.length === 2 && !derivative);
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)$/);
});

test('row functions are bars, with sliders for the row and a temperature', async ({ page, site }) => {
  await page.goto(site);
  await page.getByRole('checkbox', { name: 'Softmax', exact: true }).check();
  await expect(page.getByRole('checkbox', { name: 'ReLU', exact: true })).not.toBeChecked();
  await drawn(page, ({ functions }) => functions.length === 1 && functions[0].name === 'softmax');
  const softmax = (/** @type {number[]} */ row, temperature = 1) => {
    const powers = row.map((x) => Math.exp(x / temperature));
    return powers.map((power) => power / powers.reduce((a, b) => a + b));
  };
  const cells = plotOf(page).locator('tbody td');
  /** @param {number[]} values */
  const expectCells = (values) =>
    expect(async () => {
      const shown = (await cells.allTextContents()).map((text) => Number(text.replace('−', '-')));
      expect(shown).toHaveLength(values.length);
      for (const [i, value] of values.entries()) expect(shown[i]).toBeCloseTo(value, 5);
    }).toPass();
  await expectCells(softmax([2, 1, 0.1, -1]));
  await field(page, 'temperature').fill('0.5');
  await expectCells(softmax([2, 1, 0.1, -1], 0.5));
  await field(page, 'x 2').fill('3');
  await expectCells(softmax([2, 3, 0.1, -1], 0.5));
  await page.getByRole('button', { name: 'Add a number' }).click();
  await expectCells(softmax([2, 3, 0.1, -1, 0], 0.5));
  await expect(page).toHaveURL(/functions=softmax&logits=2\+3\+0\.1\+-1\+0&temperature=0\.5$/);
  await page.reload();
  await expectCells(softmax([2, 3, 0.1, -1, 0], 0.5));
  await page.getByRole('checkbox', { name: 'ReGLU' }).check();
  await expectCells([2 * -1, 3 * 0, 0.1 * 0]); // of six: 2, 3, 0.1 and −1, 0, 0
  await expect(page.getByText('Each bar is the result of one a and one b.')).toBeVisible();
});

test('variants of one function stay when another function is chosen', async ({ page, site }) => {
  const two = 'leakyRelu(negativeSlope=0.1) leakyRelu(negativeSlope=0.2)';
  await page.goto(`${site}?functions=${two}`);
  await drawn(page);
  await page.getByRole('checkbox', { name: 'ReLU', exact: true }).check();
  await expect(plotOf(page)).toHaveAttribute('functions', `${two} relu`);
  await expect(page).toHaveURL(/leakyRelu\(negativeSlope=0\.1\)\+leakyRelu\(negativeSlope=0\.2\)\+relu$/);
  for (const name of others.slice(0, maxCount - 3)) await tile(page, name).check();
  await expect(tile(page, others[maxCount - 3])).toBeDisabled(); // as many curves as allowed, of one function fewer
  await tile(page, 'Leaky ReLU').uncheck();
  await expect(plotOf(page)).toHaveAttribute('functions', /^relu relu6 prelu rrelu elu celu/);
});

test('without a function, a sentence takes the place of the axes', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu`);
  await drawn(page);
  await expect(page.locator('#nothing')).toBeHidden();
  await tile(page, 'ReLU').uncheck();
  await expect(page.locator('#nothing')).toBeInViewport();
  await expect(plotOf(page)).toBeHidden();
  await expect(page.locator('#about')).toBeHidden();
  await tile(page, 'GELU').check();
  await expect(plotOf(page)).toBeVisible();
  await expect(page.locator('#nothing')).toBeHidden();
});

test('each function drawn has a link to its page, in the chosen language', async ({ page, site }) => {
  await page.goto(`${site}?functions=leakyRelu+leakyRelu(negativeSlope=0.5)+gelu&lang=zh-Hant`);
  await drawn(page);
  const links = page.locator('#chosen a');
  await expect(links).toHaveText(['Leaky ReLU', 'GELU']);
  await tile(page, 'Mish').check();
  await expect(links).toHaveText(['Leaky ReLU', 'GELU', 'Mish']);
  await expect(page.locator('#drawn .card')).toHaveCount(3);
  await page.locator('#drawn').getByRole('link', { name: 'Mish', exact: true }).click();
  await expect(page).toHaveURL(`${site}functions/mish.zh-Hant.html?lang=zh-Hant`);
});

test('the range covers the ranges of all functions, unless the reader has set one', async ({ page, site }) => {
  await page.goto(`${site}?functions=gelu`);
  const range = async (/** @type {number} */ min, /** @type {number} */ max) =>
    expect(async () => expect((await drawn(page)).x).toEqual({ min, max })).toPass();
  await range(-4, 4);
  const from = field(page, 'x from');
  await expect(from).toHaveValue('');
  await expect(from).toHaveAttribute('placeholder', '-4');
  await tile(page, 'Mish').check();
  await range(-6, 6);
  await expect(from).toHaveAttribute('placeholder', '-6');
  await from.fill('-2');
  await range(-2, 6);
  await tile(page, 'Mish').uncheck();
  await range(-2, 4);
  await tile(page, 'ReLU6').check();
  await range(-2, 9);
  await page.getByRole('button', { name: 'Reset view' }).click();
  await range(-4, 9);
  await expect(from).toHaveValue('');
  await expect(page).toHaveURL(/\?functions=gelu\+relu6$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await range(-2, 9);
  await expect(from).toHaveValue('-2');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
])
  for (const lang of ['en', 'zh-Hant'])
    test(`the first screen is complete at ${width} × ${height}, ${lang}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`${site}?lang=${lang}`);
      await drawn(page);
      const isWide = width > 900;
      const parts = ['h1', '#opening', '#plot', '#switches', '#parameters', '#search'];
      for (const part of [...parts, ...(isWide ? ['#chosen', '#ranges', '#presets', '#gallery'] : [])]) {
        const box = await page.locator(part).boundingBox();
        expect(box?.x, part).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? width) + (box?.width ?? 0), part).toBeLessThanOrEqual(width);
        expect((box?.y ?? height) + (box?.height ?? 0), part).toBeLessThanOrEqual(height);
      }
      await expect(tile(page, 'Leaky ReLU')).toBeInViewport({ ratio: 1 }); // the gallery shows what is drawn
      const cut = await page.locator('#gallery').evaluate((gallery) => {
        const family = /** @type {HTMLElement} */ (gallery.querySelector('.family:has(:checked)'));
        return [gallery.scrollLeft - family.offsetLeft, gallery.scrollTop - family.offsetTop].map(Math.round);
      });
      expect(cut, 'the gallery starts at the heading of a family').toEqual([0, 0]);
    });

test('on a phone the plot stays in view, and leaves room for the controls', async ({ page, site }) => {
  const many = 'relu+elu(alpha=2)+selu+celu+hardTanh+gelu+mish+silu';
  for (const [width, height] of [
    [390, 844],
    [360, 640],
    [844, 390],
  ]) {
    await page.setViewportSize({ width, height });
    await page.goto(`${site}?functions=${many}`);
    await drawn(page);
    for (const name of ['SiLU (Swish): beta', 'x to']) {
      const control = field(page, name);
      await control.scrollIntoViewIfNeeded();
      await control.focus();
      await expect(plotOf(page).locator('canvas')).toBeInViewport({ ratio: 0.5 });
      const [plot, own] = await Promise.all([plotOf(page).boundingBox(), control.boundingBox()]);
      if (!plot || !own) throw new Error('not shown');
      const isBelow = own.y >= plot.y + plot.height && own.y + own.height <= height;
      expect(isBelow || own.x >= plot.x + plot.width, `${name} at ${width} × ${height}`).toBe(true);
    }
  }
});

test('a low window cuts neither the table nor the note on kinks', async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  const names = ['relu', 'leakyRelu', 'elu', 'hardTanh', 'relu6', 'hardShrink', 'softShrink', 'hardSigmoid'];
  for (const count of [1, 4, 8])
    for (const words of ['', '&derivative&stacked']) {
      const query = `?functions=${names.slice(0, count).join('+')}${words}`;
      await page.goto(site + query);
      await drawn(page);
      const hidden = await plotOf(page).evaluate((element) => {
        const root = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('.root'));
        return root.scrollHeight - root.clientHeight;
      });
      expect(hidden, query).toBe(0);
    }
});

test('until the script has come, no control takes what it would lose', async ({ page, site }) => {
  const { release } = await hold(page, '**/assets/*.js');
  await page.goto(site, { waitUntil: 'commit' });
  const derivative = page.locator('[name=derivative]');
  await expect(derivative).toBeVisible();
  await derivative.focus();
  for (const control of ['[name=derivative]', '[name=min]', '#gallery input', '#reset'])
    expect(
      await page
        .locator(control)
        .first()
        .evaluate((element) => element.closest('[inert]') !== null),
    ).toBe(true);
  await expect(page.locator('#copy-link')).toBeDisabled();
  release();
  await drawn(page);
  await expect(page.locator('[inert]')).toHaveCount(0);
  await derivative.check();
  await drawn(page, (plot) => plot.derivative);
  await expect(page.locator('#copy-link')).toBeEnabled();
});
