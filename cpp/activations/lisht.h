// lisht: x tanh(x), an even function: near 0 a parabola, far away |x|.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Lisht {
  static constexpr Description about{
      .name = "lisht",
      .label = "LiSHT",
      .formula = R"(x \tanh(x))",
      .derivative = R"(\tanh(x) + x (1 - \tanh^2(x)))",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .view = {-4, 4},
      .aliases = {.nnlib = {"NNlib.lisht"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  // tanh|x| = over / sum; from 20 on it is 1.
  F32x4 value(F32x4 x) const {
    const F64x4 a = widen(abs(x));
    const auto [over, under] = expm1(twice(a));
    return narrow(a * over / (over + under + under));
  }

  // 1 - tanh² x = 4 e^2x / (e^2x + 1)²
  F32x4 derivative(F32x4 x) const {
    const F64x4 a = atMost(widen(abs(x)), memoryConstant<20.0>);
    const auto [over, under] = expm1(twice(a));
    const F64x4 sum = over + under + under;
    const F64x4 bend = memoryConstant<4.0> * a * (over + under) * under;
    return withSign(narrow((over * sum + bend) / (sum * sum)), x);
  }

 private:
  static F64x4 twice(F64x4 a) { return memoryConstant<2.0> * atMost(a, memoryConstant<20.0>); }
};

}  // namespace activations
