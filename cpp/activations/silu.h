// silu or swish: x σ(βx). Named in the paper on GELU, tried by Elfwing, Uchibe and Doya, Sigmoid-Weighted Linear Units
// for Neural Network Function Approximation in Reinforcement Learning, 2017, and found again by search, with a
// trainable β: Ramachandran, Zoph and Le, Searching for Activation Functions, 2017.
#pragma once

#include "../activation.h"
#include "../math.h"

// x σ(βx) and its derivative for any finite β. Infinite x become ±1e60: beyond all floats, but 0 β is 0 then, and times
// σ(-300) it is below them.
namespace swish {
struct Arguments {
  F64x4 x, v;  // v = βx
};
inline Arguments arguments(F32x4 x, double beta) {
  const F64x4 finite = atMost(atLeast(widen(x), constant<-1e60>), constant<1e60>);
  return {finite, atMost(atLeast(finite * beta, constant<-300.0>), constant<300.0>)};
}
inline F32x4 value(F32x4 single, double beta) {
  const auto [x, v] = arguments(single, beta);
  const auto [over, under] = exp(-v);
  return narrow(x * under / (under + over));
}
// σ(v) (1 + v (1 - σ(v)))
inline F32x4 derivative(F32x4 single, double beta) {
  const auto [x, v] = arguments(single, beta);
  const auto [over, under] = exp(-v);
  const F64x4 sum = under + over;
  return narrow(under * (sum + v * over) / (sum * sum));
}
}  // namespace swish

struct Silu {
  static constexpr Description about{
      .name = "silu",
      .label = "SiLU (Swish)",
      .formula = R"(x \sigma(\beta x))",
      .derivative = R"(\sigma(\beta x) + \beta x \sigma(\beta x) (1 - \sigma(\beta x)))",
      .aliases = {.torch = {"torch.nn.SiLU", "torch.nn.functional.silu"},
                  .keras = {"keras.activations.silu", "keras.activations.swish"},
                  .onnx = {{"Swish", "alpha=1.0"}},
                  .jax = {"jax.nn.silu", "jax.nn.swish"},
                  .tfjs = {{"swish", "alpha=1"}}},
      .parameters = {{"beta", "β", {"steepness of the sigmoid", "sigmoid 的陡度"}, 1, 0, 10, 0.1}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"([-0.2784\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .origin = {"Hendrycks and Gimpel", 2016, "Gaussian Error Linear Units (GELUs)"},
      .use = {"A smooth replacement for ReLU in deep networks, for example in EfficientNet and YOLOv5, and as the "
              "gate of SwiGLU in language models such as LLaMA. Its shape is close to that of GELU.",
              "深層網路中 ReLU 的平滑替代品，例如 EfficientNet 與 YOLOv5 都採用；"
              "LLaMA 等語言模型的 SwiGLU 也以它作為閘。形狀與 GELU 相近。"},
      .care = {"SiLU and Swish are one function for β = 1; only ONNX and TensorFlow.js have β, and call it alpha. At "
               "x = −∞ a plain x σ(x) gives NaN instead of the limit 0, as in many versions of PyTorch.",
               "β = 1 時 SiLU 與 Swish 是同一個函數；只有 ONNX 與 TensorFlow.js 提供 β，並稱作 alpha。"
               "x = −∞ 時直接計算 x σ(x) 會得到 NaN（許多版本的 PyTorch 即是如此），極限值其實是 0。"},
      .code = {.numpy = "x * sigmoid({beta} * x)",
               .numpyDerivative = "sigmoid({beta} * x) * (1 + {beta} * x * sigmoid(-{beta} * x))",
               .torch = "x * torch.sigmoid({beta} * x)",
               .keras = "x * keras.ops.sigmoid({beta} * x)",
               .jax = "x * jax.nn.sigmoid({beta} * x)"},
  };

  float beta;

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const { return swish::value(x, beta); }
  F32x4 derivative(F32x4 x) const { return swish::derivative(x, beta); }
};
