/** Runs the benchmark in a Worker, where it does not block the page. */
import { measure } from './benchmark.js';

addEventListener('message', ({ data: { functions, pass, size } }) => {
  const steps = measure(functions, pass, size);
  for (let step = steps.next(); ; step = steps.next()) {
    postMessage(step.done ? { table: step.value } : { share: step.value });
    if (step.done) break;
  }
});
