/**
 * The gated functions that the page compares: by the part of a row that is activated, the call of the package and the functions of
 * other projects with the same numbers.
 * @type {Record<'first' | 'second' | 'interleaved' | 'both', [call: string, functions: [project: string, name: string][]][]>}
 */
export const projects = {
  first: [
    [
      'swiglu(x)',
      [
        ['Shazeer 2020', 'SwiGLU'],
        ['vLLM', 'SiluAndMul'],
        ['candle', 'swiglu'],
        ['ggml', 'ggml_swiglu'],
        ['timm', 'SwiGLUPacked'],
        ['Megatron-LM', 'swiglu'],
        ['Transformer Engine', 'swiglu'],
        ['ONNX Runtime', 'MoE(swiglu_fusion=2)'],
      ],
    ],
    [
      'geglu(x)',
      [
        ['Shazeer 2020', 'GEGLU'],
        ['vLLM', 'GeluAndMul'],
        ['ggml', 'ggml_geglu_erf'],
      ],
    ],
    [
      'gegluTanh(x)',
      [
        ['vLLM', "GeluAndMul(approximate='tanh')"],
        ['ggml', 'ggml_geglu'],
      ],
    ],
    ['gegluQuick(x)', [['ggml', 'ggml_geglu_quick']]],
    [
      'reglu(x)',
      [
        ['Shazeer 2020', 'ReGLU'],
        ['ggml', 'ggml_reglu'],
      ],
    ],
  ],
  second: [
    [
      'glu(x)',
      [
        ['PyTorch, Keras, JAX, MLX, burn', 'glu'],
        ['timm', 'GluMlp'],
      ],
    ],
    [
      "swiglu(x, { gate: 'second' })",
      [
        ['diffusers', 'SwiGLU'],
        ['timm', 'GluMlp(act_layer=nn.SiLU)'],
        ['vLLM', 'MulAndSilu'],
        ['TensorRT-LLM', 'swiglu'],
        ['ggml', 'ggml_swiglu_swapped'],
      ],
    ],
    ["geglu(x, { gate: 'second' })", [['diffusers', 'GEGLU']]],
  ],
  interleaved: [
    [
      "swiglu(x, { gate: 'interleaved', alpha: 1.702, limit: 7, offset: 1 })",
      [
        ['gpt-oss', 'swiglu'],
        ['vLLM', 'SwigluOAIAndMul'],
        ['ONNX Runtime', 'MoE(swiglu_fusion=1, activation_alpha=1.702, activation_beta=1, swiglu_limit=7)'],
      ],
    ],
  ],
  both: [
    [
      'swiglu(gate, up)',
      [
        ['Llama, Mistral, Qwen', 'gate_proj, up_proj'],
        ['MLX-LM', 'swiglu'],
        ['burn', 'SwiGlu'],
        ['ggml', 'ggml_swiglu_split'],
      ],
    ],
    ['swiglu(A, B, { alpha })', [['ONNX', 'SwiGLU']]],
    ['swiglu(gate, up, { alpha, limit, offset: 1 })', [['ggml', 'ggml_swiglu_oai']]],
    ['gegluTanh(gate, up)', [['Gemma, T5 1.1', 'gelu_pytorch_tanh, gated-gelu']]],
  ],
};
