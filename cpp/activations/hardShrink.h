// hardShrink: drops what is small and leaves the rest as it is, the hard thresholding of Donoho and Johnstone, Ideal
// Spatial Adaptation by Wavelet Shrinkage, 1994. f'(±lambd) = 0 as in PyTorch, TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct HardShrink {
  static constexpr Description about{
      .name = "hardShrink",
      .label = "Hardshrink",
      .formula = R"(\begin{cases} x & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .aliases = {.torch = {"torch.nn.Hardshrink", "torch.nn.functional.hardshrink"},
                  .keras = {"keras.activations.hard_shrink"},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      .parameters = {{"lambd", "λ", 0.5, 0, 4, 0.1, Domain::notNegative}},
  };

  float lambd;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }

  // Where |x| <= lambd, which does not hold for NaN, all but the sign is cleared: odd to the last bit.
  F32x4 value(F32x4 x) const {
    return std::bit_cast<F32x4>(std::bit_cast<Mask>(x) & ~((abs(x) <= lambd) & Mask(constant<0x7fffffff>)));
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};
