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
      assert.equal(textOf(await response.text()), textOf(built), page);
    }
  } finally {
    await server.close();
  }
});
