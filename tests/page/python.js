/** Runs the Python that tools/setup.js found, which has NumPy and matplotlib. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @type {import('../../tools/setup/python.js').Python} */
const { command, environment } = JSON.parse(
  readFileSync(new URL('../../.toolchain/python.json', import.meta.url), 'utf8'),
);

/**
 * Runs a program with `input` as JSON on its standard input, and returns the JSON that it prints.
 * @param {string} program @param {unknown} input @returns {any}
 */
export function runPython(program, input) {
  const out = execFileSync(command, ['-c', program], {
    input: JSON.stringify(input),
    env: { ...process.env, ...environment, MPLBACKEND: 'Agg' },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return JSON.parse(out);
}
