/** Node.js 24, Deno and Bun from npm, installed into this folder. */
import { fileURLToPath } from 'node:url';
import { install, json } from '../../tools/packages.js';

const folder = new URL('.', import.meta.url);
const isWindows = process.platform === 'win32';
const exe = isWindows ? '.exe' : '';

install(folder, 'Node.js 24, Deno and Bun (390 MB) in tests/runtimes/', ['bun', 'deno']);

/**
 * @param {string} name of a package @param {string} path of the program in it
 * @returns {{ program: string, version: string } | undefined} none if npm has none for this system, or could not be reached
 */
function find(name, path) {
  const { version } = json(new URL(`node_modules/${name}/package.json`, folder));
  return version && { program: fileURLToPath(new URL(`node_modules/${name}/${path}`, folder)), version };
}

export const node24 = find(`node-${isWindows ? 'win' : process.platform}-${process.arch}`, `bin/node${exe}`);
export const deno = find('deno', `deno${exe}`);
export const bun = find('bun', 'bin/bun.exe'); // on every system
