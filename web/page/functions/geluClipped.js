/** What the page says about geluClipped. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gaussian error linear unit, capped at 10', 'zh-Hant': '上限為 10 的高斯誤差線性單元' },
  use: {
    en: 'GELU for integer quantisation, gelu_10 at Hugging Face: a cap at 10 lets 8 bits resolve the shallow negative part, which a wider range would round away.',
    'zh-Hant':
      '適合整數量化的 GELU，在 Hugging Face 稱為 gelu_10：上限設為 10，8 位元才足以表示左側淺淺的負值，範圍太寬時這部分會被捨入掉。',
  },
  care: {
    en: 'Above 10 the gradient is 0. The lower bound of −10 never acts, because GELU is at least −0.17.',
    'zh-Hant': '超過 10 之後梯度為 0。下限 −10 從不起作用，因為 GELU 最低只到 −0.17。',
  },
  paper: {
    authors: 'Wu and others',
    year: 2020,
    title: 'Integer Quantization for Deep Learning Inference: Principles and Empirical Evaluation',
  },
  related: ['gelu', 'relu6', 'hardSwish'],
  code: {
    numpy: 'np.minimum(x * (1 + erf(x / np.sqrt(2))) / 2, 10)',
    numpyDerivative:
      'np.where(x > 10, 0.0, (1 + erf(x / np.sqrt(2))) / 2 + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi))',
    torch: 'F.gelu(x).clamp(-10, 10)',
    keras: 'keras.ops.clip(keras.activations.gelu(x, approximate=False), -10, 10)',
    jax: 'jnp.clip(jax.nn.gelu(x, approximate=False), -10, 10)',
  },
};
