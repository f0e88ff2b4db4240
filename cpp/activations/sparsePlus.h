// sparsePlus: softplus with a tail that ends, as sparsemax is to softmax. f' has no jumps: it is sparseSigmoid.
#pragma once

#include "sparseSigmoid.h"

struct SparsePlus {
  static constexpr Description about{
      .name = "sparsePlus",
      .label = "Sparse Plus",
      .formula = R"(\begin{cases} 0 & x \le -1 \\ \frac{(x + 1)^2}{4} & -1 < x < 1 \\ x & x \ge 1 \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases})",
      .aliases = {.torch = {},
                  .keras = {"keras.activations.sparse_plus"},
                  .onnx = {},
                  .jax = {"jax.nn.sparse_plus"},
                  .tfjs = {}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"([0, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::notDecreasing,
      .origin = {"Blondel, Martins and Niculae", 2020, "Learning with Fenchel-Young Losses"},
      .use = {"A softplus that is exactly 0 up to -1 and exactly x from 1 on, with a parabola between: real zeros, a "
              "continuous derivative (the sparse sigmoid) and no exponential.",
              "Softplus 的稀疏版：x ≤ -1 時恰為 0，x ≥ 1 時恰為 x，中間以拋物線相接。"
              "導函數連續（就是 Sparse Sigmoid），能輸出真正的 0，又不需指數運算。"},
      .care = {"Below -1 there is no gradient, so that units can fall silent as with ReLU. f'' jumps at ±1, which "
               "matters to second-order methods. Only JAX and Keras 3 have it.",
               "x 小於 -1 時沒有梯度，神經元可能像 ReLU 一樣沉寂。二階導函數在 ±1 處有跳躍，"
               "使用二階最佳化方法時要留意。目前只有 JAX 與 Keras 3 提供。"},
      .code = {.numpy = "np.where(x < 1, np.maximum(x + 1, 0)**2 / 4, x)",
               .numpyDerivative = "np.clip((x + 1) / 2, 0, 1)",
               .torch = "torch.where(x < 1, F.relu(x + 1)**2 / 4, x)",
               .keras = "keras.activations.sparse_plus(x)",
               .jax = "jax.nn.sparse_plus(x)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  // The parabola lies above x and touches it at 1, so that beyond the larger of its last value and x is x.
  F32x4 value(F32x4 x) const {
    const F64x4 root = widen(atMost(atLeast(x, constant<-1.0f>), constant<1.0f>)) + constant<1.0>;
    return atLeast(narrow(root * root * constant<0.25>), x);
  }

  F32x4 derivative(F32x4 x) const { return SparseSigmoid{}.value(x); }
};
