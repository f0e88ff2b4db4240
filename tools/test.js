/**
 * `npm test` runs what every change must pass. `npm run test:everywhere` adds what is slow, needs more downloads and
 * seldom fails: the folders of its parts, the tests in Chromium that are tagged `@everywhere`, and all cases of fuzzing.
 * Both run the parts in turn, end at the first that fails, and name the slowest.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const node = 'node --test --test-concurrency=2';
const chromium = 'npx playwright test -c tests/playwright.config.js';

/** @type {Record<string, Record<string, string>>} */
const tiers = {
  test: {
    'set-up': 'node tools/setup.js test',
    build: 'node tools/build.js',
    lint: 'npm run lint',
    'C++': 'cmake --workflow --preset tests',
    'C++ with sanitizers': 'cmake --workflow --preset sanitize',
    'Node.js': `${node} ${['package', 'element', 'lab', 'page', 'messages', 'tools', 'tarball'].map((room) => `tests/${room}/*.test.js`).join(' ')}`,
    Chromium: `${chromium} --project=desktop --project=phone`,
  },
  everywhere: {
    'set-up': 'node tools/setup.js everywhere',
    build: 'node tools/build.js',
    'runtimes and NumPy': `${node} tests/runtimes/*.test.js`,
    bundlers: 'node --test tests/projects/*.test.js',
    blogs: 'node --test --test-concurrency=2 tests/blogs/*.test.js',
    'three browsers': 'node --test --test-concurrency=3 tests/browsers/*.test.js',
    'more in Chromium': `${chromium} --project="everywhere*"`,
    'fuzzing in Node.js': 'node --test tests/package/fuzz.test.js',
    load: 'node --test tests/load/*.test.js',
    Lighthouse: 'node tests/lighthouse/lighthouse.js',
  },
};

const tier = process.argv[2] ?? 'test';
const options = {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  shell: true,
  stdio: /** @type {const} */ ('inherit'),
  env: { FUZZ: tier === 'test' ? '0.05' : '1', ...process.env },
};
/** @type {[part: string, seconds: number][]} */
const times = [];
let failed = '';
for (const [part, command] of Object.entries(tiers[tier])) {
  console.log(`\n${tier}, part ${times.length + 1} of ${Object.keys(tiers[tier]).length}: ${part}`);
  const start = performance.now();
  const { status } = spawnSync(command, options);
  times.push([part, (performance.now() - start) / 1000]);
  if (status === 0) continue;
  failed = `${part} failed: ${command}`;
  break;
}

console.log('\nSeconds, the slowest part first:');
for (const [part, seconds] of times.sort((a, b) => b[1] - a[1]))
  console.log(`${seconds.toFixed(0).padStart(5)} ${part}`);
console.log(failed || `All tests passed${missing()}.`);
process.exitCode = failed ? 1 : 0;

/** What the set-up for `everywhere` could not find, so that its tests were skipped. */
function missing() {
  if (tier !== 'everywhere') return '';
  const found = JSON.parse(readFileSync(new URL('../.toolchain/browsers.json', import.meta.url), 'utf8'));
  const names = Object.entries({ firefox: 'Firefox', webkit: 'WebKitGTK', python: 'NumPy', blogs: 'blog software' });
  const absent = names.filter(([key]) => !found[key]).map(([, name]) => name);
  return absent.length > 0 ? `, except those that need ${absent.join(' and ')}, which were skipped` : '';
}
