// leakyRelu: ReLU whose negative side keeps a slope, so that its gradient is never 0.
#pragma once

#include <limits>

#include "activation.h"

namespace activations {

struct LeakyRelu {
  static constexpr Description about{
      .name = "leakyRelu",
      .label = "Leaky ReLU",
      .formula = R"(\begin{cases} a x & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} a & x \le 0 \\ 1 & x > 0 \end{cases})",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .kinks = {.here = "f'(0) = a", .jax = "f'(0) = 1"},
      .aliases = {.torch = {{"torch.nn.LeakyReLU", "negative_slope=0.01"},
                            {"torch.nn.functional.leaky_relu", "negative_slope=0.01"}},
                  .keras = {{"keras.activations.leaky_relu", "negative_slope=0.2", true},
                            {"keras.layers.LeakyReLU", "negative_slope=0.3", true},
                            "keras.activations.relu(negative_slope=0.01)",
                            "keras.layers.ReLU(negative_slope=0.01)"},
                  .onnx = {{"LeakyRelu", "alpha=0.01"}},
                  .jax = {{"jax.nn.leaky_relu", "negative_slope=0.01"}},
                  .tfjs = {{"tf.leakyRelu", "alpha=0.2", true}, {"tf.layers.leakyReLU", "alpha=0.3", true}},
                  .huggingFace = {{"leaky_relu", "negative_slope=0.01"}},
                  .timm = {{"leaky_relu", "negative_slope=0.01"}},
                  .mlx = {{"mlx.nn.leaky_relu", "negative_slope=0.01"}},
                  .ggml = {"ggml_leaky_relu"},
                  .webnn = {{"leakyRelu", "alpha=0.01"}},
                  .coreml = {"leaky_relu"},
                  .nnlib = {{"NNlib.leakyrelu", "a=0.01"}}},
      .parameters = {{"negativeSlope", "a", 0.01, -2, 2, 0.01, Domain::all, {0, 0.5}, {"alpha"}}},
      .family = Family::rectifier,
  };

  float negativeSlope;

  std::array<float, 1> kinks() const { return {0}; }

  // x > 0 ? x : a * x would cost a compare and a select of three instructions. It equals the larger of x and a * x up
  // to slope 1, and the smaller above. The branch does not depend on x, so the compiler moves it out of the loop.
  F32x4 value(F32x4 x) const {
    // 0 * -∞ would be NaN; the limit is -0.
    if (negativeSlope == 0) return x > 0.0f ? x : negativeSlope * atLeast(x, -std::numeric_limits<float>::max());
    return negativeSlope > 1 ? atMost(negativeSlope * x, x) : atLeast(negativeSlope * x, x);
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, x > 0.0f ? F32x4(memoryConstant<1.0f>) : F32x4(negativeSlope)); }
};

}  // namespace activations
