/** What the page says about softsign. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Relative of tanh without exponentials', 'zh-Hant': '不用指數函數的 tanh 近親' },
  use: {
    en: 'Like tanh, but with one division in place of exponentials and with tails that level off more slowly, so saturated units keep more of the gradient. Seen in older feed-forward networks and where exponentials are expensive.',
    'zh-Hant':
      '形狀像 tanh，但只要一次除法、不必算指數；兩端趨近極限較慢，飽和的神經元因而能保留較多梯度。多見於早期的前饋網路，以及指數運算昂貴的硬體。',
  },
  care: {
    en: 'It approaches ±1 only slowly: softsign(10) is 0.91, so targets of ±1 stay out of reach. Computed as x / (1 + |x|), it gives NaN at ±∞, in PyTorch too, and its second derivative jumps at 0. JAX spells it soft_sign.',
    'zh-Hant':
      '趨近 ±1 很慢：softsign(10) 只有 0.91，因此不宜拿 ±1 當目標值。直接計算 x / (1 + |x|)，遇到 ±∞ 會得到 NaN，PyTorch 也是如此；二階導函數在 0 處不連續。JAX 的寫法是 soft_sign。',
  },
  // Proposed again by Bergstra, Desjardins, Lamblin and Bengio, Quadratic Polynomials Learn Better Image Features, 2009.
  paper: {
    authors: 'Elliott',
    year: 1993,
    title: 'A Better Activation Function for Artificial Neural Networks',
  },
  related: ['tanh', 'sigmoid', 'hardTanh'],
  code: {
    numpy: 'x / (1 + np.abs(x))',
    numpyDerivative: '1 / (1 + np.abs(x)) ** 2',
    torch: 'F.softsign(x)',
    keras: 'keras.activations.softsign(x)',
    jax: 'jax.nn.soft_sign(x)',
  },
};
