// sparsePlus: softplus with a tail that ends, as sparsemax is to softmax. f' has no jumps: it is sparseSigmoid.
#pragma once

#include "sparseSigmoid.h"

struct SparsePlus {
  static constexpr Description about{
      .name = "sparsePlus",
      .label = "Sparse Plus",
      .formula = R"(\begin{cases} 0 & x \le -1 \\ \frac{(x + 1)^2}{4} & -1 < x < 1 \\ x & x \ge 1 \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases})",
      .range = R"([0, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::notDecreasing,
      .aliases = {.torch = {},
                  .keras = {"keras.activations.sparse_plus"},
                  .onnx = {},
                  .jax = {"jax.nn.sparse_plus"},
                  .tfjs = {}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  // The parabola lies above x and touches it at 1, so that beyond the larger of its last value and x is x.
  F32x4 value(F32x4 x) const {
    const F64x4 root = widen(atMost(atLeast(x, constant<-1.0f>), constant<1.0f>)) + constant<1.0>;
    return atLeast(narrow(root * root * constant<0.25>), x);
  }

  F32x4 derivative(F32x4 x) const { return SparseSigmoid{}.value(x); }
};
