/** What the page says about hardSwish. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Piecewise quadratic version of Swish', 'zh-Hant': 'Swish 的分段二次版本' },
  use: {
    en: 'For small networks on phones and microcontrollers, as in MobileNetV3: nearly the shape of SiLU, but without an exponential and easy to quantise.',
    'zh-Hant': '適合手機與微控制器上的小型網路，例如 MobileNetV3：形狀接近 SiLU，但不需指數運算，也容易量化。',
  },
  care: {
    en: 'f′ jumps at −3 from 0 to −0.5 and at 3 from 1.5 to 1. Exactly at these two points, older versions of PyTorch return −0.5 at −3 and either 1 or 1.5 at 3; newer ones return 0 and 1. At −∞ the limit is 0, but PyTorch may return NaN.',
    'zh-Hant':
      '導函數在 −3 處由 0 跳到 −0.5，在 3 處由 1.5 跳到 1；恰在這兩點時，舊版 PyTorch 在 −3 處得到 −0.5，在 3 處得到 1 或 1.5；新版則是 0 與 1。x = −∞ 時 PyTorch 可能得到 NaN，極限值其實是 0。',
  },
  paper: {
    authors: 'Howard and others',
    year: 2019,
    title: 'Searching for MobileNetV3',
  },
  related: ['silu', 'relu6', 'relu'],
  code: {
    numpy: 'x * np.clip(x / 6 + 0.5, 0, 1)',
    numpyDerivative: 'np.where(x <= -3, 0.0, np.where(x >= 3, 1.0, x / 3 + 0.5))',
    torch: 'F.hardswish(x)',
    keras: 'keras.activations.hard_swish(x)',
    jax: 'jax.nn.hard_swish(x)',
  },
};
