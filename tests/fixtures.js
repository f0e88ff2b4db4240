/** Fixtures of the browser tests: the served site, pages whose console must stay empty, and functions that read the canvas. */
import { test as base, expect } from '@playwright/test';
import { preview } from 'vite';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions} Test */
/** @typedef {import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions} Worker */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Area */
/** @typedef {{ area: Area, x: { min: number, max: number }, y: { min: number, max: number } }} Geometry */

export const test = base.extend(
  /** @type {import('@playwright/test').Fixtures<{ complaints: string[] }, { site: string }, Test, Worker>} */ ({
    site: [
      async ({ browserName: _ }, use) => {
        const server = await preview({ configFile: 'tools/vite.config.js', preview: { port: 0 }, logLevel: 'error' });
        const address = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
        await use(`http://127.0.0.1:${address.port}/`);
        await server.close();
      },
      { scope: 'worker' },
    ],
    // An error or a request to another host fails the test; a test that provokes one removes it from the list.
    complaints: [
      async ({ page, site }, use) => {
        /** @type {string[]} */
        const complaints = [];
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.context().on('request', (request) => {
          if (![site, 'data:', 'blob:'].some((own) => request.url().startsWith(own))) complaints.push(request.url());
        });
        page.on('websocket', (socket) => complaints.push(socket.url()));
        await page.addInitScript(() => {
          // The geometry of the page's first plot. Its name must not be an id of the page, which window would have too.
          document.addEventListener('plotdraw', (event) => {
            if (event.target !== document.querySelector('activation-plot')) return;
            const seen = /** @type {any} */ (window);
            const [html] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
            seen.firstDraw ??= performance.now() - html.responseEnd;
            seen.lastDrawing = /** @type {CustomEvent} */ (event).detail;
          });
        });
        await use(complaints);
        expect(complaints).toEqual([]);
      },
      { auto: true },
    ],
  }),
);

/** The first plot's last drawing, once it satisfies `condition` on its plot. @param {Page} page */
export async function drawn(page, condition = (/** @type {any} */ _plot) => true) {
  await page.waitForFunction(() => /** @type {any} */ (window).lastDrawing !== undefined);
  await expect(async () => {
    // With the range that is shown, also where the plot gives none.
    const shown = await page.evaluate(() => {
      const { plot, x } = /** @type {any} */ (window).lastDrawing;
      return { ...plot, ...x };
    });
    expect(condition(shown)).toBe(true);
  }).toPass();
  return /** @type {Promise<Geometry>} */ (page.evaluate(() => /** @type {any} */ (window).lastDrawing));
}

/** The page's first plot. @param {Page} page */
export const plotOf = (page) => page.locator('activation-plot').first();

/** A number field of the explorer. @param {Page} page @param {string} name */
export const field = (page, name) => page.getByRole('spinbutton', { name, exact: true });

/** A function in the gallery of the explorer. @param {Page} page @param {string} name */
export const tile = (page, name) => page.getByRole('checkbox', { name, exact: true });

/** Points of a curve. @param {(x: number) => number} f @param {number[]} xs @returns {[number, number][]} */
export const points = (f, xs) => xs.map((x) => [x, f(x)]);

/** @param {Geometry} geometry @param {number} x @param {number} y the point's place in CSS pixels of the canvas */
export function place({ area, x: xs, y: ys }, x, y) {
  return {
    left: area.left + ((x - xs.min) / (xs.max - xs.min)) * (area.right - area.left),
    top: area.bottom - ((y - ys.min) / (ys.max - ys.min)) * (area.bottom - area.top),
  };
}

/**
 * Whether the canvas shows the element's colour `--name` within 2 CSS pixels of each of these points (x, y) of the plot.
 * @param {Page} page @param {Geometry} geometry @param {string} name @param {[number, number][]} points
 * @returns {Promise<boolean[]>}
 */
export async function shows(page, geometry, name, points) {
  const places = points.map(([x, y]) => place(geometry, x, y));
  return plotOf(page).evaluate(
    (element, [color, spots]) => {
      const root = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('.root'));
      const canvas = /** @type {HTMLCanvasElement} */ (element.shadowRoot?.querySelector('canvas'));
      const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
      probe.fillStyle = getComputedStyle(root).getPropertyValue(`--${color}`).trim();
      probe.fillRect(0, 0, 1, 1);
      const wanted = probe.getImageData(0, 0, 1, 1).data;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      const scale = canvas.width / canvas.clientWidth;
      return spots.map(({ left, top }) => {
        const size = Math.ceil(4 * scale) + 1;
        const from = [Math.round((left - 2) * scale), Math.round((top - 2) * scale)];
        const { data } = context.getImageData(from[0], from[1], size, size);
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] > 200 && [0, 1, 2].every((k) => Math.abs(data[i + k] - wanted[k]) < 40)) return true;
        return false;
      });
    },
    /** @type {[string, { left: number, top: number }[]]} */ ([name, places]),
  );
}

/** Opens a blog that contains the code. @param {Page} page @param {string} site @param {string} code */
export async function paste(page, site, code, waitUntil = /** @type {'load' | 'commit'} */ ('load')) {
  const body = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>blog</title>${code}`;
  await page.route(`${site}blog.html`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${site}blog.html`, { waitUntil });
}

/** Counts what a page keeps in memory. @param {Page} page */
export async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (/** @type {string} */ key) => metrics.find(({ name }) => name === key)?.value ?? 0;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
  };
}

/** Lets the scripts that match load only once `release` is called; `asked` settles when one is requested. @param {Page} page @param {string | RegExp} scripts */
export async function hold(page, scripts) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  /** @type {() => void} */
  let ask = () => {};
  const asked = new Promise((resolve) => {
    ask = () => resolve(undefined);
  });
  await page.route(scripts, async (route) => {
    ask();
    await released;
    await route.continue();
  });
  return { release, asked };
}

export { expect };
