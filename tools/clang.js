/**
 * Checks the C++ with clang-format and clang-tidy, which `.clang-format` and `.clang-tidy` configure.
 * `node tools/clang.js --fix` formats it instead.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { project, run } from './setup/shared.js';

process.chdir(project);
const sources = ['cpp', 'tests/cpp', 'tests/bench'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(h|cpp)$/.test(path) && !path.includes('node_modules'))
    .map((path) => join(folder, path)),
);
const isFixing = process.argv[2] === '--fix';
const format = 'node_modules/clang-format-node/build/cli.js';
const { status } = spawnSync(
  process.execPath,
  [format, ...(isFixing ? ['-i'] : ['--dry-run', '--Werror']), ...sources],
  {
    stdio: 'inherit',
  },
);
if (status !== 0) process.exitCode = 1;
if (!isFixing) await tidy();

/** Checks what the build compiles, headers included. */
async function tidy() {
  const program = JSON.parse(readFileSync('.toolchain/clang-tidy.json', 'utf8'));
  const folder = 'build/kernels';
  /** @type {{ file: string }[]} */
  const commands = JSON.parse(readFileSync(`${folder}/compile_commands.json`, 'utf8'));
  const files = [...new Set(commands.map(({ file }) => file))];
  const read = ['.clang-tidy', '.toolchain/emscripten.cmake', `${folder}/compile_commands.json`, ...sources];
  const hash = createHash('sha256').update(run(program, ['--version']));
  for (const path of read) hash.update(path).update(readFileSync(path));
  const state = hash.digest('hex');
  const passed = 'build/clang-tidy';
  if (existsSync(passed) && readFileSync(passed, 'utf8') === state) return;
  const toolchain = readFileSync('.toolchain/emscripten.cmake', 'utf8');
  const compiler = `${/include\(\[\[(.*)\/cmake\//.exec(toolchain)?.[1]}/em++`;
  // The options that em++ adds to the compiler commands. It quotes options with spaces.
  const flags = run(compiler, ['--cflags']).match(/"[^"]*"|\S+/g) ?? [];
  const parameters = ['--quiet', '-p', folder, ...flags.map((flag) => `--extra-arg=${flag.replaceAll('"', '')}`)];
  const work = async () => {
    for (let file = files.pop(); file; file = files.pop())
      try {
        await promisify(execFile)(program, [...parameters, file]);
      } catch (error) {
        const { stdout, message } = /** @type {Error & { stdout: string }} */ (error);
        console.error(`${relative(project, file)}:\n${stdout || message}`);
        process.exitCode = 1;
      }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (!process.exitCode) writeFileSync(passed, state);
}
