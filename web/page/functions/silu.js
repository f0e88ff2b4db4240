/** What the page says about silu. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Sigmoid linear unit, also called Swish', 'zh-Hant': 'Sigmoid 線性單元，也稱 Swish' },
  use: {
    en: 'A smooth replacement for ReLU in deep networks, for example in EfficientNet and YOLOv5, and as the gate of SwiGLU in language models such as Llama. Its shape is close to that of GELU.',
    'zh-Hant':
      '深層網路中 ReLU 的平滑替代品，例如 EfficientNet 與 YOLOv5 都採用；Llama 等語言模型的 SwiGLU 也以它作為閘門。形狀與 GELU 相近。',
  },
  care: {
    en: 'SiLU and Swish are the same function for β = 1. Of the frameworks that this site compares, only ONNX and TensorFlow.js have β; both call it alpha. At x = −∞ a plain x σ(x) gives NaN instead of the limit 0, as in many versions of PyTorch.',
    'zh-Hant':
      'β = 1 時 SiLU 與 Swish 是同一個函數；本站比較的框架中只有 ONNX 與 TensorFlow.js 提供 β，並稱作 alpha。x = −∞ 時直接計算 x σ(x) 會得到 NaN（許多版本的 PyTorch 即是如此），極限值其實是 0。',
  },
  parameters: {
    beta: { en: 'steepness of the sigmoid', 'zh-Hant': 'sigmoid 的陡度' },
  },
  // The paper on GELU named it. Elfwing, Uchibe and Doya, Sigmoid-Weighted Linear Units for Neural Network Function
  // Approximation in Reinforcement Learning, 2017, tried it; Ramachandran, Zoph and Le, Searching for Activation
  // Functions, 2017, found it again by search, with a trainable β.
  paper: {
    authors: 'Hendrycks and Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
  },
  related: ['gelu', 'relu', 'mish', 'hardSwish'],
  code: {
    numpy: 'x * sigmoid({beta} * x)',
    numpyDerivative: 'sigmoid({beta} * x) * (1 + {beta} * x * sigmoid(-{beta} * x))',
    torch: 'x * torch.sigmoid({beta} * x)',
    keras: 'x * keras.ops.sigmoid({beta} * x)',
    jax: 'x * jax.nn.sigmoid({beta} * x)',
  },
  plainCode: {
    numpy: 'x * sigmoid(x)',
    numpyDerivative: 'sigmoid(x) * (1 + x * sigmoid(-x))',
    torch: 'F.silu(x)',
    keras: 'keras.activations.silu(x)',
    jax: 'jax.nn.silu(x)',
  },
};
