// quickGelu: the sigmoid approximation of gelu. It is silu with β = 1.702.
#pragma once

#include "activations/silu.h"

namespace activations {

struct QuickGelu {
  static constexpr Description about{
      .name = "quickGelu",
      .label = "Quick GELU",
      .formula = R"(x \sigma(1.702 x))",
      .derivative = R"(\sigma(1.702 x) + 1.702 x \sigma(1.702 x) (1 - \sigma(1.702 x)))",
      .range = R"([-0.1636\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .view = {-4, 4},
      .aliases = {.huggingFace = {"quick_gelu", "transformers.activations.QuickGELUActivation"},
                  .timm = {"quick_gelu"},
                  .mlx = {"mlx.nn.gelu_fast_approx", "mlx.nn.GELU(approx='fast')"},
                  .ggml = {"ggml_gelu_quick"},
                  .coreml = {"gelu(mode='SIGMOID_APPROXIMATION')"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const { return narrow(wide(x)); }
  F32x4 derivative(F32x4 x) const { return narrow(wideDerivative(x)); }
  F64x4 wide(F32x4 x) const { return swish::value(x, memoryConstant<1.702>); }
  F64x4 wideDerivative(F32x4 x) const { return swish::derivative(x, memoryConstant<1.702>); }
};

}  // namespace activations
