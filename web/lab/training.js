/** The experiments that train: networks side by side, a moment of each for every place of the slider, and conclusions. */

import { labelOf } from '../element/scene.js';
import { find } from '../package/catalogue.js';
import { createNetwork } from './network.js';

/** @typedef {import('./grammar.js').Experiment} Experiment */
/** @typedef {import('./network.js').Network} Network */
/**
 * @typedef {object} Moment of one network: death needs `alive` alone, convergence everything else. After a network has
 *   diverged, `diverged` is all there is to say about it.
 * @property {number | undefined} diverged the step at which it diverged
 * @property {number} loss
 * @property {number | undefined} accuracy
 * @property {Float64Array} norms of the gradient, by layer
 * @property {Float32Array | undefined} picture the network's answers at the points of the picture
 * @property {Uint8Array} alive 1 or 0 for each unit of all hidden layers
 */
/** @typedef {import('../messages/en.js').Convergence} Convergence */
/** @typedef {import('../messages/en.js').Death} Death */

/** @type {Moment} */
const unseen = {
  diverged: undefined,
  loss: NaN,
  accuracy: undefined,
  norms: new Float64Array(),
  picture: undefined,
  alive: new Uint8Array(),
};

export const layers = [32, 32];
export const hiddenUnits = layers.reduce((sum, width) => sum + width, 0);
const batch = 32;

/** The learning rates at which dead units are counted: powers of the square root of two. */
const rates = Array.from({ length: 29 }, (_, i) => 2 ** (i / 2 - 6));

/** @param {Experiment} experiment @param {Experiment['functions'][number]} f @param {number} [learningRate] */
const networkOf = (
  { experiment, task, optimiser, seed, rate },
  { name: activation, parameters },
  learningRate = rate,
) =>
  createNetwork({
    task,
    activation,
    parameters,
    layers,
    optimiser,
    learningRate,
    momentum: experiment === 'death' ? 0 : 0.9,
    batch,
    initialisation: find(activation)?.family === 'sigmoid' ? 'glorot' : 'he',
    seed,
  });

/** The points of a picture: a line, or the rows of a square. */
export const resolution = { line: 96, square: 40 };
/** Half the width of a picture, in the units of the standardised data. */
export const reach = 3.2;

/** @param {number} inputs @returns {Float32Array} */
function pointsOf(inputs) {
  const at = (/** @type {number} */ i, /** @type {number} */ n) => reach * ((2 * (i + 0.5)) / n - 1);
  if (inputs === 1) return Float32Array.from({ length: resolution.line }, (_, i) => at(i, resolution.line));
  const n = resolution.square;
  const points = new Float32Array(n * n * inputs);
  // The picture spans the last two inputs; the others stay at their mean, 0.
  for (let i = 0; i < n * n; ++i) {
    points[i * inputs + inputs - 2] = at(i % n, n);
    points[i * inputs + inputs - 1] = at(n - 1 - Math.floor(i / n), n);
  }
  return points;
}

/** Networks side by side, one for each function. */
export class Training {
  /** By function, then by time. @type {Moment[][]} */
  moments;
  /** How many moments there are besides the first, and how many there will be. */
  done = 0;
  max = 100;
  #points;
  #networks;
  #experiment;

  /** @param {Experiment} experiment */
  constructor(experiment) {
    const isDeath = experiment.experiment === 'death';
    this.#experiment = experiment;
    this.#networks = experiment.functions.map((f) => networkOf(experiment, f));
    this.data = this.#networks[0].data;
    this.labels = experiment.functions.map(labelOf);
    this.stepsEach = isDeath ? 2 : this.#networks[0].stepsPerEpoch;
    this.#points = isDeath ? undefined : pointsOf(this.data.inputs);
    this.moments = this.#networks.map((network) => [this.#momentOf(network)]);
  }

  /** @param {Network} network @returns {Moment} */
  #momentOf(network) {
    if (network.diverged !== false) return { ...unseen, diverged: network.diverged };
    if (!this.#points) return { ...unseen, alive: aliveIn(network) };
    return {
      ...unseen,
      loss: network.loss(),
      accuracy: network.accuracy(),
      norms: network.gradientNorms(),
      picture: network.probe(this.#points),
    };
  }

  /** Adds a moment of every network. */
  advance() {
    this.#networks.forEach((network, i) => {
      network.step(this.stepsEach);
      this.moments[i].push(this.#momentOf(network));
    });
    ++this.done;
  }

  /** The share of the work that is done; that of `death` includes the rates that it tries. @param {number} [tried] */
  share(tried = 0) {
    return (this.done + tried) / (this.max + (this.#experiment.experiment === 'death' ? rates.length : 0));
  }

  #last() {
    return this.moments.map((moments) => moments[moments.length - 1]);
  }

  /** @returns {Convergence['diverged']} */
  #diverged() {
    return this.#networks.flatMap(({ diverged }, i) => (diverged === false ? [] : [[this.labels[i], diverged]]));
  }

  /** The conclusion of the experiment `convergence`. @returns {Convergence} */
  convergence() {
    const networks = this.#last().map(({ loss }, i) => ({ label: this.labels[i], loss }));
    const ranked = networks.filter(({ loss }) => !Number.isNaN(loss)).sort((a, b) => a.loss - b.loss);
    const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
    const epoch =
      best === worst ? -1 : this.moments[networks.indexOf(best)].findIndex(({ loss }) => loss <= worst.loss);
    return {
      epochs: this.done,
      best,
      worst: epoch < 0 ? undefined : { ...worst, epoch },
      diverged: this.#diverged(),
    };
  }

  /** The conclusion of the experiment `death`. Yields the share done before each try. @returns {Generator<number, Death>} */
  *death() {
    const { labels, max } = this;
    const { rate } = this.#experiment;
    const last = this.#last();
    const counts = last.flatMap(({ alive, diverged }, i) =>
      diverged === undefined ? [{ label: labels[i], dead: deadIn(alive), units: hiddenUnits }] : [],
    );
    const isDeadly = (/** @type {Uint8Array} */ alive) => deadIn(alive) >= hiddenUnits / 10;
    // The run itself has tried one rate already.
    let from = isDeadly(last[0].alive) ? rate : undefined;
    let harmless = 0;
    for (const [i, candidate] of rates.entries()) {
      if (from !== undefined && candidate >= from) break;
      yield this.share(i + 1);
      const network = networkOf(this.#experiment, this.#experiment.functions[0], candidate);
      network.step(max * this.stepsEach);
      if (network.diverged !== false) continue;
      if (isDeadly(aliveIn(network))) {
        from = candidate;
        break;
      }
      harmless = candidate;
    }
    return {
      steps: this.done * this.stepsEach,
      rate,
      counts,
      threshold: from || harmless ? { label: labels[0], from, max: harmless } : undefined,
      diverged: this.#diverged(),
    };
  }
}

/** @param {Network} network @returns {Uint8Array} 1 or 0 for each unit of all hidden layers */
const aliveIn = (network) => Uint8Array.from(network.alive().flatMap((layer) => [...layer]));

/** The number of dead units. @param {Uint8Array} alive */
export const deadIn = (alive) => alive.reduce((sum, unit) => sum + (unit ? 0 : 1), 0);

/** The number of units that are alive and were dead at an earlier moment. @param {Moment[]} moments */
export function revivedIn(moments) {
  const last = moments[moments.length - 1].alive;
  return last.reduce((sum, unit, i) => sum + (unit && moments.some(({ alive }) => !alive[i]) ? 1 : 0), 0);
}
