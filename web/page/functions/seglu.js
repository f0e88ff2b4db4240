/** What the page says about seglu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit with SELU', 'zh-Hant': '以 SELU 為閘門的閘控線性單元' },
  use: {
    en: 'A gate that stays open to the left: SELU tends to −1.758 there instead of 0, so that strongly negative gates still pass the other half, with its sign changed.',
    'zh-Hant': '左側不會關上的閘門：SELU 在左側趨近 −1.758 而不是 0，所以閘門很負時，另一半仍會通過，只是正負號相反。',
  },
  care: {
    en: 'SELU keeps the mean and the variance of one layer, but the product of two halves does not: do not expect it to be self-normalising. It is rare; check that a model means SELU and not SiLU.',
    'zh-Hant':
      'SELU 能維持單層的平均與變異數，兩半的乘積卻不能：不要期待它有自我正規化的效果。它很少見，請先確認模型指的是 SELU 而不是 SiLU。',
  },
  related: ['geglu', 'reglu', 'swiglu'],
  code: {
    numpy:
      '1.0507009873554805 * np.where(np.split(x, 2)[0] > 0, np.split(x, 2)[0], 1.6732632423543772 * np.expm1(np.minimum(np.split(x, 2)[0], 0))) * np.split(x, 2)[1]',
    torch: 'F.selu(x.chunk(2, dim=-1)[0]) * x.chunk(2, dim=-1)[1]',
    keras: 'keras.ops.selu(keras.ops.split(x, 2, axis=-1)[0]) * keras.ops.split(x, 2, axis=-1)[1]',
    jax: 'jax.nn.selu(jnp.split(x, 2, axis=-1)[0]) * jnp.split(x, 2, axis=-1)[1]',
  },
};
