// glu: one half of a row times the sigmoid of the other, the second, as in all frameworks.
#pragma once

#include "activations/sigmoid.h"

namespace activations {

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
                  .jax = {{"jax.nn.glu", "axis=-1"}},
                  .mlx = {{"mlx.nn.glu", "axis=-1"}},
                  .nnlib = {{"NNlib.glu", "dim=1"}}},
  };

  using Activated = Sigmoid;
};

}  // namespace activations
