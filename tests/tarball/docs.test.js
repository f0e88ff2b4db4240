/** The README and the other documents: their code runs, their links have targets, their tables equal the sources. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import test from 'node:test';
import { catalogue, parsePlot } from 'activation-kernels';
import { ActivationPlot } from 'activation-kernels/plot';
import { parseHTML } from 'linkedom';
import { compare, tables, urlOf } from '../../tools/tables.js';
import { parseExperiment } from '../../web/lab/grammar.js';
import accuracy from '../../web/page/accuracy.json' with { type: 'json' };
import { generators, wordPress } from '../blogs/systems.js';
import { faults } from '../faults.js';
import { assertTable } from '../tables.js';

const read = (/** @type {string} */ path) => readFileSync(urlOf(path), 'utf8');
const inDocs = readdirSync(urlOf('docs')).filter((name) => name.endsWith('.md'));
const documents = Object.fromEntries(
  ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', '.github/SECURITY.md', ...inDocs.map((name) => `docs/${name}`)].map(
    (path) => [path, read(path)],
  ),
);
const everything = Object.values(documents).join('\n');

/** The code blocks of a language. @param {string} text @param {string} language */
const blocks = (text, language) =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter(([, name]) => name === language).map(([, , code]) => code);

test('the README has at most 180 lines', () => {
  assert.ok(documents['README.md'].split('\n').length <= 181);
});

for (const document of Object.keys(tables()))
  test(`the tables of ${document} equal their sources (node tools/tables.js writes them)`, () => {
    const { present, wanted } = compare(document);
    assert.equal(present, wanted);
  });

test('the table of faults equals the faults that the tests provoke', () => {
  const told = Object.entries(faults).filter(([, { seen }]) => seen);
  const rows = told.map(([fault, { seen }]) => `| ${fault} | ${seen} |`);
  assertTable('docs/embedding.md', 'faults', ['| fault | what a reader sees |', '|---|---|', ...rows]);
});

test('the table of blog systems equals what the tests paste', () => {
  const rows = Object.entries({ ...generators, ...wordPress }).map(([system, { paste }]) => `| ${system} | ${paste} |`);
  assertTable('docs/embedding.md', 'blogs', ['| system | what to paste |', '|---|---|', ...rows]);
});

test('every function has been measured (npm run verify -- NAME writes web/page/accuracy.json)', () => {
  assert.deepEqual(Object.keys(accuracy).sort(), catalogue.map(({ name }) => name).sort());
});

test('the first code of the README runs as a module in any folder', () => {
  assert.match(documents['README.md'], /```sh\nnpm install [\w-]+\n```\n\n.*`node \w+\.mjs`.*\n\n```js\nimport /);
});

test('the README counts the functions and names their worst error', () => {
  const [, count] = /^Over (\d+) neural-network activation functions/m.exec(documents['README.md']) ?? [];
  assert.equal(Number(count), Math.floor((catalogue.length - 1) / 10) * 10);
  const [, ulps] = /by more than\s+([\d.]+) ULP/.exec(documents['README.md']) ?? [];
  const worst = Object.values(accuracy).flatMap((entry) =>
    'derivative' in entry ? [entry.value.ulps, entry.derivative.ulps] : [],
  );
  assert.equal(Number(ulps), Math.ceil(100 * Math.max(...worst)) / 100);
});

for (const [path, text] of Object.entries(documents))
  for (const [i, code] of blocks(text, 'js').entries())
    test(`JavaScript ${i + 1} of ${path} runs and computes what its comments say`, async () => {
      const file = urlOf(`build/docs/${path.replace(/\W/g, '-')}-${i}.js`);
      mkdirSync(new URL('.', file), { recursive: true });
      writeFileSync(file, code.replace(/^const /gm, 'export const '));
      const results = await import(file.href);
      for (const [, name, values] of code.matchAll(/^const (\w+) = .*; *\/\/ (\[.*\])$/gm))
        assert.deepEqual(results[name], Float32Array.from(JSON.parse(values)), name);
    });

test('every embedded plot and every query can be parsed', () => {
  const tags = blocks(everything, 'html').flatMap((html) => [
    ...parseHTML(`<body>${html}</body>`).document.querySelectorAll('activation-plot'),
  ]);
  assert.ok(tags.length > 1);
  for (const { attributes } of tags) {
    const words = Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value]));
    for (const word of Object.keys(words))
      assert.ok(
        ActivationPlot.observedAttributes.some((known) => known === word),
        word,
      );
    assert.deepEqual(parsePlot(words).notes, []);
  }
  const queries = [...everything.matchAll(/\?((functions|experiment)=[^"`\s]+)/g)];
  assert.ok(queries.length > 3);
  for (const [, query, first] of queries)
    assert.deepEqual((first === 'functions' ? parsePlot : parseExperiment)(query).notes, [], query);
});

/** The anchors that GitHub gives the headings. @param {string} text */
const anchorsOf = (text) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every link leads to a file and a heading of this repository', () => {
  for (const [path, text] of Object.entries(documents))
    for (const [, link] of text.matchAll(/(?:\]\(|srcset="|src=")((?!\w+:)[^)\s"]+)[)"]/g)) {
      if (/^activation-plot\.js$/.test(link)) continue; // on the reader's server
      const [file, anchor] = link.split('#');
      const target = file ? posix.join(posix.dirname(path), file) : path;
      assert.ok(existsSync(urlOf(target)), `${path}: ${link}`);
      if (anchor) assert.ok(anchorsOf(read(target)).includes(anchor), `${path}: ${link}`);
    }
});

test('CONTRIBUTING.md names every folder of tests that is not a folder of cpp/ or web/ too', () => {
  const rooms = ['cpp', ...readdirSync(urlOf('web'))];
  for (const folder of readdirSync(urlOf('tests')).filter((name) => !name.includes('.') && !rooms.includes(name)))
    assert.match(documents['CONTRIBUTING.md'], new RegExp(`\`(tests/)?${folder}/\``), folder);
});

test('every path that a document names exists', () => {
  const paths = [...everything.matchAll(/(?<![\w./-])(?:cpp|web|tests|tools|docs|examples|\.github)\/[\w./-]*[\w/]/g)];
  assert.ok(paths.length > 50);
  for (const [path] of paths) assert.ok(existsSync(urlOf(path.replace(/[^/]*NAME[^/]*$/, ''))), path);
  const known = ['cpp', 'examples', 'web']
    .flatMap((folder) => readdirSync(urlOf(folder), { recursive: true, encoding: 'utf8' }))
    .map((file) => posix.basename(file));
  for (const [, name] of everything.matchAll(/`([\w-]+\.(?:cpp|h|html|js))`/g)) assert.ok(known.includes(name), name);
});

test('every npm script that a document names exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const names = [...everything.matchAll(/npm run ([\w:]+)|npm (start|test)\b/g)].map((match) => match[1] ?? match[2]);
  assert.ok(names.length > 10);
  for (const name of names) assert.ok(name in scripts, name);
});
