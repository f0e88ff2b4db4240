/** What the page says about leakyRelu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Leaky rectified linear unit', 'zh-Hant': '洩漏修正線性單元' },
  otherNames: ['帶洩漏線性整流函數'],
  use: {
    en: 'A drop-in replacement for ReLU where units go silent for good: the small slope on the left keeps a gradient flowing. Common in the discriminators of generative adversarial networks.',
    'zh-Hant':
      'ReLU 的神經元若一沉寂就回不來，可直接換成它：左側的小斜率讓梯度始終流得過去。生成對抗網路的判別器常用它。',
  },
  care: {
    en: 'The slope is one more hyperparameter, and the frameworks have different defaults: set it explicitly when you port a model. With a slope above 1 the function is no longer max(x, a x).',
    'zh-Hant':
      '斜率是多出來的超參數，各框架的預設值又不相同，移植模型時務必明確指定。斜率大於 1 時，它就不再等於 max(x, a x)。',
  },
  parameters: {
    negativeSlope: { en: 'slope where x ≤ 0', 'zh-Hant': 'x ≤ 0 時的斜率' },
  },
  paper: {
    authors: 'Maas, Hannun and Ng',
    year: 2013,
    title: 'Rectifier Nonlinearities Improve Neural Network Acoustic Models',
  },
  remarks: {
    mlx: {
      en: 'max(a x, x): another function for a > 1',
      'zh-Hant': 'max(a x, x)：a > 1 時是另一個函數',
    },
  },
  related: ['relu', 'prelu', 'elu', 'gelu'],
  code: {
    numpy: 'np.where(x > 0, x, {negativeSlope} * x)',
    numpyDerivative: 'np.where(x > 0, 1.0, {negativeSlope})',
    torch: 'F.leaky_relu(x, negative_slope={negativeSlope})',
    keras: 'keras.activations.leaky_relu(x, negative_slope={negativeSlope})',
    jax: 'jax.nn.leaky_relu(x, negative_slope={negativeSlope})',
  },
  plainCode: {
    torch: 'F.leaky_relu(x)',
    jax: 'jax.nn.leaky_relu(x)',
  },
};
