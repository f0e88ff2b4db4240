/** What `npm start` serves. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { createServer } from 'vite';

/** @param {string} html */
const textOf = (html) => parseHTML(html).document.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';

test('the development server shows the same pages as the built site', async () => {
  const configFile = fileURLToPath(new URL('../../tools/vite.config.js', import.meta.url));
  const server = await createServer({ configFile, logLevel: 'silent', server: { port: 0, watch: null } });
  try {
    await server.listen();
    const [url] = server.resolvedUrls?.local ?? [];
    for (const page of [
      'index.html',
      'zh-Hant.html',
      'article.html',
      'lab.zh-Hant.html',
      'functions/gelu.html',
      'functions/index.html',
    ]) {
      const response = await fetch(new URL(page, url));
      assert.equal(response.status, 200, page);
      const built = readFileSync(new URL(`../../site/${page}`, import.meta.url), 'utf8');
      const html = await response.text();
      assert.equal(textOf(html), textOf(built), page);
      // Vite's client needs no policy, and these scripts import modules until the build bundles them.
      assert.doesNotMatch(html, /Content-Security-Policy|rel="manifest"/, page);
      for (const name of ['theme', 'language']) {
        const source = parseHTML(html)
          .document.querySelector(`script[type=module][src$="${name}.js"]`)
          ?.getAttribute('src');
        const script = await fetch(new URL(`${source}`, new URL(page, url)));
        assert.match(await script.text(), /^import .*withoutEscapes/m, `${page}: ${name}.js`);
      }
    }
  } finally {
    await server.close();
  }
});
