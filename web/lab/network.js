/** A multilayer perceptron in a WebAssembly module of its own, cpp/lab. */
import instantiate from '../../build/kernels/lab/lab.js';
import wasm from '../../build/kernels/lab/wasm.js';
import { catalogue } from '../package/catalogue.js';
import { checkArray, finite, readParameters, readSeed, show } from '../package/checks.js';
import { compileInlined, decode, instanceOf } from '../package/wasm.js';

/** @type {{ code: import('../package/wasm.js').Code, tasks: readonly Readonly<Task>[] } | undefined} */
let compiled;

/** Called on first use: an import that throws is never evaluated again. */
function load() {
  if (compiled) return compiled;
  const code = compileInlined(decode(wasm));
  const lab = instanceOf(instantiate, code);
  const tasks = Array.from({ length: lab.taskCount() }, (_, i) =>
    Object.freeze({
      name: lab.taskName(i),
      inputs: lab.taskInputs(i),
      outputs: lab.taskOutputs(i),
      classes: lab.taskClasses(i),
      count: lab.taskSamples(i),
    }),
  );
  compiled = { code, tasks: Object.freeze(tasks) };
  return compiled;
}

/**
 * A task: `classes` is 0 for regression; two classes have one output, the logit of the second; `count` is the number of
 * samples.
 * @typedef {{ name: string, inputs: number, outputs: number, classes: number, count: number }} Task
 */
/** Compiles the module; throws where the kernels' calls do. */
export const tasks = () => load().tasks;

/** Uniform distributions of the initial weights. */
export const initialisations = /** @type {const} */ (['he', 'glorot']);
export const optimisers = /** @type {const} */ (['sgd', 'adam']);
export const limits = Object.freeze({ layers: 4, units: 64, batch: 512 });

/**
 * @typedef {object} NetworkOptions
 * @property {string} task the name of one of tasks()
 * @property {string} activation the name of an elementwise activation, for all hidden layers
 * @property {Record<string, number | undefined>} parameters of the activation, as in the options of its calls
 * @property {readonly number[]} layers how many units each hidden layer has
 * @property {'sgd' | 'adam'} optimiser
 * @property {number} learningRate
 * @property {number} momentum for SGD only
 * @property {number} batch the number of samples of a step; the last step of an epoch takes the rest
 * @property {'he' | 'glorot'} initialisation
 * @property {number} seed of the initial weights and of the order of the samples: the same seed gives the same bits
 */

/** @type {Readonly<NetworkOptions>} */
export const defaults = Object.freeze({
  task: 'moons',
  activation: 'relu',
  parameters: Object.freeze({}),
  layers: Object.freeze([32, 32]),
  optimiser: 'adam',
  learningRate: 0.01,
  momentum: 0.9,
  batch: 32,
  initialisation: 'he',
  seed: 1,
});

const call = 'createNetwork';

/** @param {string} from @param {string} name @param {unknown} value @param {number} min @param {number} max */
function integer(from, name, value, min, max) {
  const given = finite(from, name, value);
  if (!Number.isInteger(given) || given < min || given > max)
    throw new RangeError(`${from}: ${name} must be an integer from ${min} to ${max}, not ${given}`);
  return given;
}

/** The index of the value in `allowed`. @param {string} name @param {unknown} value @param {readonly string[]} allowed */
function choice(name, value, allowed) {
  const index = allowed.indexOf(/** @type {string} */ (value));
  if (index >= 0) return index;
  const Wrong = typeof value === 'string' ? RangeError : TypeError;
  throw new Wrong(`${call}: ${name} must be one of ${allowed.join(', ')}, not ${show(value)}`);
}

/** @param {any} options @returns {NetworkOptions} */
function complete(options) {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`${call}: options must be an object, not ${show(options)}`);
  /** @type {any} */
  const given = { ...defaults };
  for (const key in options) {
    if (!Object.hasOwn(defaults, key))
      throw new TypeError(`${call}: unknown option ${show(key)}; allowed: ${Object.keys(defaults).join(', ')}`);
    given[key] = options[key] ?? given[key];
  }
  return given;
}

/** @param {unknown} layers */
function readLayers(layers) {
  if (!Array.isArray(layers)) throw new TypeError(`${call}: layers must be an array, not ${show(layers)}`);
  if (layers.length > limits.layers)
    throw new RangeError(`${call}: layers must hold at most ${limits.layers} numbers, not ${layers.length}`);
  return layers.map((units, i) => integer(call, `layers[${i}]`, units, 1, limits.units));
}

/** @typedef {ReturnType<typeof createNetwork>} Network */

/**
 * A network that is not trained yet. Throws a TypeError or RangeError if an option is unknown or not allowed.
 * @param {Partial<NetworkOptions>} [options]
 */
