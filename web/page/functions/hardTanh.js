/** What the page says about hardTanh. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Piecewise linear version of tanh', 'zh-Hant': 'tanh 的分段線性版本' },
  use: {
    en: 'Tanh without an exponential, and a simple way to keep values within bounds. In binarised networks its derivative stands in for that of the sign function (straight-through estimator).',
    'zh-Hant':
      '不必算指數的 tanh，也是把數值限制在範圍內的簡單作法。二值化網路常以它的導函數代替符號函數的導函數，也就是直通估計（straight-through estimator）。',
  },
  care: {
    en: 'There is no gradient outside the bounds. At the bounds the slope is 0 in PyTorch, 1 in TensorFlow and JAX. Keras and JAX fix the bounds at ±1, and ONNX’s Clip does not clip at all without its optional inputs.',
    'zh-Hant':
      '超出上下限就沒有梯度。恰在上下限處，PyTorch 的斜率是 0，TensorFlow 與 JAX 是 1。Keras 與 JAX 的上下限固定為 ±1；ONNX 的 Clip 若省略選用的輸入，則完全不截斷。',
  },
  parameters: {
    minValue: { en: 'lower bound', 'zh-Hant': '下限' },
    maxValue: { en: 'upper bound', 'zh-Hant': '上限' },
  },
  paper: {
    authors: 'Collobert',
    year: 2004,
    title: 'Large Scale Machine Learning',
  },
  related: ['tanh', 'softsign', 'hardSigmoid'],
  code: {
    numpy: 'np.clip(x, {minValue}, {maxValue})',
    numpyDerivative: 'np.where((x > {minValue}) & (x < {maxValue}), 1.0, 0.0)',
    torch: 'F.hardtanh(x, min_val={minValue}, max_val={maxValue})',
    keras: 'keras.ops.clip(x, {minValue}, {maxValue})',
    jax: 'jnp.clip(x, {minValue}, {maxValue})',
  },
  plainCode: {
    torch: 'F.hardtanh(x)',
    keras: 'keras.activations.hard_tanh(x)',
    jax: 'jax.nn.hard_tanh(x)',
  },
};
