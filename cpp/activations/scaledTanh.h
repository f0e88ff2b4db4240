// scaledTanh: tanh with a height and a steepness. The defaults are those of LeCun, Bottou, Orr and Müller, Efficient
// BackProp, 1998: f(±1) is ±1.
#pragma once

#include <cmath>

#include "activation.h"
#include "vectorMath.h"

namespace activations {

// α tanh(βx) and its derivative for any finite α and β. Infinite x become 1e60, which is beyond all floats, so that
// 0 · x is 0.
namespace scaled {
inline F64x4 size(F32x4 x, double beta) { return atMost(widen(abs(x)), memoryConstant<1e60>) * std::abs(beta); }
// As in tanh.h; from |βx| = 20 on the factor is 1.
inline F32x4 value(F32x4 x, double alpha, double beta) {
  const auto [over, under] = expm1(memoryConstant<2.0> * atMost(size(x, beta), memoryConstant<20.0>));
  return withSign(narrow(alpha * std::copysign(1, beta) * over / (over + under + under)), x);
}
// Even times the largest αβ, f' underflows to 0 from |βx| = 180 on.
inline F32x4 derivative(F32x4 x, double alpha, double beta) {
  const auto [over, under] = exp(memoryConstant<2.0> * atMost(size(x, beta), memoryConstant<200.0>));
  const F64x4 sum = over + under;
  return narrow(4 * alpha * beta * over * under / (sum * sum));
}
}  // namespace scaled

struct ScaledTanh {
  static constexpr Description about{
      .name = "scaledTanh",
      .label = "Scaled Tanh",
      .formula = R"(\alpha \tanh(\beta x))",
      .derivative = R"(\alpha \beta (1 - \tanh^2(\beta x)))",
      .range = R"((-1.7159, 1.7159))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .aliases = {.coreml = {"scaled_tanh"}},
      // The defaults are multiples of the steps.
      .parameters = {{"alpha", "α", 1.7159, 0, 3 * 1.7159, 0.05 * 1.7159, Domain::all, {0, 2 * 1.7159}},
                     {"beta", "β", 2.0 / 3, 0, 5, 1.0 / 30, Domain::all, {0, 2}}},
      .family = Family::sigmoid,
  };

  float alpha, beta;

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const { return scaled::value(x, alpha, beta); }
  F32x4 derivative(F32x4 x) const { return scaled::derivative(x, alpha, beta); }
};

}  // namespace activations
