/** Softmax with a temperature: below 1 it favours the largest scores, above 1 it evens the probabilities out. */
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
