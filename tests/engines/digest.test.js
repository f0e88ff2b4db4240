/** The same bits in every engine. tests/browser/ has the same test for browsers. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import accuracy from '../../docs/accuracy.json' with { type: 'json' };
import learnt from '../../docs/lab.json' with { type: 'json' };
import { catalogue } from '../../web/catalogue.js';
import { node24 } from './node24.js';

const expected = Object.fromEntries(Object.entries(accuracy).map(([name, { digest }]) => [name, digest]));
const engine = node24();

const engines = { [`this Node.js, ${process.version}`]: process.execPath };
if ('program' in engine) engines['Node.js 24'] = engine.program;
else if (process.platform === 'linux') test('Node.js 24 is at hand', () => assert.fail(engine.reason));

/** @param {string} program @param {string} code that logs JSON */
function run(program, code) {
  const cwd = new URL('../..', import.meta.url);
  return JSON.parse(execFileSync(program, ['--input-type=module', '--eval', code], { cwd, encoding: 'utf8' }));
}

const kernels = `
  const { digests } = await import('${new URL('digest.js', import.meta.url)}');
  console.log(JSON.stringify(await digests(await import('activation-kernels'))));`;
const lab = `
  const { labDigests } = await import('${new URL('labDigest.js', import.meta.url)}');
  const network = await import('${new URL('../../web/lab/network.js', import.meta.url)}');
  console.log(JSON.stringify(await labDigests(network, ${JSON.stringify(Object.keys(learnt))})));`;
for (const [name, program] of Object.entries(engines)) {
  test(`${name} computes the bits of docs/accuracy.json (npm run verify renews it)`, () => {
    assert.deepEqual(run(program, kernels), expected);
  });
  test(`${name} learns the bits of docs/lab.json (node tools/labDigests.js renews it)`, () => {
    assert.deepEqual(run(program, lab), learnt);
  });
}

test('docs/lab.json has every elementwise activation', () => {
  const elementwise = catalogue.filter(({ kind }) => kind === 'elementwise').map(({ name }) => name);
  assert.deepEqual(Object.keys(learnt), elementwise);
});
