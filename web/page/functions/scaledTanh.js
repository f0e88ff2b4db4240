/** What the page says about scaledTanh. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Hyperbolic tangent of adjustable height and steepness', 'zh-Hant': '可調高度與陡度的雙曲正切' },
  use: {
    en: 'For fully connected networks with standardised inputs: the constants 1.7159 and 2/3 of LeCun put f(±1) at ±1, where the curve bends most, so targets of ±1 do not saturate the units.',
    'zh-Hant':
      '適合輸入經過標準化的全連接網路：LeCun 的常數 1.7159 與 2/3 讓 f(±1) 恰為 ±1，那裡正是曲線最彎的地方，因此目標值為 ±1 時神經元不會飽和。',
  },
  care: {
    en: 'Core ML requires both α and β; in its early versions both were 1 by default, which is tanh. Far from 0 it saturates like tanh.',
    'zh-Hant': 'Core ML 規定必須給定 α 與 β，早期版本則預設為 1 與 1，也就是 tanh。離 0 很遠時，它與 tanh 一樣飽和。',
  },
  parameters: {
    alpha: { en: 'limit of |f|', 'zh-Hant': '|f| 的上限' },
    beta: { en: 'steepness', 'zh-Hant': '陡度' },
  },
  paper: {
    authors: 'LeCun, Bottou, Orr and Müller',
    year: 1998,
    title: 'Efficient BackProp',
  },
  related: ['tanh', 'softCap', 'softsign'],
  code: {
    numpy: '{alpha} * np.tanh({beta} * x)',
    numpyDerivative: '{alpha} * {beta} / np.cosh({beta} * x)**2',
    torch: '{alpha} * torch.tanh({beta} * x)',
    keras: '{alpha} * keras.ops.tanh({beta} * x)',
    jax: '{alpha} * jnp.tanh({beta} * x)',
  },
};
