/** What the page says about quickGelu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gaussian error linear unit, sigmoid approximation', 'zh-Hant': '高斯誤差線性單元的 sigmoid 近似' },
  use: {
    en: 'For models trained with it, above all CLIP, whose weights expect this function. New models usually take GELU itself or SiLU; this function is SiLU with β = 1.702.',
    'zh-Hant':
      '用於當初就以它訓練的模型，最典型的是 CLIP，它的權重必須搭配這個函數。新模型多半直接用 GELU 或 SiLU；它其實就是 β = 1.702 的 SiLU。',
  },
  care: {
    en: 'It differs from GELU by up to 0.02, forty times as much as the tanh version, so exchanging it for GELU changes a trained model. OpenAI’s CLIP weights need it; most weights trained by OpenCLIP need GELU.',
    'zh-Hant':
      '與 GELU 的誤差最大約 0.02，是 tanh 版的四十倍左右，在訓練好的模型裡與 GELU 互換會改變結果。OpenAI 釋出的 CLIP 權重要用它，OpenCLIP 自行訓練的權重則多半要用 GELU。',
  },
  paper: {
    authors: 'Hendrycks and Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
  },
  related: ['gelu', 'geluTanh', 'silu'],
  code: {
    numpy: 'x * sigmoid(1.702 * x)',
    numpyDerivative: 'sigmoid(1.702 * x) * (1 + 1.702 * x * sigmoid(-1.702 * x))',
    torch: 'x * torch.sigmoid(1.702 * x)',
    keras: 'x * keras.ops.sigmoid(1.702 * x)',
    jax: 'x * jax.nn.sigmoid(1.702 * x)',
  },
};
