// prelu: leakyRelu with a slope that the network learns.
#pragma once

#include "activations/leakyRelu.h"

namespace activations {

struct Prelu {
  static constexpr Description about{
      .name = "prelu",
      .label = "PReLU",
      .formula = LeakyRelu::about.formula,
      .derivative = LeakyRelu::about.derivative,
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .kinks = {.here = "f'(0) = a", .keras = "f'(0) = 0"},
      .aliases = {.torch = {{"torch.nn.PReLU", "num_parameters=1, init=0.25"}, "torch.nn.functional.prelu"},
                  .keras = {{"keras.layers.PReLU", "alpha_initializer='Zeros', shared_axes=None", true}},
                  .onnx = {"PRelu"},
                  .tfjs = {"tf.prelu", {"tf.layers.prelu", "alphaInitializer='zeros'", true}},
                  .huggingFace = {{"prelu", "num_parameters=1, init=0.25"}},
                  .timm = {{"prelu", "num_parameters=1, init=0.25"}},
                  .mlx = {{"mlx.nn.PReLU", "num_parameters=1, init=0.25"}, "mlx.nn.prelu"},
                  .webnn = {"prelu"},
                  .coreml = {"prelu"}},
      .parameters = {{"slope", "a", 0.25, -2, 2, 0.01, Domain::all, {0, 1}, {"alpha", "init"}}},
      .family = Family::rectifier,
  };

  float slope;

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return LeakyRelu{slope}.value(x); }
  F32x4 derivative(F32x4 x) const { return LeakyRelu{slope}.derivative(x); }

  F32x4 slopeDerivative(F32x4 x) const { return atMost(x, 0); }
};

}  // namespace activations
