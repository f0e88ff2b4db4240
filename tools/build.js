/**
 * Builds the project: `node tools/build.js` everything, `node tools/build.js kernels` only what a development server
 * needs. Set-up (tools/setup.js) comes first.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { output } from '../vite.config.js';
import { writeCode, writeExports, writeWasm } from './exports.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`build: ${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}

/** @param {string} entry @param {string} name a file of its own, nothing beside it, nothing imported */
async function bundle(entry, name) {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      lib: { entry, formats: ['es'], fileName: () => name },
      outDir: 'dist',
      emptyOutDir: false,
      ...output,
    },
  });
  const bytes = await readFile(`dist/${name}`);
  console.log(`dist/${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
}

run('cmake', '--preset', 'kernels', '--log-level=WARNING');
run('cmake', '--build', '--preset', 'kernels');
await writeExports();
await writeWasm();
await writeCode();

if (process.argv[2] !== 'kernels') {
  await rm('dist', { recursive: true, force: true });
  await bundle('web/index.js', 'activation-kernels.js');
  await bundle('web/activation-plot.js', 'activation-plot.js');
  run(process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json');
  await copyFile('build/kernels/kernels.d.ts', 'dist/types/build/kernels/kernels.d.ts'); // tsc emits none for it
  await build({ logLevel: 'warn' });
  await copyFile('dist/activation-plot.js', 'site/activation-plot.js'); // for whoever embeds a plot
}
