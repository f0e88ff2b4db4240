/**
 * How users of a library compute a function for which the library has no operator, or one with other parameters. These are
 * the fastest ways found, at our default parameters. Where a library publishes its own way, that is taken, even if it is
 * slower: TensorFlow.js's gelu_new uses tanh, although a sigmoid would be faster.
 */

/**
 * TensorFlow.js: functions from tensors to a tensor. tf.step replaces tf.where and casts from bool, which run in
 * JavaScript and are slow.
 * @param {any} tf
 * @returns {Record<string, (x: any, ...parameters: number[]) => any>}
 */
export function tensorflowCompositions(tf) {
  /** @param {(a: any, b: any) => any} f of the halves */
  const gated = (f) => (/** @type {any} */ x) => {
    const [a, b] = tf.split(x, 2, 1);
    return f(a, b);
  };
  /** @param {any} x */
  const gelu = (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
  /** @param {any} x */
  const silu = (x) => tf.mul(x, tf.sigmoid(x));
  /** @param {any} x @param {number} lambd */
  const hardShrink = (x, lambd) => tf.mul(x, tf.step(tf.sub(tf.abs(x), lambd)));
  return {
    rrelu: (x, lower, upper) => tf.leakyRelu(x, (lower + upper) / 2),
    thresholdedRelu: (x, theta) => tf.mul(x, tf.step(tf.sub(x, theta))),
    threshold: (x, threshold, value) => {
      const above = tf.step(tf.sub(x, threshold));
      const kept = tf.mul(x, above);
      return value === 0 ? kept : tf.add(kept, tf.mul(tf.sub(1, above), value));
    },
    celu: (x, alpha) => (alpha === 1 ? tf.elu(x) : tf.mul(tf.elu(tf.div(x, alpha)), alpha)),
    gelu,
    geluTanh: (x) => {
      const u = tf.mul(tf.add(x, tf.mul(tf.mul(tf.square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
      return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(u), 1));
    },
    quickGelu: (x) => tf.mul(x, tf.sigmoid(tf.mul(x, 1.702))),
    silu,
    mish: (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
    squareplus: (x, b) => tf.mul(tf.add(x, tf.sqrt(tf.add(tf.square(x), b))), 0.5),
    sparsePlus: (x) => tf.add(tf.relu(tf.sub(x, 1)), tf.square(tf.clipByValue(tf.add(tf.mul(x, 0.5), 0.5), 0, 1))),
    hardSigmoid: (x, slope, offset) => tf.clipByValue(tf.add(tf.mul(x, slope), offset), 0, 1),
    sparseSigmoid: (x) => tf.clipByValue(tf.add(tf.mul(x, 0.5), 0.5), 0, 1),
    softsign: (x) => tf.div(x, tf.add(tf.abs(x), 1)),
    tanhShrink: (x) => tf.sub(x, tf.tanh(x)),
    hardShrink,
    softShrink: (x, lambd) => tf.sub(x, tf.clipByValue(x, -lambd, lambd)),
    shrink: hardShrink, // our default bias is 0
    hardSwish: (x) => tf.mul(x, tf.clipByValue(tf.add(tf.mul(x, 1 / 6), 0.5), 0, 1)),
    softmin: (x) => tf.softmax(tf.neg(x)),
    hardmax: (x) => tf.cast(tf.oneHot(tf.argMax(x, 1), x.shape[1]), 'float32'),
    glu: gated((a, b) => tf.mul(a, tf.sigmoid(b))),
    reglu: gated((a, b) => tf.mul(tf.relu(a), b)),
    geglu: gated((a, b) => tf.mul(gelu(a), b)),
    swiglu: gated((a, b) => tf.mul(silu(a), b)),
  };
}

/** @typedef {import('./onnx.js').Graph} Graph */

/**
 * @param {string} operator of the activated half @param {'a' | 'b'} activated the first half or the second
 * @returns {() => Graph}
 */
const gated =
  (operator, activated = 'a') =>
  () => [
    [['a', 'b'], 'Split', ['x'], { axis: 1n, num_outputs: 2n }],
    [['open'], operator, [activated]],
    [['y'], 'Mul', ['open', activated === 'a' ? 'b' : 'a']],
  ];

/**
 * ONNX: graphs from x to y.
 * @type {Record<string, (...parameters: number[]) => Graph>}
 */
export const onnxCompositions = {
  step: () => [
    [['sign'], 'Sign', ['x']],
    [['y'], 'Relu', ['sign']],
  ],
  relu6: () => [[['y'], 'Clip', ['x', 0, 6]]],
  prelu: (slope) => [[['y'], 'PRelu', ['x', slope]]],
  rrelu: (lower, upper) => [[['y'], 'LeakyRelu', ['x'], { alpha: (lower + upper) / 2 }]],
  threshold: (threshold, value) =>
    value === 0
      ? [[['y'], 'ThresholdedRelu', ['x'], { alpha: threshold }]]
      : [
          [['above'], 'Greater', ['x', threshold]],
          [['y'], 'Where', ['above', 'x', value]],
        ],
  geluTanh: () => [[['y'], 'Gelu', ['x'], { approximate: 'tanh' }]],
  quickGelu: () => [[['y'], 'Swish', ['x'], { alpha: 1.702 }]],
  softplus: () => [[['y'], 'Softplus', ['x']]],
  squareplus: (b) => [
    [['square'], 'Mul', ['x', 'x']],
    [['sum'], 'Add', ['square', b]],
    [['root'], 'Sqrt', ['sum']],
    [['twice'], 'Add', ['x', 'root']],
    [['y'], 'Mul', ['twice', 0.5]],
  ],
  sparsePlus: () => [
    [['clipped'], 'HardSigmoid', ['x'], { alpha: 0.5, beta: 0.5 }],
    [['square'], 'Mul', ['clipped', 'clipped']],
    [['less'], 'Sub', ['x', 1]],
    [['line'], 'Relu', ['less']],
    [['y'], 'Add', ['square', 'line']],
  ],
  sparseSigmoid: () => [[['y'], 'HardSigmoid', ['x'], { alpha: 0.5, beta: 0.5 }]],
  logSigmoid: () => [
    [['sigmoid'], 'Sigmoid', ['x']],
    [['y'], 'Log', ['sigmoid']], // as PyTorch exports it
  ],
  hardTanh: (minValue, maxValue) => [[['y'], 'Clip', ['x', minValue, maxValue]]],
  tanhShrink: () => [
    [['tanh'], 'Tanh', ['x']],
    [['y'], 'Sub', ['x', 'tanh']],
  ],
  hardShrink: (lambd) => [[['y'], 'Shrink', ['x'], { lambd, bias: 0 }]],
  softShrink: (lambd) => [[['y'], 'Shrink', ['x'], { lambd, bias: lambd }]],
  shrink: (lambd, bias) => [[['y'], 'Shrink', ['x'], { lambd, bias }]],
  softmin: () => [
    [['minus'], 'Neg', ['x']],
    [['y'], 'Softmax', ['minus']],
  ],
  glu: gated('Sigmoid', 'b'),
  reglu: gated('Relu'),
  geglu: gated('Gelu'),
  swiglu: gated('Swish'),
};
