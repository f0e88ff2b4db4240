// sparsePlus: softplus with a tail of true zeros. f' is sparseSigmoid.
#pragma once

#include "activations/sparseSigmoid.h"

namespace activations {

struct SparsePlus {
  static constexpr Description about{
      .name = "sparsePlus",
      .label = "Sparse Plus",
      .formula = R"(\begin{cases} 0 & x \le -1 \\ \frac{(x + 1)^2}{4} & -1 < x < 1 \\ x & x \ge 1 \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases})",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-3, 3},
      .aliases = {.keras = {"keras.activations.sparse_plus"}, .jax = {"jax.nn.sparse_plus"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  // The parabola ends at 1, where it touches the line x. Above 1, x is larger than the parabola's value at 1.
  F32x4 value(F32x4 x) const {
    const F64x4 root = widen(atMost(atLeast(x, memoryConstant<-1.0f>), memoryConstant<1.0f>)) + memoryConstant<1.0>;
    return atLeast(narrow(root * root * memoryConstant<0.25>), x);
  }

  F32x4 derivative(F32x4 x) const { return SparseSigmoid{}.value(x); }
};

}  // namespace activations
