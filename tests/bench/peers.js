/** Installs the packages that the benchmark compares with into peers/. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const folder = new URL('peers/', import.meta.url);

/** @param {string} file */
const changed = (file) => statSync(new URL(file, folder), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const isInstalled = () => changed('node_modules/.package-lock.json') > changed('package-lock.json');

/** Returns whether all packages are installed. */
export function install() {
  if (isInstalled()) return true;
  console.log('Installing TensorFlow.js and ONNX Runtime Web (210 MB) in tests/bench/peers/ …');
  const options = { cwd: folder, stdio: /** @type {const} */ ('ignore'), shell: process.platform === 'win32' };
  spawnSync('npm', ['ci', '--ignore-scripts', '--fetch-retries=1'], options);
  return isInstalled();
}
