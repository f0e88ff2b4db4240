/** What the page says about entmax15. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Halfway between softmax and sparsemax', 'zh-Hant': '介於 softmax 與 sparsemax 之間' },
  use: {
    en: 'Softmax with true zeros and a continuous derivative: for attention that may ignore positions, where sparsemax ignores too many of them.',
    'zh-Hant': '輸出可以真正為零、導函數又連續的 softmax：注意力需要略過某些位置，而 sparsemax 略過太多時使用。',
  },
  care: {
    en: 'It is the case α = 1.5 of α-entmax; α = 1 is softmax, and α = 2 sparsemax. It halves the scores, so their scale is not that of sparsemax. Elements whose result is 0 get no gradient, and their cross-entropy is infinite: train it with its own loss. No framework contains it.',
    'zh-Hant':
      '這是 α-entmax 在 α = 1.5 的情形；α = 1 是 softmax，α = 2 是 sparsemax。它會先把分數減半，所以分數的尺度與 sparsemax 不同。輸出為 0 的元素沒有梯度，對它們取交叉熵會得到無限大：應搭配專屬的損失函數訓練。各框架都沒有內建這個函式。',
  },
  paper: { authors: 'Peters, Niculae and Martins', year: 2019, title: 'Sparse Sequence-to-Sequence Models' },
  related: ['sparsemax', 'softmax', 'hardmax'],
  code: {
    numpy:
      'np.maximum(x / 2 - (t := (m := np.cumsum(z := np.sort(x / 2)[::-1]) / (k := np.arange(1, x.size + 1))) - np.sqrt(np.maximum((1 - np.cumsum(z * z)) / k + m * m, 0)))[t <= z].max(), 0) ** 2',
    torch:
      'F.relu(x / 2 - (t := (m := (z := (x / 2).sort(descending=True).values).cumsum(0) / (k := torch.arange(1, x.numel() + 1, device=x.device))) - F.relu((1 - (z * z).cumsum(0)) / k + m * m).sqrt())[t <= z].max()) ** 2',
    keras:
      'keras.ops.relu(x / 2 - keras.ops.max(keras.ops.where((t := (m := keras.ops.cumsum(z := keras.ops.flip(keras.ops.sort(x / 2))) / (k := keras.ops.arange(1, x.shape[0] + 1, dtype=x.dtype))) - keras.ops.sqrt(keras.ops.relu((1 - keras.ops.cumsum(z * z)) / k + m * m))) <= z, t, -float("inf")))) ** 2',
    jax: 'jax.nn.relu(x / 2 - jnp.where((t := (m := jnp.cumsum(z := jnp.sort(x / 2)[::-1]) / (k := jnp.arange(1, x.size + 1))) - jnp.sqrt(jax.nn.relu((1 - jnp.cumsum(z * z)) / k + m * m))) <= z, t, -jnp.inf).max()) ** 2',
  },
};
