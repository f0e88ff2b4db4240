/** The words of an experiment. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { formatExperiment, parseExperiment } from '../../web/lab/grammar.js';
import { labWords } from '../../web/lab/labWords.js';
import { labSentence } from '../../web/messages/index.js';

for (const experiment of labWords.experiment.choices) {
  test(`${experiment}: the defaults are printed as the experiment’s name alone`, () => {
    const { experiment: read, notes } = parseExperiment({ experiment });
    assert.deepEqual(notes, []);
    assert.equal(formatExperiment(read), `experiment=${experiment}`);
  });

  test(`${experiment}: the parser reads the printed words back`, () => {
    const query =
      `experiment=${experiment}&functions=elu(alpha=2)+gelu&pass=backward&size=65536&task=iris&optimiser=adam&rate=0.3` +
      '&seed=7&lang=zh-Hant&theme=dark';
    const { experiment: read, notes } = parseExperiment(query);
    assert.deepEqual(notes, []);
    assert.equal(formatExperiment(read), query);
    assert.deepEqual(read.functions, [
      { name: 'elu', parameters: { alpha: 2 } },
      { name: 'gelu', parameters: {} },
    ]);
    assert.equal(read.size, 65536);
  });
}

/** @type {Record<string, [key: string, code: string]>} */
const wrong = {
  'experiment=life': ['experiment', 'notOneOf'],
  'functions=gelo': ['functions', 'unknownFunction'],
  'functions=softmax': ['functions', 'wholeRows'],
  'functions=relu+elu+gelu+silu+tanh': ['functions', 'tooMany'],
  'pass=sideways': ['pass', 'notOneOf'],
  'size=5': ['size', 'notOneOf'],
  'task=<b>': ['task', 'notOneOf'],
  'optimiser=hope': ['optimiser', 'notOneOf'],
  'rate=0': ['rate', 'outOfRange'],
  'rate=1e7': ['rate', 'outOfRange'],
  'rate=fast': ['rate', 'notANumber'],
  'seed=-1': ['seed', 'outOfRange'],
  'seed=1.5': ['seed', 'notAnInteger'],
  'theme=sepia': ['theme', 'notOneOf'],
};
for (const [query, [key, code]] of Object.entries(wrong))
  test(`${query} is reported, and the rest still runs`, () => {
    const { experiment, notes } = parseExperiment(query);
    assert.deepEqual(
      notes.map((note) => [note.key, note.code]),
      [[key, code]],
    );
    assert.ok(experiment.functions.length > 0);
    assert.deepEqual(parseExperiment(formatExperiment(experiment)).notes, []);
    assert.match(labSentence('zh-Hant', notes[0]), /\p{Script=Han}/u);
  });
