// The tests put tests/runtimes/digest.js itself here.
export { digests } from '../../runtimes/digest.js';
