/**
 * `npm run lint`: runs all checks at once, and prints the findings of each when it ends. What passed is remembered in build/,
 * by its content, so that only changes are checked again.
 */
import { exec } from 'node:child_process';
import { promisify } from 'node:util';

const checks = [
  'tsc -p . --incremental --tsBuildInfoFile build/tsc.json',
  'node tools/clang.js',
  'biome check --error-on-warnings .',
  'cspell --quiet --config tools/cspell.json --cache --cache-location build/cspell.json',
  'depcruise --config tools/imports.js web tools tests',
];

await Promise.all(
  checks.map(async (check) => {
    try {
      await promisify(exec)(check, { maxBuffer: Infinity });
      console.log(`passed: ${check}`);
    } catch (error) {
      const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
      console.error(`failed: ${check}\n${stdout}${stderr}`);
      process.exitCode = 1;
    }
  }),
);
