/** Installs the rivals, and Node.js 24 if it is asked for, into peers/. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('peers/', import.meta.url);

/** @param {string} file */
function json(file) {
  try {
    return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  } catch {
    return {}; // not installed
  }
}

const { dependencies, optionalDependencies } = json('package.json');
const system = process.platform === 'win32' ? 'win' : process.platform;
const name = `node-${system}-${process.arch}`;

/** Node.js 24, which npm has for some systems, and where the program lies once it is installed. */
export const node24 = {
  isOffered: name in optionalDependencies,
  program: fileURLToPath(new URL(`node_modules/${name}/bin/node${system === 'win' ? '.exe' : ''}`, folder)),
};

/**
 * Makes node_modules what package.json wants, and returns whether it is.
 * @param {boolean} withNode
 */
export function install(withNode) {
  /** @type {Record<string, string>} */
  const wanted = { ...dependencies, ...(withNode && node24.isOffered && { [name]: optionalDependencies[name] }) };
  const isComplete = () =>
    Object.entries(wanted).every(([name, version]) => json(`node_modules/${name}/package.json`).version === version);
  if (isComplete()) return true;
  const what = 'TensorFlow.js and ONNX Runtime Web (210 MB)';
  console.log(`Installing ${what}${withNode ? ' and Node.js 24 (190 MB)' : ''} in tests/bench/peers/ …`);
  // None of these packages needs its install script.
  const options = ['--ignore-scripts', '--fetch-retries=1', ...(withNode ? [] : ['--omit=optional'])];
  spawnSync('npm', ['ci', ...options], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
  return isComplete();
}
