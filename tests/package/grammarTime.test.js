/** The time of parsing. Not in grammar.test.js, whose tests also run in engines with coarse clocks. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePlot } from 'activation-kernels';

test('parsePlot takes time linear in the length', () => {
  const calls = ['(', 'a', 'relu(', 'relu ', 'relu(a=', ')', 'a=1,', 'min=1&'];
  for (const part of [...calls, ' ', '&', '=', '%', '−', ',', '1 ', ' ,', '\t']) {
    const [short, long] = [12_500, 100_000].map((n) =>
      ['functions=', 'min=', 'logits=', ''].map((start) => start + part.repeat(n)),
    );
    /** @param {string[]} texts @returns {number} in ms */
    const time = (texts) => {
      const start = performance.now();
      for (const text of texts) parsePlot(text);
      return performance.now() - start;
    };
    // Eight times as long: 8 times the time where it is linear, 64 times where it is quadratic. Below 1 ms is noise. The
    // shortest of many runs counts, because other programs on the machine only ever add.
    let [once, eightfold] = [Infinity, Infinity];
    for (let run = 0; run < 10 || (run < 200 && eightfold >= 32 * Math.max(once, 1)); ++run) {
      once = Math.min(once, time(short));
      eightfold = Math.min(eightfold, time(long));
    }
    assert.ok(eightfold < 32 * Math.max(once, 1), `"${part}": ${once} ms, eight times as long: ${eightfold} ms`);
  }
});
