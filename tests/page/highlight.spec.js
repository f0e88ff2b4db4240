/** The colours of code, and the buttons that copy it. */
import { wcagContrast } from 'culori';
import { drawn, expect, test } from '../fixtures.js';

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`code has colours, legible in the ${colorScheme} theme`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site}?functions=gelu&derivative`);
    await drawn(page);
    await page.locator('#export').scrollIntoViewIfNeeded();
    await page.locator('#embed > summary').click();
    for (const [place, kinds] of /** @type {[string, string[]][]} */ ([
      ['#code', ['keyword', 'comment', 'string', 'number']],
      ['#embed', ['name', 'attribute', 'string']],
    ])) {
      const code = page.locator(`${place} code`);
      const colorOf = (/** @type {import('@playwright/test').Locator} */ element) =>
        element.evaluate((part) => getComputedStyle(part).color);
      const background = await page
        .locator(`${place} pre`)
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      const colors = [await colorOf(code)];
      for (const kind of kinds) colors.push(await colorOf(code.locator(`.${kind}`).first()));
      for (const color of colors) expect(wcagContrast(color, background)).toBeGreaterThan(4.5);
      expect(new Set(colors).size).toBe(kinds.length + 1);
    }
  });

test('coloured code is the same text, and follows the plot', async ({ page, site }) => {
  await page.goto(`${site}?functions=leakyRelu`);
  await drawn(page);
  await page.locator('#export').scrollIntoViewIfNeeded();
  const code = page.locator('#code code');
  await expect(code.locator('i').first()).toBeVisible();
  for (const [language, expected] of [
    ['JavaScript', "import { sample } from 'activation-kernels';\n"],
    ['PyTorch', 'import matplotlib.pyplot as plt\nimport torch\n'],
  ]) {
    await page.getByRole('radio', { name: language, exact: true }).check({ force: true });
    await expect.poll(() => code.textContent()).toContain(expected);
    await expect(code.locator('.keyword').first()).toBeVisible();
  }
});

test('the code of a function’s page gets its colours when it comes into view', async ({ page, site }) => {
  await page.goto(`${site}functions/gelu.html`);
  await drawn(page);
  await expect(page.locator('main code i')).toHaveCount(0);
  const programs = page.locator('#programs code');
  const plain = await programs.allTextContents();
  await page.locator('#programs').scrollIntoViewIfNeeded();
  await expect(programs.nth(0).locator('.keyword').first()).toHaveText('import');
  await expect(programs.nth(4).locator('.string').first()).toHaveText("'activation-kernels'");
  expect(await programs.allTextContents()).toEqual(plain);
  await page.locator('#tags').scrollIntoViewIfNeeded();
  await expect(page.locator('#tags .name').first()).toHaveText('script');
});

test('without the script that colours it, code is plain', async ({ page, site, complaints }) => {
  await page.route('**/highlight-*.js', (route) => route.abort());
  await page.goto(site);
  await drawn(page);
  await page.locator('#export').scrollIntoViewIfNeeded();
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  await expect(page.locator('#code code')).toContainText('import numpy as np');
  await expect(page.locator('#code code i')).toHaveCount(0);
  complaints.length = 0; // about the script
});

test('a copy button says for two seconds that it has copied, and keeps its place', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}functions/gelu.html`);
  await page.locator('#tags .copied').first().scrollIntoViewIfNeeded();
  const block = page.locator('#tags .copied').first();
  const button = block.getByRole('button');
  const places = async () => ({ below: (await page.locator('#tags h3').nth(1).boundingBox())?.y });
  const before = await places();
  for (let i = 0; i < 2; ++i) {
    await button.click();
    await expect(button).toHaveText('Copied');
    await expect(block.getByRole('status')).toHaveText('Copied.');
    expect(await places()).toEqual(before);
  }
  await expect(button).toHaveText('Copy');
});

test('where the browser forbids the clipboard, the link is shown and selected', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`${site}?functions=gelu`);
  await drawn(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('#export-status')).toContainText('did not allow copying');
  expect(await page.evaluate(() => String(getSelection()))).toBe(`${site}?functions=gelu`);
});
