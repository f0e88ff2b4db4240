/** The explorer's plot: what it shows at first, its range, gestures, invalid input, prints. */
import { drawn, expect, field, place, plotOf, points, shows, test } from '../fixtures.js';

// Without motion, each change draws one plot, so the tests see no plot of a glide.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** @typedef {import('@playwright/test').Page} Page */
const relu = (/** @type {number} */ x) => Math.max(0, x);
const leaky = (/** @type {number} */ slope) => (/** @type {number} */ x) => (x > 0 ? x : slope * x);
const all = (/** @type {unknown[]} */ list, value = true) => list.map(() => value);

test('the page opens with the article’s plot: ReLU and Leaky ReLU with slope 0.07, from −20 to 20', {
  tag: '@phone',
}, async ({ page, site }) => {
  await page.goto(site);
  const plot = await drawn(page);
  expect(plot.x).toEqual({ min: -20, max: 20 });
  const xs = [-19, -11.3, -6, 3, 9.5, 17];
  expect(await shows(page, plot, 'color-1', points(relu, xs))).toEqual(all(xs));
  const left = [-19, -15, -11.3, -8];
  expect(await shows(page, plot, 'color-2', points(leaky(0.07), left))).toEqual(all(left));
  expect(await shows(page, plot, 'color-2', points(leaky(0.3), left))).toEqual(all(left, false));
  await expect(plotOf(page).getByRole('rowheader')).toHaveText(['ReLU', 'Leaky ReLU (a = 0.07)']);
});

