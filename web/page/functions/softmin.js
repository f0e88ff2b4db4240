/** What the page says about softmin. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Softmax of −x', 'zh-Hant': '−x 的 softmax' },
  use: {
    en: 'Weights that favour the smallest value: distances, energies or costs become probabilities, as in prototypical networks. Of the frameworks that this site compares, only PyTorch has it by name; elsewhere use softmax(−x).',
    'zh-Hant':
      '偏好最小值的權重：把距離、能量或成本轉成機率，例如原型網路（prototypical network）。本站比較的框架中只有 PyTorch 有這個名稱的函式，其他框架寫成 softmax(−x) 即可。',
  },
  care: {
    en: 'It returns weights, not a smooth minimum; that would be −logsumexp(−x). Distances on a large scale make it nearly one-hot: divide them by a temperature. Set dim, because otherwise PyTorch guesses one (deprecated).',
    'zh-Hant':
      '它給的是權重，不是平滑的最小值；後者是 −logsumexp(−x)。距離的尺度太大時，輸出會近乎獨熱向量，可先除以溫度。PyTorch 省略 dim 時會自行猜測（已不建議使用），務必指定。',
  },
  related: ['softmax', 'sparsemax'],
  code: {
    numpy: 'np.exp(x.min() - x) / np.exp(x.min() - x).sum()',
    torch: 'F.softmin(x, dim=-1)',
    keras: 'keras.ops.softmax(-x, axis=-1)',
    jax: 'jax.nn.softmax(-x, axis=-1)',
  },
};
