/**
 * Every engine computes the same bits of the package and of the lab, and passes the tests of the package. `--write` writes
 * the table in docs/testing.md.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import accuracy from '../../web/page/accuracy.json' with { type: 'json' };
import { complaintsOf, inEveryEngine } from '../browsers/engines.js';
import { html, serve } from '../browsers/site.js';
import { assertTable } from '../tables.js';
import learnt from './lab.json' with { type: 'json' };
import { bun, deno, node24 } from './programs.js';

/** @typedef {Record<string, string>} Digests */
/** @typedef {{ package: Digests, lab: Digests, contract: { count: number, failures: string[] } }} Report */

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const program = path('../../build/engines/contract.js');

await build({
  configFile: false,
  logLevel: 'warn',
  define: { process: '{ env: {} }' }, // which the port of node:assert looks at
  resolve: {
    alias: {
      'activation-kernels': path('../../dist/activation-kernels.js'),
      'node:assert/strict': path('../everywhere/strictAssert.js'),
      'node:test': path('collector.js'),
    },
  },
  build: {
    lib: { entry: path('contract.js'), formats: ['es'], fileName: 'contract' },
    outDir: path('../../build/engines'),
    copyPublicDir: false,
    minify: false,
    target: 'es2022',
    // package.json says that nothing but the plot has side effects, so tests would be left out.
    rolldownOptions: { external: ['node:vm'], treeshake: false },
  },
});

const wanted = {
  package: Object.fromEntries(Object.entries(accuracy).map(([name, { digest }]) => [name, digest])),
  lab: learnt,
};
/** @type {string[]} */
const lines = [];

/** @param {string} engine @param {Report} report */
function check(engine, { contract, ...digests }) {
  assert.deepEqual(contract.failures, []);
  assert.ok(contract.count > 0);
  assert.deepEqual(
    digests,
    wanted,
    'npm run verify renews web/page/accuracy.json, node tests/runtimes/writeLab.js tests/runtimes/lab.json',
  );
  const short = (/** @type {Digests} */ all) =>
    createHash('sha256').update(Object.values(all).join()).digest('hex').slice(0, 8);
  const cells = [engine, `\`${short(digests.package)}\``, `\`${short(digests.lab)}\``, 'all pass'];
  lines.push(`| ${cells.join(' | ')} |`);
}

/** @type {[name: string, engine: { program: string, version: string } | undefined, ...args: string[]][]} */
const programs = [
  ['Node.js', { program: process.execPath, version: process.versions.node }],
  ['Node.js', node24],
  ['Deno', deno, 'run', '--no-prompt'],
  ['Bun', bun],
];
for (const [name, engine, ...args] of programs)
  if (engine)
    test(`${name} ${engine.version}`, async () => {
      const { stdout } = await promisify(execFile)(engine.program, [...args, program], { maxBuffer: 2 ** 24 });
      check(`${name} ${engine.version}`, JSON.parse(stdout));
    });
  else if (process.platform === 'linux') test(`${name} is installed`, () => assert.fail('npm could not install it'));

const site = await serve({
  files: {
    '/index.html': { body: html('', { head: '<script type="module" src="/run.js"></script>' }) },
    '/run.js': { body: "import('/contract.js').finally(() => fetch('/done' + location.search));" },
    '/contract.js': { body: await readFile(program, 'utf8') },
    '/done': { body: '' },
  },
});
inEveryEngine({
  'bits and promises': async (open, engine, version) => {
    const page = await open(`${site.origin}/?${engine}`);
    // Waits without asking the page, which would take time from its work.
    for (let waits = 0; !site.requests.includes(`/done?${engine}`); ++waits) {
      assert.ok(waits < 5000, 'it has not ended');
      await sleep(100);
    }
    assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
    // As text, because WebKit's driver does not keep the order of keys.
    const report = await page.evaluate(() => JSON.stringify(/** @type {any} */ (window).report));
    check(`${engine.replace('WebKit', 'WebKitGTK')} ${version}`, JSON.parse(report));
  },
});

test('the table in docs/testing.md is up to date', () => {
  const [packaged, learned] = [wanted.package, wanted.lab].map((all) => Object.keys(all).length);
  const head = [
    `| | package, ${packaged} digests | lab, ${learned} digests | tests of the package |`,
    '|---|---|---|---|',
  ];
  assertTable('docs/testing.md', 'engines', [...head, ...lines]);
});
