/** What the page says about logSumExp. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Logarithm of the sum of exponentials', 'zh-Hant': '指數和的對數' },
  use: {
    en: 'A smooth maximum of each row, the logarithm of softmax’s denominator: for cross-entropy, energies and sums of probabilities that are given as logarithms.',
    'zh-Hant': '每列的平滑最大值，也就是 softmax 分母的對數：用於交叉熵、能量，以及以對數表示的機率相加。',
  },
  care: {
    en: 'It returns one number per row, not a row. It exceeds the maximum by up to ln n for n elements. Specify the axis: without one, Keras, JAX and TensorFlow.js sum over the whole array. For a row of −∞ only, the result is −∞ and the gradient NaN.',
    'zh-Hant':
      '每列只傳回一個數，不是一列。n 個元素時，它最多比最大值大 ln n。務必指定軸：Keras、JAX、TensorFlow.js 省略時會對整個陣列求和。整列都是 −∞ 時結果是 −∞，梯度則是 NaN。',
  },
  related: ['logSoftmax', 'softmax'],
  code: {
    numpy: 'x.max() + np.log(np.exp(x - x.max()).sum())',
    torch: 'torch.logsumexp(x, dim=-1)',
    keras: 'keras.ops.logsumexp(x, axis=-1)',
    jax: 'jax.nn.logsumexp(x, axis=-1)',
  },
};
