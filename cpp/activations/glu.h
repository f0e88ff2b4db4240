// glu: one half of a row, let through by the sigmoid of the other. The gate is the second half, as in all frameworks.
#pragma once

#include "sigmoid.h"

struct Glu {
  static constexpr Description about{
      .name = "glu",
      .label = "GLU",
      .formula = R"(a \sigma(b))",
      .derivative = R"(\left(\sigma(b),\; a \sigma(b) (1 - \sigma(b))\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.torch = {{"torch.nn.GLU", "dim=-1"}, {"torch.nn.functional.glu", "dim=-1"}},
                  .keras = {{"keras.activations.glu", "axis=-1"}},
                  .onnx = {},
                  .jax = {{"jax.nn.glu", "axis=-1"}},
                  .tfjs = {}},
      .kind = Kind::gated,
      .family = Family::gated,
  };

  using Gate = Sigmoid;
};
