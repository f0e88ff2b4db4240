// sparseSigmoid: the derivative of sparsePlus, a straight line from 0 to 1. f'(-1) = f'(1) = 0 as in Keras (JAX: 1/4).
#pragma once

#include "../activation.h"

struct SparseSigmoid {
  static constexpr Description about{
      .name = "sparseSigmoid",
      .label = "Sparse Sigmoid",
      .formula = R"(\begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & -1 < x < 1 \\ 1 & x \ge 1 \end{cases})",
      .derivative = R"(\begin{cases} \frac{1}{2} & -1 < x < 1 \\ 0 & \text{otherwise} \end{cases})",
      .aliases = {.torch = {},
                  .keras = {"keras.activations.sparse_sigmoid"},
                  .onnx = {},
                  .jax = {"jax.nn.sparse_sigmoid"},
                  .tfjs = {}},
      .family = Family::sigmoid,
  };

  static constexpr Reference reference{
      .range = "[0, 1]",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(-1) = 0, \; f'(1) = 0)", .jax = R"(f'(-1) = \tfrac{1}{4}, \; f'(1) = \tfrac{1}{4})"},
      .origin = {"Blondel, Martins and Niculae", 2020, "Learning with Fenchel-Young Losses"},
      .use = {"A gate or probability that reaches exactly 0 and exactly 1, so that confident decisions are sparse. It "
              "is the derivative of sparse plus, and what sparsemax becomes for two classes.",
              "需要閘門或機率真的等於 0 或 1 時使用，篤定的判斷因而是稀疏的。它是 sparse plus 的導函數，也就是只有兩個"
              "類別時的 sparsemax。"},
      .care = {"Outside −1 to 1 there is no gradient at all, so a unit that has gone there may stay, and cross-entropy "
               "on an exact 0 is infinite. At ±1 JAX gives the slope 1/4, Keras on TensorFlow 0.",
               "在 −1 到 1 之外完全沒有梯度，神經元一旦落到那裡就可能回不來；輸出恰為 0 時，交叉熵會變成無限大。在 ±1 "
               "處，JAX 給的斜率是 1/4，以 TensorFlow 為後端的 Keras 則是 0。"},
      .code = {.numpy = "np.clip((x + 1) / 2, 0, 1)",
               .numpyDerivative = "np.where(np.abs(x) < 1, 0.5, 0.0)",
               .torch = "F.hardtanh((x + 1) / 2, 0, 1)",
               .keras = "keras.activations.sparse_sigmoid(x)",
               .jax = "jax.nn.sparse_sigmoid(x)"},
  };

  std::array<float, 2> kinks() const { return {-1, 1}; }

  // Rounded once: halving is exact where it matters.
  F32x4 value(F32x4 x) const {
    const float half = constant<0.5f>;
    return atMost(atLeast(x * half + half, 0), constant<1.0f>);
  }

  F32x4 derivative(F32x4 x) const {
    const Mask inside = x > constant<-1.0f> & x < constant<1.0f>;
    return keepNaN(x, std::bit_cast<F32x4>(inside & std::bit_cast<Mask>(F32x4(constant<0.5f>))));
  }
};
