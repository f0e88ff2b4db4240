/** What the tests of blog software share: the site whose plots are embedded, the code that its page makes, and a reader. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { answers } from '../../tools/page/oembed.js';
import { browsers } from '../browsers/browsers.js';
import { eventually } from '../browsers/engines.js';
import { serve } from '../projects/serve.js';

/** @typedef {import('../browsers/browsers.js').Page} Page */

/** The paths of the unpacked programs; undefined where set-up found none. @type {Record<string, string> | undefined} */
export const programs = JSON.parse(
  readFileSync(new URL('../../.toolchain/browsers.json', import.meta.url), 'utf8'),
).blogs;

/** @param {string} name */
export const programOf = (name) => programs?.[name] ?? assert.fail(`${name} is missing`);

export const temporary = mkdtempSync(join(tmpdir(), 'activation-kernels-blogs-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));

/** Writes files below a folder. @param {string} folder @param {Record<string, string>} files by path */
export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Runs a program and returns its output. @param {string} cwd @param {string} program @param {string[]} args */
export async function run(cwd, program, ...args) {
  try {
    const env = { ...process.env, ELEVENTY_ENV: 'test' };
    const { stdout } = await promisify(execFile)(program, args, { cwd, env, maxBuffer: 1e8 });
    return stdout;
  } catch (error) {
    const { message, stdout } = /** @type {any} */ (error);
    throw new Error(`${message}\n${stdout}`);
  }
}

// The site on another host than the blogs, as in life. Modules of another host need this header.
const folder = join(temporary, 'site');
cpSync(fileURLToPath(new URL('../../site', import.meta.url)), folder, { recursive: true });
const server = await serve(folder, { 'access-control-allow-origin': '*' });
after(server.close);
export const site = server.address;
for (const { fileName, source } of answers(site)) write(folder, { [fileName]: source });

const browser = await /** @type {NonNullable<(typeof browsers)['Chromium']>} */ (browsers.Chromium)();
after(() => browser.close());

export const query = 'functions=elu(alpha=2)+leakyRelu(negativeSlope=0.1)&min=-3&max=3&derivative';

/** The code in each form, as the page's builder shows it. @returns {Promise<Record<string, string>>} */
async function readCodes() {
  const page = await browser.open(`${site}?${query}`, { width: 1000, height: 800 });
  await page.click('#embed > summary');
  await eventually(page, () => document.querySelector('#embed code')?.textContent);
  const codes = await page.evaluate(() =>
    Object.fromEntries(
      Array.from(/** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#forms input')), (input) => {
        input.click();
        return [input.value, document.querySelector('#embed code')?.textContent];
      }),
    ),
  );
  await page.close();
  return codes;
}
export const codes = await readCodes();

/** Whether a document shows a plot that is drawn, of which functions, and in a box within its parent's. */
const seePlot = () => {
  const plot = /** @type {any} */ (document.querySelector('activation-plot'));
  plot?.scrollIntoView({ block: 'center' });
  const fallback = plot?.shadowRoot?.querySelector('.fallback');
  const canvas = plot?.shadowRoot?.querySelector('canvas');
  const pixels = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  if (!fallback || fallback.checkVisibility() || !pixels.some((/** @type {number} */ byte) => byte > 0)) return null;
  const { functions, min, derivative } = plot.plot;
  return { functions: functions.map((/** @type {any} */ { name }) => name), min, derivative };
};

/** What sticks out of the window, or out of the box around it. */
const overflow = () => [
  ...(document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} px`] : []),
  ...[...document.querySelectorAll('iframe, activation-plot')]
    .filter((element) => {
      const [own, parent] = [element, element.parentElement].map((box) =>
        /** @type {Element} */ (box).getBoundingClientRect(),
      );
      return own.left < parent.left - 1 || own.right > parent.right + 1;
    })
    .map(({ outerHTML }) => outerHTML),
];

/**
 * Opens a post and asserts that it shows the plot, without errors, and that nothing overflows.
 * @param {string} address @param {number} width of the window @param {'tag' | 'frame' | 'link'} kind
 * @param {object} [wanted] the plot
 */
export async function assertShown(
  address,
  width,
  kind,
  wanted = { functions: ['elu', 'leakyRelu'], min: -3, derivative: true },
) {
  const page = await browser.open(address, { width, height: 700 });
  try {
    if (kind === 'frame') {
      await eventually(page, () => {
        const frame = document.querySelector('iframe');
        frame?.scrollIntoView({ block: 'center' });
        return frame?.checkVisibility();
      });
    }
    if (kind !== 'link') {
      const place = kind === 'frame' ? { evaluate: frameOf(page) } : page;
      assert.deepEqual(await eventually(/** @type {any} */ (place), seePlot), wanted);
      if (kind === 'frame') {
        const border = await page.evaluate(
          () => getComputedStyle(/** @type {Element} */ (document.querySelector('iframe'))).borderTopWidth,
        );
        assert.equal(border, '0px');
        // The frame has a height that holds the plot.
        await eventually(/** @type {any} */ (place), () => document.documentElement.scrollHeight <= innerHeight);
      }
    }
    assert.deepEqual(await page.evaluate(overflow), []);
    assert.deepEqual(page.errors(), []);
  } finally {
    await page.close();
  }
}

/** Evaluates in the page's first frame, which may not be there yet. @param {Page} page @returns {Page['evaluate']} */
const frameOf =
  (page) =>
  (f, ...parameters) =>
    page.frame(0).evaluate(f, ...parameters);
