// logCosh: ln(cosh(x)), whose derivative is tanh.
#pragma once

#include "activations/tanh.h"

namespace activations {

struct LogCosh {
  static constexpr Description about{
      .name = "logCosh",
      .label = "Log Cosh",
      .formula = R"(\ln(\cosh(x)))",
      .derivative = R"(\tanh(x))",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .view = {-4, 4},
      .aliases = {.nnlib = {"NNlib.logcosh"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  // |x| - ln 2 + ln(1 + e^-2|x|), which cancels near 0. There it is ln(1 + u) with u = cosh(x) - 1 = (e^|x| - 1)² /
  // (2 e^|x|). u is below 1 up to 1.31; e^-2|x| is negligible from 40 on.
  F32x4 value(F32x4 x) const {
    const F64x4 a = widen(abs(x));
    const auto [less, under] = expm1(atMost(a, memoryConstant<40.0>));
    const F64x4 over = less + under;
    const auto isNear = a <= memoryConstant<1.0>;
    const F64x4 root = isNear ? less : under, line = a - memoryConstant<0.6931471805599453>;
    const Fraction half = {root * root, (over + over) * (isNear ? under + under : over)};
    return narrow((isNear ? 0 : line) + log1pOfTwice(half));
  }

  F32x4 derivative(F32x4 x) const { return Tanh{}.value(x); }
};

}  // namespace activations
