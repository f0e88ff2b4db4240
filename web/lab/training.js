/** The experiments that train: networks side by side, and what is kept of every moment for the slider. */

import { labelOf } from '../element/scene.js';
import { find } from '../package/catalogue.js';
import { createNetwork } from './network.js';

/** @typedef {import('./grammar.js').Experiment} Experiment */
/** @typedef {ReturnType<typeof createNetwork>} Network */
/**
 * @typedef {object} Moment of one network. Of units nobody sees more than which are alive, else nobody sees that.
 * @property {number} loss
 * @property {number | undefined} accuracy
 * @property {Float64Array} norms of the gradient, by layer
 * @property {Float32Array | undefined} picture what it answers at the picture's points
 * @property {Uint8Array} alive by unit of all hidden layers
 */

/** @type {Moment} */
const unseen = {
  ...{ loss: NaN, accuracy: undefined, norms: new Float64Array(), picture: undefined },
  alive: new Uint8Array(),
};

export const layers = [32, 32];
const batch = 32;

/** @param {Experiment} experiment @param {Experiment['functions'][number]} f @param {number} [rate] */
const networkOf = ({ experiment, task, optimiser, seed, ...others }, { name, parameters }, rate = others.rate) =>
  createNetwork({
    ...{ task, optimiser, seed, batch, layers, parameters, activation: name },
    ...{
      learningRate: rate,
      momentum: experiment === 'death' ? 0 : 0.9,
      initialisation: find(name)?.family === 'sigmoid' ? 'glorot' : 'he',
    },
  });

/** The points of a picture: a line, or a square's rows. */
export const resolution = { line: 96, square: 40 };
export const reach = 3.2; // of standardised data

/** @param {number} inputs @returns {Float32Array} */
function pointsOf(inputs) {
  const at = (/** @type {number} */ i, /** @type {number} */ n) => reach * ((2 * (i + 0.5)) / n - 1);
  if (inputs === 1) return Float32Array.from({ length: resolution.line }, (_, i) => at(i, resolution.line));
  const n = resolution.square;
  const points = new Float32Array(n * n * inputs);
  // Of four inputs the last two, and the others at their mean.
  for (let i = 0; i < n * n; ++i) {
    points[i * inputs + inputs - 2] = at(i % n, n);
    points[i * inputs + inputs - 1] = at(n - 1 - Math.floor(i / n), n);
  }
  return points;
}

/** Networks side by side. */
export class Training {
  /** By function, then by time. @type {Moment[][]} */
  moments;
  done = 0;
  #points;
  #networks;
  #experiment;

  /** @param {Experiment} experiment @param {{ most: number, stepsEach?: number, hasPicture: boolean }} how */
  constructor(experiment, { most, stepsEach, hasPicture }) {
    this.most = most;
    this.#experiment = experiment;
    this.#networks = experiment.functions.map((f) => networkOf(experiment, f));
    this.data = this.#networks[0].data;
    this.labels = experiment.functions.map(labelOf);
    this.stepsEach = stepsEach ?? this.#networks[0].stepsPerEpoch;
    this.#points = hasPicture ? pointsOf(this.data.inputs) : undefined;
    this.moments = this.#networks.map((network) => [this.#momentOf(network)]);
  }

  /** @param {Network} network @returns {Moment} */
  #momentOf(network) {
    if (!this.#points) return { ...unseen, alive: aliveIn(network) };
    return {
      ...unseen,
      ...{ loss: network.loss(), accuracy: network.accuracy(), norms: network.gradientNorms() },
      picture: network.probe(this.#points),
    };
  }

  /** One more moment of every network. */
  advance() {
    this.#networks.forEach((network, i) => {
      network.step(this.stepsEach);
      this.moments[i].push(this.#momentOf(network));
    });
    ++this.done;
  }

  get steps() {
    return this.done * this.stepsEach;
  }

  /** @param {number} i of the function */
  diverged(i) {
    return this.#networks[i].diverged;
  }

  /** How many units are dead after as many steps at another rate. @param {number} i of the function @param {number} rate */
  deadAt(i, rate) {
    const network = networkOf(this.#experiment, this.#experiment.functions[i], rate);
    network.step(this.most * this.stepsEach);
    return deadIn(aliveIn(network));
  }
}

/** @param {Network} network @returns {Uint8Array} by unit of all hidden layers */
const aliveIn = (network) => Uint8Array.from(network.alive().flatMap((layer) => [...layer]));

/** @param {Uint8Array} alive */
export const deadIn = (alive) => alive.reduce((sum, unit) => sum + (unit ? 0 : 1), 0);

/** How many units live that had been dead at some time before. @param {Moment[]} moments up to now */
export function revivedIn(moments) {
  const last = moments[moments.length - 1].alive;
  return last.reduce((sum, unit, i) => sum + (unit && moments.some(({ alive }) => !alive[i]) ? 1 : 0), 0);
}
