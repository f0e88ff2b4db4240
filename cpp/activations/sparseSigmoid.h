// sparseSigmoid: the derivative of sparsePlus, a straight line from 0 to 1.
#pragma once

#include "activation.h"

namespace activations {

struct SparseSigmoid {
  static constexpr Description about{
      .name = "sparseSigmoid",
      .label = "Sparse Sigmoid",
      .formula = R"(\begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases})",
      .derivative = R"(\begin{cases} \frac{1}{2} & -1 < x < 1 \\ 0 & \text{otherwise} \end{cases})",
      .range = "[0, 1]",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-3, 3},
      .kinks = {.here = R"(f'(-1) = 0, \; f'(1) = 0)", .jax = R"(f'(-1) = \tfrac{1}{4}, \; f'(1) = \tfrac{1}{4})"},
      .aliases = {.keras = {"keras.activations.sparse_sigmoid"}, .jax = {"jax.nn.sparse_sigmoid"}},
      .family = Family::sigmoid,
  };

  std::array<float, 2> kinks() const { return {-1, 1}; }

  // Rounded once: x / 2 is exact unless it is subnormal, and then the sum is 1/2.
  F32x4 value(F32x4 x) const {
    const float half = memoryConstant<0.5f>;
    return atMost(atLeast(x * half + half, 0), memoryConstant<1.0f>);
  }

  F32x4 derivative(F32x4 x) const {
    const Mask inside = x > memoryConstant<-1.0f> & x < memoryConstant<1.0f>;
    return keepNaN(x, std::bit_cast<F32x4>(inside & std::bit_cast<Mask>(F32x4(memoryConstant<0.5f>))));
  }
};

}  // namespace activations
