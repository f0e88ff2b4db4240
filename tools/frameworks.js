/**
 * The activation functions of each framework, by the names in its own list, including those that the catalogue lacks. The
 * catalogue's names for them are in cpp/activations/.
 */

/**
 * @typedef {object} List
 * @property {string} title
 * @property {string} source where the names are from
 * @property {string[]} names
 * @property {Record<string, string>} missing why the catalogue lacks a name
 */

/** @param {string} prefix @param {string} words */
const all = (prefix, words) =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => prefix + word);

/** @type {Record<import('../web/package/catalogue.js').Framework, List>} */
export const frameworks = {
  torch: {
    title: 'PyTorch',
    source: '`__all__` of `torch/nn/modules/activation.py` at 691d5f4b',
    names: all(
      'torch.nn.',
      `Threshold ReLU RReLU Hardtanh ReLU6 Sigmoid Hardsigmoid Tanh SiLU Mish Hardswish ELU CELU SELU GLU GELU Hardshrink
      LeakyReLU LogSigmoid Softplus Softshrink MultiheadAttention PReLU Softsign Tanhshrink Softmin Softmax Softmax2d
      LogSoftmax`,
    ),
    missing: {
      'torch.nn.MultiheadAttention': 'attention is not an activation',
      'torch.nn.Softmax2d': '`softmax` over the channels of images; `softmax` works on the rows of a matrix',
    },
  },
  keras: {
    title: 'Keras 3',
    source: '`keras.activations` and the activation layers of 3.16.0',
    names: [
      ...all(
        'keras.activations.',
        `celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_tanh leaky_relu linear log_sigmoid log_softmax
        mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid sparsemax
        squareplus tanh tanh_shrink threshold`,
      ),
      'keras.layers.PReLU',
    ],
    missing: {},
  },
  onnx: {
    title: 'ONNX',
    source: 'the operators of 1.23.0',
    names: all(
      '',
      `Celu Clip Elu Gelu HardSigmoid HardSwish Hardmax LeakyRelu LogSoftmax Mish PRelu Relu Selu Shrink Sigmoid Softmax
      Softplus Softsign SwiGLU Swish Tanh ThresholdedRelu`,
    ),
    missing: {},
  },
  jax: {
    title: 'JAX',
    source: 'the documentation of `jax.nn` in 0.11.1',
    names: all(
      'jax.nn.',
      `relu relu6 sigmoid softplus sparse_plus sparse_sigmoid soft_sign silu log_sigmoid leaky_relu hard_sigmoid hard_silu
      hard_tanh tanh elu celu selu gelu glu squareplus mish identity softmax log_softmax logsumexp logmeanexp standardize
      one_hot log1mexp`,
    ),
    missing: {
      'jax.nn.logmeanexp': 'logsumexp minus the logarithm of the length',
      'jax.nn.standardize': 'a normalisation',
      'jax.nn.one_hot': 'an encoding of labels',
      'jax.nn.log1mexp': 'arithmetic',
    },
  },
  tfjs: {
    title: 'TensorFlow.js',
    source: '`tfjs-core/src/ops/` and `tfjs-layers/src/activations.ts` of 4.22.0',
    names: [
      ...all('tf.', 'relu relu6 leakyRelu prelu elu selu softplus sigmoid logSigmoid tanh step softmax logSoftmax'),
      ...all('', 'linear hardSigmoid softsign gelu gelu_new mish swish tf.layers.thresholdedReLU'),
    ],
    missing: {},
  },
  huggingFace: {
    title: 'Hugging Face',
    source: '`ACT2CLS` of `src/transformers/activations.py` in 2026-08',
    names: all(
      '',
      `gelu gelu_10 gelu_fast gelu_new gelu_python gelu_pytorch_tanh gelu_python_tanh gelu_accurate hardswish laplace
      leaky_relu linear mish quick_gelu relu relu2 relu6 sigmoid silu sqrtsoftplus swish tanh prelu xielu`,
    ),
    missing: {},
  },
  timm: {
    title: 'timm',
    source: '`timm/layers/create_act.py` at aa4b5850',
    names: all(
      '',
      `silu swish mish relu relu6 leaky_relu elu prelu celu selu gelu gelu_tanh quick_gelu sigmoid tanh hard_sigmoid
      hard_swish hard_mish identity hardsigmoid hardswish`,
    ),
    missing: {},
  },
  mlx: {
    title: 'MLX',
    source: '`python/mlx/nn/layers/activations.py` of 0.32.2',
    names: all(
      'mlx.nn.',
      `sigmoid relu relu2 relu6 leaky_relu log_softmax elu softmax softplus softsign softshrink celu silu log_sigmoid gelu
      gelu_approx gelu_fast_approx glu step selu prelu mish hardswish hard_tanh hard_shrink softmin tanh`,
    ),
    missing: {},
  },
  ggml: {
    title: 'ggml',
    source: '`include/ggml.h` of 0.21.0, without arithmetic such as `ggml_abs`',
    names: all(
      'ggml_',
      `step tanh elu relu leaky_relu sigmoid gelu gelu_erf gelu_quick silu hardswish hardsigmoid exp softplus xielu clamp
      reglu geglu swiglu geglu_erf geglu_quick swiglu_oai soft_max`,
    ),
    missing: {},
  },
  webnn: {
    title: 'WebNN',
    source: '`MLGraphBuilder` in `index.bs` at c515210',
    names: all(
      '',
      `clamp elu exp gelu hardSigmoid hardSwish identity leakyRelu linear prelu relu sigmoid softmax softplus softsign tanh`,
    ),
    missing: {},
  },
  coreml: {
    title: 'Core ML',
    source: '`activation.py` and `elementwise_unary.py` of the MIL operators of iOS 15 in coremltools at 17599c76',
    names: all(
      '',
      `clamped_relu clip elu exp gelu identity leaky_relu linear_activation prelu relu relu6 scaled_tanh sigmoid sigmoid_hard
      silu softmax softplus softplus_parametric softsign tanh threshold thresholded_relu`,
    ),
    missing: {
      softplus_parametric: 'it scales `softplus` by α, and each channel has an α and a β of its own',
    },
  },
  nnlib: {
    title: 'NNlib.jl',
    source: '`src/activations.jl`, `src/functions.jl` and `src/softmax.jl` of 0.9.36',
    names: all(
      'NNlib.',
      `σ hardσ hardtanh relu leakyrelu relu6 rrelu elu gelu gelu_tanh gelu_sigmoid gelu_erf swish hardswish selu celu softplus
      softsign logσ logcosh mish tanhshrink softshrink trelu lisht tanh_fast sigmoid_fast glu softmax logsoftmax logsumexp`,
    ),
    missing: {},
  },
};

/**
 * Names that frameworks give to two functions, apart from case, modules, underscores and hyphens: the function that find()
 * returns for them alone, and why.
 * @type {Record<string, [name: string, reason: string]>}
 */
export const decided = {
  geglu: ['geglu', 'the paper means the exact form; `ggml_geglu` is the tanh form, `gegluTanh`'],
  gelu: [
    'gelu',
    'PyTorch, Keras, ONNX, Hugging Face and most others mean the exact form; `jax.nn.gelu`, `keras.ops.gelu`, `ggml_gelu` and `NNlib.gelu` are the tanh form, `geluTanh`',
  ],
};
