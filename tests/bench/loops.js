import { loops as onThePage } from '../../web/lab/loops.js';

/**
 * Hand-written loops for comparison: those of the experiment, and loops over rows, which take `columns`, the length of a
 * row. An activation without a loop is compared with the other contenders alone. Each loop is a function of its own,
 * because engines would compile one loop that calls f for all f together.
 * @type {Record<string, (x: Float32Array, out: Float32Array, ...parameters: number[]) => void>}
 */
export const loops = {
  ...Object.fromEntries(Object.entries(onThePage).map(([name, { value }]) => [name, value])),
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
      for (let i = from; i < from + half; ++i) out[to++] = x[i] > 0 ? x[i] * x[i + half] : 0;
  },
  geglu(x, out, columns) {
    const half = columns / 2;
    for (let from = 0, to = 0; from < x.length; from += columns)
      for (let i = from; i < from + half; ++i) {
        const gate = x[i];
        const z = Math.abs(gate) * Math.SQRT1_2;
        const t = 1 / (1 + 0.3275911 * z);
        const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        const erf = 1 - sum * Math.exp(-z * z);
        out[to++] = x[i + half] * 0.5 * gate * (1 + (gate < 0 ? -erf : erf));
      }
  },
  swiglu(x, out, columns) {
    const half = columns / 2;
    for (let from = 0, to = 0; from < x.length; from += columns)
      for (let i = from; i < from + half; ++i) out[to++] = (x[i] * x[i + half]) / (1 + Math.exp(-x[i]));
  },
};
