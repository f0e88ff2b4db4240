/** Row functions as plain loops in doubles. */

/** @typedef {(x: number[]) => number[]} Value */
/** @typedef {(gradient: number[], x: number[]) => number[]} Backward */

export function sum(/** @type {Iterable<number>} */ values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
const maxOf = (/** @type {number[]} */ values) => values.reduce((a, b) => (a > b ? a : b));
const dot = (/** @type {number[]} */ a, /** @type {number[]} */ b) => sum(a.map((value, i) => value * b[i]));

/** @type {Value} */
function softmax(x) {
  const highest = maxOf(x);
  const e = x.map((v) => Math.exp(v - highest));
  const total = sum(e);
  return e.map((v) => v / total);
}

/** @type {Value} by sorting, as in the paper */
function sparsemax(x) {
  const highest = maxOf(x);
  const sorted = x.map((v) => v - highest).sort((a, b) => b - a);
  let [total, tau] = [0, 0];
  sorted.forEach((v, k) => {
    total += v;
    if (1 + (k + 1) * v > total) tau = (total - 1) / (k + 1);
  });
  return x.map((v) => Math.max(v - highest - tau, 0));
}

/** The logarithm of the sum without its largest term, so that the small terms keep their digits. @param {number[]} x */
function logarithm(x) {
  const highest = maxOf(x);
  const first = x.indexOf(highest);
  return Math.log1p(sum(x.map((v, i) => (i === first ? 0 : Math.exp(v - highest)))));
}

/** √f of entmax15 by bisection. @param {number[]} x */
function entmaxRoots(x) {
  const highest = maxOf(x);
  const roots = (/** @type {number} */ tau) => x.map((v) => Math.max((v - highest) / 2 - tau, 0));
  let [low, high] = [-1, 0];
  for (let i = 0; i < 60; ++i) {
    const middle = (low + high) / 2;
    if (sum(roots(middle).map((s) => s * s)) > 1) low = middle;
    else high = middle;
  }
  return roots(low);
}

/** Row functions; logSumExp returns one number, and its gradient is one. @type {Record<string, { value: Value, backward: Backward }>} */
export const oracles = {
  softmax: {
    value: softmax,
    backward(gradient, x) {
      const s = softmax(x);
      const mean = dot(gradient, s);
      return s.map((v, i) => v * (gradient[i] - mean));
    },
  },
  logSoftmax: {
    value(x) {
      const [highest, rest] = [maxOf(x), logarithm(x)];
      return x.map((v) => v - highest - rest);
    },
    backward(gradient, x) {
      const total = sum(gradient);
      return softmax(x).map((s, i) => gradient[i] - s * total);
    },
  },
  softmin: {
    value: (x) => softmax(x.map((v) => -v)),
    backward: (gradient, x) =>
      oracles.softmax
        .backward(
          gradient,
          x.map((v) => -v),
        )
        .map((v) => -v),
  },
  logSumExp: {
    value: (x) => [maxOf(x) + logarithm(x)],
    backward: ([gradient], x) => softmax(x).map((s) => gradient * s),
  },
  hardmax: {
    value(x) {
      const first = x.indexOf(maxOf(x));
      return x.map((_, i) => Number(i === first));
    },
    backward: (gradient) => gradient.map(() => 0),
  },
  sparsemax: {
    value: sparsemax,
    backward(gradient, x) {
      const support = sparsemax(x).map((v) => Number(v > 0));
      const mean = dot(gradient, support) / sum(support);
      return gradient.map((g, i) => (support[i] ? g - mean : 0));
    },
  },
  entmax15: {
    value: (x) => entmaxRoots(x).map((s) => s * s),
    backward(gradient, x) {
      const roots = entmaxRoots(x);
      const mean = dot(gradient, roots) / sum(roots);
      return roots.map((s, i) => s * (gradient[i] - mean));
    },
  },
};

/** Φ(-t) for t >= 0: a series of positive terms, then Laplace's continued fraction. */
function normalTail(/** @type {number} */ t) {
  const density = Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  if (t < 3) {
    let [total, term] = [t, t];
    for (let k = 3; term > total * 1e-17; k += 2) {
      term *= (t * t) / k;
      total += term;
    }
    return 0.5 - density * total;
  }
  let fraction = t;
  for (let k = 80; k > 0; --k) fraction = t + k / fraction;
  return density / fraction;
}
const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));
const normal = (/** @type {number} */ x) => (x > 0 ? 1 - normalTail(x) : normalTail(-x));
const density = (/** @type {number} */ x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const [scale, alpha] = [1.0507009873554805, 1.6732632423543772];
/** What geluTanh gives to the sigmoid, and its slope. @param {number} x */
const cubic = (x) => [
  2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3),
  2 * Math.sqrt(2 / Math.PI) * (1 + 0.134145 * x * x),
];

/** x σ(βx), and its slope. @param {number} beta @returns {Pick<GateOracle, 'value' | 'slope'>} */
export const swish = (beta) => ({
  value: (x) => x * sigmoid(beta * x),
  slope: (x) => sigmoid(beta * x) * (1 + beta * x * sigmoid(-beta * x)),
});

/**
 * Each gated function: the half that is activated by default, the activation's name, its formula and slope, and their limits at
 * −∞ and ∞.
 * @typedef {{ half: 'first' | 'second', name: string, value: (x: number) => number, slope: (x: number) => number, limits: [number, number], slopes?: [number, number] }} GateOracle
 * @type {Record<string, GateOracle>}
 */
export const gates = {
  glu: {
    half: 'second',
    name: 'sigmoid',
    value: sigmoid,
    slope: (x) => sigmoid(x) * sigmoid(-x),
    limits: [0, 1],
    slopes: [0, 0],
  },
  reglu: {
    half: 'first',
    name: 'relu',
    value: (x) => Math.max(x, 0),
    slope: (x) => Number(x > 0),
    limits: [0, Infinity],
  },
  geglu: {
    half: 'first',
    name: 'gelu',
    value: (x) => x * normal(x),
    slope: (x) => normal(x) + x * density(x),
    limits: [-0, Infinity],
  },
  gegluTanh: {
    half: 'first',
    name: 'geluTanh',
    value: (x) => x * sigmoid(cubic(x)[0]),
    slope(x) {
      const [v, w] = cubic(x);
      return sigmoid(v) * (1 + x * w * sigmoid(-v));
    },
    limits: [-0, Infinity],
  },
  gegluQuick: { half: 'first', name: 'quickGelu', ...swish(1.702), limits: [-0, Infinity] },
  swiglu: { half: 'first', name: 'silu', ...swish(1), limits: [-0, Infinity] },
  seglu: {
    half: 'first',
    name: 'selu',
    value: (x) => scale * (x > 0 ? x : alpha * Math.expm1(x)),
    slope: (x) => scale * (x > 0 ? 1 : alpha * Math.exp(x)),
    limits: [-scale * alpha, Infinity],
    slopes: [0, scale],
  },
  bilinear: {
    half: 'first',
    name: 'identity',
    value: (x) => x,
    slope: () => 1,
    limits: [-Infinity, Infinity],
    slopes: [1, 1],
  },
};
