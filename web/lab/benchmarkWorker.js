/** Runs the benchmark in a Worker, where it does not block the page. */
import { noteOf } from '../package/errors.js';
import { measure } from './benchmark.js';

addEventListener('message', ({ data: { functions, pass, size } }) => {
  try {
    const steps = measure(functions, pass, size);
    let step = steps.next();
    for (; !step.done; step = steps.next()) postMessage({ share: step.value });
    postMessage({ table: step.value });
  } catch (error) {
    postMessage({ note: noteOf(error) });
  }
});
