// hardShrink: 0 for small x, else x. In statistics it is known as hard thresholding.
#pragma once

#include "activation.h"

namespace activations {

struct HardShrink {
  static constexpr Description about{
      .name = "hardShrink",
      .label = "Hard Shrink",
      .formula = R"(\begin{cases} x & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .range = R"((-\infty, -0.5) \cup \{0\} \cup (0.5, \infty))",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-2, 2},
      .kinks = {.here = R"(f'(-\lambda) = 0, \; f'(\lambda) = 0)"},
      .aliases = {.torch = {{"torch.nn.Hardshrink", "lambd=0.5"}, {"torch.nn.functional.hardshrink", "lambd=0.5"}},
                  .keras = {{"keras.activations.hard_shrink", "threshold=0.5"}},
                  .mlx = {{"mlx.nn.hard_shrink", "lambd=0.5"}}},
      .parameters = {{"lambd", "λ", 0.5, 0, 4, 0.1, Domain::notNegative, {0, 2}, {"threshold"}}},
      .family = Family::shrinkage,
  };

  float lambd;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }

  // Clears all bits but the sign where |x| <= lambd, which is false for NaN. So f is odd to the last bit.
  F32x4 value(F32x4 x) const {
    return std::bit_cast<F32x4>(std::bit_cast<Mask>(x) & ~((abs(x) <= lambd) & Mask(memoryConstant<0x7fffffff>)));
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};

}  // namespace activations
