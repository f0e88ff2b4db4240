/** The button that changes the theme, on every kind of page. */
import { drawn, expect, plotOf, test } from '../fixtures.js';

/** @param {import('@playwright/test').Page} page */
async function isDark(page) {
  await page.waitForLoadState(); // Without its styles, a page has the background rgba(0, 0, 0, 0).
  return page.evaluate(() => {
    const [red, green, blue] = (getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    return red + green + blue < 200;
  });
}

const names = {
  en: ['Theme: as on your device', 'Theme: light', 'Theme: dark'],
  'zh-Hant': ['配色：依裝置設定', '配色：淺色', '配色：深色'],
};

for (const [lang, system] of /** @type {const} */ ([
  ['en', 'light'],
  ['zh-Hant', 'dark'],
]))
  test(`readers choose a theme, and plots and other pages follow: ${lang}`, { tag: '@phone' }, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme: system });
    const end = lang === 'en' ? '' : `.${lang}`;
    const theme = page.locator('button.theme');
    const root = plotOf(page).locator('.root');
    await page.goto(`${site}functions/gelu${end}.html`);
    await drawn(page);
    const [os, light, dark] = names[lang];
    for (const [name, shown] of [
      [os, system],
      [light, 'light'],
      [dark, 'dark'],
      [os, system],
      [light, 'light'],
      [dark, 'dark'],
    ]) {
      if (name !== os || (await theme.getAttribute('aria-label')) !== os) await theme.click();
      await expect(theme).toHaveAccessibleName(name);
      await expect(root).toHaveAttribute('data-theme', shown);
      expect(await isDark(page)).toBe(shown === 'dark');
    }
    if (system === 'dark') {
      await theme.click();
      await theme.click();
    }
    const chosen = system === 'light' ? 'dark' : 'light';
    const paths = [`article${end}.html`, `lab${end}.html`, lang === 'en' ? '' : 'zh-Hant.html', 'functions/'];
    for (const path of [...paths, '404.html', 'api/index.html', 'api/variables/activation-kernels.gelu.html']) {
      await page.goto(site + path);
      expect(await isDark(page), path).toBe(chosen === 'dark');
      await expect(theme.filter({ visible: true })).toHaveCount(1);
    }
    // Other pages follow a change on a page of the API reference, also pages that Back restores.
    await theme.click();
    await page.goBack();
    expect(await isDark(page)).toBe((chosen === 'dark' ? system : 'dark') === 'dark');
  });

test('the theme of the reader is there before anything is painted', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site);
  await page.evaluate(() => localStorage.setItem('tsd-theme', 'dark'));
  await page.addInitScript(() => {
    const seen = /** @type {any} */ (window);
    const look = () => {
      if (document.body) seen.first ??= getComputedStyle(document.documentElement).colorScheme;
      else requestAnimationFrame(look);
    };
    look();
  });
  for (const path of ['', 'article.html', 'functions/gelu.html', 'lab.html', '404.html']) {
    await page.goto(site + path);
    await page.waitForFunction(() => 'first' in window); // in the first frame with a body
    expect(await page.evaluate(() => /** @type {any} */ (window).first), path).toBe('dark');
  }
});

test('a theme in the address wins, until the reader chooses another', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${site}?functions=gelu&theme=dark&min=-3&max=3`);
  await drawn(page);
  expect(await isDark(page)).toBe(true);
  await page.locator('button.theme').click(); // dark → as on the device
  await expect(page).toHaveURL(`${site}?functions=gelu&min=-3&max=3`);
  await drawn(page, ({ functions, min }) => functions[0].name === 'gelu' && min === -3);
  expect(await isDark(page)).toBe(false);
  await expect(plotOf(page).locator('.root')).toHaveAttribute('data-theme', 'light');
});

test('a theme in the address ends with the reader’s choice, however its key is escaped', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  for (const word of ['th%65me=dark', 'amp;theme=dark', 'theme=%20Dark&theme=light']) {
    await page.goto(`${site}article.html?${word}&step=1`);
    expect(await isDark(page), word).toBe(true);
    await page.locator('button.theme').click(); // dark → as on the device
    await expect(page).toHaveURL(`${site}article.html?step=1`);
    expect(await isDark(page), word).toBe(false);
  }
});

test('an unknown stored theme counts as the theme of the device', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${site}article.html`);
  await page.evaluate(() => localStorage.setItem('tsd-theme', 'sepia'));
  await page.reload();
  await expect(page.locator('button.theme')).toHaveAccessibleName(names.en[0]);
  expect(await isDark(page)).toBe(true);
  await page.locator('button.theme').click();
  await expect(page.locator('button.theme')).toHaveAccessibleName(names.en[1]);
});

test('a browser that blocks storage still changes the theme of a page', async ({ page, site }) => {
  await page.addInitScript(
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });",
  );
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${site}article.html`);
  for (const shown of [false, true]) {
    await page.locator('button.theme').click();
    expect(await isDark(page)).toBe(shown);
  }
});

test('prints are light, also of a dark page', async ({ page, site }) => {
  await page.goto(site);
  await page.evaluate(() => localStorage.setItem('tsd-theme', 'dark'));
  await page.goto(`${site}article.html`);
  expect(await isDark(page)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await isDark(page)).toBe(false);
  await expect(plotOf(page).locator('.root')).toHaveAttribute('data-theme', 'light');
});

test('on a phone the header ends at the edge of the text, and the button is beside the language', {
  tag: '@phone',
}, async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', 'zh-Hant.html', 'article.html', 'functions/gelu.html', 'lab.zh-Hant.html', '404.html']) {
    await page.goto(site + path);
    const header = page.locator('body > header').filter({ visible: true });
    const middles = await header
      .locator('> :not(nav)')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2));
    expect(middles, path).toHaveLength(3);
    for (const middle of middles) expect(Math.abs(middle - middles[0]), path).toBeLessThan(3);
    const tops = await header
      .locator('nav a:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size, path).toBe(1);
    const edge = await header.evaluate((all) => {
      const { right } = all.getBoundingClientRect();
      const button = /** @type {Element} */ (all.querySelector('.theme')).getBoundingClientRect();
      return right - Number.parseFloat(getComputedStyle(all).paddingRight) - (button.left + button.right) / 2;
    });
    expect(edge, path).toBe(8); // half of the icon
  }
});
