/** What the page says about logCosh. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Logarithm of the hyperbolic cosine', 'zh-Hant': '雙曲餘弦的對數' },
  use: {
    en: 'A smooth |x|: a parabola near 0 and a line far away, with tanh as derivative. Mostly a loss function, for errors with outliers; NNlib.jl lists it among the activations.',
    'zh-Hant':
      '平滑版的 |x|：在 0 附近是拋物線，遠處是直線，導函數就是 tanh。多半用作損失函數，適合偶有極端值的誤差；NNlib.jl 則把它列為激勵函數。',
  },
  care: {
    en: 'cosh overflows in float32 from x = 89 on, and the usual form, x + softplus(−2x) − ln 2, cancels near 0: in float32 it has hardly a correct digit for |x| below 0.001.',
    'zh-Hant':
      '以 float32 計算時，cosh 從 x = 89 起就會溢位；常見的寫法 x + softplus(−2x) − ln 2 則在 0 附近相消，|x| 小於 0.001 時幾乎沒有正確的位數。',
  },
  related: ['lisht', 'softplus', 'tanh'],
  code: {
    numpy: 'np.logaddexp(x, -x) - np.log(2)',
    numpyDerivative: 'np.tanh(x)',
    torch: 'x + F.softplus(-2 * x) - 0.6931471805599453',
    keras: 'x + keras.ops.softplus(-2 * x) - 0.6931471805599453',
    jax: 'jnp.logaddexp(x, -x) - jnp.log(2)',
  },
};
