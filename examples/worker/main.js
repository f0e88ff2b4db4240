/** Runs activations in a Worker, so that the page stays responsive. Works in browsers and in Node.js. */
const Worker = globalThis.Worker ?? (await import('node:worker_threads')).Worker;

export function start() {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  return {
    /**
     * f(x). The buffer of x moves to the Worker, so x is empty afterwards.
     * @param {string} name @param {Float32Array<ArrayBuffer>} x @param {object} [options] @returns {Promise<Float32Array>}
     */
    call: (name, x, options) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          port1.close();
          if (data instanceof Error) reject(data);
          else resolve(data);
        };
        worker.postMessage({ name, x, options, answer: port2 }, [x.buffer, port2]);
      }),
    stop: () => worker.terminate(),
  };
}
