/** Applies an activation to the array in each message and sends the result back. Works in browsers and in Node.js. */
import { activation } from 'activation-kernels';

const scope = globalThis.self ?? (await import('node:worker_threads')).parentPort;
scope.onmessage = (/** @type {MessageEvent} */ { data: { name, x, options, answer } }) => {
  try {
    activation(name)(x, { ...options, out: x });
    answer.postMessage(x, [x.buffer]); // transferred, not copied
  } catch (error) {
    answer.postMessage(error);
  }
};
