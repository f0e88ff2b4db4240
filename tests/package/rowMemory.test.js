/** Row functions and gated functions: wherever out lies, the result is as if the inputs had been read first. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { calls, namesOf, sharedTwice, someFloats } from './helpers.js';

const n = 12_000; // three chunks
const distances = [-n, -n + 1, -6001, -4096, -5, -1, 0, 1, 5, 2999, 4096, 6000, n - 1, n];

/** The same memory for inputs and output. @type {Record<string, () => [ArrayBufferLike, ArrayBufferLike]>} */
const memories = {
  'an ArrayBuffer': () => {
    const buffer = new ArrayBuffer(12 * n);
    return [buffer, buffer];
  },
  'two SharedArrayBuffer objects': () => sharedTwice(12 * n),
};

for (const name of [...namesOf('row'), ...namesOf('gated')])
  for (const [memory, make] of Object.entries(memories))
    for (const columns of [10, 1000, 6000, n])
      test(`${name} with ${columns} columns: out may overlap the inputs in ${memory} in any way`, () => {
        const f = calls[name];
        const shrink = namesOf('gated').includes(name) ? 2 : name === 'logSumExp' ? columns : 1;
        // Without special values: one NaN would hide all other elements of its row.
        const numbers = someFloats(3 * n).map((v) => (Number.isFinite(v) ? v : 1));
        for (const distance of distances) {
          const [inputs, outputs] = make();
          new Float32Array(inputs).set(numbers);
          const x = new Float32Array(inputs, 4 * n, n);
          const expected = f(x.slice(), { columns });
          const out = new Float32Array(outputs, 4 * (n + distance), n / shrink);
          assert.equal(f(x, { columns, out }), out);
          assert.deepEqual(
            out,
            new Float32Array(outputs, out.byteOffset, out.length).map((_, i) => expected[i]),
          );
          for (const toX of [distance, 0]) {
            new Float32Array(inputs).set(numbers);
            const gradient = new Float32Array(inputs, 4 * (n + distance), n / shrink);
            const wanted = f.backward(gradient.slice(), x.slice(), { columns });
            const result = new Float32Array(outputs, 4 * (n + distance - toX), n);
            assert.equal(f.backward(gradient, x, { columns, out: result }), result);
            assert.deepEqual(result, wanted);
          }
        }
      });

for (const name of namesOf('row'))
  test(`${name} works in place, on rows of any length`, () => {
    const f = calls[name];
    for (const columns of [10, 1000, 6000, n]) {
      const x = someFloats(n).map((v) => (Number.isFinite(v) ? v : 1));
      const gradient = someFloats(name === 'logSumExp' ? n / columns : n).map((v) => (Number.isFinite(v) ? v : 1));
      const wanted = f.backward(gradient, x, { columns });
      const inPlace = x.slice();
      assert.deepEqual(f.backward(gradient, inPlace, { columns, out: inPlace }), wanted);
      if (name === 'logSumExp') continue; // its result is shorter than x
      const value = f(x, { columns });
      assert.deepEqual(f(x, { columns, out: x }), value);
    }
  });
