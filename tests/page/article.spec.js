/** The article in a browser. */
import { AxeBuilder } from '@axe-core/playwright';
import { drawn, expect, plotOf, test } from '../fixtures.js';

const files = { en: 'article.html', 'zh-Hant': 'article.zh-Hant.html' };

for (const [theme, lang] of /** @type {const} */ ([
  ['light', 'en'],
  ['dark', 'zh-Hant'],
]))
  test(`axe finds no violation in the article: ${theme}, ${lang}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(site + files[lang]);
    await plotOf(page).scrollIntoViewIfNeeded();
    await drawn(page);
    await page.locator('#article details').evaluate((details) => details.setAttribute('open', ''));
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });

for (const [lang, file] of Object.entries(files))
  test(`the article in ${lang} draws every plot as it comes into view`, async ({ page, site }) => {
    await page.goto(site + file);
    await page.locator('#article details').evaluate((details) => details.setAttribute('open', ''));
    const plots = page.locator('#article activation-plot');
    expect(await plots.count()).toBeGreaterThanOrEqual(10);
    for (const plot of await plots.all()) {
      await plot.scrollIntoViewIfNeeded();
      await expect(plot.locator('.fallback')).toBeHidden();
      await expect(plot.getByRole('status')).toBeEmpty();
      await expect(plot.getByRole('columnheader').first()).toBeVisible();
    }
  });

test('nothing moves while the article loads, and it fits its width', { tag: '@phone' }, async ({ page, site }) => {
  await page.addInitScript(() => {
    const seen = /** @type {any} */ (window);
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const file of Object.values(files)) {
    await page.goto(site + file);
    await page.locator('activation-plot').first().scrollIntoViewIfNeeded();
    await drawn(page);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => /** @type {any} */ (window).shift)).toBeLessThan(0.005);
    for (const width of [320, 390, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
        .toBeLessThanOrEqual(0);
    }
  }
});

test('the range of a plot changes in place, with its fields and with the plot itself', { tag: '@phone' }, async ({
  page,
  site,
}) => {
  await page.goto(`${site}article.html#range`);
  const plot = page.locator('#view activation-plot');
  const [min, max] = ['min', 'max'].map((name) => page.locator(`#view input[name=${name}]`));
  await expect(plot.locator('.fallback')).toBeHidden();
  const range = () => plot.evaluate((element) => ['min', 'max'].map((name) => Number(element.getAttribute(name))));
  await min.fill('-1');
  await max.fill('1');
  expect(await range()).toEqual([-1, 1]);
  await expect(plot.getByRole('slider').first()).toHaveAttribute('aria-label', /from −1 to 1/);
  await max.fill('-2');
  await expect(plot.getByRole('status')).not.toBeEmpty();
  await max.fill('1');
  await expect(plot.getByRole('status')).toBeEmpty();
  await plot.evaluate((element) => {
    element.dispatchEvent(new CustomEvent('plotrange', { detail: { min: -1.00004, max: 2 } }));
  });
  await expect(max).toHaveValue('2');
  await expect(min).toHaveValue('-1');
});

test('the grid table shows that adding 0.1 misses 0 and multiplying an index does not', async ({ page, site }) => {
  // The part of the address is in a closed <details>, which opens.
  await page.goto(`${site}article.html#grid`);
  await expect(page.locator('#grid')).toBeVisible();
  const cells = (/** @type {string} */ way) => page.locator(`td[data-grid=${way}]`);
  for (const step of [0.25, 0.05, 0.1]) {
    await page.locator('#grid-step').selectOption(String(step));
    const added = [];
    for (let x = -20; x <= 20; x += step) added.push(x);
    const nearest = added.reduce((best, x) => (Math.abs(x) < Math.abs(best) ? x : best));
    await expect(cells('loop')).toHaveText([nearest, added.length, added[added.length - 1]].map(String));
    await expect(cells('index')).toHaveText(['0', String(40 / step + 1), '20']);
  }
});

