/**
 * Chromium, Firefox and WebKitGTK, as tools/setup.js found or installed them, behind one interface. Chromium and Firefox
 * are driven by Puppeteer, WebKitGTK by its own WebDriver (https://www.w3.org/TR/webdriver2/), on a display of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

/**
 * A document: of a page or of a frame. Functions are sent as text, so they see nothing of what is around them.
 * @typedef {object} Place
 * @property {(f: (...parameters: any[]) => any, ...parameters: unknown[]) => Promise<any>} evaluate
 * @property {(selector: string) => Promise<void>} click
 */
/**
 * @typedef {Place & { frame: (index: number) => Place, errors: () => string[], close: () => Promise<void> }} Page
 *   `errors`: those of the console, of which WebKit's driver does not tell
 */
/** @typedef {{ width: number, height: number }} Size of a viewport */
/** @typedef {{ version: string, open: (address: string, size: Size) => Promise<Page>, close: () => Promise<unknown> }} Browser */

const { chromium, firefox, webkit } = JSON.parse(
  readFileSync(new URL('../../.toolchain/browsers.json', import.meta.url), 'utf8'),
);

/** @type {Record<string, () => Promise<Browser>>} */
export const browsers = {
  Chromium: () => startPuppeteer({ executablePath: chromium, headless: 'shell', args: ['--no-sandbox'] }),
  Firefox: () => startPuppeteer({ executablePath: firefox, browser: 'firefox' }),
  WebKit: startWebKit,
};

/** @param {import('puppeteer-core').LaunchOptions} options @returns {Promise<Browser>} */
async function startPuppeteer(options) {
  const browser = await puppeteer.launch(options);
  /** @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} place @returns {Place} */
  const placeOf = (place) => ({
    evaluate: (f, ...parameters) => place.evaluate(f, ...parameters),
    click: (selector) => place.click(selector),
  });
  return {
    version: (await browser.version()).replace(/.*\//, ''),
    async open(address, size) {
      const page = await browser.newPage();
      /** @type {string[]} */
      const errors = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.setViewport(size);
      await page.goto(address);
      return {
        ...placeOf(page),
        frame: (index) => placeOf(page.mainFrame().childFrames()[index]),
        errors: () => errors,
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** @returns {Promise<Browser>} */
async function startWebKit() {
  /** @param {string} program @param {string[]} parameters @param {import('node:child_process').SpawnOptions} [options] */
  const start = (program, parameters, options) => {
    const child = spawn(program, parameters, { stdio: 'ignore', ...options });
    child.unref(); // or a start that fails would keep this program waiting
    process.on('exit', () => child.kill());
    return child;
  };
  const screen = ['-displayfd', '3', '-screen', '0', '1600x1600x24', '-nolisten', 'tcp'];
  const xvfb = start(webkit.xvfb, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const output = /** @type {import('node:net').Socket} */ (xvfb.stdio[3]).setEncoding('utf8');
  let display = '';
  output.on('data', (digits) => {
    display += digits; // one by one, and a line end
  });
  while (!display.endsWith('\n')) {
    if (xvfb.exitCode !== null) throw new Error(`Xvfb ended with ${xvfb.exitCode}.`);
    await sleep(20);
  }
  output.destroy();
  const port = await freePort();
  // Root's processes may not make the sandbox; and what is shown here is only this project's.
  const environment = { DISPLAY: `:${display.trim()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const driver = start(webkit.driver, [`--port=${port}`], { env: { ...process.env, ...environment } });

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  const call = async (method, path, body) => {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      signal,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  while (!(await call('GET', '/status').catch(() => undefined))) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`);
    await sleep(20);
  }
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: {} });
  const post = (/** @type {string} */ path, /** @type {object} */ body) =>
    call('POST', `/session/${sessionId}/${path}`, body);

  let isInFrame = false;
  /** Where the next command goes: the page itself is null. @param {number | null} frame */
  const enter = async (frame) => {
    if (isInFrame) await post('frame', { id: null });
    if (frame !== null) await post('frame', { id: frame });
    isInFrame = frame !== null;
  };
  /** @param {number | null} frame @returns {Place} */
  const placeOf = (frame) => {
    /** @template T @param {() => Promise<T>} work */
    const within = async (work) => {
      await enter(frame);
      return work();
    };
    return {
      evaluate: (f, ...args) =>
        within(() => post('execute/sync', { script: `return (${f}).apply(null, arguments)`, args })),
      click: (value) =>
        within(async () => {
          const found = await post('element', { using: 'css selector', value });
          await post(`element/${Object.values(found)[0]}/click`, {});
        }),
    };
  };
  return {
    version: capabilities.browserVersion,
    async open(address, size) {
      const page = placeOf(null);
      await enter(null);
      await post('url', { url: 'about:blank' });
      const fit = async (/** @type {Size} */ window) => post('window/rect', window);
      await fit(size); // with the bars of the window, whose height shows now
      const inner = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      await fit({ width: 2 * size.width - inner.width, height: 2 * size.height - inner.height });
      await post('url', { url: address });
      return { ...page, frame: placeOf, errors: () => [], close: () => post('url', { url: 'about:blank' }) };
    },
    async close() {
      await call('DELETE', `/session/${sessionId}`);
      for (const child of [driver, xvfb]) {
        child.ref();
        child.kill();
        await once(child, 'exit');
      }
    },
  };
}

/** A port that nobody uses: WebKit's driver cannot choose one. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
