/** The packed tarball: its files, its size, and that it installs and computes in an empty folder. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { catalogue } from 'activation-kernels';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'activation-kernels-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} cwd @param {string[]} args */
const npm = (cwd, ...args) =>
  execFileSync('npm', [...args, '--cache', join(folder, 'cache')], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

// --ignore-scripts: the files that were built are packed, without another build.
/** @param {string} packed a folder */
const pack = (packed) =>
  JSON.parse(npm(project, 'pack', packed, '--ignore-scripts', '--json', '--pack-destination', folder))[0];
const { filename, files, size, unpackedSize } = pack('.');
const paths = files.map((/** @type {{ path: string }} */ { path }) => path);
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
// The dependencies are packed from node_modules, so that npm asks no registry.
const others = ['chart.js', '@kurkle/color'].map((name) => pack(`./node_modules/${name}`).filename);
npm(folder, 'install', '--offline', '--no-audit', '--no-fund', ...[filename, ...others].map((f) => join(folder, f)));
const installed = join(folder, 'node_modules/activation-kernels');

test('the tarball holds the exported files, types, licences and the README, and nothing else', () => {
  const named = [
    ...['LICENSE', 'README.md', 'dist/THIRD-PARTY-NOTICES.txt', 'package.json'],
    ...['activation-kernels.js', 'activation-plot.js', 'drawing.js', 'kernels.wasm', 'plot.js'].map(
      (name) => `dist/${name}`,
    ),
    ...['svg.js', 'svg.workerd.js', 'workerd.js'].map((name) => `dist/${name}`),
  ];
  const others = paths.filter((/** @type {string} */ path) => !/^dist\/types\/.*\.d\.ts$/.test(path));
  assert.deepEqual(others.sort(), named.sort());
});

test('the tarball is below 290 kB, unpacked below 1 MB', (t) => {
  for (const { path, size: bytes } of files) {
    const gzipped = gzipSync(readFileSync(join(installed, path)), { level: 9 }).length;
    if (!path.endsWith('.d.ts')) t.diagnostic(`${path}: ${bytes} bytes, ${gzipped} gzipped`);
  }
  t.diagnostic(`${filename}: ${size} bytes, ${unpackedSize} unpacked, ${files.length} files`);
  assert.ok(size < 290_000, `${size} bytes`);
  assert.ok(unpackedSize < 1_000_000, `${unpackedSize} bytes`);
});

test('the notices name every bundled project', () => {
  const text = readFileSync(join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['Emscripten', 'musl', 'chart.js 4']) assert.ok(text.includes(name), name);
});

test('the changelog begins with the version of package.json', () => {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const [, newest] = /^## ([\d.]+)/m.exec(readFileSync(join(project, 'CHANGELOG.md'), 'utf8')) ?? [];
  assert.equal(newest, version);
});

test('the package depends on Chart.js only', () => {
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  assert.deepEqual(Object.keys(dependencies), ['chart.js']);
});

test('every export of package.json, and its types, is in the tarball', () => {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const targets of Object.values(exports))
    for (const target of typeof targets === 'string' ? [targets] : Object.values(targets))
      assert.ok(paths.includes(target.replace(/^\.\/|\?.*/g, '')), target);
});

test('tools that do not read exports find the same files', () => {
  const { exports, main, types, alias } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  assert.deepEqual({ ...exports['.'], types, default: main }, exports['.']);
  // Parcel
  const subpaths = ['./plot', './svg', './kernels.wasm'];
  assert.deepEqual(alias, Object.fromEntries(subpaths.map((subpath) => [subpath, exports[subpath].default])));
});

test('the package computes when it is installed in an empty folder', () => {
  const code = `
    import { catalogue, leakyRelu, sample } from 'activation-kernels';
    const y = leakyRelu(Float32Array.of(-2, 3), { negativeSlope: 0.5 });
    console.log(JSON.stringify([[...y], sample('relu').x.length, catalogue.length]));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.deepEqual(JSON.parse(out), [[-1, 3], 401, catalogue.length]);
});

test('the plot can be imported where there is no DOM', () => {
  const code = "import { ActivationPlot } from 'activation-kernels/plot'; console.log(ActivationPlot.name.length > 0)";
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(out, 'true\n');
});

for (const [name, max] of Object.entries({
  'activation-kernels.js': 62_000, // with kernels.wasm in it
  'kernels.wasm': 36_000,
  'activation-plot.js': 95_000,
  'plot.js': 12_000, // without drawing.js, the package and Chart.js, which it imports
  'drawing.js': 12_000, // what plot.js and svg.js share
  'svg.js': 1_000,
}))
  test(`${name} is below ${max} bytes gzipped`, (t) => {
    const bytes = readFileSync(join(installed, 'dist', name));
    const gzipped = gzipSync(bytes, { level: 9 }).length;
    t.diagnostic(`${name}: ${bytes.length} bytes, ${gzipped} gzipped`);
    assert.ok(gzipped < max, `${gzipped} bytes gzipped`);
  });

for (const name of ['activation-kernels.js', 'activation-plot.js'])
  test(`${name} imports nothing, names no Node.js module, and evaluates no text as code`, () => {
    const module = readFileSync(join(installed, 'dist', name), 'utf8');
    for (const forbidden of [/node:/, /\bimport\s*[({*'"]/, /\brequire\b/, /\beval\s*\(/, /\bFunction\s*\(/])
      assert.doesNotMatch(module, forbidden);
  });

for (const [name, expected] of Object.entries({
  'drawing.js': ['./activation-kernels.js'],
  'plot.js': ['./activation-kernels.js', './drawing.js', 'chart.js'],
  'svg.js': ['./activation-kernels.js', './drawing.js'],
  'svg.workerd.js': ['./workerd.js'],
  'workerd.js': ['./kernels.wasm'],
}))
  test(`${name} imports ${expected.join(' and ')} only`, () => {
    const module = readFileSync(join(installed, 'dist', name), 'utf8');
    const imported = [...module.matchAll(/\b(?:from|import)\s*"([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(imported)].sort(), expected);
  });

test('the declarations compile without DOM types', () => {
  writeFileSync(
    join(folder, 'index.ts'),
    "import { ready, relu } from 'activation-kernels';\nready({ wasm: new ArrayBuffer(8) });\nrelu(Float32Array.of(1)).at(0);",
  );
  const options = '--noEmit --strict --module nodenext --target es2022 --lib es2022 --types node --typeRoots'.split(
    ' ',
  );
  const tsc = join(project, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(
    process.execPath,
    [tsc, ...options, join(project, 'node_modules/@types'), 'index.ts'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.equal(status, 0, stdout);
});

test('the declarations compile with TypeScript before 5.7, where typed arrays are not generic', () => {
  for (const path of paths.filter((/** @type {string} */ name) => name.endsWith('.d.ts')))
    assert.doesNotMatch(readFileSync(join(installed, path), 'utf8'), /(Float32|Uint8)Array</, path);
});
