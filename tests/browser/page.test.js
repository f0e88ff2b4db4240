/** The page as a new reader uses it: the article's plot, the slope, the range, nonsense, both languages. */
import accuracy from '../../docs/accuracy.json' with { type: 'json' };
import { drawn, expect, place, shows, test } from './fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */
const relu = (/** @type {number} */ x) => Math.max(0, x);
const leaky = (/** @type {number} */ slope) => (/** @type {number} */ x) => (x > 0 ? x : slope * x);
/** @param {(x: number) => number} f @param {number[]} xs @returns {[number, number][]} */
const points = (f, xs) => xs.map((x) => [x, f(x)]);
/** @param {Page} page @param {string} name */
const field = (page, name) => page.getByRole('spinbutton', { name });

test('draws the article’s plot: ReLU and Leaky ReLU with slope 0.07, from −20 to 20', async ({ page, site }) => {
  await page.goto(site);
  const plot = await drawn(page);
  expect(plot.x).toEqual({ min: -20, max: 20 });
  const xs = [-19, -11.3, -6, 0, 3, 9.5, 17];
  expect(await shows(page, plot, 'color-1', points(relu, xs))).toEqual(xs.map(() => true));
  const left = [-19, -15, -11.3, -8];
  expect(await shows(page, plot, 'color-2', points(leaky(0.07), left))).toEqual(left.map(() => true));
  expect(await shows(page, plot, 'color-2', points(leaky(0.3), left))).toEqual(left.map(() => false));
  await expect(page.getByRole('list').first()).toContainText('Leaky ReLU (a = 0.07)');
});

test('lets the axes cross at the origin', async ({ page, site }) => {
  await page.goto(site);
  const plot = await drawn(page);
  const up = /** @type {[number, number][]} */ ([3, 8, 13, 18].map((y) => [0, y]));
  expect(await shows(page, plot, 'axis', up)).toEqual(up.map(() => true));
  const along = /** @type {[number, number][]} */ ([4, 9, 16].map((x) => [x, 0]));
  expect(await shows(page, plot, 'axis', along)).toEqual(along.map(() => true));
});

