/** What the page says about softmax. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Normalised exponential function', 'zh-Hant': '正規化指數函數' },
  otherNames: ['歸一化指數函數', '軟性最大值函數'],
  use: {
    en: 'Turns a row of scores into probabilities that sum to 1: the output of a classifier with exclusive classes, and the weights of attention. For labels that may occur together, apply sigmoid to each score.',
    'zh-Hant':
      '把一列分數轉成總和為 1 的機率：用於類別互斥的分類器輸出層，以及注意力的權重。若多個標籤可以同時成立，應對每個分數各取 sigmoid。',
  },
  care: {
    en: 'Specify the axis: without dim, PyTorch guesses one (deprecated); TensorFlow.js layers default to axis 1, as ONNX did before opset 13. Losses such as CrossEntropyLoss expect raw scores: with a softmax before them, it is applied twice. A completely masked row, which holds only −∞, becomes NaN.',
    'zh-Hant':
      '務必指定軸：PyTorch 省略 dim 時會自行猜測（已不建議使用），TensorFlow.js 的 layers 預設的軸是 1，opset 13 之前的 ONNX 也是。CrossEntropyLoss 這類損失函數要的是原始分數，先做 softmax 等於做了兩次。整列都被遮罩，也就是全為 −∞ 時，結果是 NaN。',
  },
  paper: {
    authors: 'Bridle',
    year: 1990,
    title:
      'Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition',
  },
  related: ['logSoftmax', 'sparsemax', 'softmin', 'hardmax'],
  code: {
    numpy: 'np.exp(x - x.max()) / np.exp(x - x.max()).sum()',
    torch: 'F.softmax(x, dim=-1)',
    keras: 'keras.ops.softmax(x, axis=-1)',
    jax: 'jax.nn.softmax(x, axis=-1)',
  },
};
