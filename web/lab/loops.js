/**
 * Hand-written loops for comparison, in pairs: f, and the gradient times f′. Each is a function of its own, because
 * engines would compile one loop that calls f for all f together. Of a function without a pair, only the kernel is timed.
 * @type {Record<string, { value: Value, backward: Backward }>}
 * @typedef {(x: Float32Array, out: Float32Array, ...parameters: number[]) => void} Value
 * @typedef {(gradient: Float32Array, x: Float32Array, out: Float32Array, ...parameters: number[]) => void} Backward
 */
export const loops = {
  identity: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i];
    },
    backward(gradient, _x, out) {
      for (let i = 0; i < gradient.length; ++i) out[i] = gradient[i];
    },
  },
  step: {
    value(x, out, alpha) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? 1 : alpha;
    },
    backward(_gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = 0;
    },
  },
  relu: {
    value(x, out) {
      // The usual loop; Math.max(x[i], 0) would return NaN for NaN.
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : 0;
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? gradient[i] : 0;
    },
  },
  relu6: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(x[i], 0), 6);
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 && x[i] < 6 ? gradient[i] : 0;
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
  prelu: {
    value(x, out, slope) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : slope * x[i];
    },
    backward(gradient, x, out, slope) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? gradient[i] : slope * gradient[i];
    },
  },
  rrelu: {
    value(x, out, lower, upper) {
      const slope = (lower + upper) / 2;
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : slope * x[i];
    },
    backward(gradient, x, out, lower, upper) {
      const slope = (lower + upper) / 2;
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? gradient[i] : slope * gradient[i];
    },
  },
  thresholdedRelu: {
    value(x, out, theta) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > theta ? x[i] : 0;
    },
    backward(gradient, x, out, theta) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > theta ? gradient[i] : 0;
    },
  },
  threshold: {
    value(x, out, threshold, value) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > threshold ? x[i] : value;
    },
    backward(gradient, x, out, threshold) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > threshold ? gradient[i] : 0;
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
  celu: {
    value(x, out, alpha) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : alpha * Math.expm1(x[i] / alpha);
    },
    backward(gradient, x, out, alpha) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? gradient[i] : gradient[i] * Math.exp(x[i] / alpha);
    },
  },
  selu: {
    value(x, out, alpha, scale) {
      for (let i = 0; i < x.length; ++i) out[i] = scale * (x[i] > 0 ? x[i] : alpha * Math.expm1(x[i]));
    },
    backward(gradient, x, out, alpha, scale) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] * scale * (x[i] > 0 ? 1 : alpha * Math.exp(x[i]));
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
  geluTanh: {
    value(x, out) {
      const factor = Math.sqrt(2 / Math.PI);
      for (let i = 0; i < x.length; ++i)
        out[i] = 0.5 * x[i] * (1 + Math.tanh(factor * (x[i] + 0.044715 * x[i] * x[i] * x[i])));
    },
    backward(gradient, x, out) {
      const factor = Math.sqrt(2 / Math.PI);
      for (let i = 0; i < x.length; ++i) {
        const square = x[i] * x[i];
        const t = Math.tanh(factor * (x[i] + 0.044715 * x[i] * square));
        out[i] = gradient[i] * 0.5 * (1 + t + x[i] * (1 - t * t) * factor * (1 + 0.134145 * square));
      }
    },
  },
  quickGelu: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] / (1 + Math.exp(-1.702 * x[i]));
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) {
        const s = 1 / (1 + Math.exp(-1.702 * x[i]));
        out[i] = gradient[i] * s * (1 + 1.702 * x[i] * (1 - s));
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
  mish: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] * Math.tanh(Math.log1p(Math.exp(x[i])));
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) {
        const t = Math.tanh(Math.log1p(Math.exp(x[i])));
        out[i] = gradient[i] * (t + (x[i] * (1 - t * t)) / (1 + Math.exp(-x[i])));
      }
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
  softplus: {
    value(x, out, beta) {
      for (let i = 0; i < x.length; ++i)
        out[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-beta * Math.abs(x[i]))) / beta;
    },
    backward(gradient, x, out, beta) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] / (1 + Math.exp(-beta * x[i]));
    },
  },
  squareplus: {
    value(x, out, b) {
      for (let i = 0; i < x.length; ++i) out[i] = (x[i] + Math.sqrt(x[i] * x[i] + b)) / 2;
    },
    backward(gradient, x, out, b) {
      for (let i = 0; i < x.length; ++i) out[i] = (gradient[i] * (1 + x[i] / Math.sqrt(x[i] * x[i] + b))) / 2;
    },
  },
  sparsePlus: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] <= -1 ? 0 : x[i] >= 1 ? x[i] : (x[i] + 1) ** 2 / 4;
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] * Math.min(Math.max((x[i] + 1) / 2, 0), 1);
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
  hardSigmoid: {
    value(x, out, slope, offset) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(slope * x[i] + offset, 0), 1);
    },
    backward(gradient, x, out, slope, offset) {
      for (let i = 0; i < x.length; ++i) {
        const y = slope * x[i] + offset;
        out[i] = y > 0 && y < 1 ? slope * gradient[i] : 0;
      }
    },
  },
  sparseSigmoid: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max((x[i] + 1) / 2, 0), 1);
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > -1 && x[i] < 1 ? gradient[i] / 2 : 0;
    },
  },
  logSigmoid: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.min(x[i], 0) - Math.log1p(Math.exp(-Math.abs(x[i])));
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] / (1 + Math.exp(x[i]));
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
  hardTanh: {
    value(x, out, low, high) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(x[i], low), high);
    },
    backward(gradient, x, out, low, high) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > low && x[i] < high ? gradient[i] : 0;
    },
  },
  softsign: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] / (1 + Math.abs(x[i]));
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] / (1 + Math.abs(x[i])) ** 2;
    },
  },
  tanhShrink: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] - Math.tanh(x[i]);
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] * Math.tanh(x[i]) ** 2;
    },
  },
  hardShrink: {
    value(x, out, lambd) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.abs(x[i]) > lambd ? x[i] : 0;
    },
    backward(gradient, x, out, lambd) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.abs(x[i]) > lambd ? gradient[i] : 0;
    },
  },
  softShrink: {
    value(x, out, lambd) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > lambd ? x[i] - lambd : x[i] < -lambd ? x[i] + lambd : 0;
    },
    backward(gradient, x, out, lambd) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.abs(x[i]) > lambd ? gradient[i] : 0;
    },
  },
  shrink: {
    value(x, out, lambd, bias) {
      for (let i = 0; i < x.length; ++i) out[i] = x[i] > lambd ? x[i] - bias : x[i] < -lambd ? x[i] + bias : 0;
    },
    backward(gradient, x, out, lambd) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.abs(x[i]) > lambd ? gradient[i] : 0;
    },
  },
  exponential: {
    value(x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = Math.exp(x[i]);
    },
    backward(gradient, x, out) {
      for (let i = 0; i < x.length; ++i) out[i] = gradient[i] * Math.exp(x[i]);
    },
  },
};