test('old addresses of the article lead to it, in the language of the reader', async ({ page, site, browser }) => {
  for (const [old, address] of Object.entries({
    '#article': 'article.html#article',
    '#leaky-relu': 'article.html#leaky-relu',
    '?lang=zh-Hant#what-for': 'article.zh-Hant.html?lang=zh-Hant#what-for',
    'zh-Hant.html#sampling': 'article.zh-Hant.html#sampling',
    'index.html?lang=en#papers': 'article.html?lang=en#papers',
  })) {
    await page.goto(site + old);
    await expect(page).toHaveURL(site + address);
  }
  const context = await browser.newContext({ locale: 'zh-TW' });
  const chinese = await context.newPage();
  await chinese.goto(`${site}#further`);
  await expect(chinese).toHaveURL(`${site}article.zh-Hant.html#further`);
  await context.close();
});

test('a reader who chose a language keeps it behind every link of the article', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(`${site}article.html?lang=en`);
  const links = await page
    .locator('a')
    .evaluateAll((all) => all.map((a) => /** @type {HTMLAnchorElement} */ (a).href.replace(/#.*/, '')));
  const others = links.filter((link) => link.startsWith(site) && link !== page.url());
  expect(others.length).toBeGreaterThan(8);
  for (const link of others) expect(link).toContain('lang=');
  await page.getByRole('link', { name: 'Experiment: can a unit die?' }).click();
  await expect(page).toHaveURL(`${site}lab.html?lang=en#death`);
  await context.close();
});

test('the article is complete without scripts', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  for (const file of Object.values(files)) {
    const page = await context.newPage();
    await page.goto(site + file);
    await page.locator('#article summary').click();
    for (const part of ['activation-plot > svg', '#phi svg', 'math', 'pre', 'table', '#contents a', '#papers li'])
      for (const shown of await page.locator(`#article ${part}`).all()) await expect(shown).toBeVisible();
    await expect(page.locator('#grid-step')).toBeHidden();
    await expect(page.locator('#view input').first()).toBeHidden();
  }
  await context.close();
});

test('printed, the article takes at most 11 pages, the page of a function two, and that of two curves one', async ({
  page,
  site,
}) => {
  const limits = { ...Object.fromEntries(Object.values(files).map((file) => [file, 11])), 'functions/gelu.html': 2 };
  for (const [path, limit] of Object.entries({ ...limits, 'index.html': 1 })) {
    await page.goto(site + path);
    await plotOf(page).scrollIntoViewIfNeeded();
    await drawn(page);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    console.log(`printed ${path}: ${pages} pages`);
    expect(pages, path).toBeGreaterThan(0);
    expect(pages, path).toBeLessThanOrEqual(limit);
  }
});

test('on a phone, the article begins with its summary, and its contents follow', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const file of Object.values(files)) {
    await page.goto(site + file);
    const tops = await page
      .locator('#article > :is(h1, .lead, #contents, h2)')
      .evaluateAll((parts) => parts.slice(0, 4).map((part) => [part.localName, part.getBoundingClientRect().top]));
    expect(tops.map(([name]) => name)).toEqual(['h1', 'p', 'nav', 'h2']);
    expect(tops.map(([, top]) => top)).toEqual(tops.map(([, top]) => top).sort((a, b) => Number(a) - Number(b)));
  }
});

for (const [path, part] of [
  ['article.html', '#compare'],
  ['functions/gelu.html', '#embedding'],
  ['functions/', '#gated'],
  ['', '#reference'],
])
  test(`the way back to the top appears after the first screen: /${path}`, { tag: '@phone' }, async ({
    page,
    site,
  }) => {
    await page.goto(site + path);
    const back = page.getByRole('link', { name: 'Back to the top' });
    await expect(back).not.toBeInViewport();
    await page.locator(part).scrollIntoViewIfNeeded();
    await expect(back).toBeInViewport();
    await back.click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  });

test('the plot of the article follows the theme of the system', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${site}article.html`);
  await plotOf(page).scrollIntoViewIfNeeded();
  await drawn(page);
  await expect(plotOf(page).locator('.root')).toHaveAttribute('data-theme', 'dark');
});

test('the buttons copy the programs of the article', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}article.zh-Hant.html`);
  const blocks = page.locator('#article .copied:visible');
  expect(await blocks.count()).toBeGreaterThan(6);
  for (const i of [0, 2]) {
    const block = blocks.nth(i);
    await block.getByRole('button', { name: '複製' }).click();
    await expect(block.getByRole('status')).toHaveText('已複製。');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await block.locator('code').textContent());
  }
});
