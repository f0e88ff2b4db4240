// relu: the rectified linear unit.
#pragma once

#include "activation.h"

namespace activations {

struct Relu {
  static constexpr Description about{
      .name = "relu",
      .label = "ReLU",
      .formula = R"(\max(0, x))",
      .derivative = R"(\begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases})",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-4, 4},
      .kinks = {.here = "f'(0) = 0"},
      .aliases = {.torch = {"torch.nn.ReLU", "torch.nn.functional.relu"},
                  .keras = {{"keras.activations.relu", "negative_slope=0.0, max_value=None, threshold=0.0"},
                            {"keras.layers.ReLU", "max_value=None, negative_slope=0.0, threshold=0.0"}},
                  .onnx = {"Relu"},
                  .jax = {"jax.nn.relu"},
                  .tfjs = {"tf.relu", "tf.layers.reLU"},
                  .huggingFace = {"relu"},
                  .timm = {"relu"},
                  .mlx = {"mlx.nn.relu"},
                  .ggml = {"ggml_relu"},
                  .webnn = {"relu"},
                  .coreml = {"relu"},
                  .nnlib = {"NNlib.relu"}},
      .family = Family::rectifier,
  };

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return atLeast(x, 0); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > 0.0f)); }
};

}  // namespace activations
