/** What the page says about sigmoid. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Logistic function', 'zh-Hant': '邏輯斯函數' },
  otherNames: ['S 型函數', '乙狀函數'],
  use: {
    en: 'Turns one score into a probability: the output of a yes-or-no classifier, and the gates of LSTM and GRU cells. In hidden layers, ReLU and its variants have taken its place.',
    'zh-Hant': '把單一分數轉成機率：用於二元分類的輸出層，以及 LSTM、GRU 的閘門。隱藏層如今多改用 ReLU 及其變體。',
  },
  care: {
    en: 'The gradient is at most 1/4 and vanishes as the unit saturates, so deep stacks learn slowly. Do not take the logarithm of its output: pass the raw scores to a loss such as BCEWithLogitsLoss, or use log sigmoid.',
    'zh-Hant':
      '梯度最大只有 1/4，一飽和就趨近於零，層數一多便學得慢。不要對輸出再取對數：應把原始分數直接交給 BCEWithLogitsLoss 這類損失函數，或改用 log sigmoid。',
  },
  // The logistic function itself is older: Verhulst proposed it as a growth curve in 1838.
  paper: {
    authors: 'Rumelhart, Hinton and Williams',
    year: 1986,
    title: 'Learning Representations by Back-Propagating Errors',
  },
  related: ['tanh', 'hardSigmoid', 'softsign', 'step'],
  code: {
    numpy: 'sigmoid(x)',
    numpyDerivative: 'sigmoid(x) * sigmoid(-x)',
    torch: 'torch.sigmoid(x)',
    keras: 'keras.activations.sigmoid(x)',
    jax: 'jax.nn.sigmoid(x)',
  },
};
