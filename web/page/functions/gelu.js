/** What the page says about gelu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gaussian error linear unit', 'zh-Hant': '高斯誤差線性單元' },
  use: {
    en: 'The usual activation of transformers such as BERT and ViT: x times the probability Φ(x) that a standard normal variable is at most x. A smooth relative of ReLU that dips slightly below 0.',
    'zh-Hant':
      'BERT、ViT 等 Transformer 慣用的激勵函數：x 乘上標準常態變數不大於 x 的機率 Φ(x)，相當於平滑版的 ReLU，左側略低於 0。',
  },
  care: {
    en: 'jax.nn.gelu and keras.ops.gelu default to the tanh approximation, which is off by up to 0.0005: set approximate explicitly when you port weights. In float32 the form with 1 + erf loses digits below about x = −3, and x = −∞ may give NaN instead of 0.',
    'zh-Hant':
      'jax.nn.gelu 與 keras.ops.gelu 預設是 tanh 近似，誤差最大約 0.0005，移植權重時請明確指定 approximate。以 float32 計算時，1 + erf 的寫法大約從 x = −3 往左就會失去有效位數；x = −∞ 時也可能得到 NaN 而不是 0。',
  },
  paper: {
    authors: 'Hendrycks and Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
  },
  related: ['silu', 'relu', 'geluTanh', 'mish'],
  code: {
    numpy: 'x * (1 + erf(x / np.sqrt(2))) / 2',
    numpyDerivative: '(1 + erf(x / np.sqrt(2))) / 2 + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)',
    torch: 'F.gelu(x)',
    keras: 'keras.activations.gelu(x, approximate=False)',
    jax: 'jax.nn.gelu(x, approximate=False)',
  },
};
