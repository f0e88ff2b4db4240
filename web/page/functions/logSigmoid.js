/** What the page says about logSigmoid. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Logarithm of the sigmoid', 'zh-Hant': 'sigmoid 的對數' },
  use: {
    en: 'For log-likelihoods of yes-or-no events: binary cross-entropy, negative sampling, and preference losses such as BPR and DPO are built from it. It stays accurate where sigmoid itself underflows.',
    'zh-Hant':
      '用來計算二元事件的對數概似：二元交叉熵、負取樣，以及 BPR、DPO 等偏好損失都由它組成。sigmoid 本身已下溢為零之處，它仍算得準。',
  },
  care: {
    en: 'It belongs in a loss rather than between layers, because every output is negative. Written out as log(sigmoid(x)) in float32, it becomes −∞ somewhere between x = −88 and x = −104: use the built-in function.',
    'zh-Hant':
      '它是損失函數的零件，輸出一律為負，不適合放在層與層之間當激勵函數。若自己寫成 log(sigmoid(x))，在 float32 裡 x 低到 −88 至 −104 之間就會變成 −∞，請用內建的函式。',
  },
  related: ['sigmoid', 'softplus', 'elu'],
  code: {
    numpy: '-softplus(-x)',
    numpyDerivative: 'sigmoid(-x)',
    torch: 'F.logsigmoid(x)',
    keras: 'keras.activations.log_sigmoid(x)',
    jax: 'jax.nn.log_sigmoid(x)',
  },
};
