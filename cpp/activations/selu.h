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
                  .tfjs = {"tf.selu"},
                  .timm = {"selu"},
                  .mlx = {"mlx.nn.selu"},
                  .nnlib = {"NNlib.selu"}},
      .family = Family::rectifier,
  };

  std::array<float, 1> kinks() const { return {0}; }

  // λ max(x, -0) + λα (e^min(x, 0) - 1), of which one is 0; 1 - e^-40 rounds to 1.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(widen(atMost(atLeast(x, memoryConstant<-40.0f>), 0)));
    return narrow(lambda * widen(atLeast(x, memoryConstant<-0.0f>)) + lambdaAlpha * over / under);
  }

  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(widen(atMost(atLeast(x, memoryConstant<-110.0f>), 0)));
    return x > 0 ? F32x4(float(lambda)) : narrow(lambdaAlpha * over / under);
  }

 private:
  static constexpr auto &lambda = memoryConstant<1.0507009873554804934>,
                        &lambdaAlpha = memoryConstant<1.7580993408473768599>;
};

}  // namespace activations
