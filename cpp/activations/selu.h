// selu: elu with two constants that make mean 0 and variance 1 a fixed point from layer to layer.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Selu {
  static constexpr Description about{
      .name = "selu",
      .label = "SELU",
      .formula = R"(\begin{cases} \lambda \alpha (e^x - 1) & x \le 0 \\ \lambda x & x > 0 \end{cases}, \quad )"
                 R"(\lambda = 1.0507\ldots, \; \alpha = 1.6732\ldots)",
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
                  .tfjs = {"tf.selu"}},
      .family = Family::rectifier,
  };

  std::array<float, 1> kinks() const { return {0}; }

  F32x4 value(F32x4 x) const { return narrow(wide(x)); }
  F32x4 derivative(F32x4 x) const { return x > 0 ? F32x4(float(lambda)) : narrow(left(x)); }

  // λ max(x, -0) + λα (e^min(x, 0) - 1), of which one is 0.
  F64x4 wide(F32x4 x) const {
    const auto [over, under] = expm1(atMostZero(x));
    return lambda * widen(atLeast(x, memoryConstant<-0.0f>)) + lambdaAlpha * over / under;
  }
  F64x4 wideDerivative(F32x4 x) const { return widen(x) > 0 ? F64x4(lambda) : left(x); }

 private:
  // Even times 2^256, e^-300 underflows to 0.
  static F64x4 atMostZero(F32x4 x) { return widen(atMost(atLeast(x, memoryConstant<-300.0f>), 0)); }
  static F64x4 left(F32x4 x) {
    const auto [over, under] = exp(atMostZero(x));
    return lambdaAlpha * over / under;
  }
  static constexpr auto &lambda = memoryConstant<1.0507009873554804934>,
                        &lambdaAlpha = memoryConstant<1.7580993408473768599>;
};

}  // namespace activations
