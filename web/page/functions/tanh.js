/** What the page says about tanh. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Hyperbolic tangent', 'zh-Hant': '雙曲正切函數' },
  use: {
    en: 'Keeps values between −1 and 1, centred on zero: for the state of LSTM and GRU cells, for continuous actions in reinforcement learning, and for the last layer of image generators whose pixels are scaled to −1…1.',
    'zh-Hant':
      '把數值收在 −1 與 1 之間，而且以零為中心：LSTM、GRU 的狀態、強化學習的連續動作，以及像素縮放到 −1 至 1 的影像生成器輸出層，都常用它。',
  },
  care: {
    en: 'It saturates: beyond ±3 the gradient is below 1%, so standardise the inputs and use Glorot (Xavier) initialisation. Written out as (e^x − e^−x) / (e^x + e^−x), it gives NaN for large x: use the built-in tanh.',
    'zh-Hant':
      '它會飽和：|x| 超過 3，梯度就不到 1%，因此輸入要先標準化，權重宜用 Glorot（Xavier）初始化。若照定義寫成 (e^x − e^−x) / (e^x + e^−x)，x 很大時會得到 NaN，請用內建的 tanh。',
  },
  paper: {
    authors: 'LeCun and others',
    year: 1998,
    title: 'Efficient BackProp',
  },
  related: ['sigmoid', 'hardTanh', 'softsign', 'tanhShrink'],
  code: {
    numpy: 'np.tanh(x)',
    numpyDerivative: '1 - np.tanh(x) ** 2',
    torch: 'torch.tanh(x)',
    keras: 'keras.activations.tanh(x)',
    jax: 'jnp.tanh(x)',
  },
};
