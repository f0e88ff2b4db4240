/** What the page says about rrelu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Randomised leaky rectified linear unit', 'zh-Hant': '隨機洩漏修正線性單元' },
  use: {
    en: 'A regulariser for small data sets: in training each negative element gets a random slope, which makes overfitting harder; at inference the slope is the mean of the two limits, as shown here.',
    'zh-Hant':
      '資料量小時可當作一種正則化方法：訓練時每個負值元素各抽一個隨機斜率，使模型不易過度擬合；推論時則固定採用上下限的平均，也就是此處所示。',
  },
  care: {
    en: 'Of the frameworks that this site compares, only PyTorch has it. The layer stays random until model.eval() is called, whereas F.rrelu is not random unless given training=True. The lower limit must not exceed the upper one. Elsewhere use Leaky ReLU with the mean slope, 0.22917 by default.',
    'zh-Hant':
      '本站比較的框架中只有 PyTorch 提供。使用層時，推論前要呼叫 model.eval()，否則輸出仍是隨機的；F.rrelu 則相反，沒有設定 training=True 就毫無隨機性。下限不能大於上限。移植到其他框架時，改用平均斜率（預設為 0.22917）的 Leaky ReLU。',
  },
  parameters: {
    lower: { en: 'lower limit of the slope where x ≤ 0', 'zh-Hant': 'x ≤ 0 時斜率的下限' },
    upper: { en: 'upper limit of the slope where x ≤ 0', 'zh-Hant': 'x ≤ 0 時斜率的上限' },
  },
  paper: {
    authors: 'Xu and others',
    year: 2015,
    title: 'Empirical Evaluation of Rectified Activations in Convolutional Network',
  },
  remarks: {
    nnlib: { en: 'always draws the slopes, as in training', 'zh-Hant': '斜率總是隨機，與訓練時相同' },
  },
  related: ['leakyRelu', 'prelu', 'relu'],
  code: {
    numpy: 'np.where(x > 0, x, ({lower} + {upper}) / 2 * x)',
    numpyDerivative: 'np.where(x > 0, 1.0, ({lower} + {upper}) / 2)',
    torch: 'F.rrelu(x, lower={lower}, upper={upper})',
    keras: 'keras.activations.leaky_relu(x, negative_slope=({lower} + {upper}) / 2)',
    jax: 'jax.nn.leaky_relu(x, negative_slope=({lower} + {upper}) / 2)',
  },
  plainCode: {
    torch: 'F.rrelu(x)',
  },
};
