/**
 * The words of an experiment, in the same grammar as those of a plot:
 *
 *     experiment=death&functions=relu+leakyRelu(negativeSlope=0.1)&task=moons&rate=3&seed=1
 */
import { labNotes } from '../messages/en.js';
import { find } from '../package/catalogue.js';
import { encode, formatFunctions } from '../package/grammar.js';
import { reader } from '../package/reader.js';

/** @typedef {import('../package/types.js').PlotFunction} PlotFunction */
/** @typedef {'cost' | 'convergence' | 'death'} Name */
/**
 * @typedef {object} Experiment
 * @property {Name} experiment
 * @property {PlotFunction[]} functions elementwise; one or more
 * @property {'value' | 'backward'} pass what is timed
 * @property {number} size of the arrays that are timed
 * @property {'curve' | 'moons' | 'spirals' | 'ring' | 'iris'} task that is learned
 * @property {'sgd' | 'adam'} optimiser
 * @property {number} rate of learning
 * @property {number} seed
 * @property {'en' | 'zh-Hant' | undefined} lang
 * @property {'light' | 'dark' | undefined} theme
 */

export const keys = /** @type {const} */ ([
  ...['experiment', 'functions', 'pass', 'size', 'task', 'optimiser', 'rate', 'seed', 'lang', 'theme'],
]);
export const choices = {
  experiment: /** @type {const} */ (['cost', 'convergence', 'death']),
  pass: /** @type {const} */ (['value', 'backward']),
  size: /** @type {const} */ (['401', '4096', '65536', '1048576']),
  task: /** @type {const} */ (['curve', 'moons', 'spirals', 'ring', 'iris']),
  optimiser: /** @type {const} */ (['sgd', 'adam']),
};
/** A learning rate of a million is there to see what happens. */
export const ranges = { rate: { min: 1e-4, max: 1e6 }, seed: { min: 0, max: 999 } };
/** More pictures side by side than these help nobody. */
export const mostFunctions = 4;

/** @satisfies {Omit<Experiment, "experiment" | "functions" | "lang" | "theme">} */
const common = { pass: 'value', size: 4096, task: 'moons', optimiser: 'sgd', rate: 0.05, seed: 1 };
const initial = {
  cost: { ...common, functions: 'relu leakyRelu sigmoid tanh' },
  convergence: { ...common, functions: 'relu leakyRelu sigmoid tanh' },
  death: { ...common, functions: 'relu leakyRelu(negativeSlope=0.1) elu gelu', rate: 1 },
};

/**
 * Never throws: what cannot be read is named in a note and takes its default.
 * @param {import('../package/types.js').Source} source
 * @returns {{ experiment: Experiment, notes: import('../package/types.js').Note[] }}
 */
export function parseExperiment(source) {
  const { words, notes, note, number, oneOf, ...read } = reader(source, labNotes);
  const experiment = oneOf('experiment', choices.experiment) ?? 'cost';
  const defaults = initial[experiment];
  const given = read.functions() ?? [];
  const elementwise = given.filter(({ name }) => find(name)?.kind === 'elementwise');
  if (elementwise.length < given.length)
    note('functions', 'wholeRows', { name: given.find((f) => !elementwise.includes(f))?.name ?? '' });
  if (elementwise.length > mostFunctions) note('functions', 'tooMany', { max: mostFunctions });
  const functions = elementwise.slice(0, mostFunctions);
  const seed = number('seed', 'seed', words.seed, ranges.seed);
  if (seed !== undefined && !Number.isInteger(seed)) note('seed', 'notAnInteger', { name: 'seed', given: seed });
  return {
    experiment: {
      ...{
        experiment,
        functions: functions.length > 0 ? functions : (reader({ functions: defaults.functions }).functions() ?? []),
      },
      pass: oneOf('pass', choices.pass) ?? defaults.pass,
      size: Number(oneOf('size', choices.size) ?? defaults.size),
      task: oneOf('task', choices.task) ?? defaults.task,
      optimiser: oneOf('optimiser', choices.optimiser) ?? defaults.optimiser,
      rate: number('rate', 'rate', words.rate, ranges.rate) ?? defaults.rate,
      seed: Number.isInteger(seed) ? /** @type {number} */ (seed) : defaults.seed,
      ...read.surroundings(),
    },
    notes,
  };
}

/**
 * The query of an experiment, which parseExperiment reads back: `experiment` always, all else where it is not the
 * default.
 * @param {Experiment} given
 */
export function formatExperiment(given) {
  const defaults = { lang: undefined, theme: undefined, ...initial[given.experiment] };
  const text = (/** @type {typeof keys[number]} */ key) =>
    key === 'functions' ? formatFunctions(given.functions) : String(given[key]);
  return keys
    .filter((key) => key === 'experiment' || text(key) !== String(defaults[key]))
    .map((key) => `${key}=${encode(text(key))}`)
    .join('&');
}
