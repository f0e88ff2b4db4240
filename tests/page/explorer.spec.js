/** How readers choose functions: the gallery, its search, examples, links, Back and Undo, on screens of all sizes. */
import { AxeBuilder } from '@axe-core/playwright';
import { catalogue } from 'activation-kernels';
import { plotWords } from '../../web/package/plotWords.js';
import { drawn, expect, plotOf, shows, test } from '../fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */
const relu = (/** @type {number} */ x) => Math.max(0, x);
/** @param {(x: number) => number} f @param {number[]} xs @returns {[number, number][]} */
const points = (f, xs) => xs.map((x) => [x, f(x)]);
/** @param {Page} page @param {string} name */
const field = (page, name) => page.getByRole('spinbutton', { name, exact: true });
/** @param {Page} page @param {string} name */
const tile = (page, name) => page.getByRole('checkbox', { name, exact: true });
/** @param {Page} page */
const found = (page) => page.locator('#gallery .tile:visible');

test('every tile has the picture of its function', async ({ page, site }) => {
  await page.goto(site);
  const paths = await page
    .locator('.tile')
    .evaluateAll((tiles) =>
      tiles.map((tile) => [tile.querySelector('input')?.value, tile.querySelector('.f0')?.getAttribute('d')]),
    );
  expect(paths.map(([name]) => name).sort()).toEqual(catalogue.map(({ name }) => name).sort());
  // The integral of the normal density, by the trapezoidal rule.
  const phi = (/** @type {number} */ x) => {
    const density = (/** @type {number} */ t) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
    const step = (x + 9) / 2000;
    return Array.from({ length: 2000 }, (_, i) => step * density(-9 + (i + 0.5) * step)).reduce((a, b) => a + b);
  };
  /** The largest difference of a picture from a curve over −4 … 4, in its units. @param {string} name @param {(x: number) => number} f */
  const differenceOf = (name, f) => {
    const d = String(paths.find(([own]) => own === name)?.[1]);
    const drawn = [...d.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const values = drawn.map(([x]) => f(x / 20 - 4));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const [top, bottom] = [Math.min(...drawn.map(([, y]) => y)), Math.max(...drawn.map(([, y]) => y))];
    const differences = drawn.map(([, y], i) => y - (bottom - ((values[i] - low) / (high - low)) * (bottom - top)));
    expect(drawn.length).toBeGreaterThan(20);
    return Math.max(...differences.map(Math.abs));
  };
  expect(differenceOf('gelu', (x) => x * phi(x))).toBeLessThan(0.2);
  expect(differenceOf('relu', (x) => x * phi(x))).toBeGreaterThan(1);
  expect(differenceOf('relu', relu)).toBeLessThan(0.2);
  expect(differenceOf('elu', (x) => (x > 0 ? x : Math.exp(x) - 1))).toBeLessThan(0.2);
});

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
  const others = ['ReLU6', 'PReLU', 'RReLU', 'ELU', 'CELU', 'SELU', 'Threshold', 'Hard Sigmoid', 'Softsign'];
  for (const name of others.slice(0, plotWords.functions.maxCount - 2))
    await page.getByRole('checkbox', { name, exact: true }).check();
  // The others say why they are not available.
  const last = tile(page, 'Thresholded ReLU');
  await expect(last).toBeDisabled();
  await expect(last).toHaveAccessibleDescription('A plot shows at most 8 curves. Remove one to add another.');
  await expect(page.getByRole('status').filter({ hasText: 'at most 8 curves' })).toBeVisible();
  await last.focus();
  await page.keyboard.press('Space');
  await expect(last).not.toBeChecked();
  await expect(tile(page, 'Softmax')).toBeEnabled(); // it replaces all curves
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await drawn(page, ({ functions, derivative }) => !derivative && functions.length === 2);
  await expect(page.getByRole('checkbox', { name: 'ReLU', exact: true })).toBeChecked();
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)$/);
});

test('the search finds functions by the names of all frameworks, by Chinese names and by parts of both', async ({
  page,
  site,
}) => {
  await page.goto(site);
  const search = page.getByRole('searchbox');
  for (const [text, labels] of /** @type {[string, string[]][]} */ ([
    ['swish', ['SiLU (Swish)', 'Hard Swish', 'SwiGLU']],
    ['quick_gelu', ['Quick GELU']],
    ['nn.LeakyReLU', ['Leaky ReLU']],
    ['torch.nn.GELU', ['GELU', 'GELU (tanh)']],
    ['ThresholdedRelu', ['Thresholded ReLU']],
    ['jax.nn.soft_sign', ['Softsign']],
    ['高斯', ['GELU', 'GELU (tanh)', 'Quick GELU']],
    ['洩漏', ['Leaky ReLU', 'RReLU']],
  ])) {
    await search.fill(text);
    await expect(found(page)).toHaveText(labels);
    await expect(page.locator('#found')).toHaveText(labels.length === 1 ? '1 function' : `${labels.length} functions`);
  }
  await search.fill('swish');
  await search.press('Enter');
  await drawn(page, ({ functions }) => functions.at(-1).name === 'silu');
  await search.fill('');
  await expect(found(page)).toHaveCount(catalogue.length);
});

