/** Node.js 24 from npm, which has it for some systems, installed into this folder. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('.', import.meta.url);
const { optionalDependencies } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
const system = process.platform === 'win32' ? 'win' : process.platform;
const name = `node-${system}-${process.arch}`;
const program = fileURLToPath(new URL(`node_modules/${name}/bin/node${system === 'win' ? '.exe' : ''}`, folder));

/** The program, or a sentence that says why there is none. @returns {{ program: string, version: string } | { reason: string }} */
export function node24() {
  if (!(name in optionalDependencies))
    return { reason: `npm has no Node.js 24 for ${process.platform} on ${process.arch}` };
  if (!existsSync(program)) {
    const options = { cwd: folder, shell: process.platform === 'win32', encoding: /** @type {const} */ ('utf8') };
    const { stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--fetch-retries=1'], options);
    if (!existsSync(program)) return { reason: `npm could not install Node.js 24: ${stderr}` };
  }
  return { program, version: optionalDependencies[name] };
}
