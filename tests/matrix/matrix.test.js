/**
 * The packed tarball as its users have it: installed into an empty folder by npm, Deno or Bun, then run, bundled and opened.
 * `node tests/matrix/matrix.test.js --write` writes what passed into the README.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { createServer, version as viteVersion } from 'vite';
import accuracy from '../../docs/accuracy.json' with { type: 'json' };
import { file as readmeFile, withTable } from '../../tools/readme.js';
import { node24 } from '../engines/node24.js';
import { serve } from './serve.js';
import { install, json, tool, versionOf } from './tools.js';

const project = new URL('../..', import.meta.url);
const expected = Object.fromEntries(Object.entries(accuracy).map(([name, { digest }]) => [name, digest]));

install();
const newNode = node24();
const temporary = await mkdtemp(join(tmpdir(), 'activation-kernels-'));
process.on('exit', () => rmSync(temporary, { recursive: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await mkdir(join(temporary, 'registry/@kurkle'), { recursive: true });
const registry = await serve(join(temporary, 'registry'));
const { chromium: executablePath } = JSON.parse(await readFile(new URL('.toolchain/browsers.json', project), 'utf8'));
const browser = await chromium.launch({ executablePath });
after(async () => {
  await browser.close();
  registry.close();
});

const env = {
  ...process.env,
  npm_config_registry: registry.address,
  NPM_CONFIG_REGISTRY: registry.address,
  npm_config_cache: join(temporary, 'npm'),
  npm_config_audit: 'false', // the registry here knows nothing of it
  DENO_DIR: join(temporary, 'deno'),
  DENO_NO_UPDATE_CHECK: '1',
  BUN_INSTALL_CACHE_DIR: join(temporary, 'bun'),
};

/** What a program prints. @param {string} cwd @param {string} program @param {string[]} args */
async function run(cwd, program, ...args) {
  const shell = process.platform === 'win32' && program === 'npm';
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd, env, shell, timeout: 120_000 });
    return stdout;
  } catch (error) {
    const { message, stdout } = /** @type {any} */ (error);
    throw new Error(`${message}\n${stdout}`);
  }
}

/** @param {string} cwd @param {string} path @param {string[]} args */
const runTool = (cwd, path, ...args) => run(cwd, process.execPath, tool(path), ...args);

// A registry that has the tarball, and what the package depends on.
const packages = ['.', './node_modules/chart.js', './node_modules/@kurkle/color'];
const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', join(temporary, 'registry')];
const packed = JSON.parse(await run(fileURLToPath(project), 'npm', ...pack, ...packages));
for (const [i, { name, version, filename, integrity }] of packed.entries()) {
  const dist = { tarball: registry.address + filename, integrity };
  const versions = { [version]: { ...json(`${packages[i]}/package.json`, project), dist } };
  const about = JSON.stringify({ name, 'dist-tags': { latest: version }, versions });
  await writeFile(join(temporary, 'registry', name), about);
}
const tarball = join(temporary, 'registry', packed[0].filename);

let folders = 0;
/** An empty folder with the package and the user's files. @param {string[]} installation */
async function folderWith(...installation) {
  const folder = join(temporary, `${++folders}`);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const [program, ...args] = installation.length > 0 ? installation : ['npm', 'install'];
  await run(folder, program, ...args, 'activation-kernels');
  await cp(new URL('project', import.meta.url), folder, { recursive: true });
  await copyFile(new URL('../engines/digest.js', import.meta.url), join(folder, 'digest.js'));
  return folder;
}

/** For what leaves nothing behind. */
const shared = await folderWith();

const columns = {
  kernels: '`import`',
  require: '`require`',
  worker: 'Worker',
  serviceWorker: 'Service Worker',
  wasm: '`kernels.wasm`',
  plot: 'plot',
};
/** @typedef {keyof typeof columns} Column */
/** @type {Map<string, Column[] | undefined>} */
const rows = new Map();

/** @param {string} name @param {Column[]} cells @param {() => Promise<Partial<Record<Column, unknown>>>} results */
function row(name, cells, results) {
  rows.set(name, undefined);
  test(`${name}: ${cells.join(', ')}`, async () => {
    assert.deepEqual(await results(), Object.fromEntries(cells.map((cell) => [cell, expected])));
    rows.set(name, cells);
  });
}

/**
 * @param {string} name @param {string} program @param {Partial<Record<Column, string[]>>} runs
 * @param {string[]} installation
 */
function runtime(name, program, runs, ...installation) {
  row(name, /** @type {Column[]} */ (Object.keys(runs)), async () => {
    const folder = await folderWith(...installation);
    /** @type {Partial<Record<Column, unknown>>} */
    const results = {};
    for (const [cell, args] of Object.entries(runs))
      results[/** @type {Column} */ (cell)] = JSON.parse(await run(folder, program, ...args));
    return results;
  });
}

