// linear: a straight line. With the defaults it is identity in every bit.
#pragma once

#include "activation.h"

namespace activations {

struct Linear {
  static constexpr Description about{
      .name = "linear",
      .label = "Linear",
      .formula = R"(\alpha x + \beta)",
      .derivative = R"(\alpha)",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .aliases = {.keras = {"keras.activations.linear"},
                  .tfjs = {"linear"},
                  .huggingFace = {"linear"},
                  .webnn = {{"linear", "alpha=1, beta=0"}},
                  .coreml = {"linear_activation"}},
      .parameters = {{"alpha", "α", 1, -5, 5, 0.1, Domain::all, {-2, 2}},
                     {"beta", "β", 0, -5, 5, 0.1, Domain::all, {-2, 2}}},
      .family = Family::basic,
  };

  float alpha, beta;

  std::array<float, 0> kinks() const { return {}; }

  // In double the product is exact. A β of 0 is -0, so that the sum is the product, even if that is -0.
  F32x4 value(F32x4 x) const {
    if (alpha == 0) return keepNaN(x, beta);  // 0 * ∞ would be NaN
    return narrow(double(alpha) * widen(x) + (beta == 0 ? -0.0 : double(beta)));
  }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, alpha); }
};

}  // namespace activations
