// The tests put tests/engines/digest.js itself here.
export { digests } from '../../engines/digest.js';
