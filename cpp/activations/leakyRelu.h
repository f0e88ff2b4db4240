// leakyRelu: ReLU whose negative side keeps a slope, so that a unit there still learns. Maas, Hannun and Ng,
// Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML 2013.
// f'(0) = negativeSlope as in PyTorch and TensorFlow (JAX: 1).
#pragma once

#include "../activation.h"

struct LeakyRelu {
  static constexpr Description about{
      .name = "leakyRelu",
      .label = "Leaky ReLU",
      .formula = R"(\begin{cases} a x & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} a & x \le 0 \\ 1 & x > 0 \end{cases})",
      .aliases = {.torch = {"torch.nn.LeakyReLU", "torch.nn.functional.leaky_relu"},
                  .keras = {"keras.activations.leaky_relu", "keras.layers.LeakyReLU"},
                  .onnx = {"LeakyRelu"},
                  .jax = {"jax.nn.leaky_relu"},
                  .tfjs = {"tf.leakyRelu", "tf.layers.leakyReLU"}},
      .parameters = {{"negativeSlope", "a", 0.01, -2, 2, 0.01}},
  };

  float negativeSlope;

  std::array<float, 1> kinks() const { return {0}; }

  // x > 0 ? x : a * x without its compare and three-instruction select: of x and a * x it is the larger one up to
  // slope 1, the smaller one above. The branch does not depend on x, so the compiler takes it out of the loop.
  F32x4 value(F32x4 x) const {
    if (negativeSlope == 0) return atLeast(x, -negativeSlope);  // 0 * -∞ would be NaN, the limit is -0
    return negativeSlope > 1 ? atMost(negativeSlope * x, x) : atLeast(negativeSlope * x, x);
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, x > 0.0f ? F32x4(constant<1.0f>) : F32x4(negativeSlope)); }
};
