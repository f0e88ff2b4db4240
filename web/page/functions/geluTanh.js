/** What the page says about geluTanh. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gaussian error linear unit, tanh approximation', 'zh-Hant': '高斯誤差線性單元的 tanh 近似' },
  use: {
    en: 'For models trained with it, such as GPT-2, and where erf is missing or slow. It differs from the exact GELU by at most 0.0005, too little to matter in training.',
    'zh-Hant':
      '適合當初就以它訓練的模型（如 GPT-2），以及沒有 erf 或 erf 太慢的環境。與精確的 GELU 最多只差 0.0005，對訓練幾乎沒有影響。',
  },
  care: {
    en: 'By default, gelu is this version in JAX and keras.ops but the exact one in PyTorch and keras.activations; the results differ in the fourth decimal. At −∞ the limit is 0, but PyTorch may return NaN.',
    'zh-Hant':
      '同樣叫 gelu，在 JAX 與 keras.ops 預設是這個版本，在 PyTorch 與 keras.activations 卻是精確版，結果會從小數第四位開始不同。x = −∞ 時 PyTorch 可能得到 NaN，極限值其實是 0。',
  },
  paper: {
    authors: 'Hendrycks and Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
  },
  remarks: {
    huggingFace: {
      en: 'gelu_fast and gelu_new regroup the formula: the last bits differ',
      'zh-Hant': 'gelu_fast 與 gelu_new 的運算順序不同，末幾個位元會有差異',
    },
    ggml: {
      en: 'on CPUs a table of half-precision values if |x| < 10',
      'zh-Hant': '在 CPU 上，|x| < 10 時查半精度數值的表',
    },
  },
  related: ['gelu', 'quickGelu', 'silu'],
  code: {
    numpy: 'x * sigmoid(np.sqrt(8 / np.pi) * (x + 0.044715 * x**3))',
    numpyDerivative:
      '(s := sigmoid(np.sqrt(8 / np.pi) * (x + 0.044715 * x**3))) + x * s * (1 - s) * np.sqrt(8 / np.pi) * (1 + 0.134145 * x**2)',
    torch: "F.gelu(x, approximate='tanh')",
    keras: 'keras.activations.gelu(x, approximate=True)',
    jax: 'jax.nn.gelu(x, approximate=True)',
  },
};
