/** What the page says about linear. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Straight line with slope α and intercept β', 'zh-Hant': '斜率為 α、截距為 β 的直線' },
  use: {
    en: 'Scales and shifts, as the operators of WebNN, Core ML and DirectML do: to standardise inputs, or to restore the scale of outputs. With the defaults it is the identity.',
    'zh-Hant':
      '縮放並平移，如同 WebNN、Core ML 與 DirectML 的同名運算子：用來標準化輸入，或還原輸出的尺度。採用預設值時就是恆等函數。',
  },
  care: {
    en: 'It adds no nonlinearity. torch.nn.Linear is a layer with a weight matrix instead; the linear of Keras, TensorFlow.js and Hugging Face has neither α nor β.',
    'zh-Hant':
      '它不帶來任何非線性。torch.nn.Linear 則是帶有權重矩陣的層；Keras、TensorFlow.js 與 Hugging Face 的 linear 沒有 α 與 β。',
  },
  parameters: {
    alpha: { en: 'slope', 'zh-Hant': '斜率' },
    beta: { en: 'value at x = 0', 'zh-Hant': 'x = 0 的值' },
  },
  related: ['identity', 'hardTanh', 'leakyRelu'],
  code: {
    numpy: '{alpha} * x + {beta}',
    numpyDerivative: 'np.full_like(x, {alpha})',
    torch: '{alpha} * x + {beta}',
    keras: '{alpha} * x + {beta}',
    jax: '{alpha} * x + {beta}',
  },
  plainCode: {
    keras: 'keras.activations.linear(x)',
  },
};
