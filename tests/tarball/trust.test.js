/** Third-party code: which packages are published, under which licences, and what the workflows run. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'acorn';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** @param {string} folder @param {RegExp} name */
const filesIn = (folder, name) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => `${folder}/${path}`);
/** Licences that only ask for their text to be passed on. */
const allowed = ['MIT', 'BSD-3-Clause', 'MIT AND OFL-1.1', 'Apache-2.0'];

/** The packages that each folder contains: those that the sources import, and their dependencies. */
const shipped = {
  dist: ['chart.js'], // tools/build.js leaves @kurkle/color out
  site: [
    '@expo-google-fonts/stix-two-math',
    'chart.js',
    'devlop',
    'highlight.js',
    'lowlight',
    'mathjax-full', // the outlines of formulas in pictures
    'workbox-core',
    'workbox-precaching',
    'workbox-routing',
    'workbox-strategies',
  ],
};

for (const [folder, packages] of Object.entries(shipped))
  test(`the notices of ${folder} have the name, version and licence of each package, and of Emscripten`, () => {
    const [, emscripten, ...others] = read(`${folder}/THIRD-PARTY-NOTICES.txt`).split(`\n${'-'.repeat(80)}\n\n`);
    assert.match(emscripten, /^Emscripten, Copyright .* and musl, Copyright .*\n\nPermission is hereby granted/);
    assert.deepEqual(
      others,
      packages.map((name) => {
        const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`));
        assert.ok(allowed.includes(license), `${name}: ${license}`);
        const files = readdirSync(new URL(`../../node_modules/${name}`, import.meta.url)).filter((n) =>
          /^license/i.test(n),
        );
        return [`${name} ${version}`, ...files.sort().map((file) => read(`node_modules/${name}/${file}`))].join('\n\n');
      }),
    );
  });

test('no other package is imported, depended on or copied', () => {
  const imported = filesIn('web', /\.js$/)
    .flatMap((path) => parse(read(path), { ecmaVersion: 'latest', sourceType: 'module' }).body)
    .flatMap((part) => ('source' in part && part.source ? [String(part.source.value)] : []))
    .filter((name) => !name.startsWith('.'));
  /** @type {[string, { dev?: true }][]} */
  const locked = Object.entries(JSON.parse(read('package-lock.json')).packages);
  const needed = locked.filter(([path, { dev }]) => path && !dev).map(([path]) => path.replace('node_modules/', ''));
  const copied = filesIn('site', /\.js$/).flatMap((path) =>
    [...read(path).matchAll(/\/\*[*!]\s*\*? ?(\S+) v\d+\.\d+\.\d+\n/g)].map(([, name]) => name),
  );
  const packages = imported.map((name) => name.split('/')[0]);
  assert.deepEqual([...new Set(packages)].sort(), [
    'chart.js',
    ...['highlight.js', 'lowlight', 'workbox-core', 'workbox-precaching', 'workbox-routing'],
  ]);
  assert.deepEqual(needed, ['@kurkle/color', 'chart.js']);
  assert.deepEqual(copied, []);
});

test('the API reference contains the licences of TypeDoc and of lunr, which TypeDoc bundles', () => {
  assert.match(read('site/api/assets/LICENSE.txt'), /Apache License\n\s+Version 2\.0/);
  assert.equal(JSON.parse(read('node_modules/typedoc/package.json')).license, 'Apache-2.0');
  const [, bundled] = read('site/api/assets/main.js').split('/*! Bundled license information:');
  assert.deepEqual(
    [...bundled.matchAll(/^(\S+):$/gm)].map(([, file]) => file),
    ['lunr/lunr.js'],
  );
  assert.match(bundled, /@license MIT/);
});

const workflows = filesIn('.github/workflows', /\.ya?ml$/);
test('workflows pin actions by commit and declare their permissions', () => {
  assert.ok(workflows.length > 1);
  for (const path of workflows) {
    const uses = [...read(path).matchAll(/\buses: *(.*)/g)].map(([, action]) => action);
    assert.ok(uses.length > 0, path);
    for (const action of uses) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, path);
    const jobs = read(path)
      .split(/^jobs:$/m)[1]
      .split(/^ {2}(?=\w)/m)
      .slice(1);
    for (const job of jobs) assert.match(job, /^ {4}permissions:$/m, path);
  }
});

test('a release is audited, tested, built twice and published with provenance', () => {
  const steps = [...read('.github/workflows/release.yml').matchAll(/run: (.*?)(?: #.*)?$/gm)].map(([, run]) => run);
  const order = [
    'npm audit --omit=dev',
    'npm audit signatures',
    'npm test',
    'node tools/repeat.js',
    'npm@11 publish --provenance',
  ];
  const places = order.map((command) => steps.findIndex((run) => run.includes(command)));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(!places.includes(-1), steps.join('\n'));
});

test('every lock file records a hash and no address for each package', () => {
  for (const path of ['', 'tests/bench/peers/', 'tests/everywhere/']) {
    /** @type {[string, { integrity?: string, resolved?: string, link?: boolean }][]} */
    const packages = Object.entries(JSON.parse(read(`${path}package-lock.json`)).packages);
    for (const [name, { integrity, resolved }] of packages.slice(1)) {
      assert.match(integrity ?? '', /^sha512-/, `${path}${name}`);
      assert.equal(resolved, undefined, `${path}${name}`);
    }
  }
});
