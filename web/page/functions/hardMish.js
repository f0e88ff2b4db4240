/** What the page says about hardMish. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Piecewise quadratic version of Mish', 'zh-Hant': 'Mish 的分段二次版本' },
  use: {
    en: 'timm’s Mish without exponentials and logarithms, for phones and microcontrollers: a parabola between −2 and 0, and the identity from 0 on.',
    'zh-Hant':
      '不需指數與對數運算的 Mish，見於 timm，適合手機與微控制器：在 −2 與 0 之間是拋物線，從 0 起就是恆等函數。',
  },
  care: {
    en: 'f′ jumps at −2 from 0 to −1, so units that hover around −2 get unsteady gradients. Its minimum, −0.5, is below that of Mish, −0.31.',
    'zh-Hant':
      '導函數在 −2 處由 0 跳到 −1，輸入在 −2 附近徘徊的神經元梯度會不穩定。最低點 −0.5 也比 Mish 的 −0.31 更低。',
  },
  paper: {
    authors: 'Misra',
    year: 2019,
    title: 'Mish: A Self Regularized Non-Monotonic Activation Function',
  },
  related: ['mish', 'hardSwish', 'silu'],
  code: {
    numpy: 'x / 2 * np.clip(x + 2, 0, 2)',
    numpyDerivative: 'np.where(x > -2, np.minimum(x, 0) + 1, 0.0)',
    torch: 'x / 2 * (x + 2).clamp(0, 2)',
    keras: 'x / 2 * keras.ops.clip(x + 2, 0, 2)',
    jax: 'x / 2 * jnp.clip(x + 2, 0, 2)',
  },
};
