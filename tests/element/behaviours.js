/**
 * The behaviours of the element in every context of `contexts.spec.js`. Screenshots show what a reader sees. A marker inside
 * the plot, which the browser transforms, shows where a point of the plot lies on the screen.
 */
import { wcagContrast, wcagLuminance } from 'culori';
import { expect, memoryOf } from '../fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** Where a point of the plot lies on the screen. @param {Locator} plot @param {number} x @param {number} y */
async function onScreen(plot, x, y) {
  const box = await plot.evaluateHandle(
    async (element, [atX, atY]) => {
      const drawn = new Promise((resolve) => element.addEventListener('plotdraw', resolve, { once: true }));
      element.setAttribute('ymin', '-10');
      element.setAttribute('ymax', element.getAttribute('ymax') === '10' ? '10.0' : '10');
      const { area, x, y } = /** @type {CustomEvent} */ (await drawn).detail;
      const marker = document.createElement('i');
      const left = area.left + ((atX - x.min) / (x.max - x.min)) * (area.right - area.left);
      const top = area.bottom - ((atY - y.min) / (y.max - y.min)) * (area.bottom - area.top);
      marker.style.cssText = `position: absolute; pointer-events: none; width: 1px; height: 1px; left: ${left - 0.5}px; top: ${top - 0.5}px`;
      element.shadowRoot?.querySelector('.frame')?.append(marker);
      return marker;
    },
    /** @type {[number, number]} */ ([x, y]),
  );
  const { left, top } = await box.evaluate((marker) => {
    marker.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = marker.getBoundingClientRect();
    marker.remove();
    return { left: (left + right) / 2, top: (top + bottom) / 2 };
  });
  await box.dispose();
  return { left, top };
}

/** The colours of a part of the screen, as a reader sees them, the most frequent first. @param {Page} page @param {Locator} part */
async function colorsOf(page, part) {
  const picture = (await part.screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const pixel of new Uint32Array(data.buffer)) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([pixel]) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255].join());
  }, picture);
}

/** @param {string} a its channels @param {string} b */
const contrast = (a, b) => wcagContrast(`rgb(${a})`, `rgb(${b})`);

