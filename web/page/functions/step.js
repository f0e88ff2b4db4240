/** What the page says about step. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Heaviside step function', 'zh-Hant': '單位步階函數' },
  otherNames: ['階躍函數'],
  use: {
    en: 'The activation of early models such as the perceptron: a neuron either fires or does not. Today it is used for teaching and in the forward pass of binarised and spiking networks.',
    'zh-Hant':
      '感知器等早期模型的激勵函數：神經元只有觸發與不觸發兩種狀態。如今多半用於教學，以及二值化網路與脈衝神經網路的前向傳播。',
  },
  care: {
    en: 'Its derivative is 0 wherever it exists, so no gradient passes; in practice a straight-through estimator or a surrogate gradient takes its place. Here f(0) = 0; elsewhere 1 or 1/2 is common. With 0 as its second argument, jnp.heaviside is the same function; torch.heaviside differs only in turning NaN into 0. The documentation of tf.step says alpha x where x ≤ 0; TensorFlow.js returns alpha, as this function does.',
    'zh-Hant':
      '除了跳躍點之外，導函數處處為 0，梯度無法經由它傳回，實務上會改用直通估計（straight-through estimator）或代理梯度。此處 f(0) = 0，別處也常定為 1 或 1/2。第二個引數設為 0 時，jnp.heaviside 就是這個函數，torch.heaviside 則只差在會把 NaN 變成 0。tf.step 的文件說 x ≤ 0 時是 alpha 乘 x，TensorFlow.js 實際傳回的是 alpha，這個函數也一樣。',
  },
  parameters: {
    alpha: { en: 'value where x ≤ 0', 'zh-Hant': 'x ≤ 0 時的值' },
  },
  paper: {
    authors: 'McCulloch and Pitts',
    year: 1943,
    title: 'A Logical Calculus of the Ideas Immanent in Nervous Activity',
  },
  remarks: {
    mlx: { en: '1 at the threshold', 'zh-Hant': '在門檻處為 1' },
  },
  related: ['sigmoid', 'hardSigmoid', 'sparseSigmoid'],
  code: {
    numpy: 'np.where(x > 0, 1.0, {alpha})',
    numpyDerivative: 'np.zeros_like(x)',
    torch: 'torch.where(x > 0, 1 + 0 * x, {alpha})',
    keras: 'keras.ops.where(x > 0, 1 + 0 * x, {alpha})',
    jax: 'jnp.where(x > 0, 1.0, {alpha})',
  },
};
