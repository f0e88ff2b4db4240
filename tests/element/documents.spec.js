/** The element in documents that are made, replaced, left and opened again. */
import { drawn, expect, paste, plotOf, test } from '../fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */

const tag = '<activation-plot functions="gelu">fallback</activation-plot>';
const script = (/** @type {string} */ site) => `<script type="module" src="${site}activation-plot.js"></script>`;

/** Whether a plot has drawn something. @param {Element} plot */
const isPainted = (plot) => {
  const canvas = /** @type {HTMLCanvasElement} */ (plot.shadowRoot?.querySelector('canvas'));
  const fallback = plot.shadowRoot?.querySelector('.fallback');
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  return (
    fallback?.checkVisibility() === false &&
    canvas.width > 0 &&
    context.getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0)
  );
};

test('a closed shadow root: the plot is drawn, in the language around', async ({ page, site }) => {
  await paste(page, site, `${script(site)}<div lang="zh-TW" style="width: 500px"></div>`);
  await page.evaluate(async (markup) => {
    await customElements.whenDefined('activation-plot');
    const root = /** @type {Element} */ (document.querySelector('div')).attachShadow({ mode: 'closed' });
    root.innerHTML = markup;
    Object.assign(window, { inner: root.querySelector('activation-plot') });
  }, tag);
  await expect.poll(() => page.evaluate(`(${isPainted})(window.inner)`)).toBe(true);
  const label = await page.evaluate(() =>
    /** @type {any} */ (window).inner.shadowRoot.querySelector('.frame').getAttribute('aria-label'),
  );
  expect(label).toMatch(/\p{Script=Han}/u);
});

test('a frame of 0 pixels that grows: the plot is drawn, sharp', async ({ page, site }) => {
  await page.route(`${site}inner.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><body style="margin: 0">${script(site)}${tag}` }),
  );
  await paste(page, site, `<iframe src="${site}inner.html" style="border: 0; height: 0; width: 0"></iframe>`);
  const plot = page.frameLocator('iframe').locator('activation-plot');
  await expect(plot.locator('.root')).toHaveAttribute('data-theme', 'light');
  for (const width of [500, 300]) {
    await page.locator('iframe').evaluate((frame, pixels) => {
      frame.style.cssText = `border: 0; height: 500px; width: ${pixels}px`;
    }, width);
    await expect.poll(() => plot.evaluate(isPainted)).toBe(true);
    await expect
      .poll(() => plot.evaluate((element) => element.shadowRoot?.querySelector('canvas')?.width))
      .toBe(width - 16);
  }
});

test('document.open() replaces the document: the new one has its plots', async ({ page, site }) => {
  await paste(page, site, `${script(site)}${tag}`);
  await drawn(page);
  await page.evaluate((markup) => {
    document.open();
    document.write(markup);
    document.close();
  }, `<!doctype html><title>new</title>${tag}`);
  await expect.poll(() => plotOf(page).evaluate(isPainted)).toBe(true);
  // It still follows its attributes and its size.
  await plotOf(page).evaluate((plot) => plot.setAttribute('max', '7'));
  await expect(plotOf(page).getByRole('slider').first()).toHaveAttribute('aria-valuemax', '7');
});

test('going back to a page: its plots are drawn, and follow their attributes', async ({ page, site }) => {
  await paste(page, site, `${script(site)}${tag}`);
  await drawn(page);
  await plotOf(page).evaluate((plot) => plot.setAttribute('max', '9'));
  await page.goto(`${site}embed.html`);
  await page.goBack();
  await expect.poll(() => plotOf(page).evaluate(isPainted)).toBe(true);
  await plotOf(page).evaluate((plot) => plot.setAttribute('max', '7'));
  await expect(plotOf(page).getByRole('slider').first()).toHaveAttribute('aria-valuemax', '7');
});
