/**
 * The packed tarball as users have it: installed by npm, Deno or Bun, and then run, bundled and opened in a browser.
 * `--write` writes the table of passed tests in docs/testing.md.
 */
import assert from 'node:assert/strict';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pathOf } from '../everywhere/packages.js';
import { bun, deno, node24 } from '../runtimes/programs.js';
import { assertTable } from '../tables.js';
import { browser, change, columns, expected, page, row, rows } from './rows.js';
import { install, installed, project, run, runTool, tarball, temporary } from './user.js';

/** @typedef {import('./rows.js').Column} Column */

/**
 * @param {string} name @param {string} program @param {Partial<Record<Column, string[]>>} runs
 * @param {string[]} installation
 */
function runtime(name, program, runs, ...installation) {
  row(name, /** @type {Column[]} */ (Object.keys(runs)), async () => {
    const folder = installation.length > 0 ? await install(...installation) : installed;
    /** @type {Partial<Record<Column, unknown>>} */
    const results = {};
    for (const [cell, args] of Object.entries(runs))
      results[/** @type {Column} */ (cell)] = JSON.parse(await run(folder, program, ...args));
    return results;
  });
}

const onNode = {
  kernels: ['kernels.js'],
  require: ['require.cjs'],
  worker: ['thread.js'],
  wasm: ['bytes.js'],
  svg: ['pictures.js'],
};
const onDeno = {
  kernels: ['run', '--no-prompt', 'kernels.js'],
  require: ['run', '--no-prompt', '--allow-read', 'require.cjs'],
  worker: ['run', '--no-prompt', '--allow-read', 'webWorker.js'],
  wasm: ['run', '--no-prompt', '--allow-read', 'bytes.js'],
  svg: ['run', '--no-prompt', 'pictures.js'],
};
runtime(`Node.js ${process.versions.node}`, process.execPath, onNode);
if (node24) runtime(`Node.js ${node24.version}`, node24.program, onNode);
if (deno) runtime(`Deno ${deno.version}`, deno.program, onDeno, deno.program, 'add', '--npm');
if (bun) runtime(`Bun ${bun.version}`, bun.program, { ...onNode, worker: ['webWorker.js'] }, bun.program, 'add');

test('CommonJS imports the package', async () => {
  assert.deepEqual(JSON.parse(await run(installed, process.execPath, 'import.cjs')), expected);
});

/** @param {string} folder */
async function withoutBundler(folder) {
  for (const name of ['activation-kernels.js', 'activation-plot.js', 'kernels.wasm'])
    await copyFile(join(folder, 'node_modules/activation-kernels/dist', name), join(folder, name));
  for (const name of ['index.js', 'worker.js', 'serviceWorker.js'])
    await change(
      join(folder, name),
      ["'activation-kernels'", "'./activation-kernels.js'"],
      ["'activation-kernels/plot'", "'./activation-plot.js'"],
    );
  const scripts = ['trusted', 'service', 'index'].map((name) => `<script type="module" src="${name}.js"></script>`);
  await change(join(folder, 'index.html'), [/<script.*/g, scripts.join('\n')]);
}

const chromiumRow = `Chromium ${browser.version()}`;
page(chromiumRow, ['kernels', 'worker', 'serviceWorker', 'wasm', 'plot'], withoutBundler, { dist: '' });
const policy = [
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src data:",
  "require-trusted-types-for 'script'",
].join('; ');
page(`${chromiumRow}, strict CSP`, ['kernels', 'worker', 'serviceWorker', 'plot'], withoutBundler, {
  dist: '',
  headers: { 'content-security-policy': policy },
});

await import('./bundlers.js');
await import('./frameworks.js');

test('publint finds nothing', async () => {
  const { publint } = await import(pathToFileURL(pathOf('publint/src/index-node.js')).href);
  const { messages } = await publint({ pack: { tarball: (await readFile(tarball)).buffer }, strict: true });
  // Bundlers look this name up in `exports` as it is; it is no file.
  const query = ['exports', './kernels.wasm?module', 'default'];
  const isQuery = (/** @type {{ path: string[] }} */ { path }) => path.join() === query.join();
  assert.deepEqual(
    messages.filter((/** @type {any} */ message) => !isQuery(message)),
    [],
  );
});

test('the types are not wrong', async () => {
  const options = [
    '--profile',
    'esm-only',
    '--no-definitely-typed',
    '--exclude-entrypoints',
    'kernels.wasm',
    'kernels.wasm?module',
  ];
  await runTool(temporary, '@arethetypeswrong/cli/dist/index.js', tarball, ...options);
});

const ours = fileURLToPath(new URL('node_modules/typescript/bin/tsc', project));
// The package that checks the types contains a TypeScript in which Float32Array is not generic.
const older = pathOf('typescript/bin/tsc');
/** @type {[compiler: string, options: string, ...files: string[]][]} */
const compilations = [
  [ours, '--module esnext --moduleResolution bundler', 'program.ts'],
  [older, '--module esnext --moduleResolution bundler', 'program.ts'],
  [ours, '--module node16', 'program.ts'],
  [ours, '--module nodenext', 'program.ts', 'program.cts'],
];
for (const [compiler, options, ...files] of compilations)
  test(`TypeScript ${compiler === ours ? '' : 'before 5.7 '}compiles ${files} with ${options}`, async () => {
    const args = `--strict --noEmit --target es2022 ${options}`.split(' ');
    await run(installed, process.execPath, compiler, ...args, ...files);
  });

test('the table in docs/testing.md is up to date', () => {
  const lines = [`| | ${Object.values(columns).join(' | ')} |`, `|---|${':-:|'.repeat(Object.keys(columns).length)}`];
  for (const [name, cells] of rows) {
    assert.ok(cells, `${name} did not pass`);
    const marks = Object.keys(columns).map((column) => (cells.includes(/** @type {Column} */ (column)) ? '✓' : '–'));
    lines.push(`| ${name} | ${marks.join(' | ')} |`);
  }
  assertTable('docs/testing.md', 'matrix', lines);
});
