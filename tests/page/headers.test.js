/** The response headers of the site, in the form of Netlify and Cloudflare Pages and in that of Apache. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const site = new URL('../../site/', import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, site), 'utf8').replace(/^#.*\n/gm, '');

/** @type {[rule: RegExp, headers: [name: string, value: string][]][]} */
const rules = read('_headers')
  .trim()
  .split('\n\n')
  .map((block) => {
    const [path, ...lines] = block.split('\n');
    const rule = RegExp(`^${path.replaceAll('.', '\\.').replace('*', '.*')}$`);
    return [
      rule,
      lines.map(
        (line) =>
          /** @type {[string, string]} */ (
            line
              .trim()
              .split(/: (.*)/)
              .slice(0, 2)
          ),
      ),
    ];
  });

/** @param {string} path */
const headers = (path) => Object.fromEntries(rules.filter(([rule]) => rule.test(path)).flatMap(([, lines]) => lines));

/** @param {string} path */
function apacheHeaders(path) {
  const name = path.split('/').at(-1) ?? '';
  const sections = [true];
  /** @type {Record<string, string>} */
  const set = {};
  for (const line of read('.htaccess').trim().split('\n')) {
    const [, tag, argument] = /^ *<(\w+) "?(.*?)"?>$/.exec(line) ?? [];
    const [, key, value] = /^ *Header set (\S+) "?(.*?)"?$/.exec(line) ?? [];
    if (tag === 'IfModule') sections.push(true);
    else if (tag === 'Files') sections.push(name === argument);
    else if (tag === 'FilesMatch') sections.push(RegExp(argument).test(name));
    else if (tag === 'If') sections.push(RegExp(argument.split('#')[1]).test(path));
    else if (/^ *<\//.test(line)) sections.pop();
    else if (!key) assert.fail(`unknown line: ${line}`);
    else if (sections.every(Boolean)) set[key] = value;
  }
  return set;
}

const paths = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));

test('both files set the same headers for every file of the site', () => {
  for (const path of paths.filter((path) => !/(^|\/)index\.html$/.test(path) || path === 'index.html'))
    assert.deepEqual(apacheHeaders(`/${path}`), headers(`/${path}`), path);
});

test('other sites may frame only the pages for frames, with or without ".html"', () => {
  const pages = paths.filter((path) => /^[^/]*\.html$/.test(path));
  assert.ok(pages.length >= 6);
  for (const page of pages)
    for (const path of [`/${page}`, page === 'index.html' ? '/' : `/${page.replace('.html', '')}`])
      assert.equal(
        headers(path)['Content-Security-Policy'],
        page.includes('embed') ? undefined : "frame-ancestors 'self'",
        path,
      );
});

test('pages that isolate themselves may frame the pages for frames', () => {
  for (const page of ['embed', 'embed.html', 'lab-embed', 'lab-embed.html'])
    assert.equal(headers(`/${page}`)['Cross-Origin-Embedder-Policy'], 'require-corp', page);
  for (const path of paths) assert.equal(headers(`/${path}`)['Cross-Origin-Resource-Policy'], 'cross-origin', path);
});
