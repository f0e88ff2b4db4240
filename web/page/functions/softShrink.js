/** What the page says about softShrink. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Soft thresholding', 'zh-Hant': '軟門檻函數' },
  use: {
    en: 'The proximal operator of λ|x|: the step that makes the LASSO solutions found by ISTA sparse. Also used in unrolled networks such as LISTA and for denoising wavelet coefficients.',
    'zh-Hant':
      'λ|x| 的近端運算子（proximal operator）：以 ISTA 求解 LASSO 時，就是靠這一步得到稀疏解；LISTA 等展開式網路與小波去雜訊也用它。',
  },
  care: {
    en: 'Every value that remains is too small by λ in magnitude, and values cut to 0 get no gradient. λ is lambd in PyTorch, threshold in Keras; in ONNX’s Shrink set bias = lambd, because with the default bias of 0 it is hard shrinkage.',
    'zh-Hant':
      '留下來的數值，絕對值一律少了 λ，被消去的部分沒有梯度。λ 在 PyTorch 叫 lambd，在 Keras 叫 threshold；用 ONNX 的 Shrink 時要設 bias = lambd，因為預設的 bias 是 0，做的是 hard shrink。',
  },
  parameters: {
    lambd: { en: 'threshold for |x| and size of the shift', 'zh-Hant': '|x| 的門檻，也是移動量' },
  },
  paper: {
    authors: 'Donoho',
    year: 1995,
    title: 'De-Noising by Soft-Thresholding',
  },
  related: ['hardShrink', 'tanhShrink', 'shrink'],
  code: {
    numpy: 'np.where(np.abs(x) > {lambd}, x - {lambd} * np.sign(x), 0.0)',
    numpyDerivative: 'np.where(np.abs(x) > {lambd}, 1.0, 0.0)',
    torch: 'F.softshrink(x, lambd={lambd})',
    keras: 'keras.activations.soft_shrink(x, threshold={lambd})',
    jax: 'jnp.where(jnp.abs(x) > {lambd}, x - {lambd} * jnp.sign(x), 0.0)',
  },
  plainCode: {
    torch: 'F.softshrink(x)',
    keras: 'keras.activations.soft_shrink(x)',
  },
};
