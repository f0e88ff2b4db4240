// gelu: x weighted by the normal distribution function Φ(x). With the tail Φ(-|x|), which keeps its digits down to the
// smallest float, it is max(x, 0) - |x| Φ(-|x|).
#pragma once

#include "../activation.h"
#include "../math.h"

struct Gelu {
  static constexpr Description about{
      .name = "gelu",
      .label = "GELU",
      .formula = R"(x \Phi(x) = \frac{x}{2} \left(1 + \operatorname{erf}\frac{x}{\sqrt 2}\right))",
      .derivative = R"(\Phi(x) + \frac{x}{\sqrt{2\pi}} e^{-x^2/2})",
      .aliases = {.torch = {{"torch.nn.GELU", "approximate='none'"},
                            {"torch.nn.functional.gelu", "approximate='none'"}},
                  .keras = {{"keras.activations.gelu", "approximate=False"}},
                  .onnx = {{"Gelu", "approximate='none'"}},
                  .jax = {{"jax.nn.gelu(approximate=False)", "", true}},
                  .tfjs = {"gelu"}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"([-0.1699\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .origin = {"Hendrycks and Gimpel", 2016, "Gaussian Error Linear Units (GELUs)"},
      .use = {"The usual activation of transformers such as BERT and ViT: x times the probability Φ(x) that a "
              "standard normal variable is at most x. A smooth relative of ReLU that dips slightly below 0.",
              "BERT、ViT 等 Transformer 慣用的激勵函數：x 乘上標準常態變數不大於 x 的機率 Φ(x)，相當於平滑版的 ReLU，"
              "左側略低於 0。"},
      .care = {"jax.nn.gelu and keras.ops.gelu default to the tanh approximation, off by up to 0.0005: set "
               "approximate when you move weights. In float32 the form with 1 + erf loses digits below x = -4, and −∞ "
               "may give NaN instead of 0.",
               "jax.nn.gelu 與 keras.ops.gelu 預設是 tanh 近似，誤差最大約 0.0005，移植權重時請明確指定 approximate。"
               "以 float32 計算時，1 + erf 的寫法在 x 小於 -4 後會失去有效位數；x = −∞ 時也可能得到 NaN 而不是 0。"},
      .code = {.numpy = "x * (1 + erf(x / np.sqrt(2))) / 2",
               .numpyDerivative = "(1 + erf(x / np.sqrt(2))) / 2 + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)",
               .torch = "F.gelu(x)",
               .keras = "keras.activations.gelu(x, approximate=False)",
               .jax = "jax.nn.gelu(x, approximate=False)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  F32x4 value(F32x4 x) const {
    const auto [t, density, mills] = tail(x);
    return narrow(widen(atLeast(x, 0)) - t * density.over * mills.over / (density.under * mills.under));
  }

  // Φ(-t) - t φ(t) for x = -t, and 1 less that for x = t.
  F32x4 derivative(F32x4 x) const {
    const auto [t, density, mills] = tail(x);
    const double rootOfTwoPi = constant<0.3989422804014326779>;  // 1 / √(2π)
    const F64x4 y = density.over * (mills.over - t * rootOfTwoPi * mills.under) / (density.under * mills.under);
    return narrow(widen(x) > 0 ? constant<1.0> - y : y);
  }

 private:
  // Φ(-t) = e^(-t²/2) times Mills' ratio, where t = |x|; from 14.6 on neither it nor t φ(t) reaches the floats.
  struct Tail {
    F64x4 t;
    Fraction density, mills;
  };
  static Tail tail(F32x4 x) {
    const F64x4 t = widen(atMost(abs(x), constant<14.7f>));
    return {t, exp(t * t * constant<-0.5>), millsRatio(t)};
  }
};
