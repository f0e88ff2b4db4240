/** The built pages are valid HTML, and no link of theirs leads nowhere. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';

const site = fileURLToPath(new URL('../../site/', import.meta.url));
const pages = ['', 'examples/'].flatMap((folder) =>
  readdirSync(site + folder).flatMap((name) => (name.endsWith('.html') ? [folder + name] : [])),
);
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
assert.ok(pages.length > 10);

for (const page of pages) {
  test(`${page} is valid`, async () => {
    const { results } = await validator.validateFile(join(site, page));
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
      [],
    );
  });

  test(`every link of ${page} leads somewhere`, () => {
    const { document } = parseHTML(readFileSync(join(site, page), 'utf8'));
    const addresses = [...document.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    );
    for (const address of addresses) {
      if (/^(https:|data:)/.test(address)) continue;
      const [path, fragment] = address.replace(/\?[^#]*/, '').split('#');
      const file = path === '' ? page : join(dirname(page), path.endsWith('/') ? `${path}index.html` : path);
      assert.ok(existsSync(join(site, file)), `${address} is not there`);
      if (!fragment) continue;
      const target = parseHTML(readFileSync(join(site, file), 'utf8')).document;
      assert.ok(target.getElementById(fragment), `${address} names nothing`);
    }
  });
}
