/** What the page says about identity. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Identity function', 'zh-Hant': '恆等函數' },
  use: {
    en: 'Leaves the sums of a layer as they are: for the last layer of a regression, or where the loss applies softmax or the sigmoid itself and expects logits.',
    'zh-Hant':
      '讓一層的加權和原樣輸出，用在迴歸模型的最後一層，或是損失函數會自行計算 softmax、sigmoid，因此要求輸入 logits 的時候。',
  },
  care: {
    en: 'In hidden layers it adds nothing: consecutive linear layers amount to a single one. Keras and TensorFlow.js call it linear, whereas torch.nn.Linear is a layer with weights.',
    'zh-Hant':
      '用在隱藏層毫無作用：連續的線性層合起來仍只是一個線性層。Keras 與 TensorFlow.js 稱它為 linear，而 torch.nn.Linear 則是帶有權重的層，兩者別混淆。',
  },
  related: ['linear', 'relu', 'leakyRelu', 'hardTanh'],
  code: {
    numpy: 'x',
    numpyDerivative: 'np.ones_like(x)',
    torch: 'x',
    keras: 'keras.activations.linear(x)',
    jax: 'jax.nn.identity(x)',
  },
};
