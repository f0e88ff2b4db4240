/** Prints what the page costs a reader, without limits: `npx playwright test -c tests/bench/figures.config.js`. */
import config from '../playwright.config.js';

const [{ use }] = config.projects ?? [];
export default {
  ...config,
  outputDir: '../../test-results',
  testIgnore: [],
  workers: 1,
  projects: [{ name: 'figures', testMatch: 'figures.spec.js', use }],
};
