/** What the page says about threshold. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Threshold function', 'zh-Hant': '門檻函數' },
  use: {
    en: 'Replaces everything up to a threshold with one fixed value and keeps the rest: for cutting off weak signals or noise. With threshold and value 0, the defaults here, it is ReLU.',
    'zh-Hant':
      '把不超過門檻的輸入一律換成固定值，其餘原樣保留，適合用來截除微弱訊號或雜訊。門檻與替代值都是 0 時（此處的預設）就是 ReLU。',
  },
  care: {
    en: 'Unless the value equals the threshold, the function jumps at the threshold; below it, no gradient brings a unit back. No framework has defaults, and the parameter names differ: value in PyTorch, default_value in Keras.',
    'zh-Hant':
      '替代值若不等於門檻，函數就會在門檻處跳躍；門檻以下沒有梯度，神經元無從恢復。各框架都沒有預設值，參數名稱也不同：PyTorch 是 value，Keras 是 default_value。',
  },
  parameters: {
    threshold: { en: 'threshold', 'zh-Hant': '門檻' },
    value: { en: 'value up to the threshold', 'zh-Hant': '不超過門檻時的替代值' },
  },
  remarks: {
    coreml: { en: 'max(x, α): set both parameters to α', 'zh-Hant': 'max(x, α)：把兩個參數都設為 α' },
  },
  related: ['relu', 'thresholdedRelu', 'hardShrink'],
  code: {
    numpy: 'np.where(x > {threshold}, x, {value})',
    numpyDerivative: 'np.where(x > {threshold}, 1.0, 0.0)',
    torch: 'F.threshold(x, threshold={threshold}, value={value})',
    keras: 'keras.activations.threshold(x, threshold={threshold}, default_value={value})',
    jax: 'jnp.where(x > {threshold}, x, {value})',
  },
};
