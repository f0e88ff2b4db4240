// celu: elu stretched so that its slope is continuous for every α.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Celu {
  static constexpr Description about{
      .name = "celu",
      .label = "CELU",
      .formula = R"(\begin{cases} \alpha (e^{x/\alpha} - 1) & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} e^{x/\alpha} & x \le 0 \\ 1 & x > 0 \end{cases})",
      .range = R"((-1, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .aliases = {.torch = {{"torch.nn.CELU", "alpha=1.0"}, {"torch.nn.functional.celu", "alpha=1.0"}},
                  .keras = {{"keras.activations.celu", "alpha=1.0"}},
                  .onnx = {{"Celu", "alpha=1.0"}},
                  .jax = {{"jax.nn.celu", "alpha=1.0"}},
                  .timm = {{"celu", "alpha=1.0"}},
                  .mlx = {{"mlx.nn.celu", "alpha=1.0"}},
                  .nnlib = {{"NNlib.celu", "α=1"}}},
      .parameters = {{"alpha", "α", 1, 0.1, 5, 0.1, Domain::positive, {0.1, 2}}},
      .family = Family::rectifier,
  };

  float alpha;

  std::array<float, 0> kinks() const { return {}; }

  // max(x, -0) + α (e^min(x/α, 0) - 1), of which one is 0.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(exponent(x));
    return atLeast(x, memoryConstant<-0.0f>) + narrow(double(alpha) * over / under);
  }

  F32x4 derivative(F32x4 x) const { return narrow(quotient(exp(exponent(x)))); }

 private:
  // min(x / α, 0); e^-110 underflows to 0.
  F64x4 exponent(F32x4 x) const { return atMost(atLeast(widen(x) * (1 / double(alpha)), memoryConstant<-110.0>), 0); }
};

}  // namespace activations
