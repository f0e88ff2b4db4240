/** A network with two layers learns XOR: forward pass, backward pass, gradient descent. */
import { sigmoid, silu } from 'activation-kernels';

/** The product of two row-major matrices. @param {Float32Array} a @param {Float32Array} b @param {number} rows of a @param {number} columns of b */
function product(a, b, rows, columns) {
  const inner = a.length / rows;
  return new Float32Array(rows * columns).map((_, i) => {
    let sum = 0;
    for (let k = 0; k < inner; ++k) sum += a[Math.floor(i / columns) * inner + k] * b[k * columns + (i % columns)];
    return sum;
  });
}
/** @param {Float32Array} a @param {number} rows */
const transposed = (a, rows) => a.map((_, i) => a[(i % rows) * (a.length / rows) + Math.floor(i / rows)]);

/** Four points with a third input for the bias. The target is the XOR of the first two inputs. */
export const x = Float32Array.of(0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1);
export const wanted = Float32Array.of(0, 1, 1, 0);

/** The loss and its gradients. @param {Float32Array} first 3 × 8 weights @param {Float32Array} second 8 × 1 weights */
export function pass(first, second) {
  const sums = product(x, first, 4, 8);
  const hidden = silu(sums);
  const logits = product(hidden, second, 4, 1);
  const errors = sigmoid(logits).map((y, i) => y - wanted[i]);
  const loss = errors.reduce((sum, error) => sum + error ** 2 / 2, 0);
  const toLogits = sigmoid.backward(errors, logits);
  const toSums = silu.backward(product(toLogits, transposed(second, 8), 4, 8), sums);
  return { loss, gradients: [product(transposed(x, 4), toSums, 3, 8), product(transposed(hidden, 4), toLogits, 8, 1)] };
}

/** @param {number} steps */
export function train(steps, rate = 1) {
  let weights = [24, 8].map((length) => new Float32Array(length).map((_, i) => Math.sin(3 * i + length)));
  for (let step = 0; step < steps; ++step) {
    const { gradients } = pass(weights[0], weights[1]);
    weights = weights.map((matrix, k) => matrix.map((weight, i) => weight - rate * gradients[k][i]));
  }
  return weights;
}
