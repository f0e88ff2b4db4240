/** Both languages, and the page without scripts or in a folder. */
import { preview } from 'vite';
import { closestLanguage } from '../../web/package/languages.js';
import { drawn, expect, plotOf, shows, test } from '../fixtures.js';

test('the Chinese page has no English sentence', async ({ page, site }) => {
  await page.goto(`${site}?functions=relu+gelo+leakyRelu&lang=zh-Hant`);
  await drawn(page);
  await expect(page).toHaveURL(/zh-Hant\.html\?/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page).toHaveTitle(/激勵函數/);
  await expect(plotOf(page).getByRole('status')).toContainText('沒有「gelo」這個函數');
  await expect(plotOf(page).getByRole('slider').first()).toHaveAttribute('aria-label', /x 從 −20 到 20/);
  // Names, formulas, code and elements with a lang may be English; three English words in a row are a sentence.
  const english = await page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement?.closest('[lang], code, math, script, label, svg');
      if (around && around !== document.documentElement) continue;
      if (/\b[A-Za-z]+ [a-z]+ [a-z]+\b/.test(node.nodeValue ?? '')) found.push(node.nodeValue);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [content]'))
      for (const name of ['aria-label', 'placeholder', 'title'])
        if (/\b[A-Za-z]+ [a-z]+ [a-z]+\b/.test(element.getAttribute(name) ?? ''))
          found.push(element.getAttribute(name));
    return found;
  });
  expect(english).toEqual([]);
});

test('the language link keeps the plot', async ({ page, site }) => {
  await page.goto(`${site}?functions=elu&min=-4`);
  await drawn(page);
  await page.getByRole('link', { name: '中文' }).click();
  await drawn(page, ({ functions, min }) => functions[0].name === 'elu' && min === -4);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('動手玩激勵函數');
  await page.getByRole('link', { name: 'English' }).click();
  await drawn(page, ({ functions, min }) => functions[0].name === 'elu' && min === -4);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activation functions, live');
});

test('the page takes the browser’s language, unless the address names one', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(`${site}?functions=gelu#reference`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('動手玩激勵函數');
  expect(page.url()).toContain('zh-Hant.html?functions=gelu');
  await page.goto(`${site}?lang=en`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activation functions, live');
  await context.close();
});

test('page and plot are in the same language, whatever tag names it', async ({ page, site }) => {
  for (const [tag, lang] of Object.entries({
    zh_TW: 'zh-Hant',
    'yue-HK': 'zh-Hant',
    cmn: 'zh-Hant',
    ' ZH-hans ': 'zh-Hant',
    en_GB: 'en',
    'eng-GB': 'en', // no tag of English, but the browser's language
    zhx: 'en',
  })) {
    expect(closestLanguage(tag.trim().replaceAll('_', '-')) ?? 'en').toBe(lang);
    await page.goto(`${site}?functions=gelu&lang=${encodeURIComponent(tag)}`);
    await expect(page).toHaveURL(lang === 'en' ? /\/\?/ : /\/zh-Hant\.html\?/);
    await drawn(page);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(plotOf(page).getByRole('slider').first()).toHaveAttribute('aria-label', lang === 'en' ? /from/ : /從/);
  }
});

test('without scripts the page shows its plot, and leads to every function', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  for (const [file, sentence] of Object.entries({
    'index.html': 'The live plot needs JavaScript',
    'zh-Hant.html': '互動圖形需要 JavaScript',
  })) {
    const page = await context.newPage();
    await page.goto(site + file);
    await expect(page.getByText(sentence)).toBeVisible();
    const picture = page.locator('#plot > svg');
    await expect(picture).toBeVisible();
    await expect(picture).toHaveAttribute('aria-label', /ReLU.*Leaky ReLU \(a = 0\.07\)/);
    for (const part of ['#switches', '#chooser', '#ranges', '#about', '#export'])
      await expect(page.locator(part)).toBeHidden();
    await page.locator('#reference a').first().click();
    await expect(page.locator('.tiles svg').first()).toBeVisible();
    expect(await page.locator('.tiles li').count()).toBeGreaterThan(40);
  }
  await context.close();
});

test('the page works in any folder of a host, in both languages', async ({ page, complaints }) => {
  const server = await preview({
    configFile: 'tools/vite.config.js',
    base: '/blog/2026/relu/',
    logLevel: 'error',
    preview: { port: 0 },
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
  const site = `http://127.0.0.1:${port}/blog/2026/relu/`;
  for (const address of ['?functions=gelu', 'zh-Hant.html?functions=gelu&lang=zh-Hant']) {
    await page.goto(site + address);
    await drawn(page, ({ functions }) => functions[0].name === 'gelu');
    await page.locator('#export').scrollIntoViewIfNeeded();
    await expect(page.locator('#code code')).toContainText('import numpy');
  }
  expect(complaints.filter((complaint) => !complaint.startsWith(site))).toEqual([]); // requests to this other server
  complaints.splice(0);
  await server.close();
});

test('the plot follows the theme of the system', async ({ page, site }) => {
  const points = /** @type {[number, number][]} */ ([[10, 10]]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site);
  const light = await drawn(page);
  expect(await shows(page, light, 'color-1', points)).toEqual([true]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(plotOf(page).locator('.root')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => shows(page, light, 'color-1', points)).toEqual([true]);
  // Prints are light.
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(plotOf(page).locator('.root')).toHaveAttribute('data-theme', 'light');
});
