/** The font of formulas: it has every character of every formula, and nothing moves when it arrives. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, test } from '../fixtures.js';

const files = ['', 'functions/'].flatMap((folder) =>
  readdirSync(`site/${folder}`).flatMap((name) => (name.endsWith('.html') ? [folder + name] : [])),
);

test('the font of formulas is below 60 kB, and every character of every formula comes from it', async ({
  page,
  site,
}) => {
  expect(statSync('site/math.woff2').size).toBeLessThan(60_000);
  const tokens = new Set(
    files.flatMap((file) =>
      Array.from(
        parseHTML(readFileSync(`site/${file}`, 'utf8')).document.querySelectorAll('math :is(mi, mo, mn, mtext)'),
        ({ outerHTML, textContent }) =>
          // The system's font has Chinese characters.
          /\p{Script=Han}|^\s*$|^\u2061$/u.test(textContent ?? '') ? '' : outerHTML,
      ),
    ),
  );
  tokens.delete('');
  expect(tokens.size).toBeGreaterThan(50);
  const sheet = readdirSync('site/assets').find((name) => name.endsWith('.css'));
  const body = `<!doctype html><title>formulas</title><link rel="preload" href="math.woff2" as="font" type="font/woff2" crossorigin><link rel="icon" href="data:,"><link rel="stylesheet" href="assets/${sheet}">${[...tokens].map((token) => `<p><math>${token}</math></p>`).join('')}`;
  await page.route(`${site}formulas.html`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(`${site}formulas.html`);
  await page.evaluate(() => document.fonts.load('16px "Site Math"'));
  await page.reload(); // the font is in the cache
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'math > *' });
  expect(nodeIds.length).toBe(tokens.size);
  for (const [i, nodeId] of nodeIds.entries()) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(
      fonts.filter(({ isCustomFont }) => !isCustomFont),
      [...tokens][i],
    ).toEqual([]);
    expect(fonts.length, [...tokens][i]).toBe(1);
  }
});

test('braces and roots grow with what they enclose', async ({ page, site }) => {
  await page.goto(`${site}functions/hardSwish.html`);
  const heights = await page
    .locator('#equations math')
    .first()
    .evaluate((math) =>
      ['mo[stretchy]', 'mtable'].map((part) => math.querySelector(part)?.getBoundingClientRect().height ?? 0),
    );
  const [brace, rows] = heights;
  expect(brace).toBeGreaterThan(0.9 * rows);
});
