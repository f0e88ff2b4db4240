/** What the page says about relu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Rectified linear unit', 'zh-Hant': '修正線性單元' },
  otherNames: ['線性整流函數', '整流線性單位函數'],
  use: {
    en: 'The usual first choice in the hidden layers of convolutional and fully connected networks: very cheap, with no saturation for positive x, and with many outputs exactly 0. Pair it with He initialisation.',
    'zh-Hant':
      '卷積網路與全連接網路隱藏層最常見的首選：計算極省，x > 0 時不會飽和，而且許多輸出恰為 0。權重建議搭配 He 初始化。',
  },
  care: {
    en: 'A unit whose input is negative for every example gets no gradient and may stay silent for good (dying ReLU). Keras adds negative_slope, max_value and threshold, whose order differs between the function and the layer; a threshold other than 0 makes a jump. In the backward pass an infinite gradient times the slope 0 is NaN here, and 0 in PyTorch and JAX.',
    'zh-Hant':
      '某個神經元的輸入若對每筆資料都是負的，它就得不到梯度，可能從此沉寂（dying ReLU）。Keras 多了 negative_slope、max_value、threshold 三個參數，函式與層的順序還不同；threshold 不為 0 時函數會有跳躍。反向傳播時，無限大的梯度乘上斜率 0，這裡得到 NaN，PyTorch 與 JAX 則得到 0。',
  },
  // Made popular by Nair and Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010.
  paper: {
    authors: 'Fukushima',
    year: 1969,
    title: 'Visual Feature Extraction by a Multilayered Network of Analog Threshold Elements',
  },
  related: ['leakyRelu', 'gelu', 'elu', 'softplus'],
  code: {
    numpy: 'np.maximum(x, 0)',
    numpyDerivative: 'np.where(x > 0, 1.0, 0.0)',
    torch: 'F.relu(x)',
    keras: 'keras.activations.relu(x)',
    jax: 'jax.nn.relu(x)',
  },
};
