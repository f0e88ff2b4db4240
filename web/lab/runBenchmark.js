/** Measuring in a Worker, or where none may start, as in a frame without an origin, between the page's frames. */
import { measure } from './benchmark.js';
// @ts-expect-error TypeScript does not know Vite's suffixes: this is the address of the bundled script
import address from './benchmarkWorker.js?worker&url';

/** @typedef {import('./benchmark.js').Table} Table */
/** @typedef {{ functions: import('../package/types.js').PlotFunction[], pass: 'value' | 'backward', size: number }} Order */

/**
 * @param {Order} order @param {AbortSignal} signal @param {(share: number) => void} progress
 * @returns {Promise<Table | undefined>} undefined once it is aborted
 */
export async function timed(order, signal, progress) {
  if (origin === 'null') return between(order, signal, progress); // no policy need be told of a vain try
  try {
    return await inWorker(order, signal, progress);
  } catch {
    return between(order, signal, progress);
  }
}

/**
 * The address as pages under Trusted Types want it, which TypeScript does not know; their policy names this one.
 * @param {string} address @returns {string}
 */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('activation-lab', { createScriptURL: () => address });
  return policy.createScriptURL('');
}
/** @type {any} */
let policy;

/** @param {Order} order @param {AbortSignal} signal @param {(share: number) => void} progress @returns {Promise<Table | undefined>} */
function inWorker(order, signal, progress) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trusted(address), { type: 'module' });
    const end = (/** @type {() => void} */ settle) => {
      worker.terminate();
      settle();
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // or it would be the page's too
      end(() => reject(new Error('no Worker')));
    });
    worker.addEventListener('message', ({ data }) => {
      if (data.table) end(() => resolve(data.table));
      else progress(data.share);
    });
    signal.addEventListener('abort', () => end(() => resolve(undefined)));
    worker.postMessage(order);
  });
}

/** @param {Order} order @param {AbortSignal} signal @param {(share: number) => void} progress */
async function between({ functions, pass, size }, signal, progress) {
  const steps = measure(functions, pass, size);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    const step = steps.next();
    if (step.done) return step.value;
    progress(step.value);
  }
}
