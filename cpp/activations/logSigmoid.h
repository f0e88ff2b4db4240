// logSigmoid: the logarithm of the sigmoid, for losses that would otherwise take the logarithm of an underflow.
#pragma once

#include "sigmoid.h"

struct LogSigmoid {
  static constexpr Description about{
      .name = "logSigmoid",
      .label = "LogSigmoid",
      .formula = R"(-\ln(1 + e^{-x}))",
      .derivative = R"(\sigma(-x))",
      .aliases = {.torch = {"torch.nn.LogSigmoid", "torch.nn.functional.logsigmoid"},
                  .keras = {"keras.activations.log_sigmoid"},
                  .onnx = {},
                  .jax = {"jax.nn.log_sigmoid"},
                  .tfjs = {"tf.logSigmoid"}},
      .family = Family::sigmoid,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, 0))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .origin = {"", 0, ""},
      .use = {"For log-likelihoods of yes-or-no events: binary cross-entropy, negative sampling, and preference losses "
              "such as BPR and DPO are built from it. It stays accurate where sigmoid itself underflows.",
              "用來計算二元事件的對數概似：二元交叉熵、負取樣，以及 BPR、DPO 等偏好損失都由它組成。sigmoid 本身已下溢為"
              "零之處，它仍算得準。"},
      .care = {"Part of a loss rather than an activation between layers, for every output is negative. Written out as "
               "log(sigmoid(x)) it becomes −∞ somewhere between −88 and −104 in float32: use the built-in function.",
               "它是損失函數的零件，輸出一律為負，不適合放在層與層之間當激勵函數。若自己寫成 log(sigmoid(x))，在 "
               "float32 裡 x 低到 −88 至 −104 就會變成 −∞，請用內建的函數。"},
      .code = {.numpy = "-softplus(-x)",
               .numpyDerivative = "sigmoid(-x)",
               .torch = "F.logsigmoid(x)",
               .keras = "keras.activations.log_sigmoid(x)",
               .jax = "jax.nn.log_sigmoid(x)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  // min(x, 0) - ln(1 + e^-|x|); e^-104 is below half of the smallest float.
  F32x4 value(F32x4 x) const {
    return narrow(widen(atMost(x, 0)) - log1p(exp(-widen(atMost(abs(x), constant<110.0f>)))));
  }

  F32x4 derivative(F32x4 x) const { return Sigmoid{}.value(-x); }
};
