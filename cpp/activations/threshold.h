// threshold: a fixed value up to a threshold, the identity above. Frameworks have no default parameters for it; the
// defaults here make it relu.
#pragma once

#include "activation.h"

namespace activations {

struct Threshold {
  static constexpr Description about{
      .name = "threshold",
      .label = "Threshold",
      .formula = R"(\begin{cases} v & x \le \theta \\ x & x > \theta \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le \theta \\ 1 & x > \theta \end{cases})",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-4, 4},
      .kinks = {.here = R"(f'(\theta) = 0)"},
      .aliases = {.torch = {"torch.nn.Threshold", "torch.nn.functional.threshold"},
                  .keras = {"keras.activations.threshold"},
                  .coreml = {{"threshold", "", true}}},
      .parameters = {{"threshold", "θ", 0, -4, 4, 0.1, Domain::all, {-2, 2}},
                     {"value", "v", 0, -4, 4, 0.1, Domain::all, {-2, 2}, {"default_value"}}},
      .family = Family::rectifier,
  };

  float threshold, below;  // `below` is the parameter `value`: f(x) has that name

  std::array<float, 1> kinks() const { return {threshold}; }
  F32x4 value(F32x4 x) const { return x <= threshold ? F32x4(below) : x; }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > threshold)); }
};

}  // namespace activations
