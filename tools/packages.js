/** Packages that have a folder of their own: they are large and seldom needed, or want other versions. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {URL} file @returns {any} */
function json(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // not installed
  }
}

/**
 * Makes node_modules what package.json wants, and returns whether it is.
 * @param {URL} folder
 * @param {string} what is installed there, for people
 */
export function install(folder, what) {
  /** @type {Record<string, string>} */
  const wanted = json(new URL('package.json', folder)).dependencies;
  const isComplete = () =>
    Object.entries(wanted).every(
      ([name, version]) => json(new URL(`node_modules/${name}/package.json`, folder)).version === version,
    );
  if (isComplete()) return true;
  console.log(`Installing ${what} …`);
  // None of these packages needs its install script.
  const options = { cwd: folder, stdio: /** @type {const} */ ('ignore'), shell: process.platform === 'win32' };
  spawnSync('npm', ['ci', '--ignore-scripts', '--fetch-retries=1'], options);
  return isComplete();
}
