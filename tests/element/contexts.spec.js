/**
 * The element in the pages of other people: every context of the table has every behaviour. What a reader sees is read from
 * screenshots, and where a point of the plot lies on the screen from a marker inside the plot, which the browser transforms.
 */
import { expect, memoryOf, paste, test } from '../fixtures.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */
/**
 * @typedef {object} Context
 * @property {string} html with the plot at PLOT, in a box with the attribute data-room that it must not leave
 * @property {number} [width] of the element; any visible one if absent
 * @property {'light' | 'dark'} [theme] light if absent
 * @property {{ colorScheme?: 'dark' | 'light', forcedColors?: 'active' }} [media] of the reader
 * @property {number} [count] of plots; 1 if absent
 * @property {string} [words] attributes of the plot, besides its function and range
 * @property {(page: Page, plot: Locator) => Promise<unknown>} [act] what happens once the page is loaded
 */

const tag = (/** @type {string} */ words) =>
  `<activation-plot functions="identity" min="-10" max="10" ${words}>fallback</activation-plot>`;
const room = (/** @type {string} */ style, inside = 'PLOT') => `<div data-room style="${style}">${inside}</div>`;
const figure = '<figure style="margin: 0">PLOT<figcaption>A caption</figcaption></figure>';
const shadow = (/** @type {string} */ inside) => `<div><template shadowrootmode="open">${inside}</template></div>`;

/** Moves the plot to the end of the body or of a frame's body, each time in a frame of its own. */
const move = (/** @type {Locator} */ plot, /** @type {number} */ times) =>
  plot.evaluate((element, count) => {
    const parents = [document.body, document.querySelector('[data-room]') ?? document.body];
    for (let i = 0; i < count; ++i) parents[i % 2].append(element);
  }, times);

