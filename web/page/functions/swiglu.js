/** What the page says about swiglu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Gated linear unit with Swish', 'zh-Hant': '以 Swish 為閘門的閘控線性單元' },
  use: {
    en: 'The feed-forward block of many large language models, among them PaLM, Llama, Mistral and Qwen. It is smooth, and its unbounded gate lets one layer multiply two of its inputs.',
    'zh-Hant':
      'PaLM、Llama、Mistral、Qwen 等許多大型語言模型的前饋層都用它。它處處平滑，閘門又沒有上限，讓單獨一層就能把兩個輸入相乘。',
  },
  care: {
    en: 'The first half goes through SiLU, as in the paper, ONNX, ggml and vLLM. diffusers activates the second half and gpt-oss the even elements: the option gate chooses, and the wrong part gives garbage without an error. The block has three matrices, not two: make it two thirds as wide to keep the number of weights.',
    'zh-Hant':
      'SiLU 套用在前半，與論文、ONNX、ggml、vLLM 相同；diffusers 套用在後半，gpt-oss 套用在偶數位置的元素。請用 gate 選項指定，選錯了不會報錯，結果卻全錯。前饋層的權重矩陣從兩個變成三個，寬度要縮成三分之二，參數量才不變。',
  },
  paper: {
    authors: 'Shazeer',
    year: 2020,
    title: 'GLU Variants Improve Transformer',
  },
  related: ['geglu', 'glu', 'reglu'],
  code: {
    numpy: 'np.split(x, 2)[0] * sigmoid(np.split(x, 2)[0]) * np.split(x, 2)[1]',
    torch: 'F.silu(x.chunk(2, dim=-1)[0]) * x.chunk(2, dim=-1)[1]',
    keras: 'keras.ops.silu(keras.ops.split(x, 2, axis=-1)[0]) * keras.ops.split(x, 2, axis=-1)[1]',
    jax: 'jax.nn.silu(jnp.split(x, 2, axis=-1)[0]) * jnp.split(x, 2, axis=-1)[1]',
  },
};
