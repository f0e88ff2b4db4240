// glu: one half of a row, let through by the sigmoid of the other. Dauphin, Fan, Auli and Grangier, Language Modeling
// with Gated Convolutional Networks, ICML 2017. The gate is the second half, as in all frameworks.
#pragma once

#include "sigmoid.h"

struct Glu {
  static constexpr Description about{
      .name = "glu",
      .label = "GLU",
      .formula = R"(a \sigma(b))",
      .derivative = R"(\left(\sigma(b),\; a \sigma(b) (1 - \sigma(b))\right))",
      .aliases = {.torch = {"torch.nn.GLU", "torch.nn.functional.glu"},
                  .keras = {"keras.activations.glu"},
                  .onnx = {},
                  .jax = {"jax.nn.glu"},
                  .tfjs = {}},
      .kind = Kind::gated,
  };

  using Gate = Sigmoid;
};