/** @type {Record<string, Context>} */
const contexts = {
  'a block': { html: room('width: 500px'), width: 500 },
  'a narrow block': { html: room('width: 220px'), width: 220 },
  'a flex row': { html: room('display: flex'), width: 600 },
  'a flex row with text': { html: room('display: flex', '<p>Some words that take their share of the row.</p>PLOT') },
  'a flex column that aligns its items': {
    html: room('display: flex; flex-direction: column; align-items: center'),
    width: 600,
  },
  'an inline flex box': { html: room('display: inline-flex'), width: 600 },
  'a grid that aligns its items': { html: room('display: grid; justify-items: start'), width: 600 },
  'three columns of a grid': {
    html: room('display: grid; grid-template-columns: repeat(3, 1fr); width: 660px', figure.repeat(3)),
    width: 220,
    count: 3,
  },
  'several in a flex row': { html: room('display: flex; width: 700px', 'PLOTPLOTPLOT'), count: 3 },
  'a float': { html: `<div data-room><div style="float: left">PLOT</div><p style="clear: both"></div>`, width: 600 },
  'a figure that is a table, with a caption': {
    html: room('width: 400px', figure.replace('0', '0; display: table')),
    width: 400,
  },
  'a wide figure that is a table': { html: room('', figure.replace('0', '0; display: table')), width: 600 },
  'the cell of a table': { html: room('', '<table><tr><td>PLOT</table>') },
  'an inline block': { html: room('', '<span style="display: inline-block">PLOT</span>'), width: 600 },
  'an absolute box': { html: room('position: absolute; left: 40px; top: 40px'), width: 600 },
  'a box as narrow as its words': { html: room('width: min-content') },
  'a box of a fixed height': { html: room('display: flex; height: 300px; width: 400px'), width: 400 },
  'a box that has no box of its own': {
    html: room('width: 500px', '<div style="display: contents">PLOT</div>'),
    width: 500,
  },
  'an element that has no box of its own': {
    html: room('width: 500px'),
    words: 'style="display: contents"',
    width: 500,
  },
  'a height that is too small': {
    html: room('width: 400px; height: 300px'),
    words: 'style="height: 300px"',
    width: 400,
  },
  'a maximum height': { html: room('width: 400px'), words: 'style="max-height: 200px"', width: 400 },
  'a block with a maximum height': {
    html: room('width: 400px'),
    words: 'style="display: block; max-height: 200px"',
    width: 400,
  },
  'a maximum height in percent, with a padding': {
    html: room('width: 400px; height: 400px'),
    words: 'style="box-sizing: border-box; max-height: 60%; padding: 10px 0"',
    width: 400,
  },
  'an aspect ratio that is too low for its content': {
    html: room('width: 400px'),
    words: 'style="aspect-ratio: 3"',
    width: 400,
  },
  'a maximum height, with an aspect ratio': {
    html: room('width: 400px'),
    words: 'style="display: block; aspect-ratio: 3; max-height: 200px"',
    width: 400,
  },
  'the space that the page’s own code reserves': {
    html: room('', '<div style="width: 600px">PLOT</div>'),
    words: 'style="display: block; max-width: 600px; aspect-ratio: 3"',
    width: 600,
  },
  'vertical text': { html: room('writing-mode: vertical-rl'), width: 600 },
  'a page from right to left': { html: `<div dir="rtl">${room('width: 500px')}</div>`, width: 500 },
  'inherited styles of text': {
    html: room(
      'width: 500px; letter-spacing: 9px; white-space: pre; text-indent: 50px; line-height: 0; text-transform: uppercase',
    ),
    width: 500,
  },
  'a page at 0.7 of its size': { html: room('transform: scale(0.7); transform-origin: 0 0; width: 800px') },
  'a page at 1.5 of its size': { html: room('transform: scale(1.5); transform-origin: 0 0; width: 400px') },
  'a rotated page': { html: room('transform: rotate(90deg); width: 500px; margin: 60px') },
  'a page that is scaled, turned and skewed': {
    html: `<div style="scale: 0.8">${room('transform: rotate(20deg) skewX(10deg) scale(0.9); width: 500px; margin: 90px')}</div>`,
  },
  'a page in perspective': {
    html: `<div style="perspective: 900px">${room('transform: rotateY(30deg); width: 500px')}</div>`,
  },
  'a mirrored page': { html: room('transform: scaleX(-1); width: 500px') },
  'a zoomed page': { html: room('zoom: 1.4; width: 400px') },
  'a zoomed and scaled page': {
    html: `<div style="zoom: 0.8">${room('scale: 1.2; zoom: 1.1; width: 400px; margin: 70px')}</div>`,
  },
  'forced dark colours, although light ones are wanted': {
    html: room('width: 500px'),
    words: 'theme="light"',
    media: { forcedColors: 'active', colorScheme: 'dark' },
    theme: 'dark',
  },
  'forced light colours, although dark ones are wanted': {
    html: room('width: 500px'),
    words: 'theme="dark"',
    media: { forcedColors: 'active', colorScheme: 'light' },
  },
  'a dark page on a light system': {
    html: `<style>html { color-scheme: dark }</style>${room('width: 500px')}`,
    theme: 'dark',
  },
  'a light page on a dark system': {
    html: `<style>html { color-scheme: light }</style>${room('width: 500px')}`,
    media: { colorScheme: 'dark' },
  },
  'a page without a scheme on a dark system': { html: room('width: 500px'), media: { colorScheme: 'dark' } },
  'a page that follows a dark system': {
    html: `<meta name="color-scheme" content="light dark">${room('width: 500px')}`,
    media: { colorScheme: 'dark' },
    theme: 'dark',
  },
  'a dark box in a light page': { html: room('width: 500px; color-scheme: dark'), theme: 'dark' },
  'a page that becomes dark': {
    html: `<style>.dark { color-scheme: dark }</style>${room('width: 500px')}`,
    theme: 'dark',
    act: (page) => page.evaluate(() => document.documentElement.classList.add('dark')),
  },
  'a system that becomes dark': {
    html: `<style>html { color-scheme: light dark }</style>${room('width: 500px')}`,
    theme: 'dark',
    act: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  },
  'a page that the browser zooms, in a box of the same size': {
    html: room('width: 400px'),
    width: 400,
    act: async (page, plot) => {
      await expect(plot.locator('.fallback')).toBeHidden();
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setDeviceMetricsOverride', {
        width: 450,
        height: 450,
        deviceScaleFactor: 2,
        mobile: false,
      });
    },
  },
  'a shadow root': { html: shadow(room('width: 500px')), width: 500 },
  'nested shadow roots': { html: shadow(shadow(room('display: flex'))), width: 600 },
  'a slot': {
    html: `<div>PLOT<template shadowrootmode="open">${room('display: flex', '<slot></slot>')}</template></div>`,
  },
  'closed details, which open': {
    html: `<details data-room><summary>More</summary>PLOT</details>`,
    act: (page) => page.getByText('More').click(),
  },
  'a dialog': {
    html: `<dialog data-room style="padding: 0">PLOT</dialog>`,
    width: 600,
    act: (page) => page.locator('dialog').evaluate((dialog) => /** @type {HTMLDialogElement} */ (dialog).showModal()),
  },
  'a hidden box, which is shown': {
    html: `<div style="width: 500px">${room('display: none')}</div>`,
    width: 500,
    act: async (page) => {
      await page.waitForFunction(() => customElements.get('activation-plot'));
      await page.locator('[data-room]').evaluate((box) => box.removeAttribute('style'));
    },
  },
  'a box that becomes narrower': {
    html: room('width: 700px'),
    width: 300,
    act: async (page, plot) => {
      await expect(plot.locator('.fallback')).toBeHidden();
      await page.locator('[data-room]').evaluate((box) => box.setAttribute('style', 'width: 300px'));
    },
  },
  'a place to which it has moved 1,000 times': {
    html: room('width: 500px'),
    width: 500,
    act: async (_page, plot) => {
      await expect(plot.locator('.fallback')).toBeHidden();
      await move(plot, 1000);
    },
  },
};

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

