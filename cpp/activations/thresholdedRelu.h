// thresholdedRelu: 0 up to a threshold, the identity above. f'(theta) = 0, as f is 0 there.
#pragma once

#include "activation.h"

namespace activations {

struct ThresholdedRelu {
  static constexpr Description about{
      .name = "thresholdedRelu",
      .label = "Thresholded ReLU",
      .formula = R"(\begin{cases} 0 & x \le \theta \\ x & x > \theta \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le \theta \\ 1 & x > \theta \end{cases})",
      .range = R"(\{0\} \cup (1, \infty))",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-2, 4},
      .kinks = {.here = R"(f'(\theta) = 0)"},
      .aliases = {.keras = {"keras.activations.relu(threshold=1.0)", "keras.layers.ReLU(threshold=1.0)"},
                  .onnx = {{"ThresholdedRelu", "alpha=1.0"}},
                  .tfjs = {{"tf.layers.thresholdedReLU", "theta=1.0"}},
                  .coreml = {{"thresholded_relu", "", true}},
                  .nnlib = {{"NNlib.trelu", "theta=1"}, {"NNlib.thresholdrelu", "theta=1"}}},
      .parameters = {{"theta", "θ", 1, -2, 4, 0.1, Domain::all, {0, 2}, {"alpha", "threshold"}}},
      .family = Family::rectifier,
  };

  float theta;

  std::array<float, 1> kinks() const { return {theta}; }
  // Clears all bits where x <= theta, which is false for NaN.
  F32x4 value(F32x4 x) const { return std::bit_cast<F32x4>(std::bit_cast<Mask>(x) & ~(x <= theta)); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > theta)); }
};

}  // namespace activations
