/**
 * The grammar of an experiment, the same as that of a plot; labWords.js has the words.
 *
 *     experiment=death&functions=relu+leakyRelu(negativeSlope=0.1)&task=moons&rate=3&seed=1
 */
import { labNotes } from '../messages/en.js';
import { find } from '../package/catalogue.js';
import { encode } from '../package/grammar.js';
import { reader, textOf } from '../package/reader.js';
import { keys, labWords } from './labWords.js';

/** @typedef {import('../package/types.js').PlotFunction} PlotFunction */
/**
 * @typedef {object} Experiment
 * @property {'cost' | 'convergence' | 'death'} experiment
 * @property {PlotFunction[]} functions one or more, all elementwise
 * @property {'value' | 'backward'} pass
 * @property {number} size
 * @property {'curve' | 'moons' | 'spirals' | 'ring' | 'iris'} task
 * @property {'sgd' | 'adam'} optimiser
 * @property {number} rate
 * @property {number} seed
 * @property {'en' | 'zh-Hant' | undefined} lang
 * @property {'light' | 'dark' | undefined} theme
 */

/** The default of a word, as it is printed. @param {import('./labWords.js').LabWord} key @param {Experiment['experiment']} experiment */
function defaultOf(key, experiment) {
  const word = labWords[key];
  return String(experiment === 'death' && 'defaultOfDeath' in word ? word.defaultOfDeath : word.default);
}

/**
 * Never throws: what cannot be read is named in a note and takes its default.
 * @param {import('../package/types.js').Source} source
 * @returns {{ experiment: Experiment, notes: import('../package/types.js').Note[] }}
 */
export function parseExperiment(source) {
  const { words, notes, note, number, oneOf, ...read } = reader(source, keys, labNotes);
  const experiment = oneOf('experiment', labWords.experiment.choices) ?? labWords.experiment.default;
  const { maxCount } = labWords.functions;
  const given = read.functions() ?? [];
  const elementwise = given.filter(({ name }) => find(name)?.kind === 'elementwise');
  if (elementwise.length < given.length)
    note('functions', 'wholeRows', { name: given.find((f) => !elementwise.includes(f))?.name ?? '' });
  if (elementwise.length > maxCount) note('functions', 'tooMany', { max: maxCount });
  const functions = elementwise.slice(0, maxCount);
  const seed = number('seed', 'seed', words.seed, labWords.seed);
  if (seed !== undefined && !Number.isInteger(seed)) note('seed', 'notAnInteger', { name: 'seed', given: seed });
  return {
    experiment: {
      experiment,
      functions:
        functions.length > 0
          ? functions
          : (reader({ functions: defaultOf('functions', experiment) }).functions() ?? []),
      pass: oneOf('pass', labWords.pass.choices) ?? labWords.pass.default,
      size: Number(oneOf('size', labWords.size.choices) ?? labWords.size.default),
      task: oneOf('task', labWords.task.choices) ?? labWords.task.default,
      optimiser: oneOf('optimiser', labWords.optimiser.choices) ?? labWords.optimiser.default,
      rate: number('rate', 'rate', words.rate, labWords.rate) ?? Number(defaultOf('rate', experiment)),
      seed: seed !== undefined && Number.isInteger(seed) ? seed : labWords.seed.default,
      ...read.surroundings(),
    },
    notes,
  };
}

/**
 * The query of an experiment, which parseExperiment reads back: `experiment` always, every other word where it is not the
 * default.
 * @param {Experiment} given
 */
export function formatExperiment(given) {
  const text = (/** @type {import('./labWords.js').LabWord} */ key) =>
    key === 'functions' ? textOf(given.functions) : String(given[key]);
  return keys
    .filter((key) => key === 'experiment' || text(key) !== defaultOf(key, given.experiment))
    .map((key) => `${key}=${encode(text(key))}`)
    .join('&');
}
