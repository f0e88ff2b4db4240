/** What the page says about celu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Continuously differentiable exponential linear unit', 'zh-Hant': '連續可微指數線性單元' },
  use: {
    en: 'Use it instead of ELU for values of α other than 1: α sets both the depth and the width of the left side, so f′ stays continuous and never exceeds 1. With α = 1 it is ELU.',
    'zh-Hant':
      '想調整 ELU 的 α 時用它：左側的深度與寬度都隨 α 伸縮，導函數因此始終連續，也不會超過 1。α = 1 時與 ELU 完全相同。',
  },
  care: {
    en: 'α must be positive; the smaller it is, the closer the function is to ReLU. Keras on TensorFlow adds the gradients of both halves at 0, so f′(0) is 2 there instead of 1.',
    'zh-Hant':
      'α 必須為正；α 越小，函數越接近 ReLU。Keras 採用 TensorFlow 後端時，會在 0 處把左右兩半的梯度相加，f′(0) 因而是 2 而不是 1。',
  },
  parameters: {
    alpha: { en: 'depth and width of the left side', 'zh-Hant': '左側的深度與寬度' },
  },
  paper: {
    authors: 'Barron',
    year: 2017,
    title: 'Continuously Differentiable Exponential Linear Units',
  },
  related: ['elu', 'selu', 'relu'],
  code: {
    numpy: 'np.maximum(x, 0) + {alpha} * np.expm1(np.minimum(x, 0) / {alpha})',
    numpyDerivative: 'np.exp(np.minimum(x, 0) / {alpha})',
    torch: 'F.celu(x, alpha={alpha})',
    keras: 'keras.activations.celu(x, alpha={alpha})',
    jax: 'jax.nn.celu(x, alpha={alpha})',
  },
  plainCode: {
    torch: 'F.celu(x)',
    keras: 'keras.activations.celu(x)',
    jax: 'jax.nn.celu(x)',
  },
};
