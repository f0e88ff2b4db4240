/** The other libraries, loaded from peers/. */
import { createRequire } from 'node:module';
import { model } from './onnx.js';

/** @typedef {import('../../web/catalogue.js').Entry} Entry */
/** @typedef {typeof import('../../web/index.js')} Package */

const peer = createRequire(new URL('peers/', import.meta.url));

/** @param {Entry} entry */
const defaults = ({ parameters }) => parameters.map((parameter) => parameter.default);

/** @returns {Promise<Package>} what npm ships */
export const ours = () => import(new URL('../../dist/activation-kernels.js', import.meta.url).href);

/**
 * TensorFlow.js on one thread.
 * @returns {Promise<(entry: Entry) => Tensorflow | undefined>} undefined: it lacks the activation
 * @typedef {object} Tensorflow
 * @property {(x: Float32Array) => Float32Array} whole from array to array
 * @property {(x: Float32Array) => { run(): void, y(): Float32Array, release(): void }} op on a tensor that is in its memory already
 */
export async function tensorflow() {
  const tf = peer('@tensorflow/tfjs-core');
  peer('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  return (entry) => {
    const name = entry.aliases.tfjs.find((alias) => /^tf\.\w+$/.test(alias))?.slice('tf.'.length);
    if (!name) return undefined;
    const op = tf[name];
    const parameters = defaults(entry);
    return {
      whole(x) {
        const input = tf.tensor1d(x);
        const output = op(input, ...parameters);
        const y = output.dataSync();
        input.dispose();
        output.dispose();
        return y;
      },
      op(x) {
        const input = tf.tensor1d(x);
        return {
          run: () => op(input, ...parameters).dispose(),
          y: () => op(input, ...parameters).dataSync(),
          release: () => input.dispose(),
        };
      },
    };
  };
}

/** @typedef {(x: Float32Array) => Promise<Float32Array>} Onnx */
/**
 * ONNX Runtime Web on one thread.
 * @returns {Promise<(entry: Entry) => Promise<Onnx | undefined>>}
 */
export async function onnxRuntime() {
  const ort = peer('onnxruntime-web');
  ort.env.wasm.numThreads = 1;
  return async (entry) => {
    const [operator] = entry.aliases.onnx;
    if (!operator) return undefined;
    const session = await ort.InferenceSession.create(model(operator, defaults(entry)), {
      executionProviders: ['wasm'],
    });
    return async (x) => (await session.run({ x: new ort.Tensor('float32', x, [x.length]) })).y.data;
  };
}