const onNode = { kernels: ['kernels.js'], require: ['require.cjs'], worker: ['thread.js'], wasm: ['bytes.js'] };
const onDeno = {
  kernels: ['run', '--no-prompt', 'kernels.js'],
  require: ['run', '--no-prompt', '--allow-read', 'require.cjs'],
  worker: ['run', '--no-prompt', '--allow-read', 'webWorker.js'],
  wasm: ['run', '--no-prompt', '--allow-read', 'bytes.js'],
};
const deno = tool(`deno/deno${process.platform === 'win32' ? '.exe' : ''}`);
const bun = tool('bun/bin/bun.exe'); // on every system
runtime(`Node.js ${process.versions.node}`, process.execPath, onNode);
if ('program' in newNode) runtime(`Node.js ${newNode.version}`, newNode.program, onNode);
runtime(`Deno ${versionOf('deno')}`, deno, onDeno, deno, 'add', '--npm');
runtime(`Bun ${versionOf('bun')}`, bun, { ...onNode, worker: ['webWorker.js'] }, bun, 'add');

test('CommonJS imports the package', async () => {
  assert.deepEqual(JSON.parse(await run(await shared, process.execPath, 'import.cjs')), expected);
});

/**
 * What a page computes and draws. Nothing that it asks for may be missing, and nothing may complain.
 * @param {string} address @param {Column[]} cells
 */
async function open(address, cells, wanted = /\.js$/) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.url()} is missing`));
  /** @type {string[]} */
  const addresses = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    addresses.push(pathname);
    if (!address.startsWith(origin) && origin !== 'null') complaints.push(`${request.url()} is elsewhere`); // null: data:
  });
  await page.goto(address);
  /** @type {Partial<Record<Column, unknown>>} */
  const results = {};
  for (const cell of cells) {
    const found = await page
      .waitForFunction(
        ([cell]) => {
          if (cell !== 'plot') return document.body.dataset[cell];
          const canvas = document.querySelector('activation-plot')?.shadowRoot?.querySelector('canvas');
          const { data } =
            (canvas?.width && canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)) || {};
          // A curve has a colour; axes are grey.
          return data?.some((value, i) => i % 4 === 0 && Math.abs(value - data[i + 2]) > 60) && 'true';
        },
        [cell],
      )
      .catch((error) => assert.fail([`no ${cell}: ${error.message}`, ...complaints].join('\n')));
    results[cell] = cell === 'plot' ? expected : JSON.parse(`${await found.jsonValue()}`);
  }
  assert.deepEqual(complaints, []);
  assert.ok(
    addresses.some((address) => wanted.test(address)),
    `${wanted} is not among ${addresses}`,
  );
  await page.close();
  return results;
}

/** @param {string} address @param {Column[]} cells */
async function visit(address, cells) {
  const results = await open(
    address,
    cells.filter((cell) => cell !== 'wasm'),
  );
  if (cells.includes('wasm')) results.wasm = (await open(`${address}?wasm`, ['kernels'], /\.wasm$/)).kernels;
  return results;
}

/**
 * @param {string} name @param {Column[]} cells @param {(folder: string) => Promise<unknown>} build
 * @param {{ dist?: string, headers?: Record<string, string> }} [options]
 */
function page(name, cells, build, { dist = 'dist', headers } = {}) {
  row(name, cells, async () => {
    const folder = await folderWith();
    await build(folder);
    const server = await serve(join(folder, dist), headers);
    try {
      return await visit(server.address, cells);
    } finally {
      server.close();
    }
  });
}

/** @param {string} file @param {[from: string | RegExp, to: string][]} changes */
async function change(file, ...changes) {
  const text = changes.reduce((text, [from, to]) => text.replaceAll(from, to), await readFile(file, 'utf8'));
  await writeFile(file, text);
}

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

/** @type {Column[]} */
const bundled = ['kernels', 'worker', 'wasm', 'plot'];
/** The line of address.js. @param {string} folder @param {string} line */
const address = (folder, line) => writeFile(join(folder, 'address.js'), line);

row(`Vite ${viteVersion}, dev server`, bundled, async () => {
  const root = await folderWith();
  await address(root, "export { default } from 'activation-kernels/kernels.wasm?url';");
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  await server.listen();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer?.address() ?? {});
  try {
    return await visit(`http://127.0.0.1:${port}/`, bundled);
  } finally {
    await server.close();
  }
});
page(`Vite ${viteVersion}, build`, bundled, async (folder) => {
  await address(folder, "export { default } from 'activation-kernels/kernels.wasm?url';");
  await run(folder, process.execPath, fileURLToPath(new URL('node_modules/vite/bin/vite.js', project)), 'build');
});
page(`webpack ${versionOf('webpack')}`, bundled, async (folder) => {
  await address(folder, "export default new URL('activation-kernels/kernels.wasm', import.meta.url);");
  await runTool(folder, 'webpack/bin/webpack.js', '--mode', 'production', './index.js');
  await copyFile(join(folder, 'index.html'), join(folder, 'dist/index.html'));
  await change(join(folder, 'dist/index.html'), ['type="module" src="./index.js"', 'defer src="main.js"']);
});
page(`Rollup ${versionOf('rollup')}`, bundled, async (folder) => {
  await runTool(folder, 'rollup/dist/bin/rollup', '-p', 'node-resolve', '-d', 'dist', 'index.js', 'worker.js');
  await copyFile(join(folder, 'index.html'), join(folder, 'dist/index.html'));
  await copyFile(join(folder, 'node_modules/activation-kernels/dist/kernels.wasm'), join(folder, 'dist/kernels.wasm'));
});
page(`esbuild ${versionOf('esbuild')}`, bundled, async (folder) => {
  await address(folder, "export { default } from 'activation-kernels/kernels.wasm';");
  const options = ['--bundle', '--format=esm', '--loader:.wasm=file', '--outdir=dist'];
  await runTool(folder, 'esbuild/bin/esbuild', ...options, 'index.js', 'worker.js');
  await copyFile(join(folder, 'index.html'), join(folder, 'dist/index.html'));
});
page(`Parcel ${versionOf('parcel')}`, bundled, async (folder) => {
  await address(folder, "export default new URL('npm:activation-kernels/kernels.wasm', import.meta.url);");
  await runTool(folder, 'parcel/lib/bin.js', 'build', '--no-cache', 'index.html');
});

