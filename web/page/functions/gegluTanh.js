/** What the page says about gegluTanh. @type {import('../types.js').FunctionText} */
export default {
  fullName: {
    en: 'Gated linear unit with the tanh form of GELU',
    'zh-Hant': '以 GELU 的 tanh 近似式為閘門的閘控線性單元',
  },
  use: {
    en: 'The feed-forward block of T5 1.1 and Gemma, whose configurations name it gated-gelu or gelu_pytorch_tanh. ggml’s GEGLU has this form too.',
    'zh-Hant': 'T5 1.1 與 Gemma 的前饋層用它，設定檔裡寫成 gated-gelu 或 gelu_pytorch_tanh；ggml 的 GEGLU 也是這一式。',
  },
  care: {
    en: 'It differs from GEGLU with the exact GELU by less than 0.0005 times the other half: too little to notice in one layer, enough to fail a test of equality. The first half is activated unless the option gate says otherwise.',
    'zh-Hant':
      '它和採用精確 GELU 的 GEGLU，差距不到另一半的 0.0005 倍：單看一層看不出來，卻足以讓相等測試失敗。除非用 gate 選項指定，GELU 套用在前半。',
  },
  paper: {
    authors: 'Shazeer',
    year: 2020,
    title: 'GLU Variants Improve Transformer',
  },
  related: ['geglu', 'gegluQuick', 'swiglu'],
  code: {
    numpy:
      'np.split(x, 2)[0] * sigmoid(1.5957691216057308 * (np.split(x, 2)[0] + 0.044715 * np.split(x, 2)[0]**3)) * np.split(x, 2)[1]',
    torch: "F.gelu(x.chunk(2, dim=-1)[0], approximate='tanh') * x.chunk(2, dim=-1)[1]",
    keras:
      'keras.activations.gelu(keras.ops.split(x, 2, axis=-1)[0], approximate=True) * keras.ops.split(x, 2, axis=-1)[1]',
    jax: 'jax.nn.gelu(jnp.split(x, 2, axis=-1)[0], approximate=True) * jnp.split(x, 2, axis=-1)[1]',
  },
};
