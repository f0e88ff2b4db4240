/** `npm run figures`: what the page costs a reader, printed and not judged. */
import config from '../playwright.config.js';

const [{ use }] = config.projects ?? [];
export default { ...config, workers: 1, projects: [{ name: 'figures', testMatch: 'figures.spec.js', use }] };