/** The colours of a part of the screen, as a reader sees them. @param {Page} page @param {Locator} part */
async function colorsOf(page, part) {
  const picture = (await part.screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    /** @type {Record<string, number>} */
    const counts = {};
    for (let i = 0; i < data.length; i += 4) {
      const color = data.slice(i, i + 3).join();
      counts[color] = (counts[color] ?? 0) + 1;
    }
    return Object.entries(counts).sort((a, b) => b[1] - a[1]);
  }, picture);
}

/** The relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance @param {string} color */
function luminance(color) {
  const [red, green, blue] = color.split(',').map((byte) => {
    const share = Number(byte) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (/** @type {string} */ a, /** @type {string} */ b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

/**
 * Every context has each of these.
 * @type {Record<string, (page: Page, plot: Locator, context: Context) => Promise<unknown>>}
 */
const behaviours = {
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
      const [[background]] = colors;
      expect(luminance(background) > 0.5).toBe(theme === 'light');
      expect(Math.max(...colors.map(([color]) => contrast(color, background)))).toBeGreaterThan(4.5);
    }).toPass();
    // The curve is the only coloured thing.
    const [[background], ...others] = await colorsOf(page, plot.locator('canvas'));
    const isColored = (/** @type {string} */ color) => {
      const bytes = color.split(',').map(Number);
      return Math.max(...bytes) - Math.min(...bytes) > 40;
    };
    const curve = others.filter(([color]) => isColored(color)).map(([color]) => contrast(color, background));
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

for (const [name, context] of Object.entries(contexts))
  test(`in ${name}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 900, height: 900 });
    await page.emulateMedia({ colorScheme: 'light', ...context.media });
    const html = context.html.replaceAll('PLOT', tag(context.words ?? ''));
    await paste(page, site, `<script type="module" src="${site}activation-plot.js"></script>${html}`);
    const plot = page.locator('activation-plot').first();
    await context.act?.(page, plot);
    for (const [what, behaviour] of Object.entries(behaviours))
      await test.step(what, () => behaviour(page, plot, context));
  });
