// relu2: the square of ReLU, as in the Primer and Nemotron models.
#pragma once

#include "activation.h"

namespace activations {

struct Relu2 {
  static constexpr Description about{
      .name = "relu2",
      .label = "Squared ReLU",
      .formula = R"(\max(0, x)^2)",
      .derivative = R"(2 \max(0, x))",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-3, 3},
      .aliases = {.torch = {"transformers.activations.ReLUSquaredActivation"},
                  .huggingFace = {"relu2"},
                  .mlx = {"mlx.nn.relu2"}},
      .family = Family::rectifier,
  };

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const {
    const F32x4 y = atLeast(x, 0);
    return y * y;
  }
  F32x4 derivative(F32x4 x) const {
    const F32x4 y = atLeast(x, 0);
    return y + y;
  }
};

}  // namespace activations
