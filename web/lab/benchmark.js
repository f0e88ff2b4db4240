/** How long functions take here: loops written by hand beside the kernels, taking turns. */
import { find } from '../package/catalogue.js';
import { failure } from '../package/errors.js';
import { activation } from '../package/kernels.js';
import { loops } from './loops.js';

/** @typedef {import('../package/types.js').PlotFunction} PlotFunction */
/** @typedef {{ median: number, low: number, high: number }} Spread the quartiles are `low` and `high` */
/** @typedef {{ name: string, loop: Spread, kernel: Spread, ratio: number }} Timing nanoseconds per element */
/** @typedef {{ size: number, pass: 'value' | 'backward', timings: Timing[] }} Table */

const rounds = 15;

/**
 * Milliseconds between two times that the clock can tell apart: browsers make it coarse. The least of some, as the page can
 * lose the processor during any of them, for longer than all that is measured takes.
 */
function resolution() {
  const steps = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (let i = 0; i < 1e7; ++i) {
      const step = performance.now() - start;
      if (step > 0) return step;
    }
    throw failure('noClock', 'the clock stands still');
  });
  return Math.min(...steps);
}

/** @param {number[]} values @returns {Spread} */
export function spreadOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))];
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/**
 * Measures, and yields the share done after each step, of some ten milliseconds.
 * @param {PlotFunction[]} functions that have a loop
 * @param {'value' | 'backward'} pass
 * @param {number} size
 * @returns {Generator<number, Table>}
 */
export function* measure(functions, pass, size) {
  // Many arrays in turn: a processor learns the signs of a short one that comes again and again by heart.
  const count = Math.max(1, Math.floor(2 ** 18 / size));
  const numbers = Float32Array.from({ length: size * count }, () => Math.random() * 12 - 6);
  const arrays = Array.from({ length: count }, (_, i) => numbers.subarray(i * size, (i + 1) * size));
  const out = new Float32Array(size);
  const contenders = functions.flatMap(({ name, parameters }) => {
    const given = (find(name)?.parameters ?? []).map((p) => parameters[p.name]);
    const [a, b] = given;
    const options = { ...parameters, out };
    const f = activation(name);
    const { value, backward } = loops[name];
    /** @type {((x: Float32Array) => unknown)[]} */
    const runs =
      pass === 'value'
        ? [(x) => value(x, out, a, b), (x) => f(x, options)]
        : [(x) => backward(arrays[0], x, out, a, b), (x) => f.backward(arrays[0], x, options)];
    return runs.map((run) => ({ run, passes: 1, times: /** @type {number[]} */ ([]) }));
  });

  // Long enough that the clock's steps do not matter.
  const block = Math.max(2, 20 * resolution());
  const timed = (/** @type {typeof contenders[number]} */ contender) => {
    for (;;) {
      const start = performance.now();
      for (let pass = 0; pass < contender.passes; ++pass) for (const x of arrays) contender.run(x);
      const time = performance.now() - start;
      if (time >= block) return time;
      contender.passes *= 2; // also later: engines make faster what runs often
    }
  };
  const steps = contenders.length * (rounds + 1);
  let done = 0;
  for (const contender of contenders) {
    timed(contender);
    yield ++done / steps;
  }
  for (let round = 0; round < rounds; ++round) {
    // A new order each time, or everyone would always find the caches as the same one leaves them.
    const order = contenders.map((contender) => ({ contender, place: Math.random() }));
    for (const { contender } of order.sort((a, b) => a.place - b.place)) {
      const time = timed(contender); // may change `passes`
      contender.times.push((time * 1e6) / (contender.passes * count * size));
      yield ++done / steps;
    }
  }
  const timings = functions.map(({ name }, i) => {
    const [loop, kernel] = contenders.slice(2 * i, 2 * i + 2).map(({ times }) => times);
    const ratio = spreadOf(loop.map((time, round) => time / kernel[round])).median;
    return { name, loop: spreadOf(loop), kernel: spreadOf(kernel), ratio };
  });
  return { size, pass, timings };
}

/** Whether the middle halves are so wide that a comparison says little. @param {Table} table */
export const isNoisy = ({ timings }) =>
  timings.some(({ loop, kernel }) => [loop, kernel].some(({ low, median, high }) => high - low > median / 2));
