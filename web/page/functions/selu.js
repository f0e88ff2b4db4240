/** What the page says about selu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Scaled exponential linear unit', 'zh-Hant': '縮放指數線性單元' },
  use: {
    en: 'For deep fully connected networks without batch normalisation: with suitable initial weights, means near 0 and variances near 1 carry over from layer to layer.',
    'zh-Hant':
      '適合不用批次正規化的深層全連接網路：只要權重初始化得當，各層激勵值的平均會趨近 0、變異數趨近 1，並逐層保持下去。',
  },
  care: {
    en: 'Self-normalisation needs LeCun normal initialisation, standardised inputs and AlphaDropout in place of dropout; skip connections break it. At 0, f′ is λ in Keras on TensorFlow and λα in the others. Only ONNX has parameters for the constants; it calls λ gamma.',
    'zh-Hant':
      '自我正規化的前提是採用 LeCun 常態初始化、輸入經過標準化，並以 AlphaDropout 取代 dropout；殘差連接會破壞這些條件。在 0 處，以 TensorFlow 為後端的 Keras 取 f′ = λ，其他框架取 λα。只有 ONNX 把這兩個常數設為參數，其中 λ 稱作 gamma。',
  },
  parameters: {
    alpha: { en: 'depth of the left side, before the scale', 'zh-Hant': '縮放之前左側的深度' },
    gamma: { en: 'scale of both sides', 'zh-Hant': '兩側共同的縮放倍率' },
  },
  paper: {
    authors: 'Klambauer and others',
    year: 2017,
    title: 'Self-Normalizing Neural Networks',
  },
  remarks: {
    mlx: { en: 'rounds the constants to 1.0507 and 1.67326', 'zh-Hant': '常數捨入為 1.0507 與 1.67326' },
  },
  related: ['elu', 'celu', 'relu'],
  code: {
    numpy: '{gamma} * np.where(x > 0, x, {alpha} * np.expm1(np.minimum(x, 0)))',
    numpyDerivative: '{gamma} * np.where(x > 0, 1.0, {alpha} * np.exp(np.minimum(x, 0)))',
    torch: '{gamma} * F.elu(x, alpha={alpha})',
    keras: '{gamma} * keras.activations.elu(x, alpha={alpha})',
    jax: '{gamma} * jax.nn.elu(x, alpha={alpha})',
  },
  plainCode: {
    numpy: '1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(np.minimum(x, 0)))',
    numpyDerivative: '1.0507009873554805 * np.where(x > 0, 1.0, 1.6732632423543772 * np.exp(np.minimum(x, 0)))',
    torch: 'F.selu(x)',
    keras: 'keras.activations.selu(x)',
    jax: 'jax.nn.selu(x)',
  },
};
