/** A process of its own for each measurement: milliseconds from importing a library to its first result. */
import { onnxRuntime, ours, tensorflow } from './rivals.js';

const library = process.argv[2];
const x = Float32Array.from({ length: 401 }, (_, i) => (i - 200) / 10);
// Only other libraries need the catalogue, for their operator's name. Importing it would shorten our own first result.
const relu = /** @type {import('./rivals.js').Entry} */ (library === 'ours' ? undefined : (await ours()).find('relu'));

/** @type {Record<string, () => unknown>} */
const firstResults = {
  ours: async () => (await ours()).relu(x),
  'TensorFlow.js': async () => (await tensorflow())(relu)?.whole(x),
  'ONNX Runtime': async () => (await (await onnxRuntime())(relu))?.(x),
};
const start = performance.now();
await firstResults[library]();
console.log(performance.now() - start);
process.exit(); // ONNX Runtime keeps a process alive
