/** Marks that tell curves apart without colour: on paper, in forced colours, and where curves coincide. */
import { drawn, expect, paste, plotOf, test } from '../fixtures.js';

/** The marks that a reader sees in the table, and those in the picture. @param {import('@playwright/test').Page} page */
const marksOf = (page) =>
  plotOf(page).evaluate((element) => {
    const plot = /** @type {import('../../web/element/activation-plot.js').ActivationPlot} */ (element);
    const inTable = [...(plot.shadowRoot?.querySelectorAll('.mark') ?? [])].filter(
      (mark) => getComputedStyle(mark).display !== 'none',
    );
    const picture = plot.toSVG();
    const isIn = (/** @type {Element} */ mark) => picture.includes(`d="${mark.getAttribute('d')}"`);
    const all = [...(plot.shadowRoot?.querySelectorAll('.mark') ?? [])];
    return { table: inTable.length, picture: all.filter(isIn).length };
  });

for (const [what, words, seen] of /** @type {[string, string, number][]} */ ([
  ['that lie apart', 'tanh softplus softsign', 0],
  ['of which two coincide', 'tanh elu(alpha=1) celu(alpha=1)', 2],
]))
  test(`curves ${what} have marks on paper and in forced colours, and on the screen only where they coincide`, async ({
    page,
    site,
  }) => {
    await paste(
      page,
      site,
      `<script type="module" src="activation-plot.js"></script><activation-plot functions="${words}" min="-4" max="4"></activation-plot>`,
    );
    await drawn(page);
    const count = words.split(' ').length;
    await expect.poll(() => marksOf(page)).toEqual({ table: seen, picture: seen });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => marksOf(page)).toEqual({ table: count, picture: count });
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => marksOf(page)).toEqual({ table: seen, picture: seen });
    await page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(() => marksOf(page)).toEqual({ table: count, picture: count });
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(() => marksOf(page)).toEqual({ table: seen, picture: seen });
  });
