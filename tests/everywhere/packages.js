/** The packages of this folder, which only `npm run test:everywhere` needs and `node tools/setup.js everywhere` installs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const load = createRequire(import.meta.url);

/** @param {string} path below node_modules */
export const pathOf = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

/** @param {string} name of a package @returns {string | undefined} undefined where npm has none for this system */
export function versionOf(name) {
  try {
    return JSON.parse(readFileSync(pathOf(`${name}/package.json`), 'utf8')).version;
  } catch {
    return undefined;
  }
}
