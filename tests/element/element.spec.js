/** The element's single file on a host page with a strict policy. */
import { readFileSync } from 'node:fs';
import { colors } from '../../web/element/colors.js';
import { drawn, expect, shows, test } from '../fixtures.js';

const module = readFileSync('dist/activation-plot.js', 'utf8');
const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** Serves a stranger's page beside the site. @param {import('@playwright/test').Page} page @param {string} site */
async function visit(page, site, /** @type {string} */ body, policy = strict) {
  const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>A blog</title>${body}`;
  const headers = { 'Content-Security-Policy': `${policy}; img-src data:` };
  await page.route(`${site}blog.html`, (route) => route.fulfill({ contentType: 'text/html', headers, body: html }));
  await page.route(`${site}plot.js*`, (route) => route.fulfill({ contentType: 'text/javascript', body: module }));
  await page.goto(`${site}blog.html`);
}

const script = '<script type="module" src="plot.js"></script>';

test('one tag draws a plot under a strict policy', { tag: '@phone' }, async ({ page, site }) => {
  await visit(page, site, `${script}<activation-plot functions="leakyRelu(negativeSlope=0.5)" min="-4" max="4">`);
  const plot = await drawn(page);
  expect(
    await shows(page, plot, 'color-1', [
      [-3, -1.5],
      [-1, -0.5],
      [2, 2],
    ]),
  ).toEqual([true, true, true]);
});

test('properties set attributes, before the element is defined and after', async ({ page, site }) => {
  await visit(page, site, '<activation-plot id="plot" functions="relu"></activation-plot>');
  await page.evaluate(() => Object.assign(document.querySelector('#plot') ?? {}, { min: -2, derivative: true }));
  await page.addScriptTag({ url: `${site}plot.js`, type: 'module' });
  await drawn(page, ({ min, derivative }) => min === -2 && derivative);
  await page.evaluate(() => Object.assign(document.querySelector('#plot') ?? {}, { max: '3', derivative: false }));
  await drawn(page, ({ max, derivative }) => max === 3 && !derivative);
  expect(await page.locator('#plot').evaluate((plot) => plot.getAttributeNames())).toEqual([
    'id',
    'functions',
    'min',
    'max',
  ]);
});

test('a second copy of the module works, and so do removed and moved elements', async ({ page, site }) => {
  await visit(
    page,
    site,
    `${script}<script type="module" src="plot.js?2"></script><activation-plot></activation-plot>`,
  );
  await drawn(page);
  await page.evaluate(() => {
    const plot = /** @type {HTMLElement} */ (document.querySelector('activation-plot'));
    plot.remove();
    plot.setAttribute('max', '7');
    Object.assign(window, { lastDrawing: undefined });
    document.body.append(plot);
  });
  const plot = await drawn(page, ({ max }) => max === 7);
  expect(await shows(page, plot, 'color-1', [[5, 5]])).toEqual([true]);
});

test('notes name what cannot be read, in the language of the host page', async ({ page, site }) => {
  const wrong = '<activation-plot functions="relu nosuch" min="x"></activation-plot>';
  await visit(page, site, `<body lang="zh-TW">${script}${wrong}`);
  await drawn(page);
  await expect(page.getByRole('status').locator('p')).toHaveText([
    /^沒有「nosuch」這個函數，名稱相近的有：\w+、\w+、\w+。$/,
    'min 必須是數字，不能是「x」。',
  ]);
});

test('toSVG() returns a picture of the requested size, or throws an error with the allowed sizes', async ({
  page,
  site,
}) => {
  const names = 'relu elu gelu silu mish tanh sigmoid softsign';
  await visit(page, site, `${script}<activation-plot functions="${names}" derivative></activation-plot>`);
  await drawn(page);
  const picture = (/** @type {number} */ width, /** @type {number} */ height) =>
    page.locator('activation-plot').evaluate(
      (plot, size) => {
        try {
          const svg = /** @type {any} */ (plot).toSVG(size);
          const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
          const sizes = Array.from(read.querySelectorAll('svg, rect'), (element) =>
            ['width', 'height'].map((name) => Number(element.getAttribute(name))),
          );
          return [...sizes[0], sizes.flat().every((size) => size > 0)];
        } catch (error) {
          return String(error);
        }
      },
      { width, height },
    );
  for (const size of [240, 960, 10_000]) expect(await picture(size, size)).toEqual([size, size, true]);
  for (const wrong of [239, 10_001, Number.POSITIVE_INFINITY, Number.NaN, -500]) {
    expect(await picture(wrong, 500)).toBe(`RangeError: toSVG: width must be from 240 to 10000, not ${wrong}`);
    expect(await picture(500, wrong)).toBe(`RangeError: toSVG: height must be from 240 to 10000, not ${wrong}`);
  }
});

test('toSVG() of an element that was never in the document has the colours of its theme and no empty attribute', async ({
  page,
  site,
}) => {
  await visit(page, site, `${script}<activation-plot></activation-plot>`);
  await drawn(page);
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const svg = await page.evaluate((value) => {
      const plot = /** @type {any} */ (document.createElement('activation-plot'));
      plot.theme = value;
      plot.derivative = true;
      return plot.toSVG();
    }, theme);
    expect(svg).not.toContain('=""');
    const { curves, text, axis, grid, background } = colors[theme];
    for (const color of [curves[0], curves[1], text, axis, grid, background]) expect(svg).toContain(`"${color}"`);
  }
});

test('a plot draws only when it comes near the viewport', async ({ page, site }) => {
  const tall = '<p style="height: 4000px"></p>';
  await visit(
    page,
    site,
    `${script}${tall}<activation-plot></activation-plot>`,
    `${strict}; style-src 'unsafe-inline'`,
  );
  await page.waitForFunction(() => customElements.get('activation-plot'));
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => /** @type {any} */ (window).lastDrawing)).toBe(undefined);
  await page.locator('activation-plot').scrollIntoViewIfNeeded();
  await drawn(page);
});

test('without WebAssembly the fallback stays, with the reason', async ({ page, site }) => {
  const forbids = "default-src 'none'; script-src 'self'";
  await visit(page, site, `${script}<activation-plot><p>The author’s fallback</p></activation-plot>`, forbids);
  await expect(page.getByRole('status')).toContainText("must allow 'wasm-unsafe-eval' in script-src");
  await expect(page.getByText('The author’s fallback')).toBeVisible();
});
