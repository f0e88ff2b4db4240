/** The page about the conventions of gated functions, in a browser without scripts too. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures.js';

for (const [theme, file, width] of /** @type {const} */ ([
  ['light', 'swiglu.html', 1280],
  ['dark', 'swiglu.zh-Hant.html', 390],
]))
  test(`axe finds no violation in ${file}, which is no wider than the screen: ${theme}, ${width} pixels`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(site + file);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expect(page.locator('#surface svg')).toHaveCount(3);
    await expect(page.locator('#layout rect')).toHaveCount(18);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });

test('the pages of gated functions lead to it', async ({ page, site }) => {
  await page.goto(`${site}functions/swiglu.html`);
  await page.locator('#care a').click();
  await expect(page.locator('h1')).toHaveText('Which SwiGLU is it?');
});
