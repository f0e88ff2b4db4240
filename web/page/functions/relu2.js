/** What the page says about relu2. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Squared rectified linear unit', 'zh-Hant': '修正線性單元的平方' },
  use: {
    en: 'In the feed-forward layers of language models such as Primer and Nemotron: it has as many exact zeros as ReLU, f′ does not jump, and it forms products of inputs, as gated functions do.',
    'zh-Hant':
      'Primer、Nemotron 等語言模型的前饋層採用：與 ReLU 一樣有許多輸出恰為 0，但 f′ 不跳躍，還能像閘控函數一樣形成輸入的乘積。',
  },
  care: {
    en: 'f and f′ grow without bound: in half precision, an input of 256 already gives more than 65504 and overflows.',
    'zh-Hant': 'f 與 f′ 都沒有上限：以半精度計算時，輸入到 256 輸出就超過 65504 而溢位。',
  },
  paper: {
    authors: 'So and others',
    year: 2021,
    title: 'Primer: Searching for Efficient Transformers for Language Modeling',
  },
  related: ['relu', 'xielu', 'gelu'],
  code: {
    numpy: 'np.maximum(x, 0)**2',
    numpyDerivative: '2 * np.maximum(x, 0)',
    torch: 'F.relu(x)**2',
    keras: 'keras.activations.relu(x)**2',
    jax: 'jnp.square(jax.nn.relu(x))',
  },
};
