/** Chromium, as tools/setup.js found or installed it, at the sizes of a desktop and of a phone. */
import { readFileSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const browsers = readFileSync(new URL('../.toolchain/browsers.json', import.meta.url), 'utf8');

const alone = 'load.spec.js'; // with nothing else at the same time
const figures = 'figures.spec.js'; // which npm run figures prints
const desktop = { viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Nets, not limits: on a busy machine everything takes longer.
  timeout: 300_000,
  retries: 1, // what passes at the second try only is reported as flaky
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: { launchOptions: { executablePath: JSON.parse(browsers).chromium } },
  projects: [
    { name: 'desktop', testIgnore: [alone, figures], use: desktop },
    {
      name: 'phone',
      testIgnore: [alone, figures, 'faults.spec.js', 'fuzz.spec.js', 'languages.spec.js'],
      grepInvert: /every function|API reference|convergence:|learning rate/, // the same at every size
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    { name: 'alone', testMatch: alone, use: desktop, workers: 1, dependencies: ['desktop', 'phone'] },
  ],
});
