/** Answers each message with an activation of its array; in a browser and in Node. */
import { activation } from 'activation-kernels';

const around = globalThis.self ?? (await import('node:worker_threads')).parentPort;
around.onmessage = ({ data: { name, x, options, answer } }) => {
  try {
    activation(name)(x, { ...options, out: x });
    answer.postMessage(x, [x.buffer]); // handed over, not copied
  } catch (error) {
    answer.postMessage(error);
  }
};
