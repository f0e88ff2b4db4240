/** What the page says about swiglu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit with Swish', 'zh-Hant': '以 Swish 為閘門的閘控線性單元' },
  use: {
    en: 'The feed-forward block of many large language models, among them PaLM, Llama, Mistral and Qwen. It is smooth, and its unbounded gate lets one layer multiply two of its inputs.',
    'zh-Hant':
      'PaLM、Llama、Mistral、Qwen 等許多大型語言模型的前饋層都用它。它處處平滑，閘門又沒有上限，讓單獨一層就能把兩個輸入相乘。',
  },
  care: {
    en: 'The paper and ONNX’s SwiGLU apply SiLU to the first operand, and Llama applies it to the output of gate_proj; this catalogue applies it to the second half, as in GLU. The block has three matrices, not two: make it two thirds as wide to keep the number of weights.',
    'zh-Hant':
      '論文與 ONNX 的 SwiGLU 把 SiLU 套用在第一個運算元，Llama 套用在 gate_proj 的輸出，這裡則和 GLU 一樣套用在後半。前饋層的權重矩陣從兩個變成三個，寬度要縮成三分之二，參數量才不變。',
  },
  paper: {
    authors: 'Shazeer',
    year: 2020,
    title: 'GLU Variants Improve Transformer',
  },
  related: ['geglu', 'glu', 'reglu'],
  code: {
    numpy: 'np.split(x, 2)[0] * np.split(x, 2)[1] * sigmoid(np.split(x, 2)[1])',
    torch: 'x.chunk(2, dim=-1)[0] * F.silu(x.chunk(2, dim=-1)[1])',
    keras: 'keras.ops.split(x, 2, axis=-1)[0] * keras.ops.silu(keras.ops.split(x, 2, axis=-1)[1])',
    jax: 'jnp.split(x, 2, axis=-1)[0] * jax.nn.silu(jnp.split(x, 2, axis=-1)[1])',
  },
};
