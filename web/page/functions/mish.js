/** What the page says about mish. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'x times the tanh of softplus', 'zh-Hant': 'x 乘上 softplus 的 tanh' },
  use: {
    en: 'A smooth function much like SiLU, but a little deeper on the left (minimum −0.309) and a little steeper at 0 (slope 0.6). Used in object detectors such as YOLOv4.',
    'zh-Hant':
      '與 SiLU 十分相似的平滑函數，只是左側凹得略深（最小值約 −0.309），在 0 處也略陡（斜率 0.6）。YOLOv4 等物件偵測模型採用它。',
  },
  care: {
    en: 'The formula takes an exponential, a logarithm and a tanh; the shorter form in e^x and e^(2x) overflows float32 above x = 44. At −∞ the limit is 0, but PyTorch may return NaN.',
    'zh-Hant':
      '照公式計算要做指數、對數與 tanh 各一次；改寫成 e^x 與 e^(2x) 的有理式較省，但 float32 在 x 大於 44 後就會溢位。x = −∞ 時 PyTorch 可能得到 NaN，極限值其實是 0。',
  },
  paper: {
    authors: 'Misra',
    year: 2020,
    title: 'Mish: A Self Regularized Non-Monotonic Activation Function',
  },
  related: ['silu', 'gelu', 'relu'],
  code: {
    numpy: 'x * np.tanh(softplus(x))',
    numpyDerivative: 'np.tanh(softplus(x)) + x * sigmoid(x) * (1 - np.tanh(softplus(x))**2)',
    torch: 'F.mish(x)',
    keras: 'keras.activations.mish(x)',
    jax: 'jax.nn.mish(x)',
  },
};
