// exponential: e^x, for layers whose outputs are rates or scales.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Exponential {
  static constexpr Description about{
      .name = "exponential",
      .label = "Exponential",
      .formula = "e^x",
      .derivative = "e^x",
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-3, 3},
      .aliases = {.torch = {"torch.exp"},
                  .keras = {"keras.activations.exponential"},
                  .onnx = {"Exp"},
                  .jax = {"jax.numpy.exp"},
                  .tfjs = {"tf.exp"},
                  .ggml = {"ggml_exp"},
                  .webnn = {"exp"},
                  .coreml = {"exp"}},
      .family = Family::basic,
  };

  std::array<float, 0> kinks() const { return {}; }

  // At the bounds narrow() returns 0 and infinity.
  F32x4 value(F32x4 x) const {
    return narrow(quotient(exp(widen(atMost(atLeast(x, memoryConstant<-110.0f>), memoryConstant<90.0f>)))));
  }

  F32x4 derivative(F32x4 x) const { return value(x); }
};

}  // namespace activations
