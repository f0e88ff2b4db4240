// rrelu: leakyRelu with a random slope for each element in training, and with the mean slope at inference.
#pragma once

#include <limits>

#include "activations/prelu.h"

namespace activations {

struct Rrelu {
  static constexpr Description about{
      .name = "rrelu",
      .label = "RReLU",
      .formula = R"(\begin{cases} \frac{l + u}{2} x & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} \frac{l + u}{2} & x \le 0 \\ 1 & x > 0 \end{cases})",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .kinks = {.here = R"(f'(0) = \frac{l + u}{2})"},
      .aliases = {.torch = {{"torch.nn.RReLU", "lower=1/8, upper=1/3"},
                            {"torch.nn.functional.rrelu", "lower=1/8, upper=1/3, training=False"}},
                  .nnlib = {{"NNlib.rrelu", "l=1/8, u=1/3", true}}},
      // Both defaults are multiples of the step.
      .parameters = {{"lower", "l", 1.0 / 8, 0, 1, 1.0 / 24, Domain::all, {0, 0.5}},
                     {"upper", "u", 1.0 / 3, 0, 1, 1.0 / 24, Domain::notBelowPrevious, {0, 0.5}}},
      .family = Family::rectifier,
  };

  float lower, upper;

  Prelu mean() const { return {float((double(lower) + upper) / 2)}; }

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return mean().value(x); }
  F32x4 derivative(F32x4 x) const { return mean().derivative(x); }
  F32x4 slopeDerivative(F32x4 x) const { return mean().slopeDerivative(x); }

  struct Drawn {
    F32x4 slope;

    // 0 * -∞ would be NaN.
    F32x4 value(F32x4 x) const {
      const F32x4 finite = atLeast(x, -std::numeric_limits<float>::max());
      return x > 0.0f ? x : slope * (slope == 0.0f ? finite : x);
    }
    F32x4 derivative(F32x4 x) const { return keepNaN(x, x > 0.0f ? F32x4(memoryConstant<1.0f>) : slope); }
  };
  Drawn draw(F32x4 u) const { return {narrow(double(lower) + (double(upper) - lower) * widen(u))}; }
};

}  // namespace activations
