/** Times contenders in turns, so that the machine's other work affects all of them alike. */

/**
 * @typedef {object} Contender
 * @property {string} group of contenders that are compared with each other; the first of a group is its base
 * @property {string} name
 * @property {number} n how many elements each array has
 * @property {number} count of the arrays
 * @property {(i: number) => unknown} run computes the i-th array
 * @property {boolean} [isAsync]
 * @property {() => ArrayLike<number>} [y] the result of `run`, unless `run` returns it
 * @property {() => ArrayLike<number>} expected for the first array
 * @property {() => void} [restore] called before each pass over the arrays, for a contender that overwrites them
 * @property {() => void} [release]
 */
/** @typedef {{ median: number, min: number, max: number }} Spread */
/**
 * Nanoseconds per element, and the ratio to the base: the median of the ratios within each round, because a round measures
 * both within milliseconds.
 * @typedef {{ group: string, name: string, ns: Spread, ratio: number }} Figure
 */

/** @param {number[]} values @returns {Spread} */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { median, min: sorted[0], max: sorted[sorted.length - 1] };
}

/**
 * The error of a contender's result, if there is one. The tolerance of 1e-4 rejects the likeliest mistake: gelu and its tanh
 * form differ by 4.7e-4.
 * @param {Contender} contender
 */
export async function flaw({ run, y, expected, restore }) {
  restore?.();
  const returned = await run(0);
  const got = y ? y() : /** @type {Float32Array} */ (returned);
  for (const [i, value] of Array.from(expected()).entries())
    if (!(Math.abs(got[i] - value) <= 1e-4 * Math.max(1, Math.abs(value))))
      return `gives ${got[i]} instead of ${value}`;
}

/**
 * Milliseconds for one pass over all arrays: the mean of so many passes that the clock's own cost and resolution do not
 * matter.
 * @param {Contender} contender
 */
async function block({ run, isAsync, restore, count }) {
  let time = 0;
  let passes = 0;
  for (; time < 2; ++passes) {
    restore?.();
    const start = performance.now();
    for (let i = 0; i < count; ++i) {
      const returned = run(i);
      if (isAsync) await returned;
    }
    time += performance.now() - start;
  }
  return time / passes;
}

/**
 * @param {Contender[]} contenders
 * @param {number} rounds at most; fewer, but three at least, where they would take more than about two seconds
 * @param {() => number} random from 0 to 1
 * @returns {Promise<Figure[]>}
 */
export async function measure(contenders, rounds, random) {
  /** @type {Map<Contender, number[]>} */
  const times = new Map(contenders.map((contender) => [contender, []]));
  for (const contender of contenders) {
    // Time for engines to compile and recompile what runs often.
    for (const end = performance.now() + 50; performance.now() < end; ) await block(contender);
  }
  const end = performance.now() + 2000;
  for (let round = 0; round < rounds && (round < 3 || performance.now() < end); ++round) {
    // A new order in each round: otherwise each contender would always meet the caches of the same predecessor.
    const order = contenders.map((contender) => ({ contender, place: random() }));
    for (const { contender } of order.sort((a, b) => a.place - b.place)) {
      const time = await block(contender);
      times.get(contender)?.push((time * 1e6) / (contender.n * contender.count));
    }
  }
  return [...times].map(([{ group, name }, own]) => {
    const [, base] = /** @type {[Contender, number[]]} */ ([...times].find(([other]) => other.group === group));
    return { group, name, ns: spread(own), ratio: spread(own.map((time, round) => time / base[round])).median };
  });
}
