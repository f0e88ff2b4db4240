/** What the page says about prelu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Parametric rectified linear unit', 'zh-Hant': '參數化修正線性單元' },
  use: {
    en: 'For a slope on the left that is learned rather than chosen, mostly in convolutional networks with one slope for each channel. It adds few parameters and hardly any time.',
    'zh-Hant':
      '不想自己挑左側的斜率、希望交給網路學習時使用，多見於卷積網路，通常每個通道各有一個斜率。增加的參數很少，計算量也幾乎不變。',
  },
  care: {
    en: 'Slopes start at 0.25 in PyTorch and at 0 in Keras and TensorFlow.js. By default PyTorch shares one slope among all channels, and Keras has one for each element unless shared_axes is set. Exempt slopes from weight decay, which pulls them to 0.',
    'zh-Hant':
      '斜率的初始值在 PyTorch 是 0.25，在 Keras 與 TensorFlow.js 則是 0。PyTorch 預設所有通道共用一個，Keras 除非設定 shared_axes，否則每個元素各有一個。斜率不要加權重衰減，以免被拉向 0。',
  },
  parameters: {
    slope: { en: 'slope where x ≤ 0, to be learned', 'zh-Hant': 'x ≤ 0 時的斜率（由訓練學得）' },
  },
  paper: {
    authors: 'He and others',
    year: 2015,
    title: 'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
  },
  related: ['leakyRelu', 'rrelu', 'relu'],
  code: {
    numpy: 'np.where(x > 0, x, {slope} * x)',
    numpyDerivative: 'np.where(x > 0, 1.0, {slope})',
    torch: 'F.prelu(x, torch.tensor({slope}, dtype=x.dtype))',
    keras: 'keras.ops.where(x > 0, x, {slope} * x)',
    jax: 'jnp.where(x > 0, x, {slope} * x)',
  },
};
