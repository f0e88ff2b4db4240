// hardSwish: silu with hardSigmoid in the place of the sigmoid.
#pragma once

#include "activation.h"

namespace activations {

struct HardSwish {
  static constexpr Description about{
      .name = "hardSwish",
      .label = "Hard Swish",
      .formula = R"(x \cdot \min(\max(\tfrac{x}{6} + \tfrac{1}{2}, 0), 1))",
      .derivative =
          R"(\begin{cases} 0 & x \le -3 \\ \frac{x}{3} + \frac{1}{2} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases})",
      .range = R"([-0.375, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::none,
      .view = {-6, 6},
      .kinks = {.here = R"(f'(-3) = 0, \; f'(3) = 1)"},
      .aliases = {.torch = {"torch.nn.Hardswish", "torch.nn.functional.hardswish"},
                  .keras = {"keras.activations.hard_swish", "keras.activations.hard_silu"},
                  .onnx = {"HardSwish"},
                  .jax = {"jax.nn.hard_swish", "jax.nn.hard_silu"},
                  .huggingFace = {"hardswish"},
                  .timm = {"hard_swish", "hardswish"},
                  .mlx = {"mlx.nn.hardswish"},
                  .ggml = {"ggml_hardswish"},
                  .webnn = {"hardSwish"},
                  .nnlib = {"NNlib.hardswish"}},
      .family = Family::smooth,
  };

  std::array<float, 2> kinks() const { return {-3, 3}; }

  // In double x / 6 + 1/2 keeps its digits next to -3 and is exactly 0 at -3, so f is -3 * 0 from there down.
  F32x4 value(F32x4 x) const {
    const F64x4 y = widen(atLeast(x, memoryConstant<-3.0f>));
    return narrow(y * atMost(y * memoryConstant<1.0 / 6> + memoryConstant<0.5>, memoryConstant<1.0>));
  }

  // Clears all bits where |x| >= 3, which is false for NaN, and then writes 1 from 3 on.
  F32x4 derivative(F32x4 x) const {
    const F32x4 y = narrow(widen(x) * memoryConstant<1.0 / 3> + memoryConstant<0.5>);
    const Mask inside = ~(abs(x) >= memoryConstant<3.0f>);
    return std::bit_cast<F32x4>((std::bit_cast<Mask>(y) & inside) |
                                std::bit_cast<Mask>(oneWhere(x >= memoryConstant<3.0f>)));
  }
};

}  // namespace activations
