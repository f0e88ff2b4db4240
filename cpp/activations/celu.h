// celu: elu stretched so that its slope is continuous for every α.
#pragma once

#include "../activation.h"
#include "../math.h"

struct Celu {
  static constexpr Description about{
      .name = "celu",
      .label = "CELU",
      .formula = R"(\begin{cases} \alpha (e^{x/\alpha} - 1) & x \le 0 \\ x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} e^{x/\alpha} & x \le 0 \\ 1 & x > 0 \end{cases})",
      .aliases = {.torch = {{"torch.nn.CELU", "alpha=1.0"}, {"torch.nn.functional.celu", "alpha=1.0"}},
                  .keras = {{"keras.activations.celu", "alpha=1.0"}},
                  .onnx = {{"Celu", "alpha=1.0"}},
                  .jax = {{"jax.nn.celu", "alpha=1.0"}},
                  .tfjs = {}},
      .parameters =
          {{"alpha", "α", {"depth and width of the left side", "左側的深度與寬度"}, 1, 0.1, 5, 0.1, Domain::positive}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"((-1, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::increasing,
      .origin = {"Barron", 2017, "Continuously Differentiable Exponential Linear Units"},
      .use = {"ELU for those who want to change α: the left side is stretched along with it, so that f' stays "
              "continuous and never exceeds 1. With α = 1 it is ELU.",
              "想調整 ELU 的 α 時用它：左側會隨 α 一起伸縮，導函數因此始終連續，也不會超過 1。"
              "α = 1 時與 ELU 完全相同。"},
      .care = {"α has to be positive; the smaller it is, the closer the function is to ReLU. Keras on TensorFlow adds "
               "the gradients of both halves at 0, so that f'(0) is 2 there instead of 1.",
               "α 必須為正；α 越小，函數越接近 ReLU。Keras 採用 TensorFlow 後端時，會在 0 處把左右兩半的梯度相加，"
               "f'(0) 因而是 2 而不是 1。"},
      .code = {.numpy = "np.maximum(x, 0) + {alpha} * np.expm1(np.minimum(x, 0) / {alpha})",
               .numpyDerivative = "np.exp(np.minimum(x, 0) / {alpha})",
               .torch = "F.celu(x, alpha={alpha})",
               .keras = "keras.activations.celu(x, alpha={alpha})",
               .jax = "jax.nn.celu(x, alpha={alpha})"},
  };

  float alpha;

  std::array<float, 0> kinks() const { return {}; }

  // max(x, -0) + α (e^min(x/α, 0) - 1), one of the two a zero.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(exponent(x));
    return atLeast(x, constant<-0.0f>) + narrow(double(alpha) * over / under);
  }

  F32x4 derivative(F32x4 x) const { return narrow(quotient(exp(exponent(x)))); }

 private:
  // min(x / α, 0); e^-110 is no float.
  F64x4 exponent(F32x4 x) const { return atMost(atLeast(widen(x) * (1 / double(alpha)), constant<-110.0>), 0); }
};
