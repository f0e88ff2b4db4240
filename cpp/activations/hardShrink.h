// hardShrink: drops what is small and leaves the rest as it is, known from statistics as hard thresholding. f'(±lambd)
// = 0 as in PyTorch, TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct HardShrink {
  static constexpr Description about{
      .name = "hardShrink",
      .label = "Hardshrink",
      .formula = R"(\begin{cases} x & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .aliases = {.torch = {{"torch.nn.Hardshrink", "lambd=0.5"}, {"torch.nn.functional.hardshrink", "lambd=0.5"}},
                  .keras = {{"keras.activations.hard_shrink", "threshold=0.5"}},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      .parameters = {{"lambd", "λ", {"threshold for |x|", "|x| 的門檻"}, 0.5, 0, 4, 0.1, Domain::notNegative}},
      .family = Family::shrinkage,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, -0.5) \cup \{0\} \cup (0.5, \infty))",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(-\lambda) = 0, \; f'(\lambda) = 0)"},
      .origin = {"Donoho and Johnstone", 1994, "Ideal Spatial Adaptation by Wavelet Shrinkage"},
      .use = {"Removes small values and leaves large ones untouched: denoising of wavelet coefficients, sparse codes, "
              "pruning by magnitude. Unlike soft shrinkage it does not make what remains smaller.",
              "消去小的數值，大的原封不動：用於小波係數去雜訊、稀疏編碼，以及依大小剪枝。和 soft shrink 不同，留下來的"
              "數值不會變小。"},
      .care = {"It jumps at ±λ, so a tiny change of the input can move the output by λ, and what was cut off gets no "
               "gradient. λ is lambd in PyTorch and ONNX (lambda is a keyword of Python), threshold in Keras.",
               "在 ±λ 處會跳躍，輸入稍有變動，輸出就可能差到 λ；被消去的部分沒有梯度。λ 在 PyTorch 與 ONNX 叫 lambd"
               "（lambda 是 Python 的關鍵字），在 Keras 叫 threshold。"},
      .code = {.numpy = "np.where(np.abs(x) > {lambd}, x, 0.0)",
               .numpyDerivative = "np.where(np.abs(x) > {lambd}, 1.0, 0.0)",
               .torch = "F.hardshrink(x, lambd={lambd})",
               .keras = "keras.activations.hard_shrink(x, threshold={lambd})",
               .jax = "jnp.where(jnp.abs(x) > {lambd}, x, 0.0)"},
  };

  float lambd;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }

  // Where |x| <= lambd, which does not hold for NaN, all but the sign is cleared: odd to the last bit.
  F32x4 value(F32x4 x) const {
    return std::bit_cast<F32x4>(std::bit_cast<Mask>(x) & ~((abs(x) <= lambd) & Mask(constant<0x7fffffff>)));
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};
