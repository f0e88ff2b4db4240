/**
 * Chromium, Firefox and WebKitGTK, as tools/setup.js found or installed them, behind one interface. Puppeteer drives Chromium
 * and Firefox: it needs no geckodriver, which neither Debian nor npm packages contain. Selenium drives WebKitGTK through
 * WebKitWebDriver, on a display of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { load } from '../everywhere/packages.js';

/**
 * A document: of a page or of a frame. Functions are sent as text, so they cannot use variables from outside.
 * @typedef {object} Place
 * @property {(f: (...parameters: any[]) => any, ...parameters: unknown[]) => Promise<any>} evaluate
 * @property {(selector: string) => Promise<void>} click
 */
/**
 * @typedef {Place & { frame: (index: number) => Place, errors: () => string[], close: () => Promise<void> }} Page
 *   `errors`: those of the console, which WebKit's driver does not report
 */
/** @typedef {{ width: number, height: number }} Size of a viewport */
/** @typedef {{ version: string, open: (address: string, size: Size) => Promise<Page>, close: () => Promise<unknown> }} Browser */

const { chromium, firefox, webkit } = JSON.parse(
  readFileSync(new URL('../../.toolchain/browsers.json', import.meta.url), 'utf8'),
);

/** How each browser is started; undefined where the machine has none. @type {Record<string, (() => Promise<Browser>) | undefined>} */
export const browsers = {
  Chromium: () => startPuppeteer({ executablePath: chromium, headless: 'shell', args: ['--no-sandbox'] }),
  Firefox: firefox && (() => startPuppeteer({ executablePath: firefox, browser: 'firefox' })),
  WebKit: webkit && startWebKit,
};

/** @param {object} options @returns {Promise<Browser>} */
async function startPuppeteer(options) {
  const browser = await load('puppeteer-core').launch(options);
  /** @param {any} place @returns {Place} */
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
      page.on('console', (/** @type {any} */ message) => message.type() === 'error' && errors.push(message.text()));
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
  const screen = ['-displayfd', '3', '-screen', '0', '1600x1600x24', '-nolisten', 'tcp'];
  const xvfb = spawn(webkit.xvfb, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.on('exit', () => xvfb.kill());
  const output = /** @type {import('node:net').Socket} */ (xvfb.stdio[3]).setEncoding('utf8');
  let display = '';
  for await (const digits of output) {
    display += digits;
    if (display.endsWith('\n')) break; // Xvfb writes the number once it is ready
  }
  if (!display) throw new Error('Xvfb did not start.');

  const { Builder, By } = load('selenium-webdriver');
  const { DriverService } = load('selenium-webdriver/remote');
  const { findFreePort } = load('selenium-webdriver/net/portprober');
  const port = await findFreePort();
  // WebKit's sandbox does not work for root; these pages are the project's own.
  const env = { ...process.env, DISPLAY: `:${display.trim()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const service = new DriverService(webkit.driver, { loopback: true, port, args: [`--port=${port}`], env });
  const address = await service.start();
  const driver = await new Builder().usingServer(address).withCapabilities({ browserName: 'MiniBrowser' }).build();
  await driver.manage().setTimeouts({ script: 30_000 });

  /** @param {number | null} frame null: the page itself @returns {Place} */
  const placeOf = (frame) => {
    const enter = async () => {
      await driver.switchTo().defaultContent();
      if (frame !== null) await driver.switchTo().frame(frame);
    };
    return {
      async evaluate(f, ...parameters) {
        await enter();
        return driver.executeScript(`return (${f}).apply(null, arguments)`, ...parameters);
      },
      async click(selector) {
        await enter();
        await driver.findElement(By.css(selector)).click();
      },
    };
  };
  return {
    version: (await driver.getCapabilities()).getBrowserVersion(),
    async open(url, { width, height }) {
      const page = placeOf(null);
      await driver.get('about:blank');
      const fit = (/** @type {Size} */ size) =>
        driver
          .manage()
          .window()
          .setRect({ ...size, x: 0, y: 0 });
      await fit({ width, height });
      // The bars of the window take some of that height.
      const inner = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      await fit({ width: 2 * width - inner.width, height: 2 * height - inner.height });
      await driver.get(url);
      return { ...page, frame: placeOf, errors: () => [], close: () => driver.get('about:blank') };
    },
    async close() {
      await driver.quit();
      await service.kill();
      xvfb.kill();
      await once(xvfb, 'exit');
    },
  };
}
