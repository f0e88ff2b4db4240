/** What the page says about laplace. @type {import('../types.js').FunctionText} */
export default {
  fullName: {
    en: 'Normal distribution function, the attention function of MEGA',
    'zh-Hant': '常態分布函數，即 MEGA 的注意力函數',
  },
  use: {
    en: 'Replaces softmax in the attention of MEGA: it resembles squared ReLU up to x = 1, but its values and gradients are bounded.',
    'zh-Hant': '在 MEGA 的注意力中取代 softmax：在 x = 1 以前與 ReLU 的平方相近，但值與梯度都有上限。',
  },
  care: {
    en: 'Despite its name it is the normal distribution function, not that of the Laplace distribution. MEGA fixes μ at √(1/2) and σ at √(1/(4π)); Hugging Face rounds them to six digits.',
    'zh-Hant':
      '雖名為 laplace，其實是常態分布函數，而不是拉普拉斯分布的分布函數。MEGA 把 μ 與 σ 固定為 √(1/2) 與 √(1/(4π))，Hugging Face 則捨入到六位數。',
  },
  parameters: {
    mu: { en: 'x at which f is 1/2', 'zh-Hant': 'f 為 1/2 處的 x' },
    sigma: { en: 'width of the rise', 'zh-Hant': '上升段的寬度' },
  },
  paper: {
    authors: 'Ma and others',
    year: 2022,
    title: 'Mega: Moving Average Equipped Gated Attention',
  },
  related: ['sigmoid', 'relu2', 'hardSigmoid'],
  code: {
    numpy: '(1 + erf((x - {mu}) / ({sigma} * np.sqrt(2)))) / 2',
    numpyDerivative: 'np.exp(-(((x - {mu}) / {sigma})**2) / 2) / ({sigma} * np.sqrt(2 * np.pi))',
    torch: 'torch.special.ndtr((x - {mu}) / {sigma})',
    keras: '(1 + keras.ops.erf((x - {mu}) / ({sigma} * 2**0.5))) / 2',
    jax: '(1 + jax.lax.erf((x - {mu}) / ({sigma} * 2**0.5))) / 2',
  },
};
