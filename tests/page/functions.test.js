/** The pages of the functions, their index and the page for other addresses, as the build writes them. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { catalogue, find, parsePlot, sample } from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { frameworks } from '../../tools/frameworks.js';
import { queryOf, referenceOf } from '../../tools/page/entry.js';
import { indexFiles, renderIndex, renderNotFound, searchFiles } from '../../tools/page/functionIndex.js';
import { differenceOf, functionFiles, renderFunction } from '../../tools/page/functionPage.js';
import { codeOf, languages } from '../../web/page/code.js';
import { calls, names, namesOf } from '../package/helpers.js';

const site = new URL('../../site/', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, site), 'utf8');
const template = (/** @type {string} */ name) =>
  readFileSync(new URL(`../../web/page/${name}`, import.meta.url), 'utf8');
const templates = { page: template('function/page.html'), index: template('function/index.html') };
/** Whether the build knew the site's address. */
const isDeployed = Boolean(process.env.SITE);
const langs = /** @type {const} */ (['en', 'zh-Hant']);
const address = 'https://example.org/relu/';

/** The built pages. @type {Record<string, Record<'en' | 'zh-Hant', Document>>} */
const pages = Object.fromEntries(
  names.map((name) => {
    const files = functionFiles(name);
    return [
      name,
      {
        en: parseHTML(read(`functions/${files.en}`)).document,
        'zh-Hant': parseHTML(read(`functions/${files['zh-Hant']}`)).document,
      },
    ];
  }),
);
const text = (/** @type {Document} */ page, /** @type {string} */ selector) =>
  page.querySelector(selector)?.textContent ?? '';
const word = (/** @type {Document} */ page, /** @type {string} */ selector, /** @type {string} */ name) =>
  page.querySelector(selector)?.getAttribute(name) ?? '';

for (const name of namesOf('elementwise'))
  test(`the view of ${name} shows its kinks and its bends, and little else`, () => {
    const { min, max } = referenceOf(name).view;
    const kinks = sample(name, { min: -50, max: 50 }).kinks.map(({ x }) => x);
    for (const x of kinks) assert.ok(x > min && x < max, `the kink at ${x}`);
    // Bends: how much f′ changes.
    const count = 2 ** 16;
    const x = Float32Array.from({ length: count + 1 }, (_, i) => -64 + (i * 128) / count);
    const slopes = calls[name].derivative(x);
    let [all, shown] = [0, 0];
    const sums = Array.from(x.subarray(1), (at, i) => {
      const change = Math.abs(slopes[i + 1] - slopes[i]);
      all += change;
      if (x[i] >= min && at <= max) shown += change;
      return all;
    });
    if (all === 0) return; // straight lines and step
    if (['exponential', 'relu2', 'xielu'].includes(name)) return; // they bend everywhere
    assert.ok(shown >= 0.9 * all, `${shown} of ${all}`);
    if (kinks.length === 1) return;
    const place = (/** @type {number} */ share) => x[sums.findIndex((sum) => sum >= share * all)];
    assert.ok(place(0.95) - place(0.05) >= (max - min) / 4, 'nearly all bends are in less than a quarter of the view');
  });

test('the description of each function names others of its kind, and its full name in both languages', () => {
  for (const name of names) {
    const { related, fullName } = referenceOf(name);
    assert.ok(related.length >= 2 && new Set(related).size === related.length && !related.includes(name), name);
    for (const other of related) assert.equal(find(other)?.kind, find(name)?.kind, `${name}, ${other}`);
    assert.match(fullName.en, /^[\p{Lu}x]/u, name);
    assert.doesNotMatch(fullName.en, /\p{Script=Han}|\.$/u, name);
    assert.match(fullName['zh-Hant'], /\p{Script=Han}|softmax/u, name);
  }
});

test('the differences between functions are those of the literature', () => {
  const { difference, x } = differenceOf('gelu', 'geluTanh');
  assert.ok(Math.abs(difference - 4.73e-4) < 1e-6 && Math.abs(Math.abs(x) - 2.699) < 0.02, `${difference} at ${x}`);
  assert.ok(Math.abs(differenceOf('gelu', 'quickGelu').difference - 0.0203) < 1e-4);
  assert.ok(Math.abs(differenceOf('gelu', 'relu').difference - 0.169971) < 1e-5); // gelu's minimum
  assert.equal(differenceOf('elu', 'celu').difference, 0);
  assert.ok(Math.abs(differenceOf('thresholdedRelu', 'relu').difference - 1) < 1e-6); // at the jump
});

