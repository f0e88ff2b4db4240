// mish: x tanh(softplus(x)). With e^x = p / m, tanh(ln(1 + e^x)) = ((1 + e^x)² - 1) / ((1 + e^x)² + 1) = q / (q + 2m²),
// where q = p (p + 2m).
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Mish {
  static constexpr Description about{
      .name = "mish",
      .label = "Mish",
      .formula = R"(x \tanh(\ln(1 + e^x)))",
      .derivative = R"(\tanh(\ln(1 + e^x)) + x \sigma(x) (1 - \tanh^2(\ln(1 + e^x))))",
      .range = R"([-0.3088\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .view = {-6, 6},
      .aliases = {.torch = {"torch.nn.Mish", "torch.nn.functional.mish"},
                  .keras = {"keras.activations.mish"},
                  .onnx = {"Mish"},
                  .jax = {"jax.nn.mish"},
                  .tfjs = {"mish"},
                  .huggingFace = {"mish"},
                  .timm = {"mish"},
                  .mlx = {"mlx.nn.mish"},
                  .nnlib = {"NNlib.mish"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  // x e^x underflows to 0 below -110; from 20 on the factor rounds to 1.
  F32x4 value(F32x4 x) const {
    const F64x4 v = widen(atLeast(x, memoryConstant<-120.0f>));
    const auto [p, m] = exp(atMost(v, memoryConstant<40.0>));
    const F64x4 q = p * (p + m + m);
    return narrow(v * q / (q + (m + m) * m));
  }

  // The formula over one denominator: p ((p + 2m) (q + 2m²) + 4x (p + m) m²) / (q + 2m²)².
  F32x4 derivative(F32x4 x) const {
    const F64x4 v = widen(atMost(atLeast(x, memoryConstant<-120.0f>), memoryConstant<40.0f>));
    const auto [p, m] = exp(v);
    const F64x4 p2m = p + m + m, mm = m * m, sum = p * p2m + mm + mm;
    return narrow(p * (p2m * sum + memoryConstant<4.0> * v * (p + m) * mm) / (sum * sum));
  }
};

}  // namespace activations
