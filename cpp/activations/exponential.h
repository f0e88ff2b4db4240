// exponential: e^x, the activation of a layer whose outputs are rates or scales. Keras has it under this name.
#pragma once

#include "../activation.h"
#include "../math.h"

struct Exponential {
  static constexpr Description about{
      .name = "exponential",
      .label = "Exponential",
      .formula = "e^x",
      .derivative = "e^x",
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .aliases = {.torch = {"torch.exp"},
                  .keras = {"keras.activations.exponential"},
                  .onnx = {"Exp"},
                  .jax = {"jax.numpy.exp"},
                  .tfjs = {"tf.exp"}},
      .family = Family::basic,
  };

  std::array<float, 0> kinks() const { return {}; }

  // Beyond the bounds narrow() gives 0 and infinity.
  F32x4 value(F32x4 x) const {
    return narrow(quotient(exp(widen(atMost(atLeast(x, constant<-110.0f>), constant<90.0f>)))));
  }

  F32x4 derivative(F32x4 x) const { return value(x); }
};
