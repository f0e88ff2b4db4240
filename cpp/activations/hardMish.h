// hardMish: a version of mish: 0 up to -2, a parabola up to 0, and the identity from 0 on.
#pragma once

#include "activation.h"

namespace activations {

struct HardMish {
  static constexpr Description about{
      .name = "hardMish",
      .label = "Hard Mish",
      .formula = R"(\tfrac{x}{2} \cdot \min(\max(x + 2, 0), 2))",
      .derivative = R"(\begin{cases} 0 & x \le -2 \\ x + 1 & -2 < x < 0 \\ 1 & x \ge 0 \end{cases})",
      .range = R"([-0.5, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::none,
      .view = {-5, 4},
      .kinks = {.here = R"(f'(-2) = 0)"},
      .aliases = {.timm = {"hard_mish"}},
      .family = Family::smooth,
  };

  std::array<float, 1> kinks() const { return {-2}; }

  // In double x + 2 keeps its digits, and from -2 down f is -2 * 0.
  F32x4 value(F32x4 x) const {
    const F64x4 y = widen(atLeast(x, memoryConstant<-2.0f>));
    return narrow(y * memoryConstant<0.5> * atMost(y + memoryConstant<2.0>, memoryConstant<2.0>));
  }

  // Clears all bits up to -2, which is false for NaN.
  F32x4 derivative(F32x4 x) const {
    const F32x4 y = atMost(x, 0) + memoryConstant<1.0f>;
    return std::bit_cast<F32x4>(std::bit_cast<Mask>(y) & ~(x <= memoryConstant<-2.0f>));
  }
};

}  // namespace activations