export function createNetwork(options = {}) {
  const given = complete(options);
  const { code, tasks } = load();
  const taskNames = tasks.map(({ name }) => name);
  const taskIndex = choice('task', given.task, taskNames);
  const task = tasks[taskIndex];
  const elementwise = catalogue.filter(({ kind }) => kind === 'elementwise');
  const activationNames = elementwise.map(({ name }) => name);
  const entry = elementwise[choice('activation', given.activation, activationNames)];
  const parameterNames = entry.parameters.map(({ name }) => name);
  const parameters = readParameters(call, entry, given.parameters, parameterNames);
  const layers = readLayers(given.layers);
  const optimiser = choice('optimiser', given.optimiser, optimisers);
  const initialisation = choice('initialisation', given.initialisation, initialisations);
  const batch = integer(call, 'batch', given.batch, 1, limits.batch);
  const seed = readSeed(call, given.seed) ?? 0;
  const learningRate = finite(call, 'learningRate', given.learningRate);
  if (!(Math.fround(learningRate) > 0))
    throw new RangeError(`${call}: learningRate must be above 0, not ${learningRate}`);
  const momentum = finite(call, 'momentum', given.momentum);
  if (!(momentum >= 0 && momentum < 1))
    throw new RangeError(`${call}: momentum must be at least 0 and below 1, not ${momentum}`);

  const lab = instanceOf(instantiate, code);
  lab.parameters().set(parameters);
  lab.units().set(layers);
  const index = catalogue.indexOf(entry);
  lab.start(taskIndex, index, layers.length, optimiser, initialisation, batch, seed, learningRate, momentum);
  const places = lab.points();
  const results = lab.results();
  const { inputs, outputs, classes, count } = task;
  const x = lab.x().slice(0, count * inputs);
  const y = lab.y().slice(0, count);

  /**
   * Runs the network on rows of points, in chunks that fit into its memory.
   * @param {string} from @param {Float32Array} points in the units of data.x
   * @param {number} width the number of results for each row
   * @param {(rows: number) => void} run
   */
  function forward(from, points, width, run) {
    checkArray(from, 'points', points);
    if (points.length % inputs !== 0)
      throw new RangeError(`${from}: points must hold ${inputs} numbers each, not ${points.length} in all`);
    const rows = points.length / inputs;
    const chunk = places.length / 4; // rows of the widest task
    const out = new Float32Array(rows * width);
    for (let row = 0; row < rows; row += chunk) {
      const end = Math.min(row + chunk, rows);
      places.set(points.subarray(row * inputs, end * inputs));
      run(end - row);
      out.set(results.subarray(0, (end - row) * width), row * width);
    }
    return out;
  }

  return Object.freeze({
    /** The samples: rows of x are standardised; y holds values or classes, 0, 1, … */
    data: Object.freeze({ inputs, outputs, classes, count, x, y }),
    /** The number of steps in an epoch; each epoch has a new order of the samples. */
    stepsPerEpoch: lab.stepsPerEpoch(),
    /** The number of steps taken. */
    get steps() {
      return lab.steps();
    },
    /** The number of the step, counted from 1, at which the loss or a weight became infinite or NaN; false before. */
    get diverged() {
      return lab.hasDiverged() && lab.steps();
    },
    /**
     * Takes n steps of the optimiser, none after the network has diverged.
     * @param {number} [n]
     * @returns {Float32Array} the finite losses of the minibatches before each step: fewer than n if it diverged
     */
    step(n = 1) {
      const losses = new Float32Array(integer('step', 'n', n, 0, 1_000_000));
      let done = 0;
      while (done < n) {
        const asked = Math.min(n - done, results.length);
        const taken = lab.step(asked);
        losses.set(results.subarray(0, taken), done);
        done += taken;
        if (taken < asked) break;
      }
      return done < n ? losses.slice(0, done) : losses;
    },
    /** The mean loss over all data: the squared error, or the cross entropy in nats. */
    loss: () => lab.loss(),
    /** The share of samples whose class is right; undefined for regression. */
    accuracy: () => (classes > 0 ? lab.accuracy() : undefined),
    /** The outputs, values or logits, for points in the units of data.x, row by row. @param {Float32Array} points */
    predict: (points) => forward('predict', points, outputs, lab.predict),
    /** The class or value for each of these points. @param {Float32Array} points */
    probe: (points) => forward('probe', points, 1, lab.probe),
    /**
     * For each hidden layer and unit, 1 where f(z) or f′(z) is not 0 for some sample. The others are dead: they contribute
     * nothing, and no gradient reaches them.
     */
    alive: () =>
      layers.map((units, i) => {
        lab.alive(i);
        return Uint8Array.from(results.subarray(0, units));
      }),
    /** For each layer, including the last, the L2 norm of the last step's gradient with respect to its weights. */
    gradientNorms: () => Float64Array.from({ length: layers.length + 1 }, (_, i) => lab.gradientNorm(i)),
    /** A copy of each layer's weights, one row per input, and its biases. */
    weights() {
      const padded = lab.weights();
      const widths = [inputs, ...layers, outputs];
      const rows = widths.slice(1).flatMap((width, layer) =>
        Array.from({ length: widths[layer] + 1 }, (_, row) => {
          const from = lab.offset(layer) + row * lab.stride(layer);
          return Array.from(padded.subarray(from, from + width));
        }),
      );
      return Float32Array.from(rows.flat());
    },
  });
}
