/** The packed tarball: what is in it, how large it is, and that it installs and computes in an empty folder. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

// --ignore-scripts: what is packed is what was built.
const [{ filename, files }] = JSON.parse(
  npm(project, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder),
);
const paths = files.map((/** @type {{ path: string }} */ { path }) => path);
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
npm(folder, 'install', '--offline', '--no-audit', '--no-fund', join(folder, filename));
const installed = join(folder, 'node_modules/activation-kernels');

test('the tarball holds dist, package.json, README.md and LICENSE, and nothing else', () => {
  const outside = paths.filter((/** @type {string} */ path) => !path.startsWith('dist/'));
  assert.deepEqual(outside.sort(), ['LICENSE', 'README.md', 'package.json']);
  for (const path of paths) assert.match(path, /^(LICENSE|README\.md|package\.json|dist\/.*\.(js|d\.ts))$/);
});

test('it installs without any other package', () => {
  const others = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  assert.deepEqual(others, ['activation-kernels']);
});

test('what package.json exports is in the tarball, types too', () => {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const targets of Object.values(exports))
    for (const target of Object.values(targets)) assert.ok(paths.includes(target.replace('./', '')), target);
});

test('installed in an empty folder, it computes', () => {
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

test('the module is below 150 kB, 45 kB gzipped', (t) => {
  const bytes = readFileSync(join(installed, 'dist/activation-kernels.js'));
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  t.diagnostic(`dist/activation-kernels.js: ${bytes.length} bytes, ${gzipped} gzipped`);
  assert.ok(bytes.length < 150_000, `${bytes.length} bytes`);
  assert.ok(gzipped < 45_000, `${gzipped} bytes gzipped`);
});

test('the module imports nothing, names no module of Node, and makes no code from text', () => {
  const module = readFileSync(join(installed, 'dist/activation-kernels.js'), 'utf8');
  for (const forbidden of [/node:/, /\bimport\s*[({*'"]/, /\brequire\b/, /\beval\s*\(/, /\bFunction\s*\(/])
    assert.doesNotMatch(module, forbidden);
});

test('the declarations suit TypeScript before 5.7, where Float32Array is not generic', () => {
  for (const path of paths.filter((/** @type {string} */ name) => name.endsWith('.d.ts')))
    assert.doesNotMatch(readFileSync(join(installed, path), 'utf8'), /Float32Array</, path);
});
