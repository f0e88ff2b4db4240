/** What the page says about hardmax. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'One-hot vector of the largest element', 'zh-Hant': '最大元素的獨熱（one-hot）向量' },
  use: {
    en: 'Softmax in the limit of temperature 0: the winner as a one-hot vector, for the decision at inference or the forward pass of a straight-through estimator.',
    'zh-Hant':
      '溫度趨近 0 的 softmax：以獨熱向量表示勝出者，用於推論時的決策，或作為直通估計（straight-through estimator）的前向傳播。',
  },
  care: {
    en: 'Its gradient is 0, so nothing is learned through it: train with softmax or Gumbel-softmax. Ties go to the first maximum. Of the frameworks that this site compares, only ONNX has it as an operator, with axis 1 as the default before opset 13.',
    'zh-Hant':
      '梯度為 0，無法透過它學習，訓練時請用 softmax 或 Gumbel-softmax。有好幾個最大值時取第一個。本站比較的框架中只有 ONNX 有這個運算子，而且在 opset 13 之前預設的軸是 1。',
  },
  related: ['softmax', 'sparsemax'],
  code: {
    numpy: 'np.eye(x.size)[x.argmax()]',
    torch: 'F.one_hot(x.argmax(), x.numel()).to(x.dtype)',
    keras: 'keras.ops.one_hot(keras.ops.argmax(x), x.shape[0])',
    jax: 'jax.nn.one_hot(jnp.argmax(x), x.size)',
  },
};
