/** Softmax with temperature: below 1 the largest scores get more, above 1 all get more alike. */
import { softmax } from 'activation-kernels';

/**
 * @param {Float32Array} scores rows of `columns` each
 * @param {number} temperature
 * @param {number} [columns]
 */
export function probabilities(scores, temperature, columns) {
  const scaled = scores.map((score) => score / temperature);
  return softmax(scaled, { columns, out: scaled });
}
