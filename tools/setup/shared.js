/** What the set-up steps share: where they write, how they run programs and what they say. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));
/** The one folder, ignored by git, that the set-up writes to (besides `node_modules/`). */
export const toolchain = join(project, '.toolchain');

/** @param {string} line */
export const log = (line) => console.log(line);

/**
 * Runs a program and returns what it printed.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ cwd?: string, timeout?: number }} [options]
 * @returns {string}
 */
export function run(program, parameters, { cwd = project, timeout } = {}) {
  const { error, status, signal, stdout, stderr } = spawnSync(program, parameters, {
    cwd,
    timeout,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error) throw error;
  if (status === 0) return stdout;
  const lastLines = (stderr.trim() || stdout.trim()).split('\n').slice(-8).join('\n  ');
  throw new Error(`${program} ended with ${signal ?? `exit code ${status}`}:\n  ${lastLines}`);
}

/**
 * The path of a program on the PATH.
 * @param {string} name
 */
export function which(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} version  such as 3.1.69
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  return version.localeCompare(minimum, 'en', { numeric: true }) >= 0;
}

/** @param {string} text  that names a version somewhere */
export const versionIn = (text) => /\d+\.\d+\.\d+/.exec(text)?.[0] ?? '0';

/**
 * Deletes a file or a folder. It may take several tries: what an interrupted set-up had started can still be writing.
 * @param {string} path
 */
export const remove = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });

/** The text of a file, empty if it cannot be read. @param {string} file */
export function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
