/** What the page says about sparsemax. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Softmax with true zeros', 'zh-Hant': '輸出可以是 0 的 softmax' },
  use: {
    en: 'Softmax with true zeros: for attention that ignores most positions, or for probabilities over many classes of which few matter. Train it with its own sparsemax loss.',
    'zh-Hant':
      '輸出可以真正為零的 softmax：讓注意力略過大多數位置，或用於類別很多、真正要緊的卻沒幾個的情況。訓練時搭配專屬的 sparsemax loss。',
  },
  care: {
    en: 'Entries whose result is 0 get no gradient, and their cross-entropy is infinite. Until pull request 23469 in 2026, Keras computed it wrongly wherever more than one entry of the result is above 0, so the code here avoids Keras’s function.',
    'zh-Hant':
      '輸出為 0 的元素沒有梯度，對它們取交叉熵會得到無限大。正確結果裡的正值不只一個時，Keras 的 sparsemax 會算錯，到 2026 年的 pull request 23469 才修正，所以這裡的程式碼不用 Keras 的函式。',
  },
  paper: {
    authors: 'Martins and Astudillo',
    year: 2016,
    title: 'From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification',
  },
  related: ['softmax', 'hardmax', 'softmin'],
  code: {
    numpy: 'np.maximum(x - ((np.cumsum(np.sort(x)[::-1]) - 1) / np.arange(1, x.size + 1)).max(), 0)',
    torch:
      'F.relu(x - ((x.sort(descending=True).values.cumsum(0) - 1) / torch.arange(1, x.numel() + 1, device=x.device)).max())',
    keras:
      'keras.ops.relu(x - keras.ops.max((keras.ops.cumsum(keras.ops.flip(keras.ops.sort(x))) - 1) / keras.ops.arange(1, x.shape[0] + 1, dtype=x.dtype)))',
    jax: 'jax.nn.relu(x - ((jnp.cumsum(jnp.sort(x)[::-1]) - 1) / jnp.arange(1, x.size + 1)).max())',
  },
};
