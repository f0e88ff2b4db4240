/** Runs the benchmark in a Worker, or between the page's frames where no Worker can start. */
import { measure } from './benchmark.js';
// @ts-expect-error TypeScript does not know Vite's suffixes: this is the address of the bundled script
import address from './benchmarkWorker.js?worker&url';

/** @typedef {import('./benchmark.js').Table} Table */
/** @typedef {{ functions: import('../package/types.js').PlotFunction[], pass: 'value' | 'backward', size: number }} Request */

/**
 * @param {Request} request @param {AbortSignal} signal whose reason is thrown once it is aborted
 * @param {(share: number) => void} showProgress
 */
export async function runBenchmark(request, signal, showProgress) {
  // An opaque origin cannot start a Worker; trying would be reported as a violation of the content security policy.
  if (origin === 'null') return runInPage(request, signal, showProgress);
  try {
    return await runInWorker(request, signal, showProgress);
  } catch {
    return runInPage(request, signal, showProgress);
  }
}

/**
 * The address in the form that Trusted Types require. The page's Content-Security-Policy allows this policy by its name.
 * @param {string} address @returns {string}
 */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis); // unknown to TypeScript
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('activation-lab', { createScriptURL: () => address });
  return policy.createScriptURL('');
}
/** @type {any} */
let policy;

/** @param {Request} request @param {AbortSignal} signal @param {(share: number) => void} showProgress @returns {Promise<Table>} */
function runInWorker(request, signal, showProgress) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trusted(address), { type: 'module' });
    const end = (/** @type {() => void} */ settle) => {
      worker.terminate();
      settle();
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // else the browser would report the error as one of the page
      end(() => reject(new Error('no Worker')));
    });
    worker.addEventListener('message', ({ data }) => {
      if (data.table) end(() => resolve(data.table));
      else showProgress(data.share);
    });
    signal.addEventListener('abort', () => end(() => reject(signal.reason)));
    worker.postMessage(request);
  });
}

/** @param {Request} request @param {AbortSignal} signal @param {(share: number) => void} showProgress */
async function runInPage({ functions, pass, size }, signal, showProgress) {
  signal.throwIfAborted();
  const steps = measure(functions, pass, size);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    showProgress(step.value);
  }
}
