// elu: ReLU with an exponential left side.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Elu {
  static constexpr Description about{
      .name = "elu",
      .label = "ELU",
      .formula = R"(\begin{cases} \alpha (e^x - 1) & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} \alpha e^x & x \le 0 \\ 1 & x > 0 \end{cases})",
      .range = R"((-1, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .kinks = {.here = R"(f'(0) = \alpha)"},
      .aliases = {.torch = {{"torch.nn.ELU", "alpha=1.0"}, {"torch.nn.functional.elu", "alpha=1.0"}},
                  .keras = {{"keras.activations.elu", "alpha=1.0"}, {"keras.layers.ELU", "alpha=1.0"}},
                  .onnx = {{"Elu", "alpha=1.0"}},
                  .jax = {{"jax.nn.elu", "alpha=1.0"}},
                  .tfjs = {"tf.elu", {"tf.layers.elu", "alpha=1.0"}},
                  .timm = {{"elu", "alpha=1.0"}},
                  .mlx = {{"mlx.nn.elu", "alpha=1.0"}},
                  .ggml = {"ggml_elu"},
                  .webnn = {{"elu", "alpha=1"}},
                  .coreml = {"elu"},
                  .nnlib = {{"NNlib.elu", "α=1"}}},
      .parameters = {{"alpha", "α", 1, 0, 5, 0.1, Domain::all, {0, 2}}},
      .family = Family::rectifier,
  };

  float alpha;

  std::array<float, 1> kinks() const { return {0}; }

  // max(x, -0) + α (e^min(x, 0) - 1), of which one is 0; 1 - e^-40 rounds to 1.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(widen(atMost(atLeast(x, memoryConstant<-40.0f>), 0)));
    return atLeast(x, memoryConstant<-0.0f>) + narrow(double(alpha) * over / under);
  }

  // Even times the largest α, e^-200 underflows to 0.
  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(widen(atMost(atLeast(x, memoryConstant<-200.0f>), 0)));
    return x > 0 ? F32x4(memoryConstant<1.0f>) : narrow(double(alpha) * over / under);
  }
};

}  // namespace activations
