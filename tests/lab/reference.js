/**
 * An oracle of the lab's training: in doubles, sample by sample, from the definitions of Philox, the initialisations and
 * the optimisers.
 */
import { philox } from '../package/philox.js';

/** @type {Record<string, { f: (x: number) => number, slope: (x: number) => number }>} at their default parameters */
export const activations = {
  relu: { f: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0) },
  leakyRelu: { f: (x) => (x > 0 ? x : 0.01 * x), slope: (x) => (x > 0 ? 1 : 0.01) },
  elu: { f: (x) => (x > 0 ? x : Math.expm1(x)), slope: (x) => (x > 0 ? 1 : Math.exp(x)) },
  softplus: { f: (x) => Math.log1p(Math.exp(x)), slope: (x) => sigmoid(x) },
  silu: { f: (x) => x * sigmoid(x), slope: (x) => sigmoid(x) * (1 + x * sigmoid(-x)) },
  sigmoid: { f: (x) => sigmoid(x), slope: (x) => sigmoid(x) * sigmoid(-x) },
  tanh: { f: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
};

/** @param {number} x */
function sigmoid(x) {
  return 1 / (1 + Math.exp(-x));
}

/** Random integers of 32 bits. @param {number} seed @param {number} stream */
function* numbers(seed, stream) {
  for (let block = 0; ; ++block) yield* philox([block, stream, 0, 0], [seed, 0]);
}

/** @typedef {number[][]} Layer a row of weights for each input, and a last row of biases */

/** @param {number} inputs @param {number} outputs @param {() => number} number @returns {Layer} */
const layerOf = (inputs, outputs, number) =>
  Array.from({ length: inputs + 1 }, (_, row) => Array.from({ length: outputs }, () => (row < inputs ? number() : 0)));

/**
 * @param {import('../../web/lab/network.js').Network['data']} data
 * @param {import('../../web/lab/network.js').NetworkOptions} options
 */
export function reference(data, options) {
  const { f, slope } = activations[options.activation];
  const widths = [data.inputs, ...options.layers, data.outputs];
  const initial = numbers(options.seed, 0);
  const layers = options.layers.concat(data.outputs).map((outputs, i) => {
    const bound = Math.sqrt(6 / (widths[i] + (options.initialisation === 'glorot' ? outputs : 0)));
    const number = () => {
      const u = Math.floor(Number(initial.next().value) / 2 ** 8) / 2 ** 24;
      return Math.fround(bound * (2 * u - 1));
    };
    return layerOf(widths[i], outputs, number);
  });
  const zeros = () => layers.map((layer) => layerOf(layer.length - 1, layer[0].length, () => 0));
  const [first, second] = [zeros(), zeros()];

  /** The inputs and z of each layer. @param {number} sample */
  function forward(sample) {
    let a = Array.from(data.x.subarray(sample * data.inputs, (sample + 1) * data.inputs));
    return layers.map((layer, i) => {
      const biases = layer[layer.length - 1];
      const z = biases.map((bias, k) => a.reduce((sum, value, input) => sum + value * layer[input][k], bias));
      const inputs = a;
      a = i === layers.length - 1 ? z : z.map(f);
      return { inputs, z };
    });
  }

  /** The loss and its gradient with respect to the outputs. @param {number[]} z @param {number} y */
  function lossOf(z, y) {
    if (data.classes === 0) return { loss: (z[0] - y) ** 2, gradient: [2 * (z[0] - y)] };
    const logits = z.length === 1 ? [0, z[0]] : z;
    const powers = logits.map((logit) => Math.exp(logit));
    const sum = powers.reduce((a, b) => a + b);
    const gradient = powers.map((power, k) => power / sum - (k === y ? 1 : 0));
    return { loss: Math.log(sum) - logits[y], gradient: z.length === 1 ? gradient.slice(1) : gradient };
  }

  /** The mean loss of samples and its gradient with respect to the weights. @param {number[]} samples */
  function lossAndGradient(samples) {
    const sums = zeros();
    let loss = 0;
    for (const sample of samples) {
      const passed = forward(sample);
      const own = lossOf(passed[layers.length - 1].z, data.y[sample]);
      loss += own.loss / samples.length;
      let { gradient } = own;
      for (let i = layers.length - 1; i >= 0; --i) {
        [...passed[i].inputs, 1].forEach((input, row) => {
          gradient.forEach((g, k) => {
            sums[i][row][k] += (input * g) / samples.length;
          });
        });
        if (i === 0) break;
        const { z } = passed[i - 1];
        gradient = z.map((x, k) => slope(x) * layers[i][k].reduce((sum, weight, j) => sum + weight * gradient[j], 0));
      }
    }
    return { loss, gradient: sums };
  }

  /** @type {number[]} */
  let order = [];
  let steps = 0;
  const stepsPerEpoch = Math.ceil(data.count / options.batch);
  const everything = Array.from({ length: data.count }, (_, i) => i);

  return {
    weights: () => Float32Array.from(layers.flat(2)),
    loss: () => lossAndGradient(everything).loss,
    step() {
      if (steps % stepsPerEpoch === 0) {
        const random = numbers(options.seed, steps / stepsPerEpoch + 1);
        order = [...everything];
        for (let n = data.count; n > 1; --n) {
          const chosen = Math.floor((Number(random.next().value) * n) / 2 ** 32);
          [order[n - 1], order[chosen]] = [order[chosen], order[n - 1]];
        }
      }
      const from = (steps % stepsPerEpoch) * options.batch;
      const { loss, gradient } = lossAndGradient(order.slice(from, from + options.batch));
      ++steps;
      layers.forEach((layer, i) => {
        layer.forEach((weights, row) => {
          for (let k = 0; k < weights.length; ++k) {
            const g = gradient[i][row][k];
            if (options.optimiser === 'sgd') {
              first[i][row][k] = options.momentum * first[i][row][k] + g;
              weights[k] -= options.learningRate * first[i][row][k];
            } else {
              first[i][row][k] = 0.9 * first[i][row][k] + 0.1 * g;
              second[i][row][k] = 0.999 * second[i][row][k] + 0.001 * g * g;
              const m = first[i][row][k] / (1 - 0.9 ** steps);
              const v = second[i][row][k] / (1 - 0.999 ** steps);
              weights[k] -= (options.learningRate * m) / (Math.sqrt(v) + 1e-8);
            }
          }
        });
      });
      return loss;
    },
  };
}