/** @type {Record<string, (entry: string) => string[]>} */
const bundlers = {
  esbuild: (entry) => ['esbuild/bin/esbuild', '--bundle', '--format=esm', `--outfile=dist/${entry}`, entry],
  Rollup: (entry) => ['rollup/dist/bin/rollup', '-p', 'node-resolve', '-o', `dist/${entry}`, entry],
};
for (const [name, command] of Object.entries(bundlers))
  test(`${name} leaves out the plot where it is not imported, and keeps it where nothing of it is used`, async () => {
    const folder = await shared;
    for (const [entry, draws] of /** @type {const} */ ([
      ['relu.js', false],
      ['plot.js', true],
    ])) {
      const [path, ...args] = command(entry);
      await runTool(folder, path, ...args);
      const text = await readFile(join(folder, 'dist', entry), 'utf8');
      for (const trace of ['customElements', 'Chart.js'])
        assert.equal(text.includes(trace), draws, `${trace} in ${entry}`);
    }
    assert.equal(await run(folder, process.execPath, 'dist/relu.js'), '0 2\n');
  });

test('publint finds nothing', async () => {
  await runTool(temporary, 'publint/src/cli.js', 'run', tarball, '--strict');
});

test('the types are not wrong', async () => {
  const options = ['--profile', 'esm-only', '--no-definitely-typed', '--exclude-entrypoints', 'kernels.wasm']; // bytes
  await runTool(temporary, '@arethetypeswrong/cli/dist/index.js', tarball, ...options);
});

const ours = fileURLToPath(new URL('node_modules/typescript/bin/tsc', project));
// The types' checker brings one in which Float32Array is not generic.
const older = tool('typescript/bin/tsc');
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
    await run(await shared, process.execPath, compiler, ...args, ...files);
  });

/** @param {string} text */
const withoutVersions = (text) => new Set(text.replace(/ \d+(\.\d+)+/g, '').split('\n'));

test('the README tells it', async () => {
  const lines = [`| | ${Object.values(columns).join(' | ')} |`, `|---|${':-:|'.repeat(Object.keys(columns).length)}`];
  for (const [name, cells] of rows) {
    assert.ok(cells, `${name} did not pass`);
    const marks = Object.keys(columns).map((column) => (cells.includes(/** @type {Column} */ (column)) ? '✓' : '–'));
    lines.push(`| ${name} | ${marks.join(' | ')} |`);
  }
  const present = await readFile(readmeFile, 'utf8');
  const wanted = withTable(present, 'matrix', 'npm run matrix', lines);
  if (process.argv.includes('--write')) await writeFile(readmeFile, wanted);
  // Other versions than then pass too, and the second Node.js is not there on every system.
  else assert.deepEqual(withoutVersions(present), withoutVersions(wanted), 'npm run matrix renews it');
});
