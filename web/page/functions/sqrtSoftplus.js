/** What the page says about sqrtSoftplus. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Square root of softplus', 'zh-Hant': 'softplus 的平方根' },
  use: {
    en: 'Scores experts in mixtures of experts, as in the router of DeepSeek-V4: positive everywhere, and for large x it grows only like √x, so that no expert dominates.',
    'zh-Hant':
      '在混合專家模型中替專家評分，例如 DeepSeek-V4 的路由器：處處為正，x 很大時只像 √x 一樣增長，因此不會由單一專家獨佔。',
  },
  care: {
    en: 'In float32, ln(1 + e^x) rounds to 0 below x = −16.6 unless it is computed as log1p(e^x); a token can lose all its experts that way. The true value is close to e^(x/2).',
    'zh-Hant':
      '以 float32 計算時，ln(1 + e^x) 若不寫成 log1p(e^x)，在 x < −16.6 就會捨入成 0，一個 token 可能因此失去所有專家；真正的值接近 e^(x/2)。',
  },
  related: ['softplus', 'sigmoid', 'squareplus'],
  code: {
    numpy: 'np.sqrt(softplus(x))',
    numpyDerivative: 'sigmoid(x) / (2 * np.sqrt(softplus(x)))',
    torch: 'F.softplus(x).sqrt()',
    keras: 'keras.ops.sqrt(keras.activations.softplus(x))',
    jax: 'jnp.sqrt(jax.nn.softplus(x))',
  },
};
