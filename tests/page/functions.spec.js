/** The pages of the functions in a browser. */
import { AxeBuilder } from '@axe-core/playwright';
import { catalogue } from 'activation-kernels';
import { drawn, expect, plotOf, test } from '../fixtures.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const file = (/** @type {string} */ name, /** @type {string} */ lang) =>
  `functions/${name}${lang === 'en' ? '' : `.${lang}`}.html`;

for (const [theme, lang] of /** @type {const} */ ([
  ['light', 'en'],
  ['dark', 'zh-Hant'],
])) {
  const check = async (/** @type {import('@playwright/test').Page} */ page) => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(tags)
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  };
  test(`axe finds no violation in the page of a function and in the index: ${theme}, ${lang}`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    for (const name of ['leakyRelu', 'index']) {
      await page.goto(site + file(name, lang));
      if (name !== 'index') await drawn(page);
      await check(page);
    }
  });
  test(`axe finds no violation in the page of any function: ${theme}, ${lang}`, { tag: '@everywhere' }, async ({
    page,
    site,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    for (const { name } of catalogue) {
      await page.goto(site + file(name, lang));
      await drawn(page);
      await check(page);
    }
  });
}

test('nothing moves while the page of a function loads, and it fits its width', { tag: '@phone' }, async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const seen = /** @type {any} */ (window);
    seen.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) seen.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of [
    file('gelu', 'en'),
    file('leakyRelu', 'zh-Hant'),
    file('hardSigmoid', 'zh-Hant'),
    file('softmax', 'en'),
    file('swiglu', 'en'),
  ]) {
    await page.goto(site + path);
    const height = await page.evaluate(() => document.body.offsetHeight);
    await drawn(page);
    await page.waitForTimeout(500);
    const after = await page.evaluate(() => ({
      shift: /** @type {any} */ (window).shifts.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0),
      height: document.body.offsetHeight,
      beyond: document.documentElement.scrollWidth - innerWidth,
    }));
    console.log(`${path}: shift ${after.shift.toFixed(4)}, ${height} px high, then ${after.height}`);
    expect(after.shift).toBeLessThan(0.001);
    expect(after.beyond).toBeLessThanOrEqual(0);
  }
});

test('a slider moves the curve, and the link to the explorer and the code to embed follow', async ({ page, site }) => {
  await page.goto(site + file('leakyRelu', 'en'));
  await drawn(page);
  await expect(page.locator('#tags code').first()).toContainText(`src="${site}activation-plot.js"`);
  await plotOf(page).getByRole('spinbutton').fill('0.3');
  await drawn(page, ({ functions }) => functions[0].parameters.negativeSlope === 0.3);
  const link = page.getByRole('link', { name: 'Open in the explorer' });
  await expect(link).toHaveAttribute('href', /negativeSlope=0\.3/);
  await expect(page.locator('#tags code').first()).toContainText('leakyRelu(negativeSlope=0.3)');
  await link.click();
  await drawn(
    page,
    ({ functions, min, derivative }) => functions[0].parameters.negativeSlope === 0.3 && min === -4 && derivative,
  );
});

test('the button copies the program in the chosen language', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site + file('gelu', 'en'));
  await drawn(page);
  await expect(page.locator('#programs pre:visible')).toHaveCount(1);
  await page.locator('#programs label', { hasText: 'PyTorch' }).click();
  const block = page.locator('#programs .copied:visible');
  await expect(block).toContainText('F.gelu(x)');
  await block.getByRole('button').click();
  await expect(block.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('import torch');
});

test('old addresses of functions lead to their pages, in the reader’s language', async ({ page, site, browser }) => {
  await page.goto(`${site}#gelu`);
  await expect(page).toHaveURL(`${site}functions/gelu.html`);
  await page.goto(`${site}zh-Hant.html#swiglu`);
  await expect(page).toHaveURL(`${site}functions/swiglu.zh-Hant.html`);
  await page.goto(`${site}?lang=zh-Hant#mish`);
  await expect(page).toHaveURL(`${site}functions/mish.zh-Hant.html?lang=zh-Hant`);
  await page.goto(`${site}#reference`);
  await drawn(page);
  await expect(page).toHaveURL(/#reference$/);
  await page.evaluate(() => {
    location.hash = 'relu';
  });
  await expect(page).toHaveURL(`${site}functions/relu.html`);
  const context = await browser.newContext({ locale: 'zh-TW' });
  const chinese = await context.newPage();
  await chinese.goto(`${site}#gelu`);
  await expect(chinese).toHaveURL(`${site}functions/gelu.zh-Hant.html`);
  await context.close();
});

test('a chosen language stays across the pages', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(`${site}functions/index.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('所有激勵函數');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All activation functions');
  await page.getByRole('link', { name: 'GELU', exact: true }).click();
  await expect(page.getByText('Gaussian error linear unit', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Open in the explorer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activation functions, live');
  await context.close();
});

test('an unknown address suggests similar names in its language', async ({ page, site, complaints }) => {
  for (const [path, lang, sentence] of [
    ['functions/geul.html', 'en', 'Did you mean'],
    ['functions/geul.zh-Hant.html', 'zh-Hant', '你要找的是'],
    ['geul?lang=zh-Hant', 'zh-Hant', '你要找的是'],
    ['functions/2026/deep/geul', 'en', 'Did you mean'],
  ]) {
    await page.goto(site + path);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByText(sentence)).toBeVisible();
    const first = page.locator('.suggestions:visible a').first();
    await expect(first).toHaveText('GELU');
    await expect(first).toHaveAttribute('href', `/${file('gelu', lang)}`);
    await expect(page.locator('main h1:visible')).toHaveCount(1);
  }
  await page.goto(`${site}nowhere/404`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.suggestions:visible')).toHaveCount(0); // no name is similar
  await page.goto(`${site}functions/geul%FF`); // no character has this byte
  await expect(page.locator('.suggestions:visible a').first()).toHaveText('GELU');
  await page.goto(`${site}geul`);
  await page.locator('.suggestions:visible a').first().click();
  await drawn(page, ({ functions }) => functions[0].name === 'gelu');
  complaints.splice(0, 7); // Chromium reports each response of status 404
});

test('the page of a function is complete without scripts', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site + file('prelu', 'zh-Hant'));
  await expect(page.locator('activation-plot > svg')).toBeVisible();
  await expect(page.getByText('互動圖形需要 JavaScript')).toBeVisible();
  for (const id of ['use', 'care', 'facts', 'values', 'frameworks', 'listings', 'errors', 'compare', 'embedding'])
    await expect(page.locator(`#${id}`)).toBeVisible();
  await page.locator('#programs label', { hasText: 'JAX' }).click();
  await expect(page.locator('#programs pre:visible')).toContainText('import jax');
  await expect(page.locator('.copied button').first()).toBeHidden();
  await context.close();
});

test('the page of a function prints on at most two pages', async ({ page, site }) => {
  for (const path of [
    file('gelu', 'en'),
    file('hardSigmoid', 'zh-Hant'),
    file('rrelu', 'en'),
    file('softmax', 'zh-Hant'),
    file('swiglu', 'en'),
  ]) {
    await page.goto(site + path);
    await drawn(page);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, path).toBeLessThanOrEqual(2);
  }
});
