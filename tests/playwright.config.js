/** Chromium, as tools/setup.js found or installed it, at the sizes of a desktop and of a phone. */
import { readFileSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const browsers = readFileSync(new URL('../.toolchain/browsers.json', import.meta.url), 'utf8');

const load = 'load.spec.js'; // measures memory, so nothing else may run at the same time
const figures = 'figures.spec.js'; // has a configuration of its own, tests/bench/figures.config.js
// These set the size themselves, or are the same at every size.
const desktopOnly = [
  'contexts',
  'documents',
  'embed',
  'faults',
  'fuzz',
  'handles',
  'heights',
  'languages',
  'reading',
  'toSVG',
].map((name) => `${name}.spec.js`);
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

/**
 * `npm test` runs the projects `desktop` and `phone`: the tests tagged `@phone` are those that a small touch screen can make
 * fail. `npm run test:everywhere` runs the others: the tests tagged `@everywhere`, which are slow and seldom fail, the rest of
 * the tests at the size of a phone, all cases of fuzzing, and load.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  testIgnore: [load, figures],
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 3, // more than cores, because tests also wait
  // Generous: on a busy machine everything takes longer.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  // A service worker would answer what tests intercept; offline.spec.js allows it.
  use: {
    actionTimeout: 60_000,
    serviceWorkers: 'block',
    launchOptions: { executablePath: JSON.parse(browsers).chromium },
  },
  projects: [
    { name: 'desktop', grepInvert: /@everywhere/, use: desktop },
    { name: 'phone', grep: /@phone/, grepInvert: /@everywhere/, use: phone },
    { name: 'everywhere', grep: /@everywhere/, use: desktop },
    { name: 'everywhere-phone', grepInvert: /@phone/, testIgnore: [load, figures, ...desktopOnly], use: phone },
    { name: 'everywhere-fuzz', testMatch: 'fuzz.spec.js', use: desktop },
    {
      name: 'everywhere-load',
      testIgnore: figures,
      testMatch: load,
      use: desktop,
      workers: 1,
      dependencies: ['everywhere', 'everywhere-phone', 'everywhere-fuzz'],
    },
  ],
});
