/**
 * Takes the screenshots of the explorer: `npm run pictures`. The README shows docs/page.png and docs/page-dark.png; other sites
 * show web/page/public/preview.png beside a link to it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { colors } from '../web/element/colors.js';
import { page as english } from '../web/messages/en.js';
import { catalogue, find } from '../web/package/index.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const executablePath = JSON.parse(readFileSync('.toolchain/browsers.json', 'utf8')).chromium;
const server = await preview({ configFile: 'tools/vite.config.js', preview: { port: 0 }, logLevel: 'error' });
const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
const site = `http://127.0.0.1:${port}/`;
const browser = await chromium.launch({ executablePath });

const shown = '?functions=relu+leakyRelu(negativeSlope=0.1)+gelu+elu&min=-5&max=5&derivative';
const size = { width: 1140, height: 760 };
await take('docs/page.png', `${site}index.html${shown}`, { viewport: size, colorScheme: 'light' });
await take('docs/page-dark.png', `${site}index.html${shown}`, { viewport: size, colorScheme: 'dark' });
// 600 × 315 at twice the pixel density: the text stays readable where the picture is shown small.
await take('web/page/public/preview.png', `${site}card`, {
  viewport: { width: 600, height: 315 },
  deviceScaleFactor: 2,
});
await browser.close();
await server.close();

/** @param {string} path @param {string} address @param {import('@playwright/test').BrowserContextOptions} options */
async function take(path, address, options) {
  const page = await browser.newPage({ ...options, locale: 'en' });
  await page.route(`${site}card`, (route) => route.fulfill({ contentType: 'text/html', body: card() }));
  await page.addInitScript(() => {
    document.addEventListener('plotdraw', () => Object.assign(window, { isDrawn: true }));
  });
  await page.goto(address);
  await page.waitForFunction(() => 'isDrawn' in window);
  await page.waitForTimeout(500); // the page updates its controls after the drawing
  await page.screenshot({ path });
  await page.close();
}

function card() {
  const { background, text, axis, curves } = colors.dark;
  const names = ['relu', 'leakyRelu', 'gelu', 'softplus', 'tanh'];
  const items = names.map((name, i) => `<li style="color: ${curves[i]}">${find(name)?.label}</li>`);
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <style>
    body {
      background: ${background}; box-sizing: border-box; color: ${text}; display: grid; font-family: system-ui, sans-serif;
      grid-template-columns: 200px 1fr; height: 100vh; margin: 0; overflow: hidden; padding: 26px 12px 20px 30px;
    }
    h1 { color: #fff; font-size: 32px; letter-spacing: -0.02em; line-height: 1.1; margin: 0 0 14px; }
    ul { font-size: 17px; font-weight: 600; line-height: 1.45; list-style: none; margin: 0; padding: 0; }
    p { align-self: end; color: ${axis}; font-size: 13px; grid-column: 1; grid-row: 2; margin: 0; white-space: nowrap; }
    activation-plot { grid-column: 2; grid-row: 1 / 3; }
    activation-plot::part(plot) { aspect-ratio: auto; height: 262px; }
    activation-plot::part(legend), activation-plot::part(kink), activation-plot::part(handle) { display: none; }
  </style>
  <script type="module" src="activation-plot.js"></script>
  <div><h1>${english.heading}</h1><ul>${items.join('')}</ul></div>
  <p>${catalogue.length} functions in WebAssembly</p>
  <activation-plot theme="dark" functions="${names.join(' ').replace('leakyRelu', '$&(negativeSlope=0.1)')}"
    min="-4" max="4" step="0.04" ymin="-1.5" ymax="4"></activation-plot>
</html>`;
}
