// clampedRelu: ReLU with a slope, a cap and a threshold, as in Keras. Up to the threshold f is the slope times
// x - threshold, so f(threshold) is 0, as in Keras; the cap does not bound that part. The default cap is that of relu6.
#pragma once

#include <algorithm>

#include "activation.h"

namespace activations {

struct ClampedRelu {
  static constexpr Description about{
      .name = "clampedRelu",
      .label = "Clamped ReLU",
      .formula = R"(\begin{cases} a (x - \theta) & x \le \theta \\ \min(x, u) & x > \theta \end{cases})",
      .derivative = R"(\begin{cases} a & x \le \theta \\ 1 & \theta < x < u \\ 0 & \text{otherwise} \end{cases})",
      .range = R"([0, 6])",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-3, 9},
      .kinks = {.here = R"(f'(0) = a, \; f'(6) = 0)"},
      .aliases = {.keras = {"keras.activations.relu(max_value=6.0)", "keras.layers.ReLU(max_value=6.0)"},
                  .coreml = {"clamped_relu"}},
      .parameters = {{"negativeSlope", "a", 0, -2, 2, 0.01, Domain::all, {0, 0.5}, {"alpha"}},
                     {"maxValue", "u", 6, 0, 20, 0.2, Domain::all, {0, 10}, {"beta"}},
                     {"threshold", "θ", 0, -4, 4, 0.1, Domain::all, {-2, 2}}},
      .family = Family::rectifier,
  };

  float negativeSlope, maxValue, threshold;

  std::array<float, 2> kinks() const { return {threshold, std::max(threshold, maxValue)}; }

  // 0 * -∞ would be NaN. In double x - θ keeps its digits.
  F32x4 value(F32x4 x) const {
    const F64x4 below = double(negativeSlope) * (atLeast(widen(x), memoryConstant<-1e100>) - double(threshold));
    return x > threshold ? atMost(x, maxValue) : narrow(below);
  }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, x > threshold ? oneWhere(x < maxValue) : F32x4(negativeSlope)); }
};

}  // namespace activations
