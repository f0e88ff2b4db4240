/** The package's declarations, and the API reference of them, with tools that TypeScript 7 is too new for. */
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { install } from './packages.js';

const programs = 'tools/api/node_modules';

/** @typedef {(command: string, ...args: string[]) => void} Run ends the program if the command fails */

/** Writes dist/types. TypeScript 7.0 would lose what is said of the types themselves. @param {Run} run */
export async function writeTypes(run) {
  if (!install(new URL('api/', import.meta.url), 'TypeDoc (50 MB) in tools/api/'))
    throw new Error('npm could not install TypeDoc in tools/api/: check the network connection, then run this again.');
  run(process.execPath, `${programs}/typescript/bin/tsc`, '-p', 'tools/tsconfig.package.json');
  await copyFile('build/kernels/kernels.d.ts', 'dist/types/build/kernels/kernels.d.ts'); // tsc emits none for it
  await keepReachable('dist/types', ['web/package/index.d.ts', 'web/element/activation-plot.d.ts']);
}

/** Writes site/api. @param {Run} run */
export async function writeReference(run) {
  run(process.execPath, `${programs}/typedoc/bin/typedoc`, '--options', 'tools/api/typedoc.config.js');
  await copyFile(`${programs}/typedoc/LICENSE`, 'site/api/assets/LICENSE.txt'); // of the script and the style sheet beside it
}

/** Deletes the declarations that nothing public needs. @param {string} folder @param {string[]} entries */
async function keepReachable(folder, entries) {
  const reached = new Set(entries.map((entry) => join(folder, entry)));
  for (const file of reached)
    for (const [, path] of (await readFile(file, 'utf8')).matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g))
      reached.add(join(file, '..', `${path}.d.ts`));
  for (const path of await readdir(folder, { recursive: true }))
    if (path.endsWith('.d.ts') && !reached.has(join(folder, path))) await rm(join(folder, path));
}
