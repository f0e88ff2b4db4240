/** What the page says about squareplus. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Softplus without exponentials', 'zh-Hant': '不用指數函數的 softplus' },
  use: {
    en: 'A stand-in for softplus where exponentials and logarithms are expensive: one square root and a few basic operations, positive and smooth everywhere. b sets the width of the bend.',
    'zh-Hant':
      '在指數與對數運算昂貴的環境下可取代 softplus：只需一次開方與少許四則運算，處處為正且平滑，彎曲的寬度由 b 決定。',
  },
  care: {
    en: 'Its tail falls only like b / (4|x|), far more slowly than that of softplus, so units are never quite off. For very negative x, the formula cancels to 0 in float32. With b = 0 it is ReLU.',
    'zh-Hant':
      '左側只以 b / (4|x|) 的速度趨近 0，比 softplus 慢得多，神經元不會真正關閉。x 為很大的負數時，照公式以 float32 計算會相消成 0。b = 0 時就是 ReLU。',
  },
  parameters: {
    b: { en: 'roundness of the bend', 'zh-Hant': '彎曲處的圓滑程度' },
  },
  paper: {
    authors: 'Barron',
    year: 2021,
    title: 'Squareplus: A Softplus-Like Algebraic Rectifier',
  },
  related: ['softplus', 'sparsePlus', 'relu'],
  code: {
    numpy: '(x + np.sqrt(x * x + {b})) / 2',
    numpyDerivative: '(1 + x / np.sqrt(x * x + {b})) / 2',
    torch: '(x + torch.sqrt(x * x + {b})) / 2',
    keras: 'keras.activations.squareplus(x, b={b})',
    jax: 'jax.nn.squareplus(x, b={b})',
  },
  plainCode: {
    keras: 'keras.activations.squareplus(x)',
    jax: 'jax.nn.squareplus(x)',
  },
};
