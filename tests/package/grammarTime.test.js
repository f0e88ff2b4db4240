/** The time of parsing. Not in grammar.test.js, whose tests also run in engines with coarse clocks. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePlot } from 'activation-kernels';

test('parsePlot takes time linear in the length', () => {
  const calls = ['(', 'a', 'relu(', 'relu ', 'relu(a=', ')', 'a=1,', 'min=1&'];
  for (const part of [...calls, ' ', '&', '=', '%', '−', ',', '1 ', ' ,', '\t']) {
    /** @param {number} n @returns {number} in ms, the shortest of several runs: noise only ever adds */
    const time = (n) => {
      const texts = ['functions=', 'min=', 'logits=', ''].map((start) => start + part.repeat(n));
      const times = Array.from({ length: 10 }, () => {
        const start = performance.now();
        for (const text of texts) parsePlot(text);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    // Eight times as long: 8 times the time where it is linear, 64 times where it is quadratic. Below 1 ms is noise.
    const [once, eightfold] = [Math.max(time(12_500), 1), time(100_000)];
    assert.ok(eightfold < 32 * once, `"${part}": ${once} ms, eight times as long: ${eightfold} ms`);
  }
});