/** @type {Record<string, (page: Page, plot: Locator, context: import('./contexts.spec.js').Context) => Promise<unknown>>} */
export const behaviours = {
  'is drawn, sharp and inside its box': async (page, plot, { width, count = 1 }) => {
    await expect(page.locator('activation-plot')).toHaveCount(count);
    await expect(async () => {
      for (let i = 0; i < count; ++i) {
        const seen = await page
          .locator('activation-plot')
          .nth(i)
          .evaluate((element) => {
            const canvas = /** @type {HTMLCanvasElement} */ (element.shadowRoot?.querySelector('canvas'));
            const frame = /** @type {HTMLElement} */ (canvas.parentElement);
            const inner = /** @type {Element} */ (frame.closest('.root')).getBoundingClientRect();
            // An element without a box has an empty rectangle.
            const outer = element.checkVisibility() ? element.getBoundingClientRect() : inner;
            const box = (
              element.closest('[data-room]') ?? element.assignedSlot?.closest('[data-room]')
            )?.getBoundingClientRect();
            const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
            const zoom = /** @type {any} */ (canvas).currentCSSZoom;
            return {
              width: frame.offsetWidth + 16,
              ratio: canvas.width / canvas.clientWidth / zoom / devicePixelRatio,
              isPainted: pixels?.some((byte) => byte > 0),
              isFallbackHidden: frame.querySelector('.fallback')?.checkVisibility() === false,
              overflow:
                box &&
                Math.max(
                  box.left - inner.left,
                  inner.right - box.right,
                  inner.bottom - box.bottom,
                  inner.bottom - outer.bottom,
                  0,
                ),
              hasSize: inner.width > 20 && inner.height > 20,
            };
          });
        expect(seen).toMatchObject({ isPainted: true, isFallbackHidden: true, hasSize: true });
        expect(seen.overflow).toBeLessThan(1);
        expect(seen.ratio).toBeCloseTo(1, 1);
        if (width) expect(Math.abs(seen.width - width)).toBeLessThan(1.5);
        else expect(seen.width).toBeGreaterThan(100);
      }
    }).toPass();
    if (count > 1) {
      const widths = await page.locator('activation-plot').evaluateAll((all) => all.map((one) => one.clientWidth));
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(2);
    }
    await plot.scrollIntoViewIfNeeded();
  },

  'has the colours of the page, with enough contrast': async (page, plot, { theme = 'light' }) => {
    await expect(plot.locator('.root')).toHaveAttribute('data-theme', theme);
    const text = plot.locator('tbody td').first();
    await expect(async () => {
      const colors = await colorsOf(page, text);
      const [background] = colors;
      expect(wcagLuminance(`rgb(${background})`) > 0.5).toBe(theme === 'light');
      expect(Math.max(...colors.map((color) => contrast(color, background)))).toBeGreaterThan(4.5);
    }).toPass();
    // The curve is the only coloured thing.
    const [background, ...others] = await colorsOf(page, plot.locator('canvas'));
    const isColored = (/** @type {string} */ color) => {
      const bytes = color.split(',').map(Number);
      return Math.max(...bytes) - Math.min(...bytes) > 40;
    };
    const curve = others.filter(isColored).map((color) => contrast(color, background));
    expect(Math.max(...curve)).toBeGreaterThan(4.5);
  },

  'reads the value under the pointer': async (page, plot) => {
    const slider = plot.getByRole('slider').first();
    for (const x of [5, -7.5]) {
      const { left, top } = await onScreen(plot, x, 3);
      await page.mouse.move(left, top);
      const width = await plot.evaluate((element) => element.shadowRoot?.querySelector('canvas')?.clientWidth ?? 0);
      await expect(async () => {
        const read = Number(await slider.getAttribute('aria-valuenow'));
        expect(Math.abs(read - x)).toBeLessThan(0.06 + (2 * 20) / (width - 40));
      }).toPass();
    }
  },

  'follows a drag, the wheel and two fingers': async (page, plot) => {
    const range = () => plot.evaluate((element) => ['min', 'max'].map((key) => Number(element.getAttribute(key))));
    const reset = () =>
      plot.evaluate((element) => {
        element.setAttribute('min', '-10');
        element.setAttribute('max', '10');
      });
    const width = await plot.evaluate((element) => element.shadowRoot?.querySelector('canvas')?.clientWidth ?? 0);
    const close = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < (4 * 20) / (width - 40);

    const from = await onScreen(plot, 5, 3);
    const to = await onScreen(plot, -1, 3);
    await page.mouse.move(from.left, from.top);
    await page.mouse.down();
    await page.mouse.move(to.left, to.top, { steps: 3 });
    await page.mouse.up();
    await expect.poll(async () => (await range()).every((end, i) => close(end, [-4, 16][i]))).toBe(true);

    await reset();
    const at = await onScreen(plot, 5, 3);
    await page.mouse.move(at.left, at.top);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -50);
    await page.keyboard.up('Control');
    // What lies under the pointer stays there: 5 is at three quarters of the range.
    const zoom = Math.exp(-50 / 200);
    await expect
      .poll(async () => (await range()).every((end, i) => close(end, [5 - 15 * zoom, 5 + 5 * zoom][i])))
      .toBe(true);

    await reset();
    const fingers = [await onScreen(plot, -2, 3), await onScreen(plot, 2, 3)];
    const targets = [await onScreen(plot, -4, 3), await onScreen(plot, 4, 3)];
    const session = await page.context().newCDPSession(page);
    for (const [type, points] of /** @type {const} */ ([
      ['touchStart', fingers],
      ['touchMove', targets],
      ['touchEnd', []],
    ]))
      await session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(({ left, top }, id) => ({ x: left, y: top, id })),
      });
    await expect.poll(async () => (await range()).every((end, i) => close(end, [-5, 5][i]))).toBe(true);
    await reset();
  },

  prints: async (page, plot) => {
    await page.emulateMedia({ media: 'print' });
    await expect(plot.locator('.root')).toHaveAttribute('data-theme', 'light');
    await expect(plot.locator('.fallback')).toBeHidden();
    await page.emulateMedia({ media: null });
  },

  'leaves nothing behind': async (page, plot) => {
    await page.mouse.move(0, 0);
    await plot.evaluate((element) => {
      Object.assign(window, { element: new WeakRef(element), root: new WeakRef(element.shadowRoot ?? element) });
      element.remove();
    });
    const count = await memoryOf(page);
    await expect(async () => {
      await count();
      const rest = () => ['element', 'root'].map((name) => /** @type {any} */ (window)[name].deref()?.nodeName);
      expect(await page.evaluate(rest)).toEqual([undefined, undefined]);
    }).toPass();
  },
};
