/** Installs the rivals into peers/. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const folder = new URL('peers/', import.meta.url);

/** @param {string} file */
function json(file) {
  try {
    return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  } catch {
    return {}; // not installed
  }
}

/** Makes node_modules what package.json wants, and returns whether it is. */
export function install() {
  /** @type {Record<string, string>} */
  const wanted = json('package.json').dependencies;
  const isComplete = () =>
    Object.entries(wanted).every(([name, version]) => json(`node_modules/${name}/package.json`).version === version);
  if (isComplete()) return true;
  console.log('Installing TensorFlow.js and ONNX Runtime Web (210 MB) in tests/bench/peers/ …');
  // None of these packages needs its install script.
  const options = { cwd: folder, stdio: /** @type {const} */ ('ignore'), shell: process.platform === 'win32' };
  spawnSync('npm', ['ci', '--ignore-scripts', '--fetch-retries=1'], options);
  return isComplete();
}
