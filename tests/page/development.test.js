/** What `npm start` and `vite preview` serve. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { createServer, preview } from 'vite';

/** @param {string} html */
const textOf = (html) => parseHTML(html).document.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';

const configFile = fileURLToPath(new URL('../../tools/vite.config.js', import.meta.url));
const built = (/** @type {string} */ page) => readFileSync(new URL(`../../site/${page}`, import.meta.url), 'utf8');

/** @param {string | undefined} url of a server */
async function expectNotFound(url) {
  for (const path of [
    'functions/gelo.html',
    'functions/gelo.zh-Hant.html?lang=zh-Hant',
    'functions/gelo',
    'a/b/',
    '%FF',
  ]) {
    const response = await fetch(new URL(path, url));
    assert.equal(response.status, 404, path);
    assert.equal(textOf(await response.text()), textOf(built('404.html')), path);
  }
}

test('the development server shows the same pages as the built site', async () => {
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
      'functions/leakyRelu.zh-Hant.html',
      'functions/index.html',
    ]) {
      const response = await fetch(new URL(page, url));
      assert.equal(response.status, 200, page);
      const html = await response.text();
      assert.equal(textOf(html), textOf(built(page)), page);
      // Vite's client needs no policy, and this script imports modules until the build bundles them.
      assert.doesNotMatch(html, /Content-Security-Policy|rel="manifest"/, page);
      const source = parseHTML(html)
        .document.querySelector('script[type=module][src$="language.js"]')
        ?.getAttribute('src');
      const script = await fetch(new URL(`${source}`, new URL(page, url)));
      assert.match(await script.text(), /^import .*followTheme/m, page);
    }
    await expectNotFound(url);
  } finally {
    await server.close();
  }
});

test('the preview of the built site shows every page, and 404.html for every other address', async () => {
  const server = await preview({ configFile, logLevel: 'silent', preview: { port: 0 } });
  try {
    const [url] = server.resolvedUrls?.local ?? [];
    for (const [path, page] of [
      ['', 'index.html'],
      ['functions/gelu', 'functions/gelu.html'],
      ['functions/?lang=en', 'functions/index.html'],
    ])
      assert.equal(await (await fetch(new URL(path, url))).text(), built(page), path);
    await expectNotFound(url);
  } finally {
    await server.close();
  }
});
