/** Node.js 24, Deno and Bun from npm. */
import { pathOf, versionOf } from '../everywhere/packages.js';

const isWindows = process.platform === 'win32';
const exe = isWindows ? '.exe' : '';

/**
 * @param {string} name of a package @param {string} path of the program in it
 * @returns {{ program: string, version: string } | undefined} undefined where npm has none for this system
 */
function find(name, path) {
  const version = versionOf(name);
  return version ? { program: pathOf(`${name}/${path}`), version } : undefined;
}

export const node24 = find(`node-${isWindows ? 'win' : process.platform}-${process.arch}`, `bin/node${exe}`);
export const deno = find('deno', `deno${exe}`);
export const bun = find('bun', 'bin/bun.exe'); // its name on every system
