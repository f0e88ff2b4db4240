/** The same bits in every engine. tests/browser/ has the same test for browsers. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import accuracy from '../../docs/accuracy.json' with { type: 'json' };
import { node24 } from './node24.js';

const expected = Object.fromEntries(Object.entries(accuracy).map(([name, { digest }]) => [name, digest]));
const engine = node24();

const engines = { [`this Node.js, ${process.version}`]: process.execPath };
if ('program' in engine) engines['Node.js 24'] = engine.program;
else if (process.platform === 'linux') test('Node.js 24 is at hand', () => assert.fail(engine.reason));

const code = `
  const { digests } = await import('${new URL('digest.js', import.meta.url)}');
  console.log(JSON.stringify(await digests(await import('activation-kernels'))));`;
for (const [name, program] of Object.entries(engines))
  test(`${name} computes the bits of docs/accuracy.json (npm run verify renews it)`, () => {
    const cwd = new URL('../..', import.meta.url);
    const output = execFileSync(program, ['--input-type=module', '--eval', code], { cwd, encoding: 'utf8' });
    assert.deepEqual(JSON.parse(output), expected);
  });