for (const lang of langs)
  test(`every function has a page in ${lang} that is complete without scripts`, () => {
    for (const name of names) {
      const page = pages[name][lang];
      const entry = /** @type {import('../../web/package/catalogue.js').Entry} */ (find(name));
      const reference = referenceOf(name);
      const isCurve = entry.kind === 'elementwise';
      assert.equal(page.documentElement.lang, lang);
      assert.equal(text(page, 'h1'), entry.label);
      assert.equal(text(page, '#name .subtitle'), reference.fullName[lang]);
      assert.equal(page.querySelector('[data-text], [data-label], [data-content]'), null);
      assert.doesNotMatch(page.documentElement.outerHTML, /undefined|\{(label|own|other|f|slope|count|min)\}/, name);
      assert.doesNotMatch(text(page, '#values') + text(page, '#errors') + text(page, '#compare'), /NaN|∞/, name);
      assert.match(word(page, 'activation-plot > svg', 'aria-label'), /\S/);
      assert.ok(page.querySelector('activation-plot > svg :is(path, rect)'), name);
      assert.equal(page.querySelectorAll('#equations math').length, 2);
      for (const fact of [reference.use, reference.care]) assert.ok(page.body.textContent?.includes(fact[lang]), name);
      const known = Object.entries(entry.aliases).filter(([, names]) => names.length > 0);
      const rows = [...page.querySelectorAll('#frameworks tbody tr')];
      assert.equal(rows.length, known.length);
      rows.forEach((row, i) => {
        const [key, names] = known[i];
        const { title } = frameworks[/** @type {'torch'} */ (key)];
        for (const word of [title, ...names]) assert.ok(row.textContent?.includes(word), `${name}: ${word}`);
      });
      if (known.length === 0) assert.match(text(page, '#frameworks .scroll'), /None of|都沒有/);
      assert.equal(page.querySelectorAll('#values tbody tr').length, entry.kind === 'row' ? 1 : 2);
      const errors = page.querySelectorAll('#errors tbody tr').length;
      assert.equal(errors, isCurve ? 2 : 1, `npm run verify -- ${name} writes its row of web/page/accuracy.json`);
      const { plot } = parsePlot(`${queryOf(name)}${isCurve ? '&derivative' : ''}`);
      assert.deepEqual(
        [...page.querySelectorAll('#programs pre')].map((pre) => pre.textContent),
        Object.keys(languages).map((key) => codeOf(plot, /** @type {'numpy'} */ (key))),
      );
      // The links open the explorer with this function, or with this one and another.
      const queries = [...page.querySelectorAll('a[href*="functions="]')]
        .filter((link) => !link.closest('pre'))
        .map((link) => parsePlot((link.getAttribute('href') ?? '').replace(/^.*\?|#.*$/g, '')));
      assert.deepEqual(
        queries.map(({ plot, notes }) => [notes.length, ...plot.functions.map((curve) => curve.name)]),
        [[0, name], ...reference.related.map((other) => [0, name, other])],
      );
      assert.deepEqual(queries[0].plot, plot);
      for (const other of reference.related)
        assert.ok(page.querySelector(`#compare a[href="./${functionFiles(other)[lang]}"]`), `${name}, ${other}`);
      const tag = text(page, '#tags code');
      for (const part of ['<script type="module"', '<activation-plot', `functions="${name}"`])
        assert.ok(tag.includes(part), tag);
    }
  });

test('titles and descriptions are unique, name the function, and have its formula', () => {
  for (const lang of langs) {
    const all = names.map((name) => pages[name][lang]);
    assert.equal(new Set(all.map(({ title }) => title)).size, names.length);
    assert.equal(new Set(all.map((page) => word(page, '[name=description]', 'content'))).size, names.length);
    for (const { name, label, kind } of catalogue) {
      const page = pages[name][lang];
      assert.ok(page.title.startsWith(label), page.title);
      const description = word(page, '[name=description]', 'content');
      assert.ok(description.includes(referenceOf(name).fullName[lang]), description);
      assert.match(
        description,
        kind === 'elementwise' ? /f\(x\) = .*f′\(x\) = / : kind === 'row' ? /fᵢ|f = ln/ : /f\(a, b\) = /,
        description,
      );
      assert.doesNotMatch(description, /\\|\{|\}/);
      if (lang !== 'en') assert.doesNotMatch(description, / if | otherwise/);
    }
  }
});

test('both languages have the same structure', () => {
  const skeleton = (/** @type {Document} */ page) =>
    [...page.querySelectorAll('body *')].map(({ localName, id, className }) => `${localName}#${id}.${className}`);
  for (const name of names) assert.deepEqual(skeleton(pages[name]['zh-Hant']), skeleton(pages[name].en), name);
});

test('the structured data is JSON that names the function', () => {
  for (const { name, label } of catalogue)
    for (const lang of langs) {
      const page = parseHTML(renderFunction(templates.page, name, lang, address)).document;
      const data = JSON.parse(text(page, 'script[type="application/ld+json"]'));
      assert.deepEqual(
        [data['@context'], data.about.name, data.inLanguage, data.headline],
        ['https://schema.org', label, lang, page.title],
      );
      assert.equal(data.url, word(page, 'link[rel=canonical]', 'href'));
      assert.equal(data.image, word(page, '[property="og:image"]', 'content'));
      assert.ok(data.about.alternateName.includes(referenceOf(name).fullName[lang]));
      for (const alias of Object.values(find(name)?.aliases ?? {}).flat())
        assert.ok(data.about.alternateName.includes(alias));
    }
});

test('the pages in both languages link to each other, but only if the deployment gives an address', () => {
  /** @type {Map<string, string>} */
  const links = new Map();
  const documents = [
    ...names.flatMap((name) => langs.map((lang) => renderFunction(templates.page, name, lang, address))),
    ...langs.map((lang) => renderIndex(templates.index, lang, address)),
  ].map((html) => parseHTML(html).document);
  for (const page of documents) {
    const alternates = [...page.querySelectorAll('link[hreflang]')].map(
      (link) => `${link.getAttribute('hreflang')} ${link.getAttribute('href')}`,
    );
    assert.equal(alternates.length, 3);
    assert.ok(alternates.includes(`${page.documentElement.lang} ${word(page, 'link[rel=canonical]', 'href')}`));
    links.set(word(page, 'link[rel=canonical]', 'href'), alternates.join());
  }
  assert.equal(links.size, documents.length);
  for (const alternates of links.values())
    for (const alternate of alternates.split(',')) assert.equal(links.get(alternate.split(' ')[1]), alternates);
  for (const page of Object.values(pages))
    assert.equal(page.en.querySelectorAll('link[rel=canonical], link[hreflang]').length > 0, isDeployed);
});

test('the sitemap lists exactly the pages that search engines should know', () => {
  const [sitemap, robots] = searchFiles(address);
  assert.equal(robots.source, `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`);
  const { document } = parseHTML(String(sitemap.source));
  const listed = [...document.querySelectorAll('loc')].map((loc) => loc.textContent);
  // The API reference is for those who have found the package.
  const known = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.html') && !/^(api|plots)\//.test(path) && !read(path).includes('content="noindex"'),
    )
    .map((path) => address + path.replace(/(^|\/)index\.html$/, '$1'));
  assert.deepEqual([...listed].sort(), known.sort());
  assert.equal(existsSync(new URL('sitemap.xml', site)), isDeployed);
});

test('every function has a picture for links to its page', () => {
  for (const name of names) {
    assert.ok(word(pages[name].en, '[property="og:image"]', 'content').endsWith(`/${name}.png`));
    const picture = readFileSync(new URL(`functions/${name}.png`, site));
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630]); // a PNG's width and height
    assert.ok(picture.length > 5_000, `${name} is nearly empty`);
  }
});

