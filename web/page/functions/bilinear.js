/** What the page says about bilinear. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit without an activation', 'zh-Hant': '沒有激勵函數的閘控線性單元' },
  use: {
    en: 'The baseline of Shazeer’s comparison: the product of two linear maps. It did better there than a plain ReLU layer, so the product itself explains part of what gated layers gain.',
    'zh-Hant':
      'Shazeer 比較中的基準：兩個線性函數的乘積。它在那裡勝過單純的 ReLU 層，可見閘控層的好處有一部分來自乘積本身。',
  },
  care: {
    en: 'Nothing bounds it: the result grows with the square of the input, and with it the gradients. Both factors play the same part, so gate first and gate second return the same.',
    'zh-Hant':
      '它沒有任何界限：結果隨輸入的平方增長，梯度也跟著增長。兩個因數的角色相同，所以 gate 選 first 或 second 結果都一樣。',
  },
  paper: {
    authors: 'Shazeer',
    year: 2020,
    title: 'GLU Variants Improve Transformer',
  },
  related: ['glu', 'reglu', 'swiglu'],
  code: {
    numpy: 'np.split(x, 2)[0] * np.split(x, 2)[1]',
    torch: 'x.chunk(2, dim=-1)[0] * x.chunk(2, dim=-1)[1]',
    keras: 'keras.ops.split(x, 2, axis=-1)[0] * keras.ops.split(x, 2, axis=-1)[1]',
    jax: 'jnp.split(x, 2, axis=-1)[0] * jnp.split(x, 2, axis=-1)[1]',
  },
};