test('the search finds every function by each of its names', async ({ page, site }) => {
  await page.goto(site);
  const names = catalogue.flatMap(({ name, label, aliases }) =>
    [name, label, ...Object.values(aliases).flat()].map((word) => [name, word]),
  );
  expect(names.length).toBeGreaterThan(200);
  const missing = await page.evaluate((all) => {
    const search = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
    return all.filter(([name, word]) => {
      search.value = word;
      search.dispatchEvent(new Event('input'));
      return !document.querySelector(`.tile:not([hidden]) [value=${name}]`);
    });
  }, names);
  expect(missing).toEqual([]);
});

test('a misspelt name is reported with similar names, which one click finds', async ({ page, site }) => {
  await page.goto(site);
  const search = page.getByRole('searchbox');
  await search.fill('geul');
  await expect(found(page)).toHaveCount(0);
  await expect(page.locator('#found')).toContainText('No function has the name “geul”. Did you mean one of these?');
  await page.locator('#found').getByRole('button', { name: 'GELU', exact: true }).click();
  await expect(search).toHaveValue('GELU');
  await expect(search).toBeFocused();
  await expect(found(page).first()).toHaveText('GELU');
  await search.fill('###');
  await expect(page.locator('#found')).toHaveText('No function has the name “###”.');
  await page.goto(`${site}zh-Hant.html`);
  await page.getByRole('searchbox').fill('geul');
  await expect(page.locator('#found')).toContainText('沒有名為「geul」的函數');
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
      const texts = await cells.allTextContents();
      expect(texts.map((text) => Number(text))).toHaveLength(values.length);
      for (const [i, value] of values.entries()) expect(Number(texts[i])).toBeCloseTo(value, 5);
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
  await expectCells([2 * 0, 3 * 0, 0.1 * 0]); // of six: 2, 3, 0.1 and −1, 0, 0
  await expect(page.getByText('Each bar is the result of one a and one b.')).toBeVisible();
});

test('variants of one function stay when another function is chosen', async ({ page, site }) => {
  const two = 'leakyRelu(negativeSlope=0.1) leakyRelu(negativeSlope=0.2)';
  await page.goto(`${site}?functions=${two}`);
  await drawn(page);
  await page.getByRole('checkbox', { name: 'ReLU', exact: true }).check();
  await expect(plotOf(page)).toHaveAttribute('functions', `${two} relu`);
  await expect(page).toHaveURL(/leakyRelu\(negativeSlope=0\.1\)\+leakyRelu\(negativeSlope=0\.2\)\+relu$/);
  for (const name of ['ReLU6', 'PReLU', 'RReLU', 'ELU', 'CELU'])
    await page.getByRole('checkbox', { name, exact: true }).check();
  await expect(page.getByRole('checkbox', { name: 'SELU' })).toBeDisabled(); // eight curves of seven functions
  await page.getByRole('checkbox', { name: 'Leaky ReLU' }).uncheck();
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu relu6 prelu rrelu elu celu');
});

test('the Enter key draws what the search finds first, and never removes it', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const search = page.getByRole('searchbox');
  await search.fill('relu');
  await search.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'ReLU', exact: true })).toBeChecked();
  await search.fill('gelu');
  // The Enter that ends the input of a Chinese word
  await search.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await expect(page.getByRole('checkbox', { name: 'GELU', exact: true })).not.toBeChecked();
  for (let i = 0; i < 2; ++i) await search.press('Enter');
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.07) gelu');
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

test('a link keeps its words in the address until the reader changes something', async ({ page, site }) => {
  const words = '?functions=relu+gelo+elu(alpha=2)&min=x&utm_source=blog';
  await page.goto(site + words);
  await drawn(page);
  await page.emulateMedia({ colorScheme: 'dark' }); // draws again
  await page.waitForTimeout(500);
  expect(new URL(page.url()).search).toBe(words);
  await page.locator('#language').click();
  await expect(page).toHaveURL(
    /zh-Hant\.html\?functions=relu\+gelo\+elu\(alpha=2\)&min=x&utm_source=blog&lang=zh-Hant$/,
  );
  await expect(plotOf(page).getByRole('status')).toContainText('沒有「gelo」這個函數');
  await page.locator('#language').click();
  await drawn(page);
  await field(page, 'x to').fill('5');
  await expect(page).toHaveURL(/\?functions=relu\+elu\(alpha=2\)&max=5&lang=en$/);
});

