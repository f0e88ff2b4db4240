// prelu: leakyRelu with a slope that is learned. He, Zhang, Ren and Sun, Delving Deep into Rectifiers: Surpassing
// Human-Level Performance on ImageNet Classification, ICCV 2015.
// f'(0) = slope as in PyTorch and TensorFlow.js (Keras: 0, and its slope starts at 0 as in TensorFlow.js).
#pragma once

#include "leakyRelu.h"

struct Prelu {
  static constexpr Description about{
      .name = "prelu",
      .label = "PReLU",
      .formula = LeakyRelu::about.formula,
      .derivative = LeakyRelu::about.derivative,
      .aliases = {.torch = {"torch.nn.PReLU", "torch.nn.functional.prelu"},
                  .keras = {"keras.layers.PReLU"},
                  .onnx = {"PRelu"},
                  .jax = {},
                  .tfjs = {"tf.prelu", "tf.layers.prelu"}},
      .parameters = {{"slope", "a", 0.25, -2, 2, 0.01}},
  };

  float slope;

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return LeakyRelu{slope}.value(x); }
  F32x4 derivative(F32x4 x) const { return LeakyRelu{slope}.derivative(x); }

  // With respect to the slope.
  F32x4 slopeDerivative(F32x4 x) const { return atMost(x, 0); }
};
