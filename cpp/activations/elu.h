// elu: ReLU with an exponential left side. f'(0) = α as in PyTorch and Keras; TensorFlow.js has α = 1 only.
#pragma once

#include "../activation.h"
#include "../math.h"

struct Elu {
  static constexpr Description about{
      .name = "elu",
      .label = "ELU",
      .formula = R"(\begin{cases} \alpha (e^x - 1) & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} \alpha e^x & x \le 0 \\ 1 & x > 0 \end{cases})",
      .aliases = {.torch = {{"torch.nn.ELU", "alpha=1.0"}, {"torch.nn.functional.elu", "alpha=1.0"}},
                  .keras = {{"keras.activations.elu", "alpha=1.0"}, {"keras.layers.ELU", "alpha=1.0"}},
                  .onnx = {{"Elu", "alpha=1.0"}},
                  .jax = {{"jax.nn.elu", "alpha=1.0"}},
                  .tfjs = {"tf.elu", {"tf.layers.elu", "alpha=1.0"}}},
      .parameters = {{"alpha", "α", {"depth of the left side", "左側的深度"}, 1, 0, 5, 0.1}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"((-1, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::increasing,
      .kinks = {.here = R"(f'(0) = \alpha)"},
      .origin = {"Clevert, Unterthiner and Hochreiter", 2016,
                 "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)"},
      .use = {"An alternative to ReLU that levels off at -α on the left: negative outputs bring the mean of the "
              "activations closer to 0, and units with negative inputs keep a gradient.",
              "ReLU 的替代方案，左側飽和於 -α：負的輸出讓激勵值的平均更接近 0，輸入為負的神經元也還保有梯度，"
              "不易沉寂。"},
      .care = {"The exponential costs more than ReLU. Unless α is 1, f' jumps at 0 from α to 1, which CELU avoids. "
               "TensorFlow.js supports α = 1 only and rejects other values.",
               "指數運算比 ReLU 費時。α 不為 1 時，導函數在 0 處由 α 跳到 1，想避免可改用 CELU。"
               "TensorFlow.js 只支援 α = 1，給其他值會拋出錯誤。"},
      .code = {.numpy = "np.where(x > 0, x, {alpha} * np.expm1(np.minimum(x, 0)))",
               .numpyDerivative = "np.where(x > 0, 1.0, {alpha} * np.exp(np.minimum(x, 0)))",
               .torch = "F.elu(x, alpha={alpha})",
               .keras = "keras.activations.elu(x, alpha={alpha})",
               .jax = "jax.nn.elu(x, alpha={alpha})"},
  };

  float alpha;

  std::array<float, 1> kinks() const { return {0}; }

  // max(x, -0) + α (e^min(x, 0) - 1), one of the two a zero; e^-40 is nothing beside 1.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(widen(atMost(atLeast(x, constant<-40.0f>), 0)));
    return atLeast(x, constant<-0.0f>) + narrow(double(alpha) * over / under);
  }

  // Even times the largest α, e^-200 is no float.
  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(widen(atMost(atLeast(x, constant<-200.0f>), 0)));
    return x > 0 ? F32x4(constant<1.0f>) : narrow(double(alpha) * over / under);
  }
};
