/**
 * Hand-written loops for comparison: f, and the gradient times f′. Each is a function of its own, because engines would
 * compile one loop that calls f for all f together.
 * @type {Record<string, { value: Value, backward: Backward }>}
 * @typedef {(x: Float32Array, out: Float32Array, ...parameters: number[]) => void} Value
 * @typedef {(gradient: Float32Array, x: Float32Array, out: Float32Array, ...parameters: number[]) => void} Backward
 */
export const loops = {
  relu: {
    value(x, out) {
      // The usual loop; Math.max(x[i], 0) would return NaN for NaN.
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : 0;
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? gradient[i] : 0;
    },
  },
  leakyRelu: {
    value(x, out, slope) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : slope * x[i];
    },
    backward(gradient, x, out, slope) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? gradient[i] : slope * gradient[i];
    },
  },
  elu: {
    value(x, out, alpha) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : alpha * Math.expm1(x[i]);
    },
    backward(gradient, x, out, alpha) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? gradient[i] : gradient[i] * alpha * Math.exp(x[i]);
    },
  },
  gelu: {
    value(x, out) {
      // erf by Abramowitz and Stegun 7.1.26, the usual approximation.
      for (let i = 0; i < x.length; ++i) {
        const z = Math.abs(x[i]) * Math.SQRT1_2;
        const t = 1 / (1 + 0.3275911 * z);
        const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        const erf = 1 - sum * Math.exp(-z * z);
        out[i] = 0.5 * x[i] * (1 + (x[i] < 0 ? -erf : erf));
      }
    },
    backward(gradient, x, out) {
      const scale = 1 / Math.sqrt(2 * Math.PI);
      for (let i = 0; i < x.length; ++i) {
        const z = Math.abs(x[i]) * Math.SQRT1_2;
        const t = 1 / (1 + 0.3275911 * z);
        const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        const bell = Math.exp(-z * z);
        const erf = 1 - sum * bell;
        out[i] = gradient[i] * (0.5 * (1 + (x[i] < 0 ? -erf : erf)) + x[i] * bell * scale);
      }
    },
  },
  silu: {
    value(x, out, beta) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] / (1 + Math.exp(-beta * x[i]));
    },
    backward(gradient, x, out, beta) {
      for (let i = 0; i < x.length; ++i) {
        const s = 1 / (1 + Math.exp(-beta * x[i]));
        out[i] = gradient[i] * s * (1 + beta * x[i] * (1 - s));
      }
    },
  },
  softplus: {
    value(x, out, beta) {
      for (let i = 0; i < x.length; ++i)
        out[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-beta * Math.abs(x[i]))) / beta;
    },
    backward(gradient, x, out, beta) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] / (1 + Math.exp(-beta * x[i]));
    },
  },
  hardSwish: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = (x[i] * Math.min(Math.max(x[i] + 3, 0), 6)) / 6;
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i)
        out[i] = x[i] <= -3 ? 0 : x[i] >= 3 ? gradient[i] : (gradient[i] * (2 * x[i] + 3)) / 6;
    },
  },
  sigmoid: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = 1 / (1 + Math.exp(-x[i]));
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) {
        const s = 1 / (1 + Math.exp(-x[i]));
        out[i] = gradient[i] * s * (1 - s);
      }
    },
  },
  tanh: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.tanh(x[i]);
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) {
        const t = Math.tanh(x[i]);
        out[i] = gradient[i] * (1 - t * t);
      }
    },
  },
};
