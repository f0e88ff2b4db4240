// selu: elu with two constants that make mean 0 and variance 1 a fixed point from layer to layer.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Selu {
  static constexpr Description about{
      .name = "selu",
      .label = "SELU",
      .formula = R"(\begin{cases} \lambda \alpha (e^x - 1) & x \le 0 \\ \lambda x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} \lambda \alpha e^x & x \le 0 \\ \lambda & x > 0 \end{cases})",
      .range = R"((-1.7580\ldots, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .kinks = {.here = R"(f'(0) = \lambda \alpha)", .keras = R"(f'(0) = \lambda)"},
      .aliases = {.torch = {"torch.nn.SELU", "torch.nn.functional.selu"},
                  .keras = {"keras.activations.selu"},
                  .onnx = {{"Selu", "alpha=1.67326…, gamma=1.05070…"}},
                  .jax = {"jax.nn.selu"},
                  .tfjs = {"tf.selu"},
                  .timm = {"selu"},
                  .mlx = {"mlx.nn.selu"},
                  .nnlib = {"NNlib.selu"}},
      // The defaults are multiples of the steps.
      .parameters = {{"alpha",
                      "α",
                      1.6732632423543772,
                      0,
                      3 * 1.6732632423543772,
                      0.05 * 1.6732632423543772,
                      Domain::all,
                      {0, 2 * 1.6732632423543772}},
                     {"gamma",
                      "λ",
                      1.0507009873554805,
                      0,
                      3 * 1.0507009873554805,
                      0.05 * 1.0507009873554805,
                      Domain::all,
                      {0, 2 * 1.0507009873554805}}},
      .family = Family::rectifier,
  };

  float alpha, gamma;

  std::array<float, 1> kinks() const { return {0}; }

  // λ max(x, -0) + λα (e^min(x, 0) - 1), of which one is 0; 1 - e^-40 rounds to 1.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(widen(atMost(atLeast(x, memoryConstant<-40.0f>), 0)));
    // 0 * ∞ would be NaN.
    const F64x4 right = atMost(widen(atLeast(x, memoryConstant<-0.0f>)), memoryConstant<1e100>);
    return narrow(lambda() * right + lambdaAlpha() * over / under);
  }

  // Even times the largest λα, e^-320 underflows to 0.
  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(widen(atMost(atLeast(x, memoryConstant<-320.0f>), 0)));
    return x > 0 ? F32x4(gamma) : narrow(lambdaAlpha() * over / under);
  }

 private:
  // The floats nearest to the constants of the paper mean these constants. The last digit of α makes λα the double
  // nearest to the exact product.
  double lambda() const { return gamma == 1.0507009873554805f ? 1.0507009873554805 : gamma; }
  double lambdaAlpha() const { return lambda() * (alpha == 1.6732632423543772f ? 1.6732632423543774 : alpha); }
};

}  // namespace activations