for (const part of ['index', 'element'])
  test(`without the script ${part}, readers see the explorer at once`, async ({ page, site, complaints }) => {
    await page.route(new RegExp(`assets/${part}-.*\\.js$`), (route) => route.abort());
    await page.goto(`${site}?functions=gelu`);
    await expect(page.locator('html')).not.toHaveAttribute('data-pending');
    await expect(page.locator('#explorer img, #explorer svg').first()).toBeVisible();
    expect(complaints.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([]);
    complaints.length = 0;
  });

test('the axes cross at the origin', async ({ page, site }) => {
  await page.goto(site);
  const plot = await drawn(page);
  const up = /** @type {[number, number][]} */ ([3, 8, 13, 18].map((y) => [0, y]));
  expect(await shows(page, plot, 'axis', up)).toEqual(all(up));
  const along = /** @type {[number, number][]} */ ([4, 9, 16].map((x) => [x, 0]));
  expect(await shows(page, plot, 'axis', along)).toEqual(all(along));
});

test('an axis is at the nearest edge if 0 is out of range', async ({ page, site }) => {
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

test('the plot follows a typed slope, negative or above 1', async ({ page, site }) => {
  await page.goto(site);
  for (const slope of [-1.5, 1.8, 0]) {
    await field(page, 'Leaky ReLU: negativeSlope').fill(String(slope));
    const plot = await drawn(page, ({ functions }) => functions[1].parameters.negativeSlope === slope);
    const xs = [-18, -12, -7, -4];
    expect(await shows(page, plot, slope === 0 ? 'color-1' : 'color-2', points(leaky(slope), xs))).toEqual(all(xs));
  }
});

test('the plot and the address follow the slope’s slider, used with the keyboard', async ({ page, site }) => {
  await page.goto(site);
  const slider = page.getByRole('slider', { name: 'Leaky ReLU: negativeSlope' });
  await slider.focus();
  await page.keyboard.press('End');
  for (let i = 0; i < 5; ++i) await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'Leaky ReLU: negativeSlope')).toHaveValue('0.45');
  const plot = await drawn(page, ({ functions }) => functions[1].parameters.negativeSlope === 0.45);
  expect(await shows(page, plot, 'color-2', points(leaky(0.45), [-17, -9]))).toEqual([true, true]);
  await expect(page).toHaveURL(/functions=relu\+leakyRelu\(negativeSlope=0\.45\)/);
  await page.reload();
  await expect(field(page, 'Leaky ReLU: negativeSlope')).toHaveValue('0.45');
});

test('the plot follows the range and draws ReLU’s kink between two samples', async ({ page, site }) => {
  await page.goto(site);
  await field(page, 'x from').fill('-1');
  await field(page, 'x to').fill('0.8');
  await field(page, 'x step').fill('0.6');
  const plot = await drawn(page, ({ min, max, step }) => min === -1 && max === 0.8 && step === 0.6);
  const xs = [-0.9, -0.39, -0.2, -0.05, 0.05, 0.19, 0.5, 0.75];
  expect(await shows(page, plot, 'color-1', points(relu, xs))).toEqual(all(xs));
});

test('the plot follows a typed y range, or only one end of it', async ({ page, site }) => {
  await page.goto(site);
  await field(page, 'y to').fill('8');
  expect((await drawn(page, ({ ymax }) => ymax === 8)).y.max).toBe(8);
  await field(page, 'y from').fill('-3');
  const plot = await drawn(page, ({ ymin }) => ymin === -3);
  expect(plot.y).toEqual({ min: -3, max: 8 });
  expect(await shows(page, plot, 'color-1', points(relu, [2, 6]))).toEqual([true, true]);
  await expect(page).toHaveURL(/ymin=-3&ymax=8$/);
});

test('dragging and pinching change the range, and the page still scrolls', { tag: '@phone' }, async ({
  page,
  site,
  isMobile,
}) => {
  await page.goto(site);
  const plot = await drawn(page);
  const canvas = plotOf(page).locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  const at = (/** @type {number} */ x) => box.x + place(plot, x, 0).left;
  await (isMobile ? useFingers(page, at, box.y + 80) : useMouse(page, at, box.y + 80));
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await drawn(page, ({ min, max }) => min === -20 && max === 20);
});

/** @param {Page} page @param {(x: number) => number} at where x is @param {number} y */
async function useMouse(page, at, y) {
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  await page.mouse.move(at(10), y, { steps: 5 });
  await page.mouse.up();
  await drawn(page, ({ min, max }) => Math.abs(min + 30) < 0.2 && Math.abs(max - 10) < 0.2);
  await expect.poll(async () => Number(await field(page, 'x from').inputValue())).toBeCloseTo(-30, 0);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await drawn(page, ({ min, max }) => Math.abs(max - min - 40) < 0.2);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.keyboard.down('Control');
  for (let i = 0; i < 4; ++i) await page.mouse.wheel(0, -50);
  await page.keyboard.up('Control');
  await drawn(page, ({ min, max }) => max - min < 20);
  expect(await page.evaluate(() => scrollY)).toBe(0);
}

/** @param {Page} page @param {(x: number) => number} at where x is @param {number} y */
async function useFingers(page, at, y) {
  const session = await page.context().newCDPSession(page);
  const touch = (
    /** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type,
    /** @type {[number, number][]} */ fingers,
  ) => session.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(([x, y], id) => ({ x, y, id })) });
  await touch('touchStart', [
    [at(-5), y],
    [at(5), y],
  ]);
  for (let i = 1; i <= 8; ++i)
    await touch('touchMove', [
      [at(-5) - i * 5, y],
      [at(5) + i * 5, y],
    ]);
  await touch('touchEnd', []);
  await drawn(page, ({ min, max }) => max - min < 25 && Math.abs(min + max) < 1);
  const before = await page.evaluate(() => scrollY);
  await touch('touchStart', [[at(0), y]]);
  for (let i = 1; i <= 8; ++i) await touch('touchMove', [[at(0), y - i * 20]]);
  await touch('touchEnd', []);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
}

test('a jump of f′ is a gap between an open and a closed dot', async ({ page, site }) => {
  await page.goto(`${site}?functions=hardTanh(minValue=-2,maxValue=3)&min=-5&max=5&derivative`);
  const plot = await drawn(page);
  // The dot is 4 pixels wide: its middle tells which kind it is.
  const dots = /** @type {[number, number][]} */ (
    [-2, 3].flatMap((x) => [
      [x, 0],
      [x, 1],
    ])
  );
  const colored = await middles(page, plot, dots);
  expect(colored).toEqual(['curve', 'background', 'curve', 'background']);
  const between = /** @type {[number, number][]} */ ([-2, 3].flatMap((x) => [0.3, 0.5, 0.7].map((y) => [x, y])));
  const beside = between.filter(([x, y]) => Math.abs(y - Math.min(Math.max(x, -2), 3)) > 0.2);
  expect(await shows(page, plot, 'color-1', beside)).toEqual(all(beside, false));
});

