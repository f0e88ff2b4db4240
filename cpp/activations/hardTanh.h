// hardTanh: a clamp, a cheap stand-in for tanh. Where minValue > maxValue every value is maxValue, as in NumPy's and
// ONNX's Clip.
#pragma once

#include <algorithm>

#include "activation.h"

namespace activations {

struct HardTanh {
  static constexpr Description about{
      .name = "hardTanh",
      .label = "Hard Tanh",
      .formula = R"(\min(\max(x, l), u))",
      .derivative = R"(\begin{cases} 1 & l < x < u \\ 0 & \text{otherwise} \end{cases})",
      .range = "[-1, 1]",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-3, 3},
      .kinks = {.here = R"(f'(-1) = 0, \; f'(1) = 0)",
                .keras = R"(f'(-1) = 1, \; f'(1) = 1)",
                .jax = R"(f'(-1) = 1, \; f'(1) = 1)",
                .tfjs = R"(f'(-1) = 1, \; f'(1) = 1)"},
      .aliases = {.torch = {{"torch.nn.Hardtanh", "min_val=-1.0, max_val=1.0"},
                            {"torch.nn.functional.hardtanh", "min_val=-1.0, max_val=1.0"}},
                  .keras = {"keras.activations.hard_tanh"},
                  .onnx = {{"Clip", "min=lowest(), max=max()", true}},
                  .jax = {"jax.nn.hard_tanh"},
                  .tfjs = {"tf.clipByValue"},
                  .mlx = {{"mlx.nn.hard_tanh", "min_val=-1.0, max_val=1.0"}},
                  .ggml = {"ggml_clamp"},
                  .webnn = {{"clamp", "minValue=-Infinity, maxValue=Infinity", true}},
                  .coreml = {"clip"},
                  .nnlib = {"NNlib.hardtanh"}},
      .parameters = {{"minValue", "l", -1, -10, 0, 0.1, Domain::all, {-3, 0}, {"min_val", "min", "alpha"}},
                     {"maxValue", "u", 1, 0, 10, 0.1, Domain::all, {0, 3}, {"max_val", "max", "beta"}}},
      .family = Family::sigmoid,
  };

  float minValue, maxValue;

  std::array<float, 2> kinks() const { return {std::min(minValue, maxValue), std::max(minValue, maxValue)}; }
  F32x4 value(F32x4 x) const { return atMost(atLeast(x, minValue), maxValue); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > minValue & x < maxValue)); }
};

}  // namespace activations
