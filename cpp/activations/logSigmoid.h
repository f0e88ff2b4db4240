// logSigmoid: the logarithm of the sigmoid, which stays finite where the sigmoid underflows.
#pragma once

#include "activations/sigmoid.h"

namespace activations {

struct LogSigmoid {
  static constexpr Description about{
      .name = "logSigmoid",
      .label = "Log Sigmoid",
      .formula = R"(-\ln(1 + e^{-x}))",
      .derivative = R"(\sigma(-x))",
      .range = R"((-\infty, 0))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-6, 6},
      .aliases = {.torch = {"torch.nn.LogSigmoid", "torch.nn.functional.logsigmoid"},
                  .keras = {"keras.activations.log_sigmoid"},
                  .jax = {"jax.nn.log_sigmoid"},
                  .tfjs = {"tf.logSigmoid"},
                  .mlx = {"mlx.nn.log_sigmoid"},
                  .nnlib = {"NNlib.logσ", "NNlib.logsigmoid"}},
      .family = Family::sigmoid,
  };

  std::array<float, 0> kinks() const { return {}; }

  // min(x, 0) - ln(1 + e^-|x|); e^-104 underflows to 0.
  F32x4 value(F32x4 x) const {
    return narrow(widen(atMost(x, 0)) - log1pOfTwice(exp<-1.0, -1>(widen(atMost(abs(x), memoryConstant<110.0f>)))));
  }

  F32x4 derivative(F32x4 x) const { return Sigmoid{}.value(-x); }
};

}  // namespace activations
