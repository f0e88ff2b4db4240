/** What the page says about lisht. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Linearly scaled hyperbolic tangent', 'zh-Hant': '線性縮放的雙曲正切' },
  use: {
    en: 'An even function for data whose sign carries no meaning: a parabola near 0, and nearly |x| far away. Negative inputs keep their gradient.',
    'zh-Hant': '偶函數，適合正負號沒有意義的資料：在 0 附近是拋物線，遠處則接近 |x|，輸入為負時也保有梯度。',
  },
  care: {
    en: 'x and −x give the same result, so a layer loses the sign of its inputs. f′ is 0 at 0, where small initial weights put most units.',
    'zh-Hant':
      'x 與 −x 的結果相同，因此這一層會失去輸入的正負號。f′(0) = 0，而初始權重很小時，大部分神經元都落在 0 附近。',
  },
  paper: {
    authors: 'Roy and others',
    year: 2019,
    title: 'LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation Function for Neural Networks',
  },
  related: ['logCosh', 'tanh', 'silu'],
  code: {
    numpy: 'x * np.tanh(x)',
    numpyDerivative: 'np.tanh(x) + x / np.cosh(x)**2',
    torch: 'x * torch.tanh(x)',
    keras: 'x * keras.ops.tanh(x)',
    jax: 'x * jnp.tanh(x)',
  },
};
