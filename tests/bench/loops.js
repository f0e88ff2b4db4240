import { loops as onThePage } from '../../web/lab/loops.js';

/**
 * Hand-written loops for comparison. An activation without a loop is compared with the other contenders alone. Each loop
 * is a function of its own, because engines would compile one loop that calls f for all f together. Loops over rows
 * take `columns`, the length of a row.
 * @type {Record<string, (x: Float32Array, out: Float32Array, ...parameters: number[]) => void>}
 */
export const loops = {
  ...Object.fromEntries(Object.entries(onThePage).map(([name, { value }]) => [name, value])),
  identity(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i];
  },
  step(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? 1 : 0;
  },
  relu6(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(x[i], 0), 6);
  },
  prelu(x, out, slope) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : slope * x[i];
  },
  rrelu(x, out, lower, upper) {
    const slope = (lower + upper) / 2;
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : slope * x[i];
  },
  thresholdedRelu(x, out, theta) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > theta ? x[i] : 0;
  },
  threshold(x, out, threshold, value) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > threshold ? x[i] : value;
  },
  celu(x, out, alpha) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > 0 ? x[i] : alpha * Math.expm1(x[i] / alpha);
  },
  selu(x, out) {
    const [alpha, scale] = [1.6732632423543772, 1.0507009873554805];
    for (let i = 0; i < x.length; ++i) out[i] = scale * (x[i] > 0 ? x[i] : alpha * Math.expm1(x[i]));
  },
  geluTanh(x, out) {
    const factor = Math.sqrt(2 / Math.PI);
    for (let i = 0; i < x.length; ++i)
      out[i] = 0.5 * x[i] * (1 + Math.tanh(factor * (x[i] + 0.044715 * x[i] * x[i] * x[i])));
  },
  quickGelu(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] / (1 + Math.exp(-1.702 * x[i]));
  },
  mish(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] * Math.tanh(Math.log1p(Math.exp(x[i])));
  },
  squareplus(x, out, b) {
    for (let i = 0; i < x.length; ++i) out[i] = (x[i] + Math.sqrt(x[i] * x[i] + b)) / 2;
  },
  sparsePlus(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] <= -1 ? 0 : x[i] >= 1 ? x[i] : (x[i] + 1) ** 2 / 4;
  },
  hardSigmoid(x, out, slope, offset) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(slope * x[i] + offset, 0), 1);
  },
  sparseSigmoid(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max((x[i] + 1) / 2, 0), 1);
  },
  logSigmoid(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.min(x[i], 0) - Math.log1p(Math.exp(-Math.abs(x[i])));
  },
  hardTanh(x, out, low, high) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.min(Math.max(x[i], low), high);
  },
  softsign(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] / (1 + Math.abs(x[i]));
  },
  tanhShrink(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] - Math.tanh(x[i]);
  },
  hardShrink(x, out, lambd) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.abs(x[i]) > lambd ? x[i] : 0;
  },
  softShrink(x, out, lambd) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > lambd ? x[i] - lambd : x[i] < -lambd ? x[i] + lambd : 0;
  },
  shrink(x, out, lambd, bias) {
    for (let i = 0; i < x.length; ++i) out[i] = x[i] > lambd ? x[i] - bias : x[i] < -lambd ? x[i] + bias : 0;
  },
  exponential(x, out) {
    for (let i = 0; i < x.length; ++i) out[i] = Math.exp(x[i]);
  },
  softmax(x, out, columns) {
    for (let from = 0; from < x.length; from += columns) {
      const end = from + columns;
      let max = x[from];
      for (let i = from; i < end; ++i) if (x[i] > max) max = x[i];
      let sum = 0;
      for (let i = from; i < end; ++i) {
        out[i] = Math.exp(x[i] - max);
        sum += out[i];
      }
      for (let i = from; i < end; ++i) out[i] /= sum;
    }
  },
  logSoftmax(x, out, columns) {
    for (let from = 0; from < x.length; from += columns) {
      const end = from + columns;
      let max = x[from];
      for (let i = from; i < end; ++i) if (x[i] > max) max = x[i];
      let sum = 0;
      for (let i = from; i < end; ++i) sum += Math.exp(x[i] - max);
      const log = max + Math.log(sum);
      for (let i = from; i < end; ++i) out[i] = x[i] - log;
    }
  },
  softmin(x, out, columns) {
    for (let from = 0; from < x.length; from += columns) {
      const end = from + columns;
      let min = x[from];
      for (let i = from; i < end; ++i) if (x[i] < min) min = x[i];
      let sum = 0;
      for (let i = from; i < end; ++i) {
        out[i] = Math.exp(min - x[i]);
        sum += out[i];
      }
      for (let i = from; i < end; ++i) out[i] /= sum;
    }
  },
  hardmax(x, out, columns) {
    out.fill(0);
    for (let from = 0; from < x.length; from += columns) {
      let best = from;
      for (let i = from; i < from + columns; ++i) if (x[i] > x[best]) best = i;
      out[best] = 1;
    }
  },
  sparsemax(x, out, columns) {
    for (let from = 0; from < x.length; from += columns) {
      const end = from + columns;
      const sorted = x.slice(from, end).sort().reverse();
      let sum = 0;
      let threshold = 0;
      for (let i = 0; i < columns; ++i) {
        sum += sorted[i];
        if (1 + (i + 1) * sorted[i] <= sum) break;
        threshold = (sum - 1) / (i + 1);
      }
      for (let i = from; i < end; ++i) out[i] = Math.max(x[i] - threshold, 0);
    }
  },
  glu(x, out, columns) {
    const half = columns / 2;
    for (let from = 0, to = 0; from < x.length; from += columns)
      for (let i = from; i < from + half; ++i) out[to++] = x[i] / (1 + Math.exp(-x[i + half]));
  },
  reglu(x, out, columns) {
    const half = columns / 2;
    for (let from = 0, to = 0; from < x.length; from += columns)
      for (let i = from; i < from + half; ++i) out[to++] = x[i + half] > 0 ? x[i] * x[i + half] : 0;
  },
  geglu(x, out, columns) {
    const half = columns / 2;
    for (let from = 0, to = 0; from < x.length; from += columns)
      for (let i = from; i < from + half; ++i) {
        const gate = x[i + half];
        const z = Math.abs(gate) * Math.SQRT1_2;
        const t = 1 / (1 + 0.3275911 * z);
        const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        const erf = 1 - sum * Math.exp(-z * z);
        out[to++] = x[i] * 0.5 * gate * (1 + (gate < 0 ? -erf : erf));
      }
  },
  swiglu(x, out, columns) {
    const half = columns / 2;
    for (let from = 0, to = 0; from < x.length; from += columns)
      for (let i = from; i < from + half; ++i) out[to++] = (x[i] * x[i + half]) / (1 + Math.exp(-x[i + half]));
  },
};
