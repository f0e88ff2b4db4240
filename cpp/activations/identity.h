// identity: no activation at all.
#pragma once

#include "activation.h"

namespace activations {

struct Identity {
  static constexpr Description about{
      .name = "identity",
      .label = "Identity",
      .formula = "x",
      .derivative = "1",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .aliases = {.torch = {"torch.nn.Identity"},
                  .onnx = {"Identity"},
                  .jax = {"jax.nn.identity"},
                  .timm = {"identity"},
                  .mlx = {"mlx.nn.Identity"},
                  .webnn = {"identity"},
                  .coreml = {"identity"}},
      .family = Family::basic,
  };

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const { return x; }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, memoryConstant<1.0f>); }
};

}  // namespace activations
