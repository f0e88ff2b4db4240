// step: f(0) = 0, and f' is 0 everywhere, even at the jump, as in TensorFlow.js.
#pragma once

#include "activation.h"

namespace activations {

struct Step {
  static constexpr Description about{
      .name = "step",
      .label = "Step",
      .formula = R"(\begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases})",
      .derivative = "0",
      .range = R"(\{0, 1\})",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-4, 4},
      .kinks = {.here = "f'(0) = 0"},
      .aliases = {.tfjs = {{"tf.step", "alpha=0"}},
                  .mlx = {{"mlx.nn.step", "threshold=0.0", true}},
                  .ggml = {"ggml_step"}},
      .family = Family::basic,
  };

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return keepNaN(x, oneWhere(x > 0.0f)); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, 0); }
};

}  // namespace activations
