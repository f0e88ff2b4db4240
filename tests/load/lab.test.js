/** The experiments under the load of an hour: 60 moments a second, one experiment after another. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parseExperiment } from '../../web/lab/grammar.js';
import { labWords } from '../../web/lab/labWords.js';
import * as lab from '../../web/lab/network.js';
import { Training } from '../../web/lab/training.js';
import learnt from '../runtimes/lab.json' with { type: 'json' };
import { labDigests } from '../runtimes/labDigest.js';
import { assertFlat, scaled, timeout } from './load.js';

const max = 100; // moments of an experiment
const experiments = labWords.task.choices.map(
  (task) => parseExperiment({ experiment: 'convergence', task }).experiment,
);

test('memory stays flat during an hour of training', { timeout }, async () => {
  const train = (/** @type {number} */ i) => {
    const training = new Training(experiments[i % experiments.length]);
    while (training.done < max) training.advance();
    return training.moments.map((moments) => moments[max].loss);
  };
  const first = experiments.map((_, i) => train(i));
  await assertFlat(scaled((3600 * 60) / max), (from, to) => {
    for (let i = from; i < to; ++i) assert.deepEqual(train(i), first[i % experiments.length]);
  });
  assert.deepEqual(await labDigests(lab, Object.keys(learnt)), learnt);
});
