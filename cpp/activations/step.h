// step: up to 0 f is alpha, by default 0, and f' is 0 everywhere, even at the jump, as in TensorFlow.js. The
// documentation of tf.step says alpha x instead of alpha; its kernels return alpha.
#pragma once

#include "activation.h"

namespace activations {

struct Step {
  static constexpr Description about{
      .name = "step",
      .label = "Step",
      .formula = R"(\begin{cases} \alpha & x \le 0 \\ 1 & x > 0 \end{cases})",
      .derivative = "0",
      .range = R"(\{0, 1\})",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-4, 4},
      .kinks = {.here = "f'(0) = 0"},
      .aliases = {.tfjs = {{"tf.step", "alpha=0"}},
                  .mlx = {{"mlx.nn.step", "threshold=0.0", true}},
                  .ggml = {"ggml_step"}},
      .parameters = {{"alpha", "α", 0, -1, 1, 0.1, Domain::all}},
      .family = Family::basic,
  };

  float alpha;

  std::array<float, 1> kinks() const { return {0}; }
  // A choice between two vectors takes three instructions on x86, this two.
  F32x4 value(F32x4 x) const {
    const auto below = std::bit_cast<Mask>(F32x4(alpha)),
               change = below ^ std::bit_cast<Mask>(F32x4(memoryConstant<1.0f>));
    return keepNaN(x, std::bit_cast<F32x4>(below ^ (change & (x > 0.0f))));
  }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, 0); }
};

}  // namespace activations
