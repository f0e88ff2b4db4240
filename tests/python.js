/** Runs Python programs: by default with the Python that Emscripten needs too, which need not have NumPy. */
import { execFileSync } from 'node:child_process';

/** The program itself: `python3` can be a script of a version manager, which takes longer than most of our programs. */
const python3 = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();

/**
 * What a program prints, as JSON, given `input` as JSON on its standard input.
 * @param {string} program
 * @param {unknown} input
 * @param {{ command: string, environment: Record<string, string> }} [python]  as tools/setup.js found it
 * @returns {any}
 */
export function runPython(program, input, { command, environment } = { command: python3, environment: {} }) {
  const out = execFileSync(command, ['-c', program], {
    input: JSON.stringify(input),
    env: { ...process.env, ...environment, MPLBACKEND: 'Agg' },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return JSON.parse(out);
}
