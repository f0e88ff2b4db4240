/** What the page says about gegluQuick. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit with Quick GELU', 'zh-Hant': '以 Quick GELU 為閘門的閘控線性單元' },
  use: {
    en: 'ggml’s GEGLU_QUICK, for models that were trained with the sigmoid approximation of GELU. It equals SwiGLU with alpha 1.702.',
    'zh-Hant': 'ggml 的 GEGLU_QUICK，給用 sigmoid 近似 GELU 訓練的模型使用。它等於 alpha 為 1.702 的 SwiGLU。',
  },
  care: {
    en: 'gpt-oss uses the same gate with limits and an offset: swiglu with the options alpha, limit and offset computes that variant, and this function does not.',
    'zh-Hant':
      'gpt-oss 用同一個閘門，另外加上界限與位移：那個變體要用 swiglu 的 alpha、limit、offset 選項計算，不是這個函數。',
  },
  related: ['geglu', 'gegluTanh', 'swiglu'],
  code: {
    numpy: 'np.split(x, 2)[0] * sigmoid(1.702 * np.split(x, 2)[0]) * np.split(x, 2)[1]',
    torch: 'x.chunk(2, dim=-1)[0] * torch.sigmoid(1.702 * x.chunk(2, dim=-1)[0]) * x.chunk(2, dim=-1)[1]',
    keras:
      'keras.ops.split(x, 2, axis=-1)[0] * keras.ops.sigmoid(1.702 * keras.ops.split(x, 2, axis=-1)[0]) * keras.ops.split(x, 2, axis=-1)[1]',
    jax: 'jnp.split(x, 2, axis=-1)[0] * jax.nn.sigmoid(1.702 * jnp.split(x, 2, axis=-1)[0]) * jnp.split(x, 2, axis=-1)[1]',
  },
};
