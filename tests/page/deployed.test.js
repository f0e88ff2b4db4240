/** The site as a deployment builds it, which knows its address. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DOMParser, parseHTML } from 'linkedom';
import { build } from 'vite';

const address = 'https://example.org/kernels/';
const folder = mkdtempSync(join(tmpdir(), 'deployed-'));
after(() => rmSync(folder, { recursive: true }));

/** What tools/build.js makes after the pages, which does not depend on the address. */
const others =
  /^(api\/.*|(activation-plot|theme|language|offline)\.js|embed\.html|worker\.js|functions\.bin|manifest(\.zh-Hant)?\.webmanifest|icon.*\.png)$/;
/** @type {Map<string, Document>} */
const pages = new Map();
/** The pages that search engines should index, by their addresses. @type {Map<string, Document>} */
const canonical = new Map();

before(async () => {
  process.env.SITE = 'https://example.org/kernels'; // as the host's settings give it
  await build({
    configFile: fileURLToPath(new URL('../../tools/vite.config.js', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder, minify: false }, // minified, it takes twice as long; no address depends on it
  });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.html'))
      pages.set(name.replaceAll('\\', '/'), parseHTML(readFileSync(join(folder, name), 'utf8')).document);
  for (const [name, page] of pages)
    if (!/^(404|plots\/.*)\.html$/.test(name)) canonical.set(address + name.replace(/(^|\/)index\.html$/, '$1'), page);
  assert.ok(canonical.size > 90 && pages.size > canonical.size);
});

const word = (/** @type {Document} */ page, /** @type {string} */ selector, name = 'href') =>
  page.querySelector(selector)?.getAttribute(name) ?? '';

/** The file that an address of the site leads to. @param {string} href */
function fileOf(href) {
  const { origin, pathname } = new URL(href);
  assert.equal(origin + pathname.slice(0, '/kernels/'.length), address, href);
  const path = decodeURIComponent(pathname.slice('/kernels/'.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
const exists = (/** @type {string} */ file) => existsSync(join(folder, file)) || others.test(file);

test('every page names its own address, and that of the same page in the other language', () => {
  for (const [own, page] of canonical) {
    assert.equal(word(page, 'link[rel=canonical]'), own);
    const links = Object.fromEntries(
      [...page.querySelectorAll('link[hreflang]')].map((link) => [
        link.getAttribute('hreflang'),
        link.getAttribute('href') ?? '',
      ]),
    );
    assert.deepEqual(Object.keys(links).sort(), ['en', 'x-default', 'zh-Hant']);
    assert.equal(links[page.documentElement.lang], own);
    assert.equal(links['x-default'], links.en);
    for (const lang of ['en', 'zh-Hant']) {
      const other = canonical.get(links[lang]);
      assert.equal(other?.documentElement.lang, lang, own);
      // The link that readers see leads to the same page.
      if (lang !== page.documentElement.lang)
        assert.equal(
          new URL(word(page, '#language').replace(/\?.*/, ''), own).href.replace(/index\.html$/, ''),
          links[lang],
        );
    }
  }
});

test('every page has a picture for links, at an absolute address', () => {
  for (const [own, page] of canonical) {
    if (/\/lab|functions\/(index\S*)?$/.test(own)) continue;
    const image = word(page, '[property="og:image"]', 'content');
    assert.ok(existsSync(join(folder, fileOf(image))), `${own}: ${image}`);
  }
});

test('data for search engines has the address of its page and of its picture', () => {
  let count = 0;
  for (const [own, page] of canonical)
    for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
      const data = JSON.parse(script.textContent ?? '');
      assert.deepEqual([data.url, data.inLanguage], [own, page.documentElement.lang]);
      assert.ok(existsSync(join(folder, fileOf(data.image))), data.image);
      ++count;
    }
  assert.ok(count > 80);
});

test('robots.txt leads to the sitemap, which has every page with both languages', () => {
  const robots = readFileSync(join(folder, 'robots.txt'), 'utf8');
  const [, map] = robots.match(/^Sitemap: (.*)$/m) ?? [];
  const document = new DOMParser().parseFromString(readFileSync(join(folder, fileOf(map)), 'utf8'), 'text/xml');
  const urls = [...document.querySelectorAll('url')];
  assert.deepEqual(urls.map((url) => url.querySelector('loc')?.textContent).sort(), [...canonical.keys()].sort());
  for (const url of urls) {
    const links = [...url.children]
      .filter(({ tagName }) => /link$/i.test(tagName))
      .map((link) => link.getAttribute('href') ?? '');
    assert.equal(links.length, 3);
    for (const link of links) assert.ok(canonical.has(link), link);
  }
});

test('every link leads to a file of the site, and to a part of it that exists', () => {
  for (const [name, page] of pages)
    for (const element of page.querySelectorAll('[href], [src]')) {
      const given = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      const url = new URL(given, address + name);
      if (!url.href.startsWith(address)) {
        assert.ok(given.startsWith('https://') && !element.matches('link, script, img'), `${name}: ${given}`);
        continue;
      }
      const file = fileOf(url.href);
      assert.ok(exists(file), `${name}: ${given}`);
      const id = decodeURIComponent(url.hash.slice(1));
      if (id !== '' && !/[?&]secret/.test(url.hash))
        assert.ok(pages.get(file)?.getElementById(id), `${name}: ${given}`);
    }
});

test('the page for unknown addresses works in every folder', () => {
  const page = /** @type {Document} */ (pages.get('404.html'));
  assert.equal(word(page, '[name=robots]', 'content'), 'noindex');
  assert.equal(page.querySelector('link[rel=canonical]'), null);
  for (const element of page.querySelectorAll('[href], [src]')) {
    const given = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (element.matches('.language')) continue; // the same address in the other language
    assert.equal(new URL(given, `${address}some/where/else`).href, new URL(given, address).href, given);
    assert.ok(given.startsWith('/kernels/'), given);
  }
});

test('embedded plots find their pages: oEmbed answers name files of the site', () => {
  const answers = readdirSync(join(folder, 'plots')).filter((name) => name.endsWith('.json'));
  assert.ok(answers.length > 40);
  for (const name of answers) {
    const { html } = JSON.parse(readFileSync(join(folder, 'plots', name), 'utf8'));
    const { document } = parseHTML(`<body>${html}</body>`);
    for (const element of document.querySelectorAll('[href], [src]'))
      assert.ok(exists(fileOf(element.getAttribute('href') ?? element.getAttribute('src') ?? '')), `${name}: ${html}`);
  }
});
