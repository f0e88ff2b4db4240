// geluClipped: gelu between -10 and 10, for quantised networks. gelu never comes near -10, so only the upper bound
// acts.
#pragma once

#include "activations/gelu.h"

namespace activations {

struct GeluClipped {
  static constexpr Description about{
      .name = "geluClipped",
      .label = "Clipped GELU",
      .formula = R"(\min(x \Phi(x), 10))",
      .derivative = R"(\begin{cases} \Phi(x) + \frac{x}{\sqrt{2\pi}} e^{-x^2/2} & x \le 10 \\ 0 & x > 10 \end{cases})",
      .range = R"([-0.1699\ldots, 10])",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::none,
      .view = {-4, 12},
      .kinks = {.here = "f'(10) = 1"},
      .aliases = {.torch = {{"transformers.activations.ClippedGELUActivation", "min=-10, max=10"}},
                  .huggingFace = {{"gelu_10", "min=-10, max=10"}}},
      .family = Family::smooth,
  };

  // The float at which gelu reaches 10 is 10.
  std::array<float, 1> kinks() const { return {10}; }
  F32x4 value(F32x4 x) const { return atMost(Gelu{}.value(x), memoryConstant<10.0f>); }

  // Clears all bits above 10, which is false for NaN.
  F32x4 derivative(F32x4 x) const {
    return std::bit_cast<F32x4>(std::bit_cast<Mask>(Gelu{}.derivative(x)) & ~(x > memoryConstant<10.0f>));
  }
};

}  // namespace activations
