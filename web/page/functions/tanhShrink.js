/** What the page says about tanhShrink. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'x minus its hyperbolic tangent', 'zh-Hant': 'x 減去它的雙曲正切' },
  use: {
    en: 'A smooth shrinkage: small values all but vanish (to about x³/3), and large ones move towards zero by 1. For sparse coding and denoising; rare in ordinary networks.',
    'zh-Hant':
      '平滑的收縮函數：小的數值幾乎消失（約為 x³/3），大的數值則朝零移動 1。用於稀疏編碼與去雜訊，一般的神經網路很少用。',
  },
  care: {
    en: 'The gradient is 0 at 0, so units near zero hardly learn, yet their outputs are not truly zero. Written out as x − tanh(x), it cancels badly: in float32, hardly a correct digit is left at x = 0.001.',
    'zh-Hant':
      '在 0 處梯度為 0，零附近的神經元幾乎學不動，輸出卻又不是真正的零。直接計算 x − tanh(x) 會嚴重相消：在 float32 裡，x = 0.001 時已幾乎不剩正確的位數。',
  },
  related: ['softShrink', 'hardShrink', 'tanh'],
  code: {
    numpy: 'x - np.tanh(x)',
    numpyDerivative: 'np.tanh(x) ** 2',
    torch: 'F.tanhshrink(x)',
    keras: 'keras.activations.tanh_shrink(x)',
    jax: 'x - jnp.tanh(x)',
  },
};