/** The colours of the canvas at points. @param {Page} page @param {import('../fixtures.js').Geometry} plot @param {[number, number][]} spots */
function middles(page, plot, spots) {
  const places = spots.map(([x, y]) => place(plot, x, y));
  return plotOf(page).evaluate((element, spots) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element.shadowRoot?.querySelector('canvas'));
    const scale = canvas.width / canvas.clientWidth;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    return spots.map(({ left, top }) => {
      const [red, , blue, alpha] = context.getImageData(left * scale, top * scale, 1, 1).data;
      return alpha === 0 || (red > 250 && blue > 250) ? 'background' : blue > red + 50 ? 'curve' : 'other';
    });
  }, places);
}

test('invalid input in a field is reported in the words of its label, and the view stays', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu+leakyRelu(negativeSlope=0.07)&min=-4&max=6&ymin=-1&ymax=7`);
  await drawn(page);
  const notes = page.locator('.notes');
  const view = () => plotOf(page).evaluate((plot) => /** @type {any} */ (plot).plot);
  const before = await view();
  const cases = [
    ['x from', '30', 'x from (30) must be less than x to (6).'],
    ['x to', '-1e99', 'x to must lie between -1000000 and 1000000, not "-1e99".'],
    ['x step', '-1', 'x step must lie between 0 and'],
    ['x step', '1e-9', 'x step must be at least 0.001 for this range, not 1e-9.'],
    ['x step', '99', 'x step must be at most the width of the range, 10, not 99.'],
    ['y to', '1e12', 'y to must lie between'],
    ['y to', '-2', 'y from (-1) must be less than y to (-2).'],
    ['Leaky ReLU: negativeSlope', '9', 'negativeSlope must lie between -2 and 2, not "9".'],
    ['Leaky ReLU: negativeSlope', '', 'negativeSlope must be a number, not "".'],
  ];
  for (const [name, text, sentence] of cases) {
    const valid = await field(page, name).inputValue();
    await field(page, name).fill(text);
    await expect(notes.filter({ hasText: /./ })).toHaveCount(1);
    await expect(notes.filter({ hasText: /./ })).toContainText(sentence);
    expect(await view(), name).toEqual(before);
    await expect(plotOf(page).getByRole('status')).toBeEmpty();
    await field(page, name).fill(valid);
    await expect(notes.filter({ hasText: /./ })).toHaveCount(0);
  }
  // What is valid beside it is drawn.
  await field(page, 'x from').fill('30');
  await field(page, 'Leaky ReLU: negativeSlope').fill('0.5');
  const plot = await drawn(page, ({ functions }) => functions[1].parameters.negativeSlope === 0.5);
  expect(plot.x).toEqual({ min: -4, max: 6 });
  await expect(field(page, 'x from')).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL(/negativeSlope=0\.5\)&min=-4&max=6/);
  await field(page, 'x from').fill('-4');
  await field(page, 'x to').pressSequentially('e');
  await expect(notes.filter({ hasText: /./ })).toHaveText('x to must be a number, not "".');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(notes.filter({ hasText: /./ })).toHaveCount(0);
  await expect(field(page, 'x to')).toHaveValue('');
  await expect(field(page, 'x to')).toHaveAttribute('placeholder', '20');
});

test('invalid numbers of a row are reported in the words of their labels, in Chinese too', async ({ page, site }) => {
  await page.goto(`${site}?functions=softmax&logits=1+2&temperature=2&lang=zh-Hant`);
  await drawn(page);
  const note = page.locator('#parameter-notes');
  await field(page, '溫度').fill('99');
  await expect(note).toHaveText('「溫度」必須介於 0.05 和 20 之間，不能是「99」。');
  await field(page, '溫度').fill('2');
  await field(page, 'x 1').fill('');
  await expect(note).toHaveText('「輸入的一列數值」必須是數字，不能是「NaN」。');
  await expect(page).toHaveURL(/logits=1\+2&temperature=2/);
  expect(await plotOf(page).getAttribute('logits')).toBe('1 2');
  await page.goto(`${site}?max=20&lang=zh-Hant`);
  await field(page, 'x 從').fill('30');
  await expect(page.locator('#range-notes')).toHaveText('「x 從」（30）必須小於「x 到」（20）。');
});

test('invalid words in the address are reported and never become markup', async ({ page, site }) => {
  const bad = encodeURIComponent('relu <img/src=x/onerror=alert`1`> leakyRelu(slope=2)');
  await page.goto(`${site}?functions=${bad}&min=NaN&theme=pink&lang=!&ymin=1&ymax=0&utm_source=x`);
  const plot = await drawn(page);
  expect(await shows(page, plot, 'color-1', points(relu, [5, 15]))).toEqual([true, true]);
  const notes = plotOf(page).getByRole('status').locator('p');
  await expect(notes).toHaveCount(6);
  await expect(notes.first()).toContainText('There is no function "<img/src=x/onerror=alert`1`>"');
  expect(await page.locator('main img').count()).toBe(0);
});

test('an address that was escaped once more is read as it was meant', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu&amp;min=-5&amp;amp;max=5&amp;theme=dark&amp;lang=zh-Hant`);
  await drawn(page, ({ min, max }) => min === -5 && max === 5);
  await expect(page).toHaveURL(/zh-Hant\.html/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('#language').click();
  await expect(page).toHaveURL(/index\.html\?functions=relu&min=-5&max=5&theme=dark&lang=en$/);
  await drawn(page, ({ min, max }) => min === -5 && max === 5);
});

