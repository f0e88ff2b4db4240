// leakyRelu: ReLU whose negative side keeps a slope, so that a unit there still learns. Maas, Hannun and Ng,
// Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML 2013.
// f'(0) = negativeSlope as in PyTorch and TensorFlow (JAX: 1).
#pragma once

#include <limits>

#include "../activation.h"

struct LeakyRelu {
  static constexpr Description about{
      .name = "leakyRelu",
      .label = "Leaky ReLU",
      .formula = R"(\begin{cases} a x & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} a & x \le 0 \\ 1 & x > 0 \end{cases})",
      .aliases = {.torch = {{"torch.nn.LeakyReLU", "negative_slope=0.01"},
                            {"torch.nn.functional.leaky_relu", "negative_slope=0.01"}},
                  .keras = {{"keras.activations.leaky_relu", "negative_slope=0.2", true},
                            {"keras.layers.LeakyReLU", "negative_slope=0.3", true}},
                  .onnx = {{"LeakyRelu", "alpha=0.01"}},
                  .jax = {{"jax.nn.leaky_relu", "negative_slope=0.01"}},
                  .tfjs = {{"tf.leakyRelu", "alpha=0.2", true}, {"tf.layers.leakyReLU", "alpha=0.3", true}}},
      .parameters = {{"negativeSlope", "a", {"slope where x ≤ 0", "x ≤ 0 時的斜率"}, 0.01, -2, 2, 0.01}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .kinks = {.here = "f'(0) = a", .jax = "f'(0) = 1"},
      .origin = {"Maas, Hannun and Ng", 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"},
      .use =
          {"A drop-in for ReLU where units go silent for good: the small slope on the left keeps a gradient flowing. "
           "Common in the discriminators of generative adversarial networks.",
           "當 ReLU "
           "的神經元一旦沉寂就不再恢復時，可以直接換成它：左側的小斜率讓梯度始終能流動。生成對抗網路的判別器常用。"},
      .care =
          {"The slope is one more choice, and the frameworks choose differently: name it when you move a model. With a "
           "slope above 1 it is no longer max(x, a x), which some backends compute.",
           "斜率是多出來的選擇，各框架的預設又不相同，移植模型時務必明確指定。斜率大於 1 "
           "時，它就不再等於某些後端所計算的 "
           "max(x, a x)。"},
      .code = {.numpy = "np.where(x > 0, x, {negativeSlope} * x)",
               .numpyDerivative = "np.where(x > 0, 1.0, {negativeSlope})",
               .torch = "F.leaky_relu(x, negative_slope={negativeSlope})",
               .keras = "keras.activations.leaky_relu(x, negative_slope={negativeSlope})",
               .jax = "jax.nn.leaky_relu(x, negative_slope={negativeSlope})"},
  };

  float negativeSlope;

  std::array<float, 1> kinks() const { return {0}; }

  // x > 0 ? x : a * x without its compare and three-instruction select: of x and a * x it is the larger one up to
  // slope 1, the smaller one above. The branch does not depend on x, so the compiler takes it out of the loop.
  F32x4 value(F32x4 x) const {
    // 0 * -∞ would be NaN, the limit is -0.
    if (negativeSlope == 0) return x > 0.0f ? x : negativeSlope * atLeast(x, -std::numeric_limits<float>::max());
    return negativeSlope > 1 ? atMost(negativeSlope * x, x) : atLeast(negativeSlope * x, x);
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, x > 0.0f ? F32x4(constant<1.0f>) : F32x4(negativeSlope)); }
};
