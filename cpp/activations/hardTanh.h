// hardTanh: a clamp, the cheap stand-in for tanh. Collobert, Large Scale Machine Learning, 2004.
// Where minValue > maxValue every value is maxValue, as in NumPy's and ONNX's Clip.
// f' is 0 at both ends as in PyTorch (TensorFlow and JAX: 1).
#pragma once

#include <algorithm>

#include "../activation.h"

struct HardTanh {
  static constexpr Description about{
      .name = "hardTanh",
      .label = "HardTanh",
      .formula = R"(\min(\max(x, l), u))",
      .derivative = R"(\begin{cases} 1 & l < x < u \\ 0 & \text{otherwise} \end{cases})",
      .aliases = {.torch = {"torch.nn.Hardtanh", "torch.nn.functional.hardtanh"},
                  .keras = {"keras.activations.hard_tanh"},
                  .onnx = {"Clip"},
                  .jax = {"jax.nn.hard_tanh"},
                  .tfjs = {"tf.clipByValue"}},
      .parameters = {{"minValue", "l", -1, -10, 0, 0.1}, {"maxValue", "u", 1, 0, 10, 0.1}},
  };

  float minValue, maxValue;

  std::array<float, 2> kinks() const { return {std::min(minValue, maxValue), std::max(minValue, maxValue)}; }
  F32x4 value(F32x4 x) const { return atMost(atLeast(x, minValue), maxValue); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > minValue & x < maxValue)); }
};
