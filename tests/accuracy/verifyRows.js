/** The worst errors of row functions, over random rows of numbers from −10 to 10: there are too many rows to try all. */
import { calls, generator, namesOf, ulps } from '../package/helpers.js';
import { gates, oracles } from '../package/rowOracles.js';

const perLength = 200_000;
const random = generator(1);
const scores = (/** @type {number} */ n, /** @type {number} */ spread) =>
  Float32Array.from({ length: n }, () => (random() - 0.5) * spread);

/** @param {string} name @param {Float32Array} row @returns {number[]} */
function exact(name, row) {
  const gated = gates[name];
  if (!gated) return oracles[name].value([...row]);
  const halves = [row.subarray(0, row.length / 2), row.subarray(row.length / 2)];
  const [activated, other] = gated.half === 'first' ? halves : halves.reverse();
  return Array.from(activated, (x, i) => gated.value(x) * other[i]);
}

/**
 * @param {string[]} names those that do not take rows are passed over
 * @returns {Record<string, { ulps: number, inputs: number }>} by activation
 */
export function verifyRows(names) {
  /** @type {Record<string, { ulps: number, inputs: number }>} */
  const table = {};
  for (const name of [...namesOf('row'), ...namesOf('gated')].filter((name) => names.includes(name))) {
    let [worst, inputs] = [0, 0];
    for (const columns of [2, 10, 100, 1000])
      for (const spread of [1, 20])
        for (let done = 0; done < perLength; done += columns) {
          const row = scores(columns, spread);
          const y = calls[name](row);
          inputs += columns;
          exact(name, row).forEach((value, i) => {
            // Near the threshold of sparsemax and entmax15 digits cancel, in the oracle too.
            if (Math.abs(y[i] - value) > 1e-12 || !/^(sparsemax|entmax15)$/.test(name))
              worst = Math.max(worst, ulps(y[i], value));
          });
        }
    table[name] = { ulps: Math.ceil(worst * 1e4) / 1e4, inputs };
  }
  return table;
}
