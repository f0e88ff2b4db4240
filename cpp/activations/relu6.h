// relu6: ReLU clipped at 6.
#pragma once

#include "activation.h"

namespace activations {

struct Relu6 {
  static constexpr Description about{
      .name = "relu6",
      .label = "ReLU6",
      .formula = R"(\min(\max(0, x), 6))",
      .derivative = R"(\begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases})",
      .range = R"([0, 6])",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-3, 9},
      .kinks = {.here = R"(f'(0) = 0, \; f'(6) = 0)", .tfjs = R"(f'(0) = 0, \; f'(6) = 1)"},
      .aliases = {.torch = {"torch.nn.ReLU6", "torch.nn.functional.relu6"},
                  .keras = {"keras.activations.relu6"},
                  .jax = {"jax.nn.relu6"},
                  .tfjs = {"tf.relu6"},
                  .huggingFace = {"relu6"},
                  .timm = {"relu6"},
                  .mlx = {"mlx.nn.relu6"},
                  .coreml = {"relu6"},
                  .nnlib = {"NNlib.relu6"}},
      .family = Family::rectifier,
  };

  std::array<float, 2> kinks() const { return {0, 6}; }
  F32x4 value(F32x4 x) const { return atMost(atLeast(x, 0), memoryConstant<6.0f>); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > 0.0f & x < memoryConstant<6.0f>)); }
};

}  // namespace activations
