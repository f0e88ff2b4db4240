/** The package's declarations, and the API reference of them. */
import { copyFile, cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {(command: string, ...args: string[]) => Promise<void>} Run ends the program if the command fails */

/** Writes dist/types. TypeScript 7.0 would drop the descriptions of typedefs. @param {Run} run */
export async function writeTypes(run) {
  await run(process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tools/tsconfig.package.json');
  await copyFile('build/kernels/kernels.d.ts', 'dist/types/build/kernels/kernels.d.ts'); // tsc emits none for it
  await cp('web/element/types', 'dist/types/web/element/types', { recursive: true });
  const { exports } = JSON.parse(await readFile('package.json', 'utf8'));
  await keepReachable(
    'dist/types',
    Object.values(exports).flatMap(({ types }) => (types ? [types.replace('./dist/types/', '')] : [])),
  );
}

/** Writes site/api. @param {Run} run */
export async function writeReference(run) {
  await run(process.execPath, 'node_modules/typedoc/bin/typedoc', '--options', 'tools/typedoc.config.js');
  await copyFile('node_modules/typedoc/LICENSE', 'site/api/assets/LICENSE.txt'); // of the script and the style sheet beside it
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
