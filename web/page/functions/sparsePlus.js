/** What the page says about sparsePlus. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Piecewise quadratic version of softplus', 'zh-Hant': 'softplus 的分段二次版本' },
  use: {
    en: 'A softplus that is exactly 0 up to −1 and exactly x from 1 on, with a parabola between: real zeros, a continuous derivative (the sparse sigmoid) and no exponential.',
    'zh-Hant':
      'softplus 的稀疏版：x ≤ −1 時恰為 0，x ≥ 1 時恰為 x，中間以拋物線相接。導函數連續（就是 sparse sigmoid），能輸出真正的 0，又不需指數運算。',
  },
  care: {
    en: 'Below −1 there is no gradient, so units can fall silent as with ReLU. f″ jumps at ±1, which matters to second-order methods. Of the frameworks that this site compares, only JAX and Keras 3 have it.',
    'zh-Hant':
      'x 小於 −1 時沒有梯度，神經元可能像 ReLU 一樣沉寂。二階導函數在 ±1 處有跳躍，使用二階最佳化方法時要留意。本站比較的框架中只有 JAX 與 Keras 3 提供。',
  },
  paper: {
    authors: 'Blondel, Martins and Niculae',
    year: 2020,
    title: 'Learning with Fenchel-Young Losses',
  },
  related: ['softplus', 'squareplus', 'relu'],
  code: {
    numpy: 'np.where(x < 1, np.maximum(x + 1, 0)**2 / 4, x)',
    numpyDerivative: 'np.clip((x + 1) / 2, 0, 1)',
    torch: 'torch.where(x < 1, F.relu(x + 1)**2 / 4, x)',
    keras: 'keras.activations.sparse_plus(x)',
    jax: 'jax.nn.sparse_plus(x)',
  },
};
