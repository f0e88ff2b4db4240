// softShrink: moves x towards 0 by lambd, and to 0 if |x| is smaller. In statistics it is known as soft thresholding.
#pragma once

#include "activation.h"

namespace activations {

struct SoftShrink {
  static constexpr Description about{
      .name = "softShrink",
      .label = "Soft Shrink",
      .formula =
          R"(\begin{cases} x + \lambda & x < -\lambda \\ x - \lambda & x > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-2, 2},
      .kinks = {.here = R"(f'(-\lambda) = 0, \; f'(\lambda) = 0)"},
      .aliases = {.torch = {{"torch.nn.Softshrink", "lambd=0.5"}, {"torch.nn.functional.softshrink", "lambd=0.5"}},
                  .keras = {{"keras.activations.soft_shrink", "threshold=0.5"}},
                  .mlx = {{"mlx.nn.softshrink", "lambd=0.5"}},
                  .nnlib = {{"NNlib.softshrink", "λ=0.5"}}},
      .parameters = {{"lambd", "λ", 0.5, 0, 4, 0.1, Domain::notNegative, {0, 2}, {"threshold"}}},
      .family = Family::shrinkage,
  };

  float lambd;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }
  F32x4 value(F32x4 x) const { return withSign(atLeast(abs(x) - lambd, 0), x); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};

}  // namespace activations