test('the index links to every function', () => {
  for (const lang of langs) {
    const { document } = parseHTML(read(`functions/${indexFiles[lang]}`));
    assert.deepEqual(
      [...document.querySelectorAll('.tiles a')].map((link) => [link.getAttribute('href'), link.textContent]).sort(),
      catalogue.map(({ name, label }) => [`./${functionFiles(name)[lang]}`, label]).sort(),
    );
    assert.equal(document.querySelectorAll('.tiles svg path:not(.axis)').length, names.length);
    // The cards link to the pages too.
    const main = parseHTML(read(lang === 'en' ? 'index.html' : 'zh-Hant.html')).document;
    assert.ok(main.querySelector(`#reference a[href="./functions/${indexFiles[lang]}"]`));
    const cards = main.querySelector('template')?.content;
    for (const name of names)
      assert.ok(
        cards?.querySelector(`[data-function="${name}"] a[href="./functions/${functionFiles(name)[lang]}"]`),
        name,
      );
  }
});

test('a page and its style sheet are below 60 kB gzipped', () => {
  const sheet = readdirSync(new URL('assets/', site)).filter((name) => name.endsWith('.css'));
  const size = (/** @type {string} */ path) => gzipSync(readFileSync(new URL(path, site)), { level: 9 }).length;
  const shared = [...sheet.map((name) => `assets/${name}`), 'language.js', 'offline.js', 'favicon.svg'].reduce(
    (sum, path) => sum + size(path),
    0,
  );
  const sizes = names.map((name) => size(`functions/${functionFiles(name)['zh-Hant']}`));
  console.log(`largest function's page: ${Math.max(...sizes) + shared} bytes gzipped`);
  assert.ok(Math.max(...sizes) + shared < 60_000);
});

test('pages and API reference link to each other', () => {
  for (const name of names) {
    assert.equal(word(pages[name].en, '#api', 'href'), `../api/variables/activation-kernels.${name}.html`);
    const reference = parseHTML(read(`api/variables/activation-kernels.${name}.html`)).document;
    assert.ok(reference.querySelector(`main a[href="../../functions/${name}.html"]`), name);
  }
});

test('the page for unknown addresses links to every function from the root of the host', () => {
  const html = template('404.html');
  for (const [given, root] of /** @type {const} */ ([
    [undefined, '/'],
    [address, '/relu/'],
  ])) {
    const { document } = parseHTML(renderNotFound(html, given));
    // Except for the link to the other language, which has the same address.
    for (const element of document.querySelectorAll('[href]:not(.language), [src]'))
      assert.ok((element.getAttribute('href') ?? element.getAttribute('src') ?? '').startsWith(root));
    for (const lang of langs)
      assert.equal(
        document.querySelectorAll(`main > [lang="${lang}"] [data-function] a[href^="${root}functions/"]`).length,
        names.length,
      );
  }
});
