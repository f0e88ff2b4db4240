/** What the page says about hardSigmoid. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Piecewise linear version of the sigmoid', 'zh-Hant': 'sigmoid 的分段線性版本' },
  use: {
    en: 'Sigmoid without an exponential, for phones, quantised models and microcontrollers. MobileNetV3 gates its channels with it, and hard swish is built from it.',
    'zh-Hant':
      '不必算指數的 sigmoid，適合手機、量化模型與微控制器。MobileNetV3 用它當通道注意力的閘門，hard swish 也由它構成。',
  },
  care: {
    en: 'Two slopes are in use: 1/6 in PyTorch, Keras 3 and JAX; 0.2 in TensorFlow.js, Keras 2 and, by default, ONNX. A model moved from Keras 2 to 3 changes silently. Beyond the kinks the gradient is exactly zero.',
    'zh-Hant':
      '通行的斜率有兩種：PyTorch、Keras 3、JAX 是 1/6，TensorFlow.js、Keras 2 與 ONNX 的預設值是 0.2，因此模型從 Keras 2 搬到 Keras 3 時，結果會在毫無警告的情況下改變。轉折點之外，梯度恰為零。',
  },
  parameters: {
    slope: { en: 'slope between the kinks', 'zh-Hant': '兩個轉折點之間的斜率' },
    offset: { en: 'value of the line at x = 0', 'zh-Hant': '直線在 x = 0 的值' },
  },
  paper: {
    authors: 'Courbariaux, Bengio and David',
    year: 2015,
    title: 'BinaryConnect: Training Deep Neural Networks with Binary Weights during Propagations',
  },
  related: ['sigmoid', 'sparseSigmoid', 'hardTanh'],
  code: {
    numpy: 'np.clip({slope} * x + {offset}, 0, 1)',
    numpyDerivative: 'np.where(({slope} * x + {offset} > 0) & ({slope} * x + {offset} < 1), {slope}, 0.0)',
    torch: 'F.hardtanh({slope} * x + {offset}, 0, 1)',
    keras: 'keras.ops.clip({slope} * x + {offset}, 0, 1)',
    jax: 'jnp.clip({slope} * x + {offset}, 0, 1)',
  },
  plainCode: {
    numpy: 'np.clip(x / 6 + 0.5, 0, 1)',
    numpyDerivative: 'np.where(np.abs(x) < 3, 1 / 6, 0.0)',
    torch: 'F.hardsigmoid(x)',
    keras: 'keras.activations.hard_sigmoid(x)',
    jax: 'jax.nn.hard_sigmoid(x)',
  },
};
