// The tests put tests/runtimes/digest.js itself here.
export { digests, pictures } from '../../runtimes/digest.js';
