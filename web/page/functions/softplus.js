/** What the page says about softplus. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Smooth approximation of ReLU', 'zh-Hant': 'ReLU 的平滑近似' },
  use: {
    en: 'For outputs that must be positive, such as variances or rates, and as a smooth version of ReLU. Its derivative is the sigmoid, and a large β brings it close to ReLU.',
    'zh-Hant':
      '適合必須為正的輸出，例如變異數或發生率，也可當作平滑版的 ReLU。它的導函數正是 sigmoid，β 越大越接近 ReLU。',
  },
  care: {
    en: 'Written out as ln(1 + e^x), it overflows float32 above x = 88.7; use a library’s version. Of the frameworks that this site compares, only PyTorch has β. It also has a threshold: where βx > 20 it returns x itself, which leaves a jump of about 2 × 10⁻⁹.',
    'zh-Hant':
      '直接寫成 ln(1 + e^x)，float32 在 x 大於 88.7 時就會溢位，應使用函式庫的版本。本站比較的框架中只有 PyTorch 提供 β，它還有一個門檻：βx > 20 時直接回傳 x，留下約 2 × 10⁻⁹ 的跳躍。',
  },
  parameters: {
    beta: { en: 'sharpness of the bend', 'zh-Hant': '彎曲處的銳利程度' },
  },
  paper: {
    authors: 'Dugas and others',
    year: 2000,
    title: 'Incorporating Second-Order Functional Knowledge for Better Option Pricing',
  },
  related: ['relu', 'squareplus', 'sparsePlus', 'elu'],
  code: {
    numpy: 'softplus({beta} * x) / {beta}',
    numpyDerivative: 'sigmoid({beta} * x)',
    torch: 'F.softplus(x, beta={beta})',
    keras: 'keras.activations.softplus({beta} * x) / {beta}',
    jax: 'jax.nn.softplus({beta} * x) / {beta}',
  },
  plainCode: {
    numpy: 'softplus(x)',
    numpyDerivative: 'sigmoid(x)',
    torch: 'F.softplus(x)',
    keras: 'keras.activations.softplus(x)',
    jax: 'jax.nn.softplus(x)',
  },
};
