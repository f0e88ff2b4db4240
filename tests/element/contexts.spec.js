/** The element in the pages of other people: every context of this table has every behaviour of `behaviours.js`. */
import { expect, paste, test } from '../fixtures.js';
import { behaviours } from './behaviours.js';

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
  'columns of text': { html: room('columns: 2; column-gap: 20px; width: 820px', `<p>Words</p>PLOT<p>More</p>`) },
  'a fixed table': {
    html: room('width: 500px', '<table style="table-layout: fixed; width: 100%"><tr><td>PLOT</table>'),
  },
  'a box that is skipped out of view': {
    html: `<p style="height: 3000px">Above</p>${room('content-visibility: auto; width: 500px')}`,
    width: 500,
    act: (page) => page.locator('[data-room]').scrollIntoViewIfNeeded(),
  },
  'a container for queries': { html: room('container-type: inline-size; width: 500px'), width: 500 },
  'a container of a fixed size': { html: room('container-type: size; height: 700px; width: 500px'), width: 500 },
  'a box with strict containment': { html: room('contain: strict; height: 700px; width: 500px'), width: 500 },
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
  'nested transforms in three dimensions': {
    html: `<div style="perspective: 900px"><div style="transform: rotateX(20deg); transform-style: preserve-3d">${room('transform: translateZ(150px) rotateY(25deg); width: 500px; margin: 40px')}</div></div>`,
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
  'a popover': {
    html: '<div data-room popover style="border: 0; padding: 0; width: 500px">PLOT</div>',
    width: 500,
    act: async (page) => {
      await page.waitForFunction(() => customElements.get('activation-plot'));
      await page.locator('[data-room]').evaluate((box) => /** @type {HTMLElement} */ (box).showPopover());
    },
  },
  'a box of no width, which grows': {
    html: room('width: 0; overflow: hidden'),
    width: 500,
    act: async (page) => {
      await page.waitForFunction(() => customElements.get('activation-plot'));
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await page.locator('[data-room]').evaluate((box) => box.setAttribute('style', 'width: 500px'));
    },
  },
  'a copy of a plot that is drawn': {
    html: room('width: 500px'),
    width: 500,
    act: async (_page, plot) => {
      await expect(plot.locator('.fallback')).toBeHidden();
      await plot.evaluate((element) => element.replaceWith(element.cloneNode(true)));
    },
  },
  'the content of a template': {
    html: `<template>PLOT</template>${room('width: 500px', '')}`,
    width: 500,
    act: async (page) => {
      await page.waitForFunction(() => customElements.get('activation-plot'));
      await page.evaluate(() => {
        const { content } = /** @type {HTMLTemplateElement} */ (document.querySelector('template'));
        document.querySelector('[data-room]')?.append(content.cloneNode(true));
        document.querySelector('template')?.remove();
      });
    },
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

// One context of each kind; `npm run test:everywhere` runs the others.
const usual = [
  'a narrow block',
  'a flex row',
  'three columns of a grid',
  'a figure that is a table, with a caption',
  'an inline block',
  'a maximum height',
  'a page from right to left',
  'a page that is scaled, turned and skewed',
  'a zoomed and scaled page',
  'forced dark colours, although light ones are wanted',
  'a dark page on a light system',
  'a page that the browser zooms, in a box of the same size',
  'nested shadow roots',
  'closed details, which open',
  'a place to which it has moved 1,000 times',
];

for (const [name, context] of Object.entries(contexts))
  test(`in ${name}`, { tag: usual.includes(name) ? [] : '@everywhere' }, async ({ page, site }) => {
    await page.setViewportSize({ width: 900, height: 900 });
    await page.emulateMedia({ colorScheme: 'light', ...context.media });
    const html = context.html.replaceAll('PLOT', tag(context.words ?? ''));
    await paste(page, site, `<script type="module" src="${site}activation-plot.js"></script>${html}`);
    const plot = page.locator('activation-plot').first();
    await context.act?.(page, plot);
    for (const [what, behaviour] of Object.entries(behaviours))
      await test.step(what, () => behaviour(page, plot, context));
  });
