// quickGelu: the sigmoid approximation of gelu, which is silu with β = 1.702.
#pragma once

#include "silu.h"

struct QuickGelu {
  static constexpr Description about{
      .name = "quickGelu",
      .label = "Quick GELU",
      .formula = R"(x \sigma(1.702 x))",
      .derivative = R"(\sigma(1.702 x) + 1.702 x \sigma(1.702 x) (1 - \sigma(1.702 x)))",
      .aliases =
          {.torch = {"transformers.activations.QuickGELUActivation"}, .keras = {}, .onnx = {}, .jax = {}, .tfjs = {}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"([-0.1636\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .origin = {"Hendrycks and Gimpel", 2016, "Gaussian Error Linear Units (GELUs)"},
      .use = {"For models trained with it, above all CLIP, whose weights expect this function. New models rather take "
              "GELU itself or SiLU, of which it is a scaled copy.",
              "用於當初就以它訓練的模型，最典型的是 CLIP，權重必須搭配這個函數。新模型則建議直接用 GELU 或 SiLU；"
              "它其實就是 SiLU 依 1.702 縮放而成。"},
      .care = {"It is off from GELU by up to 0.02, forty times as much as the tanh version, so that swapping them "
               "changes a trained model. OpenAI's CLIP weights need it, most weights trained by OpenCLIP need GELU.",
               "與 GELU 的誤差最大約 0.02，是 tanh 版的四十倍左右，在訓練好的模型裡互換會改變結果。"
               "OpenAI 釋出的 CLIP 權重要用它，OpenCLIP 自行訓練的權重則多半要用 GELU。"},
      .code = {.numpy = "x * sigmoid(1.702 * x)",
               .numpyDerivative = "sigmoid(1.702 * x) * (1 + 1.702 * x * sigmoid(-1.702 * x))",
               .torch = "x * torch.sigmoid(1.702 * x)",
               .keras = "x * keras.ops.sigmoid(1.702 * x)",
               .jax = "x * jax.nn.sigmoid(1.702 * x)"},
  };

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const { return swish::value(x, constant<1.702>); }
  F32x4 derivative(F32x4 x) const { return swish::derivative(x, constant<1.702>); }
};
