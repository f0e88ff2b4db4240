// rrelu: leakyRelu with a slope drawn at random for each element in training; at inference it is the mean.
// f'(0) = slope as in PyTorch.
#pragma once

#include <limits>

#include "prelu.h"

struct Rrelu {
  static constexpr Description about{
      .name = "rrelu",
      .label = "RReLU",
      .formula = R"(\begin{cases} \frac{l + u}{2} x & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} \frac{l + u}{2} & x \le 0 \\ 1 & x > 0 \end{cases})",
      .aliases = {.torch = {{"torch.nn.RReLU", "lower=1/8, upper=1/3"},
                            {"torch.nn.functional.rrelu", "lower=1/8, upper=1/3, training=False"}},
                  .keras = {},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      // Both defaults are multiples of the step.
      .parameters =
          {{"lower", "l", {"lower limit of the slope where x ≤ 0", "x ≤ 0 時斜率的下限"}, 1.0 / 8, 0, 1, 1.0 / 24},
           {"upper", "u", {"upper limit of the slope where x ≤ 0", "x ≤ 0 時斜率的上限"}, 1.0 / 3, 0, 1, 1.0 / 24}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .kinks = {.here = R"(f'(0) = \frac{l + u}{2})"},
      .origin = {"Xu and others", 2015, "Empirical Evaluation of Rectified Activations in Convolutional Network"},
      .use = {"A regulariser for small data sets: in training each negative element gets a random slope, which makes "
              "overfitting harder; at inference the slope is the mean of the two limits, as shown here.",
              "資料量小時可當作正則化手段：訓練時每個負值元素各抽一個隨機斜率，使模型不易過度擬合；"
              "推論時則固定採用上下限的平均，也就是此處所示。"},
      .care = {"Only PyTorch has it. The layer stays random until model.eval() is called, whereas F.rrelu is not "
               "random unless given training=True. Elsewhere use leaky ReLU with the mean slope, 0.22917 by default.",
               "只有 PyTorch 提供。使用層時，推論前要呼叫 model.eval()，否則輸出仍是隨機的；F.rrelu 則相反，"
               "沒有設定 training=True 就毫無隨機性。移植到其他框架時，改用平均斜率（預設為 0.22917）的 Leaky ReLU。"},
      .code = {.numpy = "np.where(x > 0, x, ({lower} + {upper}) / 2 * x)",
               .numpyDerivative = "np.where(x > 0, 1.0, ({lower} + {upper}) / 2)",
               .torch = "F.rrelu(x, lower={lower}, upper={upper})",
               .keras = "keras.activations.leaky_relu(x, negative_slope=({lower} + {upper}) / 2)",
               .jax = "jax.nn.leaky_relu(x, negative_slope=({lower} + {upper}) / 2)"},
  };

  float lower, upper;

  Prelu mean() const { return {float((double(lower) + upper) / 2)}; }

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return mean().value(x); }
  F32x4 derivative(F32x4 x) const { return mean().derivative(x); }
  F32x4 slopeDerivative(F32x4 x) const { return mean().slopeDerivative(x); }

  struct Drawn {
    F32x4 slope;

    // 0 * -∞ would be NaN.
    F32x4 value(F32x4 x) const {
      const F32x4 finite = atLeast(x, -std::numeric_limits<float>::max());
      return x > 0.0f ? x : slope * (slope == 0.0f ? finite : x);
    }
    F32x4 derivative(F32x4 x) const { return keepNaN(x, x > 0.0f ? F32x4(1) : slope); }
  };
  Drawn draw(F32x4 u) const { return {narrow(double(lower) + (double(upper) - lower) * widen(u))}; }
};
