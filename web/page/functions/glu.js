/** What the page says about glu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit', 'zh-Hant': '閘控線性單元' },
  use: {
    en: 'One half of a layer’s outputs carries the values; the other half decides how much of them passes. Used in convolutional language models, in speech models such as Conformer and in the feed-forward blocks of transformers.',
    'zh-Hant':
      '一層的輸出分成兩半，一半承載數值，另一半決定放行多少。見於卷積語言模型、Conformer 等語音模型，以及 Transformer 的前饋層。',
  },
  care: {
    en: 'The layer before it must be twice as wide, so that the axis has an even length. In PyTorch, Keras and JAX the gate is the second half: if the weights were trained with the gate first, swap their halves.',
    'zh-Hant':
      '前一層的寬度必須加倍，而且該軸的長度要是偶數。PyTorch、Keras、JAX 都把後半當作閘門；若訓練權重時把前半當作閘門，移植時要把兩半對調。',
  },
  paper: {
    authors: 'Dauphin and others',
    year: 2017,
    title: 'Language Modeling with Gated Convolutional Networks',
  },
  related: ['swiglu', 'geglu', 'reglu'],
  code: {
    numpy: 'np.split(x, 2)[0] * sigmoid(np.split(x, 2)[1])',
    torch: 'F.glu(x, dim=-1)',
    keras: 'keras.activations.glu(x, axis=-1)',
    jax: 'jax.nn.glu(x, axis=-1)',
  },
};
