/** What the page says about relu6. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Rectified linear unit capped at 6', 'zh-Hant': '上限為 6 的修正線性單元' },
  use: {
    en: 'For low-precision networks such as MobileNet on phones: outputs between 0 and 6 are easy to quantise to 8 bits. The limit was introduced so that sparse features are learned earlier.',
    'zh-Hant':
      '適合以低精度運算的網路，例如手機上的 MobileNet：輸出固定落在 0 到 6 之間，很容易量化成 8 位元整數。當初設這個上限，是為了讓模型更早學到稀疏特徵。',
  },
  care: {
    en: 'Above 6 the gradient is 0 as well, so units driven above 6 stop learning. At exactly 6 TensorFlow.js lets the gradient pass (f′ = 1), the other frameworks do not. ONNX has no operator of its own: use Clip from 0 to 6.',
    'zh-Hant':
      '超過 6 之後梯度同樣是 0，輸出已達上限的神經元便停止學習。恰為 6 時，TensorFlow.js 仍讓梯度通過（f′ = 1），其他框架則否。ONNX 沒有專屬的運算子，要用範圍 0 到 6 的 Clip。',
  },
  paper: {
    authors: 'Krizhevsky',
    year: 2010,
    title: 'Convolutional Deep Belief Networks on CIFAR-10',
  },
  related: ['relu', 'hardTanh', 'hardSwish'],
  code: {
    numpy: 'np.clip(x, 0, 6)',
    numpyDerivative: 'np.where((x > 0) & (x < 6), 1.0, 0.0)',
    torch: 'F.relu6(x)',
    keras: 'keras.activations.relu6(x)',
    jax: 'jax.nn.relu6(x)',
  },
};
