/** What the page says about clampedRelu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'ReLU with a slope, a cap and a threshold', 'zh-Hant': '可設斜率、上限與門檻的 ReLU' },
  use: {
    en: 'One function for the three options of Keras’s relu and for Core ML’s clamped_relu: the cap bounds the activations, as in Deep Speech, whose cap is 20, and the slope keeps a gradient below the threshold.',
    'zh-Hant':
      '把 Keras relu 的三個選項與 Core ML 的 clamped_relu 合為一個函數：上限限制激勵值的大小，例如 Deep Speech 設為 20；斜率則讓門檻以下仍有梯度。',
  },
  care: {
    en: 'A threshold other than 0 makes a jump there. At the threshold itself f is 0, as in Keras. With a negative threshold and a cap, Keras also clips at 0 from below, which this function does not; Core ML also caps the left side, which matters for negative slopes.',
    'zh-Hant':
      '門檻不為 0 時，函數會在門檻處跳躍；恰在門檻時 f 為 0，與 Keras 相同。門檻為負又設有上限時，Keras 還會把負值截成 0，此處則否。Core ML 的上限也作用於左側，斜率為負時結果會不同。',
  },
  parameters: {
    negativeSlope: { en: 'slope up to the threshold', 'zh-Hant': '不超過門檻時的斜率' },
    maxValue: { en: 'cap above the threshold', 'zh-Hant': '超過門檻時的上限' },
    threshold: { en: 'threshold', 'zh-Hant': '門檻' },
  },
  paper: {
    authors: 'Hannun and others',
    year: 2014,
    title: 'Deep Speech: Scaling up end-to-end speech recognition',
  },
  related: ['relu6', 'leakyRelu', 'thresholdedRelu'],
  code: {
    numpy: 'np.where(x > {threshold}, np.minimum(x, {maxValue}), {negativeSlope} * (x - {threshold}))',
    numpyDerivative: 'np.where(x > {threshold}, np.where(x < {maxValue}, 1.0, 0.0), {negativeSlope})',
    torch: 'torch.where(x > {threshold}, x.clamp(max={maxValue}), {negativeSlope} * (x - {threshold}))',
    keras: 'keras.ops.where(x > {threshold}, keras.ops.minimum(x, {maxValue}), {negativeSlope} * (x - {threshold}))',
    jax: 'jnp.where(x > {threshold}, jnp.minimum(x, {maxValue}), {negativeSlope} * (x - {threshold}))',
  },
};
