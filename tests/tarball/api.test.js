/** The API reference in site/api: it describes every export and every activation, has no broken link, and needs no other host. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import * as library from 'activation-kernels';
import { parseHTML } from 'linkedom';
import { plain } from '../../tools/formula.js';

const folder = fileURLToPath(new URL('../../site/api', import.meta.url));
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
const pages = new Map(paths.map((path) => [path, parseHTML(readFileSync(join(folder, path), 'utf8')).document]));
/** @param {string} name */
const pageOf = (name) => [...pages].find(([path]) => path.endsWith(`activation-kernels.${name}.html`))?.[1];
/** @param {string} name */
const textOf = (name) => pageOf(name)?.querySelector('.tsd-comment')?.textContent ?? '';

test('every public export has a page that describes it', () => {
  for (const name of Object.keys(library)) assert.match(textOf(name), /\w{3}.* .*\w{3}/, name);
  assert.ok(paths.some((path) => path.endsWith('.ActivationPlot.html')));
});

test('the page of every activation shows its formula, its derivative and its parameters', () => {
  for (const { name, label, parameters } of library.catalogue) {
    assert.ok(textOf(name).startsWith(`${label}. `), name);
    assert.equal(pageOf(name)?.querySelectorAll('.tsd-comment math').length, 2, name);
    for (const parameter of parameters) assert.ok(textOf(name).includes(`${parameter.name}: `), name);
  }
});

test('no link is broken, and all links work in any folder', () => {
  for (const [path, page] of pages)
    for (const element of page.querySelectorAll('[href], [src]')) {
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      if (address === 'https://typedoc.org/') continue; // a link that loads nothing
      assert.doesNotMatch(address, /^(\/|\w+:)/, path);
      const [file, id] = address.split('#');
      const target = file === '' ? path : join(path, '..', file);
      if (/^\.\.[/\\]?$/.test(target)) continue; // the site's own page
      assert.ok(existsSync(join(folder, target)), `${path}: ${address}`);
      if (id && target.endsWith('.html')) assert.ok(pages.get(target)?.getElementById(id), `${path}: ${address}`);
    }
});

test('no page has an inline script or loads from another host', () => {
  for (const [path, page] of pages) {
    assert.equal(page.querySelector('script:not([src]), iframe, [onclick], [onload]'), null, path);
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'self'; /, path);
    assert.doesNotMatch(policy, /https?:|\*/, path);
  }
  for (const file of readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css')))
    assert.doesNotMatch(readFileSync(join(folder, 'assets', file), 'utf8'), /url\(["']?(https?:)?\/\/|@import/, file);
});

test('formulas as plain text contain no TeX', () => {
  for (const { formula, derivative } of library.catalogue)
    for (const tex of [formula, derivative]) assert.doesNotMatch(plain(tex), /[\\&$_]|\{|\}|-/, tex);
  const formulas = Object.fromEntries(library.catalogue.map(({ name, formula }) => [name, plain(formula)]));
  assert.equal(formulas.leakyRelu, 'a x if x ≤ 0; x if x > 0');
  assert.equal(formulas.gelu, 'x Φ(x) = (x/2) (1 + erf(x/√2))');
  assert.equal(formulas.softmax, 'fᵢ = e^xᵢ/(∑ⱼ e^xⱼ)');
  assert.equal(formulas.squareplus, '(x + √(x² + b))/2');
});
