/** What the page says about elu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Exponential linear unit', 'zh-Hant': '指數線性單元' },
  use: {
    en: 'An alternative to ReLU that levels off at −α on the left: negative outputs bring the mean activation closer to 0, and units with negative inputs keep a gradient.',
    'zh-Hant': 'ReLU 的替代方案，左側漸近於 −α：負的輸出讓激勵值的平均更接近 0，輸入為負的神經元也還保有梯度。',
  },
  care: {
    en: 'The exponential costs more than ReLU. Unless α is 1, f′ jumps at 0 from α to 1, which CELU avoids. TensorFlow.js supports α = 1 only and rejects other values.',
    'zh-Hant':
      '指數運算比 ReLU 費時。α 不為 1 時，導函數在 0 處由 α 跳到 1，想避免可改用 CELU。TensorFlow.js 只支援 α = 1，設為其他值會拋出錯誤。',
  },
  parameters: {
    alpha: { en: 'depth of the left side', 'zh-Hant': '左側的深度' },
  },
  paper: {
    authors: 'Clevert, Unterthiner and Hochreiter',
    year: 2016,
    title: 'Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)',
  },
  related: ['relu', 'celu', 'selu', 'leakyRelu'],
  code: {
    numpy: 'np.where(x > 0, x, {alpha} * np.expm1(np.minimum(x, 0)))',
    numpyDerivative: 'np.where(x > 0, 1.0, {alpha} * np.exp(np.minimum(x, 0)))',
    torch: 'F.elu(x, alpha={alpha})',
    keras: 'keras.activations.elu(x, alpha={alpha})',
    jax: 'jax.nn.elu(x, alpha={alpha})',
  },
  plainCode: {
    torch: 'F.elu(x)',
    keras: 'keras.activations.elu(x)',
    jax: 'jax.nn.elu(x)',
  },
};
