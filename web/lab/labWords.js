/**
 * The words of an experiment. They are the keys of a query string and the attributes of <activation-lab>.
 *
 * The parser, the printer, the element, the controls and the documentation read this table. Its rows have the form of
 * those in plotWords.js; `defaultOfDeath` is the default in the experiment `death`.
 */
import { plotWords } from '../package/plotWords.js';

export const labWords = /** @type {const} */ ({
  experiment: {
    type: 'choice',
    choices: ['cost', 'convergence', 'death'],
    default: 'cost',
  },
  functions: {
    type: 'functions',
    maxCount: 4,
    default: 'relu leakyRelu sigmoid tanh',
    defaultOfDeath: 'relu leakyRelu(negativeSlope=0.1) elu gelu',
  },
  pass: {
    type: 'choice',
    choices: ['value', 'backward'],
    default: 'value',
  },
  size: {
    type: 'choice',
    choices: ['401', '4096', '65536', '1048576'],
    default: '4096',
  },
  task: {
    type: 'choice',
    choices: ['curve', 'moons', 'spirals', 'ring', 'iris'],
    default: 'moons',
  },
  optimiser: { type: 'choice', choices: ['sgd', 'adam'], default: 'sgd' },
  rate: {
    type: 'number',
    min: 1e-4,
    max: 1e6,
    slider: { min: 1e-4, max: 1000 },
    default: 0.05,
    defaultOfDeath: 1,
  },
  seed: {
    type: 'integer',
    min: 0,
    max: 999,
    default: 1,
  },
  lang: plotWords.lang,
  theme: plotWords.theme,
});

/** @typedef {keyof typeof labWords} LabWord */

/** The words, in the order in which they are printed. */
export const keys = /** @type {LabWord[]} */ (Object.keys(labWords));
