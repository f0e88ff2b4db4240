// logSigmoid: the logarithm of the sigmoid, for losses that would otherwise take the logarithm of an underflow.
#pragma once

#include "sigmoid.h"

struct LogSigmoid {
  static constexpr Description about{
      .name = "logSigmoid",
      .label = "LogSigmoid",
      .formula = R"(-\ln(1 + e^{-x}))",
      .derivative = R"(\sigma(-x))",
      .range = R"((-\infty, 0))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .aliases = {.torch = {"torch.nn.LogSigmoid", "torch.nn.functional.logsigmoid"},
                  .keras = {"keras.activations.log_sigmoid"},
                  .onnx = {},
                  .jax = {"jax.nn.log_sigmoid"},
                  .tfjs = {"tf.logSigmoid"}},
      .family = Family::sigmoid,
  };

  std::array<float, 0> kinks() const { return {}; }

  // min(x, 0) - ln(1 + e^-|x|); e^-104 is below half of the smallest float.
  F32x4 value(F32x4 x) const {
    return narrow(widen(atMost(x, 0)) - log1p(exp(-widen(atMost(abs(x), constant<110.0f>)))));
  }

  F32x4 derivative(F32x4 x) const { return Sigmoid{}.value(-x); }
};
