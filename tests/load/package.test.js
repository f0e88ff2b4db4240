/** The package under load. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import * as library from 'activation-kernels';
import accuracy from '../../web/page/accuracy.json' with { type: 'json' };
import { calls, generator, names, namesOf, someFloats, ulps } from '../package/helpers.js';
import { digests } from '../runtimes/digest.js';
import { assertFlat, scaled, share, timeout } from './load.js';

const expected = Object.fromEntries(Object.entries(accuracy).map(([name, { digest }]) => [name, digest]));

/** The same bits, except in NaNs, whose bits change when the engine recompiles. @param {Float32Array} actual @param {Float32Array} wanted */
function isSame(actual, wanted) {
  const [a, b] = [actual, wanted].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return a.equals(b) || wanted.every((value, i) => Object.is(actual[i], value));
}

test('memory stays flat while all functions run on arrays of mixed sizes', { timeout }, async () => {
  const random = generator(1);
  const sizes = [1, 2, 10, 100, 1000, 5000];
  const work = names.flatMap((name) =>
    sizes.slice(namesOf('gated').includes(name) ? 1 : 0).flatMap((n) => {
      const x = someFloats(n);
      const f = calls[name];
      const gradient = f(x);
      const forms = [
        (/** @type {object} */ options) => f(x, options),
        (/** @type {object} */ options) => f.backward(gradient, x, options),
      ];
      return forms.map((form) => ({ form, first: form({}), out: form({}) }));
    }),
  );
  // Most calls are of few elements, as in an application.
  const seldom = work.map(({ first }) => Math.min(1, 20 / first.length));
  await assertFlat(scaled(1e7), (from, to) => {
    for (let i = from; i < to; ) {
      const k = Math.floor(random() * work.length);
      if (random() > seldom[k]) continue;
      const { form, first, out } = work[k];
      const result = form(i % 2 ? { out } : {});
      if (i % 64 === 0) assert.ok(isSame(result, first));
      ++i;
    }
  });
  assert.deepEqual(await digests(library), expected);
});

test('results are right on arrays of 2^28 elements, 1 GiB, and no copy of them is made', { timeout }, () => {
  const x = new Float32Array(2 ** 28);
  const random = generator(1);
  const bits = Uint32Array.from({ length: 2 ** 20 }, () => random() * 2 ** 32);
  const anything = new Float32Array(bits.buffer);
  const numbers = Float32Array.from(bits, (word) => word / 2 ** 28 - 8);
  const fill = (/** @type {Float32Array} */ block) => {
    x.set(block);
    for (let n = block.length; n < x.length; n *= 2) x.copyWithin(n, 0, n);
  };
  /** @param {string} name @param {Float32Array} block @param {(x: Float32Array, options: object) => Float32Array} call */
  const assertBlocks = (name, block, call) => {
    const wanted = call(block, {});
    fill(block);
    const result = call(x, { out: x.subarray(0, (x.length * wanted.length) / block.length) });
    for (let i = 0; i < result.length; i += wanted.length)
      assert.ok(isSame(result.subarray(i, i + wanted.length), wanted), `${name} after index ${i}`);
  };
  const before = process.memoryUsage();
  const tried = names.filter((name) => share >= 1 || ['relu', 'gelu', 'softmax', 'geglu'].includes(name));
  for (const name of tried) {
    const f = calls[name];
    if (calls.find(name).kind === 'elementwise') {
      assertBlocks(name, anything, f);
      assertBlocks(`${name}.backward`, anything, (array, options) => f.backward(array, array, options));
    } else {
      assertBlocks(name, numbers, (array, options) => f(array, { columns: 2 ** 15, ...options }));
    }
  }
  // One row of all: 256 times the block, so each element is a 256th of what it is in a row of the block's length.
  const wanted = calls.softmax(numbers).map((/** @type {number} */ p) => p / 256);
  fill(numbers);
  calls.softmax(x, { out: x });
  for (let i = 0; i < numbers.length; ++i)
    assert.ok(ulps(x[i], wanted[i]) <= 2, `softmax at ${i}: ${x[i]}, not ${wanted[i]}`);
  for (let i = 0; i < x.length; i += numbers.length)
    assert.ok(isSame(x.subarray(i, i + numbers.length), x.subarray(0, numbers.length)), `softmax after ${i}`);
  const after = process.memoryUsage();
  const beside = after.external + after.heapUsed - before.external - before.heapUsed;
  console.log(`${tried.length} functions over 1 GiB: ${(beside / 2 ** 20).toFixed(2)} MB more in use than before`);
  assert.ok(beside < 64 * 2 ** 20);
});

test('two Workers and the main thread compute the same results at once', { timeout }, async () => {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    (async () => {
      const { digests } = await import(workerData.digest);
      const library = await import(workerData.library);
      for (let i = 0; i < workerData.rounds; ++i) parentPort.postMessage(await digests(library));
    })();`;
  const rounds = scaled(50);
  const workerData = {
    rounds,
    digest: new URL('../runtimes/digest.js', import.meta.url).href,
    library: import.meta.resolve('activation-kernels'),
  };
  const workers = [1, 2].map(() => new Worker(code, { eval: true, workerData }));
  const heard = workers.map((worker) => {
    /** @type {unknown[]} */
    const all = [];
    worker.on('message', (message) => all.push(message));
    return new Promise((resolve, reject) => worker.on('error', reject).on('exit', () => resolve(all)));
  });
  const own = [];
  for (let i = 0; i < rounds; ++i) own.push(await digests(library));
  for (const all of [own, ...(await Promise.all(heard))]) assert.deepEqual(all, Array(rounds).fill(expected));
  console.log(`${3 * rounds} digests of all ${names.length} functions by three threads, all the same`);
});