test('an address of a part of the page shows and opens that part', { tag: '@phone' }, async ({ page, site }) => {
  await page.goto(`${site}#accuracy`);
  await expect(page.locator('#accuracy tbody tr').first()).toBeVisible();
  await page.waitForTimeout(500);
  await expect(page.locator('#accuracy summary')).toBeInViewport();
});

test('a print shows whole plots and no controls, and no experiment that has not run', async ({ page, site }) => {
  await page.goto(site);
  await drawn(page);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 1000 });
  const boxes = await plotOf(page).evaluate((plot) => {
    const box = (/** @type {string} */ selector) =>
      plot.shadowRoot?.querySelector(selector)?.getBoundingClientRect().toJSON();
    return { canvas: box('canvas'), frame: box('.frame'), table: box('table') };
  });
  expect(boxes.canvas).toEqual(boxes.frame);
  expect(boxes.table.top).toBeGreaterThanOrEqual(boxes.frame.bottom);
  await expect(page.locator('#chooser')).toBeHidden();
  await expect(page.getByText('needs JavaScript').filter({ visible: true })).toHaveCount(0);
});

test('without scripts, no page is longer than its footer', async ({ browser, site }) => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport });
    const page = await context.newPage();
    for (const file of ['index.html', 'zh-Hant.html', 'lab.html', 'article.html', 'functions/softmax.html']) {
      await page.goto(site + file);
      const footer = await page.locator('body > footer').boundingBox();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const end = Math.max((footer?.y ?? 0) + (footer?.height ?? 0), viewport.height);
      expect(height, `${file} at ${viewport.width}`).toBeLessThanOrEqual(end + 1);
    }
    await context.close();
  }
});

test('on a phone, a shadow shows that the table of many curves continues', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const many = 'relu+leakyRelu+gelu+silu+mish+elu+softplus+celu';
  /** The picture of the lower edge of the plot, left of its text. */
  const edge = async () => {
    const box = await plotOf(page).boundingBox();
    if (!box) throw new Error('no plot');
    const clip = { x: box.x, y: box.y + box.height - 3, width: 6, height: 2 };
    return (await page.screenshot({ clip })).toString('base64');
  };
  await page.goto(`${site}?functions=relu`);
  await drawn(page);
  const plain = await edge();
  await page.goto(`${site}?functions=${many}`);
  await drawn(page, ({ functions }) => functions.length === 8);
  expect(await edge()).not.toBe(plain);
  await plotOf(page).evaluate((plot) => {
    const root = /** @type {HTMLElement} */ (plot.shadowRoot?.querySelector('.root'));
    root.scrollTop = root.scrollHeight;
  });
  await expect.poll(edge).toBe(plain);
});

test('reading a value moves nothing below the plot', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const query of ['', '?functions=relu+leakyRelu+elu(alpha=2)+hardTanh+step&min=-3.21&max=3&step=0.107']) {
    await page.goto(site + query);
    await drawn(page);
    await page.waitForTimeout(500);
    const top = () => page.locator('#switches').evaluate((element) => element.getBoundingClientRect().top + scrollY);
    const before = await top();
    await plotOf(page).getByRole('slider').first().focus();
    for (const key of ['Home', ...Array(30).fill('PageUp'), ...Array(12).fill('ArrowLeft'), 'End']) {
      await page.keyboard.press(key);
      expect(await top()).toBe(before);
    }
  }
});
