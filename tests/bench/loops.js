/**
 * The loops that somebody would write by hand, for comparison; an activation without one here is compared with the
 * others alone. Each is a function of its own, for a loop that called f would be compiled for all f at once.
 * @type {Record<string, (x: Float32Array, out: Float32Array, ...parameters: number[]) => void>}
 */
export const loops = {
  identity(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i];
  },
  relu(x, out) {
    // What people write; Math.max(NaN, 0) is something else.
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : 0;
  },
  leakyRelu(x, out, slope) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : slope * x[i];
  },
  relu6(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(x[i], 0), 6);
  },
  hardTanh(x, out, low, high) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(x[i], low), high);
  },
};
