/** What the page says about hardShrink. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Hard thresholding', 'zh-Hant': '硬門檻函數' },
  use: {
    en: 'Removes small values and leaves large ones untouched: for denoising wavelet coefficients, for sparse codes and for pruning by magnitude. Unlike soft shrinkage, it does not shrink the values that remain.',
    'zh-Hant':
      '消去小的數值，大的原封不動：用於小波係數去雜訊、稀疏編碼，以及依大小剪枝。和 soft shrink 不同，留下來的數值不會變小。',
  },
  care: {
    en: 'It jumps at ±λ, so a tiny change of the input can move the output by λ, and values cut to 0 get no gradient. λ is lambd in PyTorch and ONNX (lambda is a Python keyword), threshold in Keras.',
    'zh-Hant':
      '在 ±λ 處會跳躍，輸入稍有變動，輸出就可能相差 λ；被消去的部分沒有梯度。λ 在 PyTorch 與 ONNX 叫 lambd（lambda 是 Python 的關鍵字），在 Keras 叫 threshold。',
  },
  parameters: {
    lambd: { en: 'threshold for |x|', 'zh-Hant': '|x| 的門檻' },
  },
  paper: {
    authors: 'Donoho and Johnstone',
    year: 1994,
    title: 'Ideal Spatial Adaptation by Wavelet Shrinkage',
  },
  related: ['softShrink', 'tanhShrink', 'shrink'],
  code: {
    numpy: 'np.where(np.abs(x) > {lambd}, x, 0.0)',
    numpyDerivative: 'np.where(np.abs(x) > {lambd}, 1.0, 0.0)',
    torch: 'F.hardshrink(x, lambd={lambd})',
    keras: 'keras.activations.hard_shrink(x, threshold={lambd})',
    jax: 'jnp.where(jnp.abs(x) > {lambd}, x, 0.0)',
  },
  plainCode: {
    torch: 'F.hardshrink(x)',
    keras: 'keras.activations.hard_shrink(x)',
  },
};
