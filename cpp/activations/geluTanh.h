// geluTanh: gelu as the GPT models and JAX compute it. Since (1 + tanh u) / 2 = σ(2u), it is x σ(v) with
// v = 2 √(2/π) (x + 0.044715 x³).
#pragma once

#include "../activation.h"
#include "../math.h"

struct GeluTanh {
  static constexpr Description about{
      .name = "geluTanh",
      .label = "GELU (tanh)",
      .formula = R"(\frac{x}{2} (1 + \tanh v), \quad v = \sqrt{2/\pi} \, (x + 0.044715 x^3))",
      .derivative = R"(\frac{1 + \tanh v}{2} + \frac{x}{2} (1 - \tanh^2 v) \sqrt{2/\pi} \, (1 + 0.134145 x^2))",
      .aliases = {.torch = {"torch.nn.GELU(approximate='tanh')"},
                  .keras = {"keras.activations.gelu(approximate=True)", {"keras.ops.gelu", "approximate=True"}},
                  .onnx = {"Gelu(approximate='tanh')"},
                  .jax = {{"jax.nn.gelu", "approximate=True"}},
                  .tfjs = {"gelu_new"}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"([-0.1700\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .origin = {"Hendrycks and Gimpel", 2016, "Gaussian Error Linear Units (GELUs)"},
      .use = {"For models trained with it, such as GPT-2, and where erf is missing or slow. It differs from the exact "
              "GELU by at most 0.0005, too little to matter in training.",
              "適合當初就以它訓練的模型（如 GPT-2），以及沒有 erf 或 erf 太慢的環境。與精確的 GELU 最多只差 0.0005，"
              "對訓練幾乎沒有影響。"},
      .care = {"The name gelu means this version in JAX and keras.ops, but the exact one in PyTorch and "
               "keras.activations: results then differ in the fourth decimal. At −∞ PyTorch may give NaN, where the "
               "limit is 0.",
               "同樣叫 gelu，在 JAX 與 keras.ops 預設是這個版本，在 PyTorch 與 keras.activations 卻是精確版，"
               "結果會從小數第四位開始不同。x = −∞ 時 PyTorch 可能得到 NaN，極限值其實是 0。"},
      .code = {.numpy = "x * sigmoid(np.sqrt(8 / np.pi) * (x + 0.044715 * x**3))",
               .numpyDerivative = "(s := sigmoid(np.sqrt(8 / np.pi) * (x + 0.044715 * x**3))) + x * s * (1 - s) * "
                                  "np.sqrt(8 / np.pi) * (1 + 0.134145 * x**2)",
               .torch = "F.gelu(x, approximate='tanh')",
               .keras = "keras.activations.gelu(x, approximate=True)",
               .jax = "jax.nn.gelu(x, approximate=True)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  // f and f' are no floats below -11; σ(v) is 1 above.
  F32x4 value(F32x4 x) const {
    const F64x4 a = widen(atLeast(x, constant<-12.0f>)), b = atMost(a, constant<12.0>);
    const auto [over, under] = exp(-b * polynomial(b * b, {linear, cubic}));
    return narrow(a * under / (under + over));
  }

  F32x4 derivative(F32x4 x) const {
    const F64x4 a = widen(atMost(atLeast(x, constant<-12.0f>), constant<12.0f>)), aa = a * a;
    const auto [over, under] = exp(-a * polynomial(aa, {linear, cubic}));
    const F64x4 sum = under + over, slope = polynomial(aa, {linear, constant<3.0> * cubic});
    return narrow(under * (sum + a * slope * over) / (sum * sum));
  }

 private:
  static inline double linear = 1.5957691216057308, cubic = 0.07135481627260025;
};
