/** The rows of the table in docs/testing.md: the results of each way to use the package. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { chromium } from '@playwright/test';
import * as library from 'activation-kernels';
import { toSVG } from 'activation-kernels/svg';
import accuracy from '../../web/page/accuracy.json' with { type: 'json' };
import { pictures } from '../runtimes/digest.js';
import { serve } from './serve.js';
import { ownFolder, project } from './user.js';

export const expected = Object.fromEntries(Object.entries(accuracy).map(([name, { digest }]) => [name, digest]));

const expectedPictures = await pictures(library, toSVG);

export const columns = {
  kernels: '`import`',
  require: '`require`',
  worker: 'Worker',
  serviceWorker: 'Service Worker',
  wasm: '`kernels.wasm`',
  svg: '`toSVG()`',
  plot: 'plot',
};
/** @typedef {keyof typeof columns} Column */
/** The cells that passed, in the order of the tests. @type {Map<string, Column[] | undefined>} */
export const rows = new Map();

/** @param {string} name @param {Column[]} cells @param {() => Promise<Partial<Record<Column, unknown>>>} results */
export function row(name, cells, results) {
  rows.set(name, undefined);
  test(`${name}: ${cells.join(', ')}`, async () => {
    const right = cells.map((cell) => [cell, cell === 'svg' ? expectedPictures : expected]);
    assert.deepEqual(await results(), Object.fromEntries(right));
    rows.set(name, cells);
  });
}

const { chromium: executablePath } = JSON.parse(await readFile(new URL('.toolchain/browsers.json', project), 'utf8'));
export const browser = await chromium.launch({ executablePath });
after(() => browser.close());

/**
 * The results of a page. Every request must succeed, and the console must stay empty.
 * @param {string} address @param {Column[]} cells
 */
async function open(address, cells, wanted = /\.js$/) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.url()} is missing`));
  /** @type {string[]} */
  const addresses = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    addresses.push(pathname);
    if (!address.startsWith(origin) && origin !== 'null') complaints.push(`${request.url()} is elsewhere`); // null: data:
  });
  await page.goto(address);
  /** @type {Partial<Record<Column, unknown>>} */
  const results = {};
  for (const cell of cells) {
    const found = await page
      .waitForFunction(
        ([cell]) => {
          if (cell !== 'plot') return document.body.dataset[cell];
          const canvas = document.querySelector('activation-plot')?.shadowRoot?.querySelector('canvas');
          const { data } =
            (canvas?.width && canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)) || {};
          // A curve has a colour; axes are grey.
          return data?.some((value, i) => i % 4 === 0 && Math.abs(value - data[i + 2]) > 60) && 'true';
        },
        [cell],
      )
      .catch((error) => assert.fail([`no ${cell}: ${error.message}`, ...complaints].join('\n')));
    results[cell] = cell === 'plot' ? expected : JSON.parse(`${await found.jsonValue()}`);
  }
  assert.deepEqual(complaints, []);
  assert.ok(
    addresses.some((address) => wanted.test(address)),
    `${wanted} is not among ${addresses}`,
  );
  await page.close();
  return results;
}

/** @param {string} address @param {Column[]} cells */
export async function visit(address, cells) {
  const results = await open(
    address,
    cells.filter((cell) => cell !== 'wasm'),
  );
  if (cells.includes('wasm')) results.wasm = (await open(`${address}?wasm`, ['kernels'], /\.wasm$/)).kernels;
  return results;
}

/**
 * @param {string} name @param {Column[]} cells @param {(folder: string) => Promise<unknown>} build
 * @param {{ dist?: string, headers?: Record<string, string> }} [options]
 */
export function page(name, cells, build, { dist = 'dist', headers } = {}) {
  row(name, cells, async () => {
    const folder = await ownFolder();
    await build(folder);
    const server = await serve(join(folder, dist), headers);
    try {
      return await visit(server.address, cells);
    } finally {
      server.close();
    }
  });
}

/** @param {string} file @param {[from: string | RegExp, to: string][]} changes */
export async function change(file, ...changes) {
  const text = changes.reduce((text, [from, to]) => text.replaceAll(from, to), await readFile(file, 'utf8'));
  await writeFile(file, text);
}
