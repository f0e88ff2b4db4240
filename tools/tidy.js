/** clang-tidy over the C++ that the build compiles, headers included: `.clang-tidy` says what it looks for. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { promisify } from 'node:util';
import { project, run } from './setup/shared.js';

const tidy = JSON.parse(readFileSync('.toolchain/clang-tidy.json', 'utf8'));
/** @type {{ file: string, command: string }[]} */
const commands = JSON.parse(readFileSync('build/kernels/compile_commands.json', 'utf8'));
const files = [...new Set(commands.map(({ file }) => file))];
// What em++ adds to the command line of the Clang that it runs.
const flags = run(commands[0].command.split(' ')[0], ['--cflags']).trim().split(' ');
const parameters = ['--quiet', '-p', 'build/kernels', ...flags.map((flag) => `--extra-arg=${flag}`)];

async function work() {
  for (let file = files.pop(); file; file = files.pop())
    try {
      await promisify(execFile)(tidy, [...parameters, file]);
    } catch (error) {
      const { stdout, message } = /** @type {Error & { stdout: string }} */ (error);
      console.error(`${relative(project, file)}:\n${stdout || message}`);
      process.exitCode = 1;
    }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
