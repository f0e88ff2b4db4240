/** The other libraries, imported from peers/. */
import { createRequire } from 'node:module';
import { onnxCompositions, tensorflowCompositions } from './compositions.js';
import { model } from './onnx.js';

/** @typedef {import('../../web/package/catalogue.js').Entry} Entry */
/** @typedef {typeof import('../../web/package/index.js')} Package */

const peer = createRequire(new URL('peers/', import.meta.url));

/** @param {Entry} entry */
const defaults = ({ parameters }) => parameters.map((parameter) => parameter.default);

/** @param {Float32Array} x @param {number} [columns] the length of the rows, if x holds rows */
const shape = (x, columns) => (columns ? [x.length / columns, columns] : [x.length]);

/** @returns {Promise<Package>} what npm ships */
export const ours = () => import(new URL('../../dist/activation-kernels.js', import.meta.url).href);

/** TensorFlow.js itself, on one thread. @returns {Promise<any>} */
export async function tensorflowCore() {
  const tf = peer('@tensorflow/tfjs-core');
  peer('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  return tf;
}

/**
 * TensorFlow.js's activations.
 * @returns {Promise<(entry: Entry) => Tensorflow | undefined>} undefined: it lacks the activation
 * @typedef {object} Tensorflow
 * @property {(x: Float32Array, columns?: number) => Float32Array} whole from array to array
 * @property {(x: Float32Array, columns?: number) => { run(): void, y(): Float32Array, release(): void }} op on a
 *   tensor that is in its memory already
 */
export async function tensorflow() {
  const tf = await tensorflowCore();
  const compositions = tensorflowCompositions(tf);
  return (entry) => {
    const name = entry.aliases.tfjs.find((alias) => /^tf\.\w+$/.test(alias))?.slice('tf.'.length) ?? '';
    const composition = compositions[entry.name];
    const parameters = defaults(entry);
    if (!composition && !name) return undefined;
    /** @param {any} input */
    const op = (input) =>
      composition ? tf.tidy(() => composition(input, ...parameters)) : tf[name](input, ...parameters);
    return {
      whole(x, columns) {
        const input = tf.tensor(x, shape(x, columns));
        const output = op(input);
        const y = output.dataSync();
        input.dispose();
        output.dispose();
        return y;
      },
      op(x, columns) {
        const input = tf.tensor(x, shape(x, columns));
        return { run: () => op(input).dispose(), y: () => op(input).dataSync(), release: () => input.dispose() };
      },
    };
  };
}

/** @typedef {(x: Float32Array, columns?: number) => Promise<Float32Array>} Onnx */
/**
 * ONNX Runtime Web on one thread.
 * @returns {Promise<(entry: Entry) => Promise<Onnx | undefined>>}
 */
export async function onnxRuntime() {
  const ort = peer('onnxruntime-web');
  ort.env.wasm.numThreads = 1;
  return async (entry) => {
    const [operator] = entry.aliases.onnx;
    const parameters = defaults(entry);
    const attributes = Object.fromEntries(parameters.map((value, i) => [['alpha', 'beta'][i], value]));
    const graph = onnxCompositions[entry.name]?.(...parameters) ?? (operator && [[['y'], operator, ['x'], attributes]]);
    if (!graph) return undefined;
    const session = await ort.InferenceSession.create(model(graph), { executionProviders: ['wasm'] });
    return async (x, columns) => (await session.run({ x: new ort.Tensor('float32', x, shape(x, columns)) })).y.data;
  };
}
