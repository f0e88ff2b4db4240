// threshold: a fixed value up to a threshold, the identity above. From Torch, where ReLU is Threshold(0, 0); no paper
// introduced it: its origin is empty. No framework has defaults: these are the ones that make it relu.
// f'(threshold) = 0 as in PyTorch, TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct Threshold {
  static constexpr Description about{
      .name = "threshold",
      .label = "Threshold",
      .formula = R"(\begin{cases} v & x \le \theta \\ x & x > \theta \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le \theta \\ 1 & x > \theta \end{cases})",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(\theta) = 0)"},
      .aliases = {.torch = {"torch.nn.Threshold", "torch.nn.functional.threshold"},
                  .keras = {"keras.activations.threshold"},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      .parameters = {{"threshold", "θ", 0, -4, 4, 0.1}, {"value", "v", 0, -4, 4, 0.1}},
      .family = Family::rectifier,
  };

  float threshold, below;  // below: the parameter `value`

  std::array<float, 1> kinks() const { return {threshold}; }
  F32x4 value(F32x4 x) const { return x <= threshold ? F32x4(below) : x; }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > threshold)); }
};
