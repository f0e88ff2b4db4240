/** What the page says about shrink. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Thresholding with a shift', 'zh-Hant': '帶移動量的門檻函數' },
  use: {
    en: 'ONNX’s common form of both kinds of shrinkage: bias = 0 is hard shrinkage, bias = lambd is soft shrinkage, and values in between trade a smaller jump for a larger shift. You will mostly meet it in exported models.',
    'zh-Hant':
      'ONNX 把兩種收縮合成一個運算子：bias = 0 是 hard shrink，bias = lambd 是 soft shrink，介於兩者之間則是跳躍與移動量的折衷。多半在匯出的模型裡才會遇到。',
  },
  care: {
    en: 'With its defaults it is hard, not soft shrinkage, and unless bias equals lambd it jumps at ±λ. A bias above lambd flips the sign of values just beyond the threshold; a negative one enlarges them.',
    'zh-Hant':
      '照預設值，它是 hard shrink 而不是 soft shrink；只要 bias 不等於 lambd，在 ±λ 處就會跳躍。bias 大於 lambd 會讓剛超過門檻的數值變號，bias 為負則會把數值放大。',
  },
  parameters: {
    lambd: { en: 'threshold for |x|', 'zh-Hant': '|x| 的門檻' },
    bias: { en: 'shift towards 0 beyond the threshold', 'zh-Hant': '超過門檻時朝 0 的移動量' },
  },
  related: ['hardShrink', 'softShrink', 'tanhShrink'],
  code: {
    numpy: 'np.where(np.abs(x) > {lambd}, x - {bias} * np.sign(x), 0.0)',
    numpyDerivative: 'np.where(np.abs(x) > {lambd}, 1.0, 0.0)',
    torch: 'torch.where(torch.abs(x) > {lambd}, x - {bias} * torch.sign(x), 0.0)',
    keras: 'keras.ops.where(keras.ops.abs(x) > {lambd}, x - {bias} * keras.ops.sign(x), 0.0)',
    jax: 'jnp.where(jnp.abs(x) > {lambd}, x - {bias} * jnp.sign(x), 0.0)',
  },
};
