/** How much the load tests do, and how they measure memory. */
import assert from 'node:assert/strict';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The share of the load that runs; `LOAD=1 npm run test:everywhere` runs all of it. */
export const share = Number(process.env.LOAD ?? 0.02);

/** In ms, generous: on a busy machine everything takes longer. */
export const timeout = 120_000 + share * 7_200_000;

/** @param {number} whole */
export const scaled = (whole) => Math.round(whole * share);

v8.setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const mega = (/** @type {number} */ bytes) => (bytes / 2 ** 20).toFixed(2);

/**
 * Works in ten parts; after the last, at most one more byte per call may be allocated than after the first.
 * @param {number} times @param {(from: number, to: number) => unknown} work
 */
export async function assertFlat(times, work) {
  const used = [];
  for (let part = 0; part < 10; ++part) {
    await work(Math.round((part * times) / 10), Math.round(((part + 1) * times) / 10));
    // The next round frees what finalizers release.
    for (let round = 0; round < 5; ++round) {
      await new Promise(setImmediate);
      collect();
    }
    const { heapUsed, external } = process.memoryUsage(); // arrays are external, WebAssembly's too
    used.push(heapUsed + external);
  }
  const count = times.toLocaleString('en');
  console.log(`${count} times: ${mega(used[0])} MB in use after a tenth, ${mega(used[9])} MB at the end`);
  assert.ok(used[9] - used[0] < Math.max(times, 2 ** 20), used.map(mega).join(', '));
}
