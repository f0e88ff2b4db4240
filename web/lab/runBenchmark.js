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
  signal.throwIfAborted();
  // An opaque origin cannot start a Worker; trying would be reported as a violation of the content security policy.
  const table = origin === 'null' ? undefined : await runInWorker(request, signal, showProgress);
  return table ?? runInPage(request, signal, showProgress);
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

/** A Worker; undefined if the browser or a policy forbids it. */
function startWorker() {
  try {
    return new Worker(trusted(address), { type: 'module' });
  } catch {}
}

/**
 * @param {Request} request @param {AbortSignal} signal @param {(share: number) => void} showProgress
 * @returns {Promise<Table | undefined>} undefined if no Worker can start
 */
async function runInWorker(request, signal, showProgress) {
  const worker = startWorker();
  if (!worker) return;
  try {
    return await new Promise((resolve, reject) => {
      // The Worker's own errors arrive as messages: this one says that its script could not be loaded.
      worker.addEventListener('error', (event) => {
        event.preventDefault(); // else the browser would report the error as one of the page
        resolve(undefined);
      });
      worker.addEventListener('message', ({ data: { share, table, note } }) => {
        if (note) reject(Object.assign(new Error(note.message), note));
        else if (table) resolve(table);
        else showProgress(share);
      });
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}

/** @param {Request} request @param {AbortSignal} signal @param {(share: number) => void} showProgress */
async function runInPage({ functions, pass, size }, signal, showProgress) {
  const steps = measure(functions, pass, size);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    showProgress(step.value);
  }
}
