// mish: x tanh(softplus(x)). With e^x = p / m, tanh(ln(1 + e^x)) = ((1 + e^x)² - 1) / ((1 + e^x)² + 1) = q / (q + 2m²),
// where q = p (p + 2m).
#pragma once

#include "../activation.h"
#include "../math.h"

struct Mish {
  static constexpr Description about{
      .name = "mish",
      .label = "Mish",
      .formula = R"(x \tanh(\ln(1 + e^x)))",
      .derivative = R"(\tanh(\ln(1 + e^x)) + x \sigma(x) (1 - \tanh^2(\ln(1 + e^x))))",
      .aliases = {.torch = {"torch.nn.Mish", "torch.nn.functional.mish"},
                  .keras = {"keras.activations.mish"},
                  .onnx = {"Mish"},
                  .jax = {"jax.nn.mish"},
                  .tfjs = {"mish"}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"([-0.3088\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .origin = {"Misra", 2020, "Mish: A Self Regularized Non-Monotonic Activation Function"},
      .use = {"A smooth function much like SiLU, used in object detectors such as YOLOv4: a little deeper on the left "
              "(minimum -0.309) and a little steeper at 0 (slope 0.6).",
              "與 SiLU 十分相似的平滑函數，YOLOv4 等物件偵測模型採用。左側凹得略深（最小值約 -0.309），"
              "在 0 處也略陡（斜率 0.6）。"},
      .care = {"The formula takes an exponential, a logarithm and a tanh; the shorter form in e^x and e^(2x) "
               "overflows float32 above x = 44. At −∞ PyTorch may give NaN, where the limit is 0.",
               "照公式計算要做指數、對數與 tanh 各一次；改寫成 e^x 與 e^(2x) 的有理式較省，"
               "但 float32 在 x 大於 44 後就會溢位。x = −∞ 時 PyTorch 可能得到 NaN，極限值其實是 0。"},
      .code = {.numpy = "x * np.tanh(softplus(x))",
               .numpyDerivative = "np.tanh(softplus(x)) + x * sigmoid(x) * (1 - np.tanh(softplus(x))**2)",
               .torch = "F.mish(x)",
               .keras = "keras.activations.mish(x)",
               .jax = "jax.nn.mish(x)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  // x e^x is no float below -110; from 20 on the factor rounds to 1.
  F32x4 value(F32x4 x) const {
    const F64x4 v = widen(atLeast(x, constant<-120.0f>));
    const auto [p, m] = exp(atMost(v, constant<40.0>));
    const F64x4 q = p * (p + m + m);
    return narrow(v * q / (q + (m + m) * m));
  }

  // The formula over one denominator: p ((p + 2m) (q + 2m²) + 4x (p + m) m²) / (q + 2m²)².
  F32x4 derivative(F32x4 x) const {
    const F64x4 v = widen(atMost(atLeast(x, constant<-120.0f>), constant<40.0f>));
    const auto [p, m] = exp(v);
    const F64x4 p2m = p + m + m, mm = m * m, sum = p * p2m + mm + mm;
    return narrow(p * (p2m * sum + constant<4.0> * v * (p + m) * mm) / (sum * sum));
  }
};
