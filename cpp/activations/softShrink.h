// softShrink: moves everything towards 0 by lambd, what is smaller to 0 itself. f'(±lambd) = 0 as in PyTorch,
// TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct SoftShrink {
  static constexpr Description about{
      .name = "softShrink",
      .label = "Softshrink",
      .formula =
          R"(\begin{cases} x + \lambda & x < -\lambda \\ x - \lambda & x > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .aliases = {.torch = {{"torch.nn.Softshrink", "lambd=0.5"}, {"torch.nn.functional.softshrink", "lambd=0.5"}},
                  .keras = {{"keras.activations.soft_shrink", "threshold=0.5"}},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      .parameters = {{"lambd",
                      "λ",
                      {"threshold for |x| and size of the shift", "|x| 的門檻，也是移動量"},
                      0.5,
                      0,
                      4,
                      0.1,
                      Domain::notNegative}},
      .family = Family::shrinkage,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(-\lambda) = 0, \; f'(\lambda) = 0)"},
      .origin = {"Donoho", 1995, "De-Noising by Soft-Thresholding"},
      .use = {"The proximal operator of λ|x|: the step that makes the solutions of LASSO by ISTA sparse, also in "
              "unrolled networks such as LISTA and in the denoising of wavelet coefficients.",
              "λ|x| 的近端運算子（proximal operator）：以 ISTA 求解 LASSO 時，就是靠這一步得到稀疏解；LISTA 等展開式網"
              "路與小波去雜訊也用它。"},
      .care = {"Every value that remains is too small by λ, and what was cut off gets no gradient. λ is lambd in "
               "PyTorch, threshold in Keras; in ONNX's Shrink set bias = lambd, for with its default bias of 0 it is "
               "hard shrinkage.",
               "留下來的數值一律少了 λ，被消去的部分沒有梯度。λ 在 PyTorch 叫 lambd，在 Keras 叫 threshold；用 ONNX 的 "
               "Shrink 時要設 bias = lambd，因為預設的 bias 是 0，做的是 hard shrink。"},
      .code = {.numpy = "np.where(np.abs(x) > {lambd}, x - {lambd} * np.sign(x), 0.0)",
               .numpyDerivative = "np.where(np.abs(x) > {lambd}, 1.0, 0.0)",
               .torch = "F.softshrink(x, lambd={lambd})",
               .keras = "keras.activations.soft_shrink(x, threshold={lambd})",
               .jax = "jnp.where(jnp.abs(x) > {lambd}, x - {lambd} * jnp.sign(x), 0.0)"},
  };

  float lambd;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }
  F32x4 value(F32x4 x) const { return withSign(atLeast(abs(x) - lambd, 0), x); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};
