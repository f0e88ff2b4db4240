/** What the page says about thresholdedRelu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Rectified linear unit with a threshold', 'zh-Hant': '帶門檻的修正線性單元' },
  use: {
    en: 'Cuts small activations off and leaves large ones as they are, so hidden layers are sparse without biases. It was introduced for autoencoders.',
    'zh-Hant': '把小的激勵值完全截掉，大的則原樣保留，不需偏差（bias）就能讓隱藏層保持稀疏。最初是為自編碼器提出的。',
  },
  care: {
    en: 'At θ it jumps from 0 to θ, and inputs up to θ get no gradient: with a large θ many units never start. PyTorch and Keras 3 have no function of this name; use their threshold with the value 0.',
    'zh-Hant':
      '函數在 θ 處由 0 跳到 θ，而且不超過 θ 的輸入都沒有梯度：θ 設得太大，許多神經元根本無法起步。PyTorch 與 Keras 3 沒有這個名稱的函式，可用 threshold 並把替代值設為 0。',
  },
  parameters: {
    theta: { en: 'threshold', 'zh-Hant': '門檻' },
  },
  paper: {
    authors: 'Konda, Memisevic and Krueger',
    year: 2015,
    title: 'Zero-Bias Autoencoders and the Benefits of Co-Adapting Features',
  },
  remarks: {
    coreml: { en: 'α at x = α', 'zh-Hant': '在 x = α 處為 α' },
  },
  related: ['relu', 'threshold', 'hardShrink'],
  code: {
    numpy: 'np.where(x > {theta}, x, 0.0)',
    numpyDerivative: 'np.where(x > {theta}, 1.0, 0.0)',
    torch: 'F.threshold(x, threshold={theta}, value=0)',
    keras: 'keras.activations.threshold(x, threshold={theta}, default_value=0)',
    jax: 'jnp.where(x > {theta}, x, 0)',
  },
};
