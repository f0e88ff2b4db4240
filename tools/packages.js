/** Packages that have a folder of their own: they are large and seldom needed, or want other versions. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {URL} file @returns {any} */
export function json(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // not installed
  }
}

/**
 * Makes node_modules what package.json wants for this system, and returns whether it is.
 * @param {URL} folder
 * @param {string} what is installed there, for people
 * @param {string[]} [incomplete] packages that their own scripts complete; the others do without theirs
 */
export function install(folder, what, incomplete = []) {
  const { dependencies, optionalDependencies } = json(new URL('package.json', folder));
  const { packages } = json(new URL('package-lock.json', folder));
  const isInstalled = () =>
    Object.entries({ ...dependencies, ...optionalDependencies }).every(([name, version]) => {
      const { os, cpu } = packages[`node_modules/${name}`];
      const isForOthers = (os && !os.includes(process.platform)) || (cpu && !cpu.includes(process.arch));
      return isForOthers || json(new URL(`node_modules/${name}/package.json`, folder)).version === version;
    });
  if (isInstalled()) return true;
  console.log(`Installing ${what} …`);
  const options = { cwd: folder, stdio: /** @type {const} */ ('ignore'), shell: process.platform === 'win32' };
  spawnSync('npm', ['ci', '--ignore-scripts', '--fetch-retries=1'], options);
  if (incomplete.length > 0) spawnSync('npm', ['rebuild', ...incomplete], options);
  return isInstalled();
}
