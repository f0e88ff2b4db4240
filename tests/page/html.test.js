/** The built pages are valid HTML with strict policies, and their links have targets. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { answers } from '../../tools/page/oembed.js';

const site = fileURLToPath(new URL('../../site/', import.meta.url));
const pages = ['', 'functions/'].flatMap((folder) =>
  readdirSync(site + folder).flatMap((name) => (name.endsWith('.html') ? [folder + name] : [])),
);
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
assert.ok(pages.length > 10);

/** The folder of the site on its host. */
const root = new URL(process.env.SITE || 'https://example.org/').pathname.replace(/\/*$/, '/');

/** The ids of a page, read once. @type {Map<string, Set<string>>} */
const ids = new Map();
/** @param {string} file */
function idsIn(file) {
  const { document } = parseHTML(ids.has(file) ? '' : readFileSync(join(site, file), 'utf8'));
  const found = ids.get(file) ?? new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  ids.set(file, found);
  return found;
}

/** @param {string} file */
async function assertValid(file) {
  const { results } = await validator.validateFile(file);
  assert.deepEqual(
    results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    [],
  );
}

const examples = fileURLToPath(new URL('../../examples/pages/', import.meta.url));
for (const name of readdirSync(examples)) test(`the example ${name} is valid`, () => assertValid(join(examples, name)));

for (const page of pages) {
  test(`${page} is valid`, () => assertValid(join(site, page)));

  test(`every link of ${page} has a target`, () => assertLinks(page));
}

/** @param {string} page */
function assertLinks(page) {
  const { document } = parseHTML(readFileSync(join(site, page), 'utf8'));
  const addresses = [...document.querySelectorAll('[href], [src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  );
  for (const address of addresses) {
    if (/^(https:|data:)/.test(address)) continue;
    const [path, fragment] = address.replace(/\?[^#]*/, '').split('#');
    const name = path.endsWith('/') ? `${path}index.html` : path;
    // 404.html begins at the root of the host.
    const file = path === '' ? page : name.startsWith('/') ? name.slice(root.length) : join(dirname(page), name);
    assert.ok(existsSync(join(site, file)), `${page}: ${address} does not exist`);
    if (!fragment) continue;
    assert.ok(idsIn(file).has(decodeURIComponent(fragment)), `${page}: ${address} has no such id`);
  }
}

/** What each kind of page may do. Everything else, and every other host, is forbidden. @type {[RegExp, string][]} */
const policies = [
  [
    /^(index|zh-Hant)\.html$/,
    "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types offline",
  ],
  [
    /^lab(\.zh-Hant)?\.html$/,
    "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'; trusted-types activation-lab offline",
  ],
  [
    /^(article(\.zh-Hant)?\.html|functions\/(?!index))/,
    "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'; trusted-types offline",
  ],
  [
    /^(functions\/index|swiglu(\.zh-Hant)?\.html)/,
    "script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'; trusted-types offline",
  ],
  [
    /^404\.html/,
    "script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  ],
  [
    /^embed\.html$/,
    "script-src 'nonce-embed' 'wasm-unsafe-eval'; style-src 'nonce-embed'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  ],
  [
    /^lab-embed\.html$/,
    "script-src 'nonce-embed' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'nonce-embed'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types activation-lab",
  ],
  // TypeDoc's scripts write HTML, and its filters add rules to a <style> element.
  [
    /^api\//,
    "script-src 'self'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'",
  ],
  [/^plots\//, ''],
];
const served = new Map(
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name, readFileSync(join(site, name), 'utf8')]),
);
for (const { fileName, source } of answers('https://example.org/'))
  if (fileName.endsWith('.html')) served.set(fileName, source);

test('every page has a policy, as strict as it can be', () => {
  assert.ok(served.size > 100);
  for (const [page, html] of served) {
    const { document } = parseHTML(html);
    const [first, ...others] = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
    const given = first?.getAttribute('content')?.split('; ').sort();
    const own = policies.find(([name]) => name.test(page))?.[1];
    const wanted = `default-src 'none'; base-uri 'none'; form-action 'none'; ${own}`.split('; ').filter(Boolean);
    assert.deepEqual([given, others], [wanted.sort(), []], page);
    // A policy applies only to what follows it.
    const before = html.slice(0, html.indexOf('Content-Security-Policy'));
    assert.doesNotMatch(before, /<(script|link|style|img)\b/, page);
  }
});

test('the header and the footer of every page lead to all parts of the site, in the same order', () => {
  for (const [page, html] of served) {
    if (/^(plots|\w*-?embed)\b/.test(page)) continue;
    const { document } = parseHTML(html);
    const languages = page === '404.html' ? ['en', 'zh-Hant'] : [document.documentElement.lang];
    for (const lang of languages) {
      const suffix = lang === 'en' ? '' : `.${lang}`;
      const home = lang === 'en' ? '' : `${lang}.html`;
      const parts = [
        home,
        `functions/index${suffix}.html`,
        `article${suffix}.html`,
        `lab${suffix}.html`,
        'api/index.html',
      ];
      const own = page === '404.html' ? `[lang="${lang}"]` : '';
      const header = page.startsWith('api/') ? '.site a:not(:first-child)' : `header${own} nav a`;
      for (const place of [header, `footer${own} p:first-child a`]) {
        const links = [...document.querySelectorAll(place)].map((link) => link.getAttribute('href') ?? '');
        const files = links.map((href) => (href.startsWith('/') ? href.slice(1) : join(dirname(page), href)));
        const paths = files.map((file) => file.replace(/^\.?\/?$/, ''));
        assert.deepEqual(paths, parts, `${page}: ${place}`);
      }
    }
  }
});

test('no page has inline scripts or styles', () => {
  for (const [page, html] of served) {
    const { document } = parseHTML(html);
    const inside = [...document.querySelectorAll('*')].flatMap((element) => [
      // Data is no script.
      ...(element.matches('style, script:not([src], [type="application/ld+json"])') ? [element.outerHTML] : []),
      ...element
        .getAttributeNames()
        .filter(
          (name) => name === 'style' || /^on/.test(name) || /^\s*javascript:/i.test(element.getAttribute(name) ?? ''),
        )
        .map((name) => `${element.localName} ${name}`),
    ]);
    assert.ok(inside.length === 0, `${page}: ${inside}`);
  }
});

test('every link of the API reference has a target', () => {
  for (const page of served.keys()) if (page.startsWith('api/')) assertLinks(page);
});

test('every page of the API reference has a main landmark with its heading, and a link back to the site', () => {
  const reference = [...served].filter(([page]) => page.startsWith('api/'));
  assert.ok(reference.length > 50);
  for (const [page, html] of reference) {
    const { document } = parseHTML(html);
    const mains = document.querySelectorAll('main');
    assert.deepEqual([mains.length, document.querySelectorAll('main h1').length], [1, 1], page);
    const link = mains[0].querySelector('a');
    assert.equal(link?.textContent, 'Activation functions, live', page);
    assert.equal(join(dirname(page), link.getAttribute('href') ?? ''), './', page);
  }
});
