// softShrink: moves everything towards 0 by lambd, what is smaller to 0 itself. Donoho, De-Noising by
// Soft-Thresholding, 1995. f'(±lambd) = 0 as in PyTorch, TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct SoftShrink {
  static constexpr Description about{
      .name = "softShrink",
      .label = "Softshrink",
      .formula =
          R"(\begin{cases} x + \lambda & x < -\lambda \\ x - \lambda & x > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .aliases = {.torch = {"torch.nn.Softshrink", "torch.nn.functional.softshrink"},
                  .keras = {"keras.activations.soft_shrink"},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      .parameters = {{"lambd", "λ", 0.5, 0, 4, 0.1, Domain::notNegative}},
  };

  float lambd;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }
  F32x4 value(F32x4 x) const { return withSign(atLeast(abs(x) - lambd, 0), x); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};
