/** Measures how long functions take in this browser: their kernels and, if there are any, hand-written loops, in turns. */
import { shortLabels } from '../element/scene.js';
import { labNotes } from '../messages/en.js';
import { find } from '../package/catalogue.js';
import { codedError } from '../package/errors.js';
import { activation } from '../package/kernels.js';
import { loops } from './loops.js';

/** @typedef {import('../package/types.js').PlotFunction} PlotFunction */
/** @typedef {{ low: number, median: number, high: number }} Spread the quartiles */
/** @typedef {{ label: string, kernel: Spread, loop?: Spread, ratio?: number }} Timing nanoseconds per element */
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
  const pairs = functions.map(({ name, parameters }) => {
    const [a, b] = (find(name)?.parameters ?? []).map((p) => parameters[p.name]);
    const options = { ...parameters, out };
    const f = activation(name);
    const loop = /** @type {typeof loops[string] | undefined} */ (loops[name]);
    /** @param {(x: Float32Array) => unknown} run */
    const contender = (run) => ({ run, passes: 1, times: /** @type {number[]} */ ([]) });
    return pass === 'value'
      ? { kernel: contender((x) => f(x, options)), loop: loop && contender((x) => loop.value(x, out, a, b)) }
      : {
          kernel: contender((x) => f.backward(arrays[0], x, options)),
          loop: loop && contender((x) => loop.backward(arrays[0], x, out, a, b)),
        };
  });
  const contenders = pairs.flatMap(({ kernel, loop }) => (loop ? [loop, kernel] : [kernel]));

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
    const [kernel, loop] = [pairs[i].kernel.times, pairs[i].loop?.times];
    if (!loop) return { label, kernel: spreadOf(kernel) };
    const ratio = spreadOf(loop.map((time, round) => time / kernel[round])).median;
    return { label, kernel: spreadOf(kernel), loop: spreadOf(loop), ratio };
  });
  return { size, pass, timings };
}

/** The conclusion of the experiment `cost`. @param {Table} table @returns {Cost} */
export function cost({ timings }) {
  const compared = timings.flatMap(({ label, loop, ratio }) =>
    loop && ratio ? [{ label, ns: loop.median, ratio }] : [],
  );
  const [cheapest, ...others] = compared.toSorted((a, b) => a.ns - b.ns);
  const slowest = others.at(-1);
  const kernels = timings.map(({ kernel }) => kernel.median);
  const spreads = timings.flatMap(({ loop, kernel }) => (loop ? [loop, kernel] : [kernel]));
  return {
    cheapest: cheapest && { label: cheapest.label, ns: cheapest.ns },
    slowest: slowest && { label: slowest.label, times: slowest.ns / cheapest.ns },
    kernels: { min: Math.min(...kernels), max: Math.max(...kernels) },
    speedups: compared.map(({ label, ratio }) => [label, ratio]),
    withoutLoop: timings.filter(({ loop }) => !loop).map(({ label }) => label),
    isNoisy: spreads.some(({ low, median, high }) => high - low > median / 2),
  };
}
