/** What the page says about xielu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'xIELU: integral of the exponential linear unit', 'zh-Hant': 'xIELU：指數線性單元的積分' },
  use: {
    en: 'In the feed-forward layers of language models such as Apertus: a parabola for positive x, and f′ that levels off on the left as ELU does. The network learns the strength of each side.',
    'zh-Hant':
      'Apertus 等語言模型的前饋層採用：x 為正時是拋物線，左側的 f′ 則像 ELU 一樣趨於定值，兩側的強度都由網路學習。',
  },
  care: {
    en: 'Hugging Face stores the parameters before softplus: alphaP = softplus(alpha_p) and alphaN = β + softplus(alpha_n). Because of eps, its f(0) is −8·10⁻⁷ instead of 0. Where alphaN exceeds β, f rises again for very negative x.',
    'zh-Hant':
      'Hugging Face 儲存的是經 softplus 之前的參數：alphaP = softplus(alpha_p)，alphaN = β + softplus(alpha_n)。受 eps 影響，它的 f(0) 是 −8·10⁻⁷ 而不是 0。alphaN 大於 β 時，x 很負的地方 f 會再度上升。',
  },
  parameters: {
    alphaP: {
      en: 'strength of the parabola where x > 0, to be learned',
      'zh-Hant': 'x > 0 時拋物線的強度（由訓練學得）',
    },
    alphaN: { en: 'strength of the bend where x ≤ 0, to be learned', 'zh-Hant': 'x ≤ 0 時彎曲的強度（由訓練學得）' },
    beta: { en: 'slope at x = 0', 'zh-Hant': 'x = 0 處的斜率' },
  },
  paper: {
    authors: 'Huang and Schlag',
    year: 2024,
    title: 'Deriving Activation Functions Using Integration',
  },
  related: ['relu2', 'elu', 'silu'],
  code: {
    numpy: 'np.where(x > 0, {alphaP} * x * x, {alphaN} * (np.expm1(np.minimum(x, 0)) - x)) + {beta} * x',
    numpyDerivative: 'np.where(x > 0, 2 * {alphaP} * x, {alphaN} * np.expm1(np.minimum(x, 0))) + {beta}',
    torch: 'torch.where(x > 0, {alphaP} * x * x, {alphaN} * (torch.expm1(x.clamp(max=0)) - x)) + {beta} * x',
    keras:
      'keras.ops.where(x > 0, {alphaP} * x * x, {alphaN} * (keras.ops.expm1(keras.ops.minimum(x, 0)) - x)) + {beta} * x',
    jax: 'jnp.where(x > 0, {alphaP} * x * x, {alphaN} * (jnp.expm1(jnp.minimum(x, 0)) - x)) + {beta} * x',
  },
};
