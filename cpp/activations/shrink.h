// shrink: 0 near 0, elsewhere x moved towards 0 by a bias. ONNX has this function in place of hardShrink (bias = 0) and
// softShrink (bias = lambd).
#pragma once

#include "activation.h"

namespace activations {

struct Shrink {
  static constexpr Description about{
      .name = "shrink",
      .label = "Shrink",
      .formula = R"(\begin{cases} x + b & x < -\lambda \\ x - b & x > \lambda \\ 0 & \text{otherwise} \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .range = R"((-\infty, -0.5) \cup \{0\} \cup (0.5, \infty))",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-2, 2},
      .kinks = {.here = R"(f'(-\lambda) = 0, \; f'(\lambda) = 0)"},
      .aliases = {.onnx = {{"Shrink", "lambd=0.5, bias=0.0"}}},
      .parameters = {{"lambd", "λ", 0.5, 0, 4, 0.1, Domain::notNegative, {0, 2}},
                     {"bias", "b", 0, -2, 2, 0.1, Domain::all, {-1, 1}}},
      .family = Family::shrinkage,
  };

  float lambd, bias;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }

  // Clears all bits where |x| <= lambd, which is false for NaN.
  F32x4 value(F32x4 x) const {
    const F32x4 size = abs(x);
    return withSign(std::bit_cast<F32x4>(std::bit_cast<Mask>(size - bias) & ~(size <= lambd)), x);
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};

}  // namespace activations
