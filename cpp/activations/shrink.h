// shrink: 0 near 0, elsewhere x moved towards 0 by a bias. From ONNX, where it stands for both hardShrink (bias = 0)
// and softShrink (bias = lambd). f'(±lambd) = 0, as f is 0 there.
#pragma once

#include "../activation.h"

struct Shrink {
  static constexpr Description about{
      .name = "shrink",
      .label = "Shrink",
      .formula = R"(\begin{cases} x + b & x < -\lambda \\ x - b & x > \lambda \\ 0 & \text{otherwise} \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .aliases = {.torch = {}, .keras = {}, .onnx = {{"Shrink", "lambd=0.5, bias=0.0"}}, .jax = {}, .tfjs = {}},
      .parameters = {{"lambd", "λ", {"threshold for |x|", "|x| 的門檻"}, 0.5, 0, 4, 0.1, Domain::notNegative},
                     {"bias", "b", {"shift towards 0 beyond the threshold", "超過門檻時朝 0 的移動量"}, 0, -2, 2, 0.1}},
      .family = Family::shrinkage,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, -0.5) \cup \{0\} \cup (0.5, \infty))",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(-\lambda) = 0, \; f'(\lambda) = 0)"},
      .origin = {"", 0, ""},
      .use = {"ONNX's common form of both kinds of thresholding: bias = 0 is hard shrinkage, bias = lambd soft "
              "shrinkage, and what lies between trades the jump for the shift. Mostly met when models are exported.",
              "ONNX 把兩種收縮合成一個運算子：bias = 0 是 hard shrink，bias = lambd 是 soft shrink，介於其間則是跳躍與"
              "移動量的折衷。多半在匯出模型時才會遇到。"},
      .care = {"With its defaults it is hard, not soft shrinkage, and unless bias equals lambd it jumps at ±λ. A bias "
               "above lambd turns the sign of values just beyond the threshold; a negative one enlarges them.",
               "照預設值，它是 hard shrink 而不是 soft shrink；只要 bias 不等於 lambd，在 ±λ 處就會跳躍。bias 大於 "
               "lambd 會讓剛超過門檻的數值變號，bias 為負則會把數值放大。"},
      .code = {.numpy = "np.where(np.abs(x) > {lambd}, x - {bias} * np.sign(x), 0.0)",
               .numpyDerivative = "np.where(np.abs(x) > {lambd}, 1.0, 0.0)",
               .torch = "torch.where(torch.abs(x) > {lambd}, x - {bias} * torch.sign(x), 0.0)",
               .keras = "keras.ops.where(keras.ops.abs(x) > {lambd}, x - {bias} * keras.ops.sign(x), 0.0)",
               .jax = "jnp.where(jnp.abs(x) > {lambd}, x - {bias} * jnp.sign(x), 0.0)"},
  };

  float lambd, bias;

  std::array<float, 2> kinks() const { return {-lambd, lambd}; }

  // Cleared where |x| <= lambd, which does not hold for NaN.
  F32x4 value(F32x4 x) const {
    const F32x4 size = abs(x);
    return withSign(std::bit_cast<F32x4>(std::bit_cast<Mask>(size - bias) & ~(size <= lambd)), x);
  }

  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(abs(x) > lambd)); }
};
