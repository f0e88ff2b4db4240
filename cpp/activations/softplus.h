// softplus: a smooth ReLU whose derivative is the sigmoid. Unlike PyTorch's, it has no threshold above which it is
// linear: the exact value costs nothing here.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Softplus {
  static constexpr Description about{
      .name = "softplus",
      .label = "Softplus",
      .formula = R"(\frac{1}{\beta} \ln(1 + e^{\beta x}))",
      .derivative = R"(\sigma(\beta x))",
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-6, 6},
      .aliases = {.torch = {{"torch.nn.Softplus", "beta=1.0, threshold=20.0"},
                            {"torch.nn.functional.softplus", "beta=1, threshold=20"}},
                  .keras = {"keras.activations.softplus"},
                  .onnx = {"Softplus"},
                  .jax = {"jax.nn.softplus"},
                  .tfjs = {"tf.softplus"},
                  .mlx = {"mlx.nn.softplus"},
                  .ggml = {"ggml_softplus"},
                  .webnn = {"softplus"},
                  .coreml = {"softplus"},
                  .nnlib = {"NNlib.softplus"}},
      .parameters = {{"beta", "β", 1, 0.1, 10, 0.1, Domain::positive, {0.1, 4}}},
      .family = Family::smooth,
  };

  float beta;

  std::array<float, 0> kinks() const { return {}; }

  // With v = βx: (max(v, 0) + ln(1 + e^-|v|)) / β. Even divided by the smallest β, e^-300 underflows to 0.
  F32x4 value(F32x4 x) const {
    const F64x4 v = widen(x) * double(beta);
    return narrow((atLeast(v, 0) + log1pOfTwice(exp<-1.0, -1>(atMost(abs(v), memoryConstant<300.0>)))) *
                  (1 / double(beta)));
  }

  F32x4 derivative(F32x4 x) const {
    const F64x4 v = widen(x) * double(beta);
    return narrow(logistic(atMost(atLeast(v, memoryConstant<-110.0>), memoryConstant<110.0>)));
  }
};

}  // namespace activations