test('Back and Undo take back one choice, one slider or one field at a time', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  const shows = async (/** @type {string} */ search, /** @type {string} */ functions) => {
    await expect.poll(() => new URL(page.url()).search).toBe(search);
    await expect(plotOf(page)).toHaveAttribute('functions', functions);
    await expect(page.locator('#gallery input:checked')).toHaveCount(functions.split(' ').length);
  };
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await tile(page, 'Mish').check();
  await shows('?functions=elu+mish', 'elu mish');
  // All values of a slider are one step.
  await page.getByRole('slider', { name: 'ELU: alpha' }).focus();
  for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowRight');
  const alpha = await field(page, 'ELU: alpha').inputValue();
  await shows(`?functions=elu(alpha=${alpha})+mish`, `elu(alpha=${alpha}) mish`);
  await field(page, 'x to').pressSequentially('15');
  await shows(`?functions=elu(alpha=${alpha})+mish&max=15`, `elu(alpha=${alpha}) mish`);
  await page.getByRole('checkbox', { name: /Derivative/ }).check();
  await page.getByRole('link', { name: 'Softmax' }).click();
  await expect(plotOf(page)).toHaveAttribute('functions', 'softmax sparsemax');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await shows('?functions=relu+leakyRelu(negativeSlope=0.07)', 'relu leakyRelu(negativeSlope=0.07)');

  await undo.click(); // the reset
  await expect(plotOf(page)).toHaveAttribute('functions', 'softmax sparsemax');
  await page.goBack();
  await shows(`?functions=elu(alpha=${alpha})+mish&max=15&derivative`, `elu(alpha=${alpha}) mish`);
  await expect(page.getByRole('checkbox', { name: /Derivative/ })).toBeChecked();
  await undo.click();
  await shows(`?functions=elu(alpha=${alpha})+mish&max=15`, `elu(alpha=${alpha}) mish`);
  await expect(field(page, 'x to')).toHaveValue('15');
  await undo.click();
  await shows(`?functions=elu(alpha=${alpha})+mish`, `elu(alpha=${alpha}) mish`);
  await page.goBack();
  await shows('?functions=elu+mish', 'elu mish');
  // The same slider again is another step.
  await page.getByRole('slider', { name: 'ELU: alpha' }).press('ArrowLeft');
  await undo.click();
  await shows('?functions=elu+mish', 'elu mish');
  await undo.click();
  await shows('?functions=elu', 'elu');
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await undo.click({ force: true }); // does not leave the page
  // Not page.goForward(), which can wait for ever if the page replaces its address meanwhile.
  await page.evaluate(() => history.go(1));
  await shows('?functions=elu+mish', 'elu mish');
  await expect(undo).toHaveAttribute('aria-disabled', 'false');
});

test('Back right after a change takes back that change only', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await field(page, 'x to').fill('5');
  await field(page, 'x to').fill('6'); // before the address shows it
  await tile(page, 'ReLU').uncheck();
  await expect(page).toHaveURL(/\?functions=leakyRelu\(negativeSlope=0\.07\)&max=6$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)&max=6$/);
  await expect(field(page, 'x to')).toHaveValue('6');
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=elu$/);
  await expect(plotOf(page)).toHaveAttribute('functions', 'elu');
});

test('Back skips an invalid number', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu`);
  await drawn(page);
  await field(page, 'x step').fill('-1');
  await field(page, 'x step').fill('0.5');
  await expect(page).toHaveURL(/\?functions=elu&step=0\.5$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?functions=elu$/);
  await expect(field(page, 'x step')).toHaveValue('');
});

test('the keyboard alone finds, adds and removes a function', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  for (let i = 0; i < 30 && (await page.getByRole('searchbox').evaluate((it) => it !== document.activeElement)); ++i)
    await page.keyboard.press('Tab');
  await page.keyboard.type('gelu');
  await page.keyboard.press('Enter');
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.07) gelu');
  await page.keyboard.press('Tab'); // the gallery, which scrolls
  await page.keyboard.press('Tab');
  await expect(tile(page, 'GELU')).toBeFocused();
  await expect(page.locator('.tile', { has: tile(page, 'GELU') })).toHaveCSS('outline-style', 'solid');
  await page.keyboard.press('Space');
  await expect(plotOf(page)).toHaveAttribute('functions', 'relu leakyRelu(negativeSlope=0.07)');
});

for (const lang of ['en', 'zh-Hant'])
  test(`axe finds no violation in a full gallery: ${lang}`, async ({ page, site }) => {
    await page.goto(`${site}?functions=relu+elu(alpha=2)+selu+celu+hardTanh+gelu+mish+silu&lang=${lang}`);
    await drawn(page);
    await page.getByRole('searchbox').fill('relo');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('#explorer').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });

test('a link restores all controls', async ({ page, site }) => {
  const state =
    'functions=hardTanh(minValue=-2)+rrelu(lower=0.25)+squareplus(b=9)&min=-7&max=9&step=0.5&ymin=-4&ymax=6&derivative&saturation&theme=dark';
  await page.goto(`${site}?${state}`);
  await drawn(page);
  await expect(field(page, 'Hard Tanh: minValue')).toHaveValue('-2');
  await expect(field(page, 'y to')).toHaveValue('6');
  await expect(page.getByRole('checkbox', { name: /Derivative/ })).toBeChecked();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.waitForTimeout(500);
  expect(new URL(page.url()).search).toBe(`?${state}`);
});
