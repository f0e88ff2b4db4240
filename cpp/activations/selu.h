// selu: elu with two constants that make mean 0 and variance 1 a fixed point from layer to layer.
#pragma once

#include <limits>

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

  F32x4 value(F32x4 x) const { return narrow(wide(x)); }
  F32x4 derivative(F32x4 x) const { return x > 0 ? F32x4(gamma) : narrow(left(x)); }

  // λ max(x, -0) + λα (e^min(x, 0) - 1), of which one is 0.
  F64x4 wide(F32x4 x) const {
    const auto [over, under] = expm1(atMostZero(x));
    // 0 * ∞ would be NaN.
    const double top = gamma == 0 ? 1 : std::numeric_limits<double>::infinity();
    const F64x4 right = atMost(widen(atLeast(x, memoryConstant<-0.0f>)), top);
    return lambda() * right + lambdaAlpha() * over / under;
  }
  F64x4 wideDerivative(F32x4 x) const { return widen(x) > 0 ? F64x4(lambda()) : left(x); }

 private:
  // Even times the largest λα and the product of two floats, e^-500 underflows to 0.
  static F64x4 atMostZero(F32x4 x) { return widen(atMost(atLeast(x, memoryConstant<-500.0f>), 0)); }
  F64x4 left(F32x4 x) const {
    const auto [over, under] = exp(atMostZero(x));
    return lambdaAlpha() * over / under;
  }

  // A parameter that is the float nearest to the paper's constant stands for that constant. The last digit of α makes
  // λα the double nearest to the exact product.
  double lambda() const { return gamma == 1.0507009873554805f ? 1.0507009873554805 : gamma; }
  double lambdaAlpha() const { return lambda() * (alpha == 1.6732632423543772f ? 1.6732632423543774 : alpha); }
};

}  // namespace activations
