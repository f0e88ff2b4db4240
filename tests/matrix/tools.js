/** The runtimes, bundlers and checkers of tools/, installed when they are first needed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('tools/', import.meta.url);

/** @param {string} path */
export function json(path, base = folder) {
  return JSON.parse(readFileSync(new URL(path, base), 'utf8'));
}

/** @param {string} path below node_modules */
export const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, folder));

/** The version of a package that is installed. @param {string} name */
export function versionOf(name) {
  try {
    return json(`node_modules/${name}/package.json`).version;
  } catch {
    return undefined;
  }
}

/** @param {string[]} args */
function npm(...args) {
  const options = { cwd: folder, shell: process.platform === 'win32', encoding: /** @type {const} */ ('utf8') };
  const { status, stderr } = spawnSync('npm', args, options);
  if (status !== 0) throw new Error(`npm ${args[0]} failed in tests/matrix/tools/: ${stderr}`);
}

/** Makes node_modules what package.json wants; throws if npm cannot. */
export function install() {
  const { devDependencies, optionalDependencies } = json('package.json');
  const wanted = Object.entries({ ...devDependencies, ...optionalDependencies });
  if (wanted.some(([name, version]) => versionOf(name) !== version)) npm('ci', '--ignore-scripts', '--fetch-retries=1');
  npm('rebuild', 'bun', 'deno'); // incomplete before their own scripts have run; the others need none
}
