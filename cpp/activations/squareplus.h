// squareplus: softplus from a square root alone. With b = 0 it is relu, f'(0) = 0 included.
#pragma once

#include "activation.h"

namespace activations {

struct Squareplus {
  static constexpr Description about{
      .name = "squareplus",
      .label = "Squareplus",
      .formula = R"(\frac{x + \sqrt{x^2 + b}}{2})",
      .derivative = R"(\frac{1}{2} \left(1 + \frac{x}{\sqrt{x^2 + b}}\right))",
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-6, 6},
      .aliases = {.keras = {{"keras.activations.squareplus", "b=4"}}, .jax = {{"jax.nn.squareplus", "b=4"}}},
      .parameters = {{"b", "b", 4, 0.1, 16, 0.1, Domain::notNegative, {0.1, 8}}},
      .family = Family::smooth,
  };

  float b;

  std::array<float, 0> kinks() const { return {}; }

  // Computed as relu(x) + b / (2 (|x| + √(x² + b))), f does not cancel. In double x² does not overflow.
  F32x4 value(F32x4 x) const {
    const F64x4 size = abs(widen(x));
    return narrow(widen(atLeast(x, 0)) + 0.5 * b / (size + sqrt(size * size + double(b)) + tiny));
  }

  // The derivative at -|x|, which is at most 1/2, or 1 minus that.
  F32x4 derivative(F32x4 x) const {
    const F64x4 size = abs(widen(x)), r = sqrt(size * size + double(b));
    return narrow(abs(widen(oneWhere(x > 0.0f)) - 0.5 * b / ((size + r) * r + tiny)));
  }

 private:
  static constexpr auto& tiny = memoryConstant<1e-300>;  // changes no sum but 0, where 0 / 0 would be NaN
};

}  // namespace activations
