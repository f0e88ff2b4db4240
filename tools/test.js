/** `npm test`: sets up, builds and runs every part of the tests, and says how long each took. It ends at what fails. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const parts = {
  'set up': 'node tools/setup.js test',
  build: 'node tools/build.js',
  lint: 'npm run lint',
  'C++': 'npm run test:cpp',
  'package, page and load in Node.js': 'npm run test:web',
  'runtimes and bundlers': 'npm run test:matrix',
  'three browsers': 'npm run test:embed',
  'the page in Chromium': 'npm run test:browser',
};

const cwd = fileURLToPath(new URL('..', import.meta.url));
/** @type {[string, number][]} */
const times = [];
let failed = '';
for (const [part, command] of Object.entries(parts)) {
  const start = performance.now();
  const { status } = spawnSync(command, { cwd, shell: true, stdio: 'inherit' });
  times.push([part, (performance.now() - start) / 1000]);
  if (status === 0) continue;
  failed = `${part} failed: ${command}`;
  break;
}

console.log('\nSeconds, the slowest part first:');
for (const [part, seconds] of times.sort((a, b) => b[1] - a[1]))
  console.log(`${seconds.toFixed(0).padStart(5)} ${part}`);
console.log(failed || 'All tests passed.');
process.exitCode = failed ? 1 : 0;
