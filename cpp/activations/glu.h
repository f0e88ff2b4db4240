// glu: one half of a row, let through by the sigmoid of the other. The gate is the second half, as in all frameworks.
#pragma once

#include "sigmoid.h"

struct Glu {
  static constexpr Description about{
      .name = "glu",
      .label = "GLU",
      .formula = R"(a \sigma(b))",
      .derivative = R"(\left(\sigma(b),\; a \sigma(b) (1 - \sigma(b))\right))",
      .aliases = {.torch = {{"torch.nn.GLU", "dim=-1"}, {"torch.nn.functional.glu", "dim=-1"}},
                  .keras = {{"keras.activations.glu", "axis=-1"}},
                  .onnx = {},
                  .jax = {{"jax.nn.glu", "axis=-1"}},
                  .tfjs = {}},
      .kind = Kind::gated,
      .family = Family::gated,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .origin = {"Dauphin and others", 2017, "Language Modeling with Gated Convolutional Networks"},
      .use = {"One half of a layer carries the values, the other decides how much of them passes: convolutional "
              "language models, speech models such as Conformer, feed-forward blocks of transformers.",
              "一半承載數值，另一半決定放行多少：見於卷積語言模型、Conformer 等語音模型，以及 Transformer 的前饋層。"},
      .care = {"The layer before it must be twice as wide, its axis of even length. In PyTorch, Keras and JAX the gate "
               "is the second half: weights trained with the gate first need their halves exchanged.",
               "前一層的寬度必須加倍，而且該軸的長度要是偶數。PyTorch、Keras、JAX 都以後半為閘門；若權重是以前半為閘門"
               "訓練的，移植時要把兩半對調。"},
      .code = {.numpy = "np.split(x, 2)[0] * sigmoid(np.split(x, 2)[1])",
               .numpyDerivative = "",
               .torch = "F.glu(x, dim=-1)",
               .keras = "keras.activations.glu(x, axis=-1)",
               .jax = "jax.nn.glu(x, axis=-1)"},
  };

  using Gate = Sigmoid;
};
