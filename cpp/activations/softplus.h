// softplus: a smooth ReLU whose derivative is the sigmoid. No threshold from where on it would be linear, as PyTorch
// has: the exact value costs nothing here.
#pragma once

#include "../activation.h"
#include "../math.h"

struct Softplus {
  static constexpr Description about{
      .name = "softplus",
      .label = "Softplus",
      .formula = R"(\frac{1}{\beta} \ln(1 + e^{\beta x}))",
      .derivative = R"(\sigma(\beta x))",
      .aliases = {.torch = {{"torch.nn.Softplus", "beta=1.0, threshold=20.0"},
                            {"torch.nn.functional.softplus", "beta=1, threshold=20"}},
                  .keras = {"keras.activations.softplus"},
                  .onnx = {"Softplus"},
                  .jax = {"jax.nn.softplus"},
                  .tfjs = {"tf.softplus"}},
      .parameters = {{"beta", "β", {"sharpness of the bend", "轉折的銳利程度"}, 1, 0.1, 10, 0.1, Domain::positive}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .origin = {"Dugas and others", 2000, "Incorporating Second-Order Functional Knowledge for Better Option Pricing"},
      .use = {"For outputs that must be positive, such as variances or rates, and where a smooth ReLU is wanted. Its "
              "derivative is the sigmoid, and a large β brings it close to ReLU.",
              "適合必須為正的輸出，例如變異數或發生率，也可當作平滑版的 ReLU。它的導函數正是 sigmoid，"
              "β 越大越接近 ReLU。"},
      .care = {"Written as ln(1 + e^x) it overflows float32 above x = 88.7; use a library's version. Only PyTorch has "
               "β, and a threshold: where βx > 20 it returns x itself, which leaves a jump of about 2e-9.",
               "直接寫成 ln(1 + e^x)，float32 在 x 大於 88.7 時就會溢位，應使用函式庫的版本。只有 PyTorch 提供 β，"
               "還有一個門檻：βx > 20 時直接回傳 x，留下約 2e-9 的跳躍。"},
      .code = {.numpy = "softplus({beta} * x) / {beta}",
               .numpyDerivative = "sigmoid({beta} * x)",
               .torch = "F.softplus(x, beta={beta})",
               .keras = "keras.activations.softplus({beta} * x) / {beta}",
               .jax = "jax.nn.softplus({beta} * x) / {beta}"},
  };

  float beta;

  std::array<float, 0> kinks() const { return {}; }

  // With v = βx: (max(v, 0) + ln(1 + e^-|v|)) / β. Even divided by the smallest β, e^-300 is no float.
  F32x4 value(F32x4 x) const {
    const F64x4 v = widen(x) * double(beta);
    return narrow((atLeast(v, 0) + log1p(exp(-atMost(abs(v), constant<300.0>)))) * (1 / double(beta)));
  }

  F32x4 derivative(F32x4 x) const {
    const F64x4 v = widen(x) * double(beta);
    return narrow(logistic(atMost(atLeast(v, constant<-110.0>), constant<110.0>)));
  }
};
