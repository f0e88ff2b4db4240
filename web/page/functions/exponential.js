/** What the page says about exponential. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Exponential function', 'zh-Hant': '指數函數' },
  use: {
    en: 'For outputs that must be positive and may span orders of magnitude: the rate of a Poisson model, or a variance or scale predicted as its logarithm.',
    'zh-Hant': '用於必須為正、又可能橫跨好幾個數量級的輸出：例如卜瓦松模型的發生率，或是以對數形式預測的變異數與尺度。',
  },
  care: {
    en: 'It overflows above 88.7 in float32 and above 11 in float16, and its gradient is as large as its output. Clip the input, let the loss work with logarithms, or use softplus if slower growth will do.',
    'zh-Hant':
      'float32 的輸入超過 88.7、float16 超過 11 就會溢位，梯度也和輸出一樣大。可先截斷輸入，或讓損失函數直接以對數計算；不需要成長得那麼快時，改用 softplus。',
  },
  related: ['softplus', 'elu', 'sigmoid'],
  code: {
    numpy: 'np.exp(x)',
    numpyDerivative: 'np.exp(x)',
    torch: 'torch.exp(x)',
    keras: 'keras.activations.exponential(x)',
    jax: 'jnp.exp(x)',
  },
};