test('puts an axis at the nearest edge when 0 is out of range', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu&min=5&max=12`);
  const right = await drawn(page);
  expect(
    await shows(page, right, 'axis', [
      [5, 7],
      [5, 10],
    ]),
  ).toEqual([true, true]);
  await page.goto(`${site}?functions=leakyRelu(negativeSlope=-1.5)&min=-12&max=-3`);
  const left = await drawn(page);
  expect(
    await shows(page, left, 'axis', [
      [-3, 12],
      [-10, left.y.min],
    ]),
  ).toEqual([true, true]);
});

test('follows the slope, typed negative and above 1', async ({ page, site }) => {
  await page.goto(site);
  for (const slope of [-1.5, 1.8, 0]) {
    await field(page, 'Leaky ReLU: negativeSlope').fill(String(slope));
    const plot = await drawn(page, ({ functions }) => functions[1].parameters.negativeSlope === slope);
    const xs = [-18, -12, -7, -4];
    expect(await shows(page, plot, slope === 0 ? 'color-1' : 'color-2', points(leaky(slope), xs))).toEqual(
      xs.map(() => true),
    );
  }
});

test('follows the slope’s slider from the keyboard, and the address follows too', async ({ page, site }) => {
  await page.goto(site);
  const slider = page.getByRole('slider', { name: 'Leaky ReLU: negativeSlope' });
  await slider.focus();
  await page.keyboard.press('End');
  for (let i = 0; i < 5; ++i) await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'Leaky ReLU: negativeSlope')).toHaveValue('1.95');
  const plot = await drawn(page, ({ functions }) => functions[1].parameters.negativeSlope === 1.95);
  expect(await shows(page, plot, 'color-2', points(leaky(1.95), [-17, -9]))).toEqual([true, true]);
  await expect(page).toHaveURL(/functions=relu\+leakyRelu\(negativeSlope=1\.95\)/);
  await page.reload();
  await expect(field(page, 'Leaky ReLU: negativeSlope')).toHaveValue('1.95');
});

test('follows the range, and draws ReLU’s kink where it is, between the samples', async ({ page, site }) => {
  await page.goto(site);
  await field(page, 'from').fill('-1');
  await field(page, 'to').fill('0.8');
  await field(page, 'step').fill('0.6');
  const plot = await drawn(page, ({ min, max, step }) => min === -1 && max === 0.8 && step === 0.6);
  const xs = [-0.9, -0.39, -0.2, -0.05, 0.05, 0.19, 0.5, 0.75];
  expect(await shows(page, plot, 'color-1', points(relu, xs))).toEqual(xs.map(() => true));
});

test('draws a jump of the derivative upright', async ({ page, site }) => {
  await page.goto(`${site}?functions=hardTanh(minValue=-2,maxValue=3)&min=-5&max=5&step=2.5&derivative`);
  const plot = await drawn(page);
  // Dashes leave gaps of four pixels: look at a stretch, not at a point.
  const stretch = (/** @type {number} */ x) =>
    Array.from({ length: 9 }, (_, i) => /** @type {[number, number]} */ ([x, 0.1 + i / 10]));
  for (const jump of [-2, 3]) {
    expect(await shows(page, plot, 'color-1', stretch(jump))).toContain(true);
    const beside = [...stretch(jump - 0.3), ...stretch(jump + 0.3)].filter(([x, y]) => Math.abs(y - x) > 0.4);
    expect(await shows(page, plot, 'color-1', beside)).not.toContain(true);
  }
});

test('says x, f(x) and f′(x) at the pointer', async ({ page, site, isMobile }) => {
  await page.goto(site);
  const plot = await drawn(page);
  const canvas = page.locator('activation-plot canvas');
  const { left, top } = place(plot, 10, 5);
  await (isMobile ? canvas.tap({ position: { x: left, y: top } }) : canvas.hover({ position: { x: left, y: top } }));
  const texts = () => page.evaluate(() => /** @type {any} */ (window).texts.join('\n'));
  await expect.poll(texts).toMatch(/x = (9\.[5-9]|10)/);
  expect(await texts()).toMatch(/ReLU: f\(x\) = (9\.\d|10), f′\(x\) = 1/);
});

test('walks along the curves with the arrow keys, in words', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  const curves = page.getByRole('slider', { name: /^ReLU, Leaky ReLU/ });
  await curves.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(curves).toHaveAttribute(
    'aria-valuetext',
    'x = −0.1; ReLU: f(x) = 0, f′(x) = 0; Leaky ReLU (a = 0.07): f(x) = −0.007, f′(x) = 0.07',
  );
  await page.keyboard.press('Home');
  await expect(curves).toHaveAttribute('aria-valuenow', '-20');
});

test('survives nonsense in any field with a note, and draws the rest', async ({ page, site }) => {
  await page.goto(site);
  const notes = page.getByRole('status');
  const cases = [
    ['from', '30', 'min must be less than max, not 30 with max 20.'],
    ['from', '', 'min must be a number, not "".'],
    ['to', '-1e99', 'max must lie between -1000000 and 1000000, not "-1e99".'],
    ['step', '-1', 'step must lie between 0 and'],
    ['step', '1e-9', 'step must be at least 0.004 for this range, not 1e-9.'],
    ['step', '99', 'step must be at most the width of the range, 40, not 99.'],
    ['Leaky ReLU: negativeSlope', '9', 'negativeSlope must lie between -2 and 2, not "9".'],
  ];
  for (const [name, text, sentence] of cases) {
    const before = await field(page, name).inputValue();
    await field(page, name).fill(text);
    await expect(notes).toContainText(sentence);
    const plot = await drawn(page);
    expect(await shows(page, plot, 'color-1', points(relu, [5, 15]))).toEqual([true, true]);
    await field(page, name).fill(before);
    await expect(notes).toBeEmpty();
  }
  await field(page, 'to').pressSequentially('e');
  await expect(notes).toContainText('max must be a number');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(notes).toBeEmpty();
  await expect(field(page, 'to')).toHaveValue('20');
});

test('survives nonsense in the address, which never becomes markup', async ({ page, site }) => {
  const bad = encodeURIComponent('relu <img/src=x/onerror=alert`1`> leakyRelu(slope=2)');
  await page.goto(`${site}?functions=${bad}&min=NaN&theme=pink&lang=xx&utm_source=x`);
  const plot = await drawn(page);
  expect(await shows(page, plot, 'color-1', points(relu, [5, 15]))).toEqual([true, true]);
  const notes = page.getByRole('status').locator('p');
  await expect(notes).toHaveCount(5);
  await expect(notes.first()).toContainText('There is no function "<img/src=x/onerror=alert`1`>"');
  expect(await page.locator('img').count()).toBe(0);
});

test('adds and removes functions, and resets', async ({ page, site }) => {
  await page.goto(site);
  await page.getByRole('checkbox', { name: 'ReLU', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'HardTanh' }).check();
  await field(page, 'HardTanh: maxValue').fill('4');
  const plot = await drawn(page, ({ functions }) => functions[1]?.parameters.maxValue === 4);
  const clamp = (/** @type {number} */ x) => Math.min(Math.max(x, -1), 4);
  expect(await shows(page, plot, 'color-2', points(clamp, [-15, -4, 8, 18]))).toEqual(Array(4).fill(true));
  await page.getByRole('checkbox', { name: /Derivatives/ }).check();
  await drawn(page, ({ derivative }) => derivative);
  await page.getByRole('button', { name: 'Reset' }).click();
  await drawn(page, ({ functions, derivative }) => !derivative && functions[0].name === 'relu');
  await expect(page.getByRole('checkbox', { name: 'ReLU', exact: true })).toBeChecked();
  await expect(page).toHaveURL(/\?functions=relu\+leakyRelu\(negativeSlope=0\.07\)$/);
});

test('speaks Traditional Chinese, with nothing left in English', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu+gelo&lang=zh-Hant`);
  await drawn(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page).toHaveTitle(/激勵函數/);
  const texts = await page.locator('[data-text]:not(#language)').allTextContents();
  expect(texts.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  await expect(page.getByRole('status')).toContainText('沒有 "gelo" 這個函數');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading')).toHaveText('Activation functions, live');
});

