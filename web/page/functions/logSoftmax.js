/** What the page says about logSoftmax. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Logarithm of softmax', 'zh-Hant': 'softmax 的對數' },
  use: {
    en: 'Log-probabilities for NLLLoss, beam search and language models. Accurate where softmax has already rounded to 0. Followed by NLLLoss, it equals the cross-entropy of the raw scores.',
    'zh-Hant':
      '輸出對數機率，供 NLLLoss、集束搜尋與語言模型使用。softmax 已捨入為 0 之處它仍準確；後面接 NLLLoss，就等於直接對原始分數算交叉熵。',
  },
  care: {
    en: 'Do not write log(softmax(x)), which is −∞ as soon as a probability underflows. Outputs are negative; only their exponentials sum to 1. Specify the axis, as with softmax: without dim, PyTorch guesses one.',
    'zh-Hant':
      '不要寫成 log(softmax(x))，機率一下溢就會變成 −∞。輸出都是負數，取 exp 之後總和才是 1。和 softmax 一樣要指定軸：PyTorch 省略 dim 時會自行猜測。',
  },
  related: ['softmax', 'softmin'],
  code: {
    numpy: 'x - x.max() - np.log(np.exp(x - x.max()).sum())',
    torch: 'F.log_softmax(x, dim=-1)',
    keras: 'keras.ops.log_softmax(x, axis=-1)',
    jax: 'jax.nn.log_softmax(x, axis=-1)',
  },
};
