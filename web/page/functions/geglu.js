/** What the page says about geglu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit with GELU', 'zh-Hant': '以 GELU 為閘門的閘控線性單元' },
  use: {
    en: 'The feed-forward block of T5 1.1, of Gemma and of the U-Net in Stable Diffusion. In Shazeer’s comparison it had the lowest perplexity of the GLU variants.',
    'zh-Hant':
      'T5 1.1、Gemma 與 Stable Diffusion 的 U-Net 都在前饋層用它。在 Shazeer 的比較中，它的困惑度是 GLU 各種變體裡最低的。',
  },
  care: {
    en: 'Check two things when you port it: which half goes through GELU (the first here, in the paper, in ggml and in vLLM; the second in diffusers), and whether GELU is exact or, as in T5 1.1 and Gemma, the tanh approximation.',
    'zh-Hant':
      '移植時要確認兩件事：GELU 套用在哪一半（這裡、論文、ggml 與 vLLM 是前半，diffusers 是後半），以及 GELU 用的是精確式，還是像 T5 1.1、Gemma 那樣的 tanh 近似式。',
  },
  paper: {
    authors: 'Shazeer',
    year: 2020,
    title: 'GLU Variants Improve Transformer',
  },
  related: ['swiglu', 'glu', 'reglu'],
  code: {
    numpy: 'np.split(x, 2)[0] * (1 + erf(np.split(x, 2)[0] / np.sqrt(2))) / 2 * np.split(x, 2)[1]',
    torch: 'F.gelu(x.chunk(2, dim=-1)[0]) * x.chunk(2, dim=-1)[1]',
    keras: 'keras.activations.gelu(keras.ops.split(x, 2, axis=-1)[0]) * keras.ops.split(x, 2, axis=-1)[1]',
    jax: 'jax.nn.gelu(jnp.split(x, 2, axis=-1)[0], approximate=False) * jnp.split(x, 2, axis=-1)[1]',
  },
};