test('shows every function’s worst errors', async ({ page, site }) => {
  await page.goto(site);
  const rows = page.locator('#accuracy tbody tr');
  await expect(rows).toHaveCount(0);
  await page.getByText('How exact these functions are').click();
  await expect(rows).toHaveCount(Object.keys(accuracy).length);
  const { value, derivative } = accuracy.gelu;
  const gelu = rows.filter({ has: page.getByRole('rowheader', { name: 'GELU', exact: true }) });
  await expect(gelu).toContainText(value.ulps.toFixed(3));
  await expect(gelu).toContainText(derivative.ulps.toFixed(3));
});

test('takes the browser’s language', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(site);
  await expect(page.getByRole('heading')).toHaveText('動手玩激勵函數');
  await context.close();
});

test('redraws in the dark when the system turns dark', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site);
  const light = await drawn(page);
  expect(await shows(page, light, 'color-1', points(relu, [10]))).toEqual([true]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('activation-plot .root')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => shows(page, light, 'color-1', points(relu, [10]))).toEqual([true]);
});

test('fits its width and has targets of 24 px or more', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  for (const target of await page.locator('button, a, .chip, .check, input[type=range], input[type=number]').all()) {
    const box = await target.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
});

test('forbids inline scripts and evaluation', async ({ page, site, complaints }) => {
  await page.goto(site);
  await drawn(page);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
  });
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  expect(complaints.splice(0).join()).toContain('Content Security Policy');
});
