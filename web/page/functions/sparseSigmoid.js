/** What the page says about sparseSigmoid. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Sigmoid that reaches 0 and 1', 'zh-Hant': '能到達 0 與 1 的 sigmoid' },
  use: {
    en: 'A gate or probability that reaches exactly 0 and exactly 1, so confident outputs are sparse. It is the derivative of sparse plus, and what sparsemax becomes for two classes.',
    'zh-Hant':
      '用於需要真的等於 0 或 1 的閘門或機率：有把握時就給出乾脆的 0 或 1，輸出因而稀疏。它是 sparse plus 的導函數，也就是只有兩個類別時的 sparsemax。',
  },
  care: {
    en: 'Outside −1 to 1 there is no gradient at all, so a unit that ends up there may stay there, and the cross-entropy of an exact 0 is infinite. At ±1 JAX gives the slope 1/4, Keras on TensorFlow 0.',
    'zh-Hant':
      '在 −1 到 1 之外完全沒有梯度，神經元一旦落到那裡就可能回不來；輸出恰為 0 時，交叉熵會變成無限大。在 ±1 處，JAX 給的斜率是 1/4，以 TensorFlow 為後端的 Keras 則是 0。',
  },
  paper: {
    authors: 'Blondel, Martins and Niculae',
    year: 2020,
    title: 'Learning with Fenchel-Young Losses',
  },
  related: ['sigmoid', 'hardSigmoid', 'hardTanh'],
  code: {
    numpy: 'np.clip((x + 1) / 2, 0, 1)',
    numpyDerivative: 'np.where(np.abs(x) < 1, 0.5, 0.0)',
    torch: 'F.hardtanh((x + 1) / 2, 0, 1)',
    keras: 'keras.activations.sparse_sigmoid(x)',
    jax: 'jax.nn.sparse_sigmoid(x)',
  },
};
