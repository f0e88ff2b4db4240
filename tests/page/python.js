/** The Python that tools/setup.js found for the tests: it reads XML, and runs programs with NumPy and matplotlib. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @type {import('../../tools/setup/python.js').Python} */
const { command, environment } = JSON.parse(
  readFileSync(new URL('../../.toolchain/python.json', import.meta.url), 'utf8'),
);

/**
 * What a program prints, as JSON, given `input` as JSON on its standard input.
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
