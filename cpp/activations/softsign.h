// softsign: a sigmoid that takes one division. Its tails level off more slowly than tanh's.
#pragma once

#include "activation.h"

namespace activations {

struct Softsign {
  static constexpr Description about{
      .name = "softsign",
      .label = "Softsign",
      .formula = R"(\frac{x}{1 + |x|})",
      .derivative = R"(\frac{1}{(1 + |x|)^2})",
      .range = "(-1, 1)",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::increasing,
      .view = {-6, 6},
      .aliases = {.torch = {"torch.nn.Softsign", "torch.nn.functional.softsign"},
                  .keras = {"keras.activations.softsign"},
                  .onnx = {"Softsign"},
                  .jax = {"jax.nn.soft_sign"},
                  .tfjs = {"softsign"},
                  .mlx = {"mlx.nn.softsign"},
                  .webnn = {"softsign"},
                  .coreml = {"softsign"},
                  .nnlib = {"NNlib.softsign"}},
      .family = Family::sigmoid,
  };

  std::array<float, 0> kinks() const { return {}; }

  // In double, because a rounded 1 + |x| costs up to one ULP. ∞ / ∞ would be NaN; from 2^25 on f rounds to ±1.
  F32x4 value(F32x4 x) const {
    const F64x4 y = widen(atMost(atLeast(x, memoryConstant<-0x1p60f>), memoryConstant<0x1p60f>));
    return narrow(y / (memoryConstant<1.0> + abs(y)));
  }

  F32x4 derivative(F32x4 x) const {
    const F64x4 y = memoryConstant<1.0> + abs(widen(x));
    return narrow(memoryConstant<1.0> / (y * y));
  }
};

}  // namespace activations
