/** The PNG that the page saves shows what resvg draws from the SVG that it saves. */
import { readFile } from 'node:fs/promises';
import { pngOf } from '../../tools/page/card.js';
import { drawn, expect, test } from '../fixtures.js';

/** @param {import('@playwright/test').Page} page @param {string} name of the button */
async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

const queries = [
  '',
  'functions=gelu+silu+mish&derivative',
  'functions=step+hardShrink&saturation',
  'functions=rrelu+prelu&min=-4&max=4&derivative',
  'functions=tanh&stacked',
  'functions=elu+celu',
];

/**
 * How much of a picture's ink has no ink near it in the other one: the worse of both directions. Anti-aliasing and fonts
 * differ between the programs, so near is within 8 pixels of pictures that are twice as large as on a page.
 * @param {import('@playwright/test').Page} page @param {Uint8Array[]} pngs
 */
const missing = (page, pngs) =>
  page.evaluate(
    async (addresses) => {
      const reach = 8;
      const inks = [];
      let width = 0;
      for (const address of addresses) {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        width = image.width;
        // Dark enough for a text or a curve, unlike the grid.
        inks.push(Array.from({ length: data.length / 4 }, (_, i) => Math.min(...data.slice(4 * i, 4 * i + 3)) < 150));
      }
      const grow = (/** @type {boolean[]} */ ink) => {
        const rows = new Uint8Array(ink.length);
        const all = new Uint8Array(ink.length);
        for (let i = 0; i < ink.length; ++i) if (ink[i]) rows.fill(1, Math.max(i - reach, 0), i + reach + 1);
        for (let i = 0; i < rows.length; ++i)
          if (rows[i]) for (let k = -reach; k <= reach; ++k) if (i + k * width >= 0) all[i + k * width] = 1;
        return all;
      };
      const [a, b] = inks.map(grow);
      const alone = (/** @type {boolean[]} */ ink, /** @type {Uint8Array} */ other) =>
        ink.reduce((sum, is, i) => sum + Number(is && !other[i]), 0);
      return { ink: inks.map((ink) => ink.filter(Boolean).length), alone: [alone(inks[0], b), alone(inks[1], a)] };
    },
    pngs.map((png) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`),
  );

test('a saved PNG shows what another program draws from the saved SVG', { tag: '@everywhere' }, async ({
  page,
  site,
}) => {
  test.slow();
  const blank = await page.context().newPage();
  for (const query of queries) {
    await page.goto(`${site}?${query}`);
    await drawn(page);
    await page.locator('#export').scrollIntoViewIfNeeded();
    const svg = (await saved(page, 'SVG')).toString();
    const png = await saved(page, 'PNG');
    const compare = (/** @type {string} */ other) => missing(blank, [png, pngOf(other, 1920)]);
    const { ink, alone } = await compare(svg);
    for (const count of ink) expect(count, query).toBeGreaterThan(2000);
    // Chromium's font is wider than that of resvg.
    expect(alone[0], `${query}: ${alone} of ${ink} pixels`).toBeLessThan(250);
    expect(alone[1], `${query}: ${alone} of ${ink} pixels`).toBeLessThan(20);
    // The comparison finds a label that moves.
    const moved = svg.replace(/(<text x=")([\d.]+)(" y=")([\d.]+)/, (_, a, x, b, y) => `${a}${x}${b}${Number(y) + 20}`);
    expect(moved).not.toBe(svg);
    expect((await compare(moved)).alone[1], query).toBeGreaterThan(40);
  }
});
