/** Measures how long functions take in this browser: hand-written loops and kernels, in turns. */
import { shortLabels } from '../element/scene.js';
import { labNotes } from '../messages/en.js';
import { find } from '../package/catalogue.js';
import { codedError } from '../package/errors.js';
import { activation } from '../package/kernels.js';
import { loops } from './loops.js';

/** @typedef {import('../package/types.js').PlotFunction} PlotFunction */
/** @typedef {{ low: number, median: number, high: number }} Spread the quartiles */
/** @typedef {{ label: string, loop: Spread, kernel: Spread, ratio: number }} Timing nanoseconds per element */
/** @typedef {{ size: number, pass: 'value' | 'backward', timings: Timing[] }} Table */
/** @typedef {import('../messages/en.js').Cost} Cost */

const rounds = 15;

/**
 * The resolution of the clock in milliseconds; browsers make it coarse. The minimum of several steps, because the page may
 * lose the processor during one of them for longer than the whole benchmark takes.
 */
function clockResolution() {
  const steps = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (let i = 0; i < 1e7; ++i) {
      const step = performance.now() - start;
      if (step > 0) return step;
    }
    throw codedError(labNotes, 'noClock');
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
 * Yields the share done after each step of about ten milliseconds.
 * @param {PlotFunction[]} functions all elementwise
 * @param {'value' | 'backward'} pass
 * @param {number} size
 * @returns {Generator<number, Table>}
 */
export function* measure(functions, pass, size) {
  // Many arrays in turn: branch prediction would learn the signs of a single short one.
  const count = Math.max(1, Math.floor(2 ** 18 / size));
  const numbers = Float32Array.from({ length: size * count }, () => Math.random() * 12 - 6);
  const arrays = Array.from({ length: count }, (_, i) => numbers.subarray(i * size, (i + 1) * size));
  const out = new Float32Array(size);
  const contenders = functions.flatMap(({ name, parameters }) => {
    const [a, b] = (find(name)?.parameters ?? []).map((p) => parameters[p.name]);
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

  // Long enough that the clock's resolution does not matter.
  const minTime = Math.max(2, 20 * clockResolution());
  const timeOf = (/** @type {typeof contenders[number]} */ contender) => {
    for (;;) {
      const start = performance.now();
      for (let pass = 0; pass < contender.passes; ++pass) for (const x of arrays) contender.run(x);
      const time = performance.now() - start;
      if (time >= minTime) return time;
      contender.passes *= 2; // in later rounds too: engines recompile code that runs often
    }
  };
  const steps = contenders.length * (rounds + 1);
  let done = 0;
  for (const contender of contenders) {
    timeOf(contender);
    yield ++done / steps;
  }
  for (let round = 0; round < rounds; ++round) {
    // A new order in each round: otherwise each contender would always meet the caches of the same predecessor.
    const order = contenders.map((contender) => ({ contender, place: Math.random() }));
    for (const { contender } of order.sort((a, b) => a.place - b.place)) {
      const time = timeOf(contender); // may change `passes`
      contender.times.push((time * 1e6) / (contender.passes * count * size));
      yield ++done / steps;
    }
  }
  const timings = shortLabels({ functions }).map((label, i) => {
    const [loop, kernel] = contenders.slice(2 * i, 2 * i + 2).map(({ times }) => times);
    const ratio = spreadOf(loop.map((time, round) => time / kernel[round])).median;
    return { label, loop: spreadOf(loop), kernel: spreadOf(kernel), ratio };
  });
  return { size, pass, timings };
}

/** The conclusion of the experiment `cost`. @param {Table} table @returns {Cost} */
export function cost({ timings }) {
  const sorted = timings.toSorted((a, b) => a.loop.median - b.loop.median);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const kernels = timings.map(({ kernel }) => kernel.median);
  const spreads = timings.flatMap(({ loop, kernel }) => [loop, kernel]);
  return {
    cheapest: { label: first.label, ns: first.loop.median },
    slowest: first === last ? undefined : { label: last.label, times: last.loop.median / first.loop.median },
    kernels: { min: Math.min(...kernels), max: Math.max(...kernels) },
    speedups: timings.map(({ label, ratio }) => [label, ratio]),
    isNoisy: spreads.some(({ low, median, high }) => high - low > median / 2),
  };
}
