/** What the page says about reglu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit with ReLU', 'zh-Hant': '以 ReLU 為閘門的閘控線性單元' },
  use: {
    en: 'The cheapest gated feed-forward block of a transformer. In Shazeer’s comparison it came close to GEGLU and SwiGLU, without exponentials and with true zeros among its outputs.',
    'zh-Hant':
      'Transformer 的閘控前饋層中計算最省的一種。在 Shazeer 的比較裡表現接近 GEGLU 與 SwiGLU，不必算指數，輸出還帶有真正的零。',
  },
  care: {
    en: 'Where the gate is not above 0, neither half gets a gradient. None of the frameworks that this site compares has a function of this name. ReLU goes to the first half, as in the paper; GLU activates the second: check which half before you load weights.',
    'zh-Hant':
      '閘門不大於 0 時，兩半都得不到梯度。本站比較的框架都沒有這個名稱的函式。ReLU 套用在前半，與原論文相同；GLU 則是後半。載入權重前要先確認是哪一半。',
  },
  paper: {
    authors: 'Shazeer',
    year: 2020,
    title: 'GLU Variants Improve Transformer',
  },
  related: ['glu', 'geglu', 'swiglu'],
  code: {
    numpy: 'np.maximum(np.split(x, 2)[0], 0) * np.split(x, 2)[1]',
    torch: 'F.relu(x.chunk(2, dim=-1)[0]) * x.chunk(2, dim=-1)[1]',
    keras: 'keras.ops.relu(keras.ops.split(x, 2, axis=-1)[0]) * keras.ops.split(x, 2, axis=-1)[1]',
    jax: 'jax.nn.relu(jnp.split(x, 2, axis=-1)[0]) * jnp.split(x, 2, axis=-1)[1]',
  },
};
