// softmin: softmax of -x, which favours the smallest. Known by this name since Torch.
#pragma once

#include "softmax.h"

struct Softmin {
  static constexpr Description about{
      .name = "softmin",
      .label = "Softmin",
      .formula = R"(f_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}})",
      .derivative = R"(\frac{\partial f_i}{\partial x_j} = -f_i (\delta_{ij} - f_j))",
      .aliases = {.torch = {{"torch.nn.Softmin", "dim=None", true}, {"torch.nn.functional.softmin", "dim=None", true}},
                  .keras = {},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      .kind = Kind::row,
      .family = Family::row,
  };

  static constexpr Reference reference{
      .range = "(0, 1)",
      .smoothness = Smoothness::smooth,
      .origin = {"", 0, ""},
      .use = {"Weights that favour the smallest value: distances, energies or costs become probabilities, as in "
              "prototypical networks. Only PyTorch has it by name; elsewhere it is softmax(−x).",
              "偏好最小值的權重：把距離、能量或成本轉成機率，例如原型網路（prototypical network）。只有 PyTorch 有這個"
              "名稱，其他框架寫成 softmax(−x) 即可。"},
      .care = {"It gives weights, not a smooth minimum, which is −logsumexp(−x). Distances on a large scale make it "
               "nearly one-hot: divide them by a temperature. Name dim, for without it PyTorch guesses one "
               "(deprecated).",
               "它給的是權重，不是平滑的最小值；後者是 −logsumexp(−x)。距離的尺度太大時，輸出會近乎獨熱編碼，可先除以溫"
               "度。PyTorch 省略 dim 時會自行猜測（已不建議使用），務必指定。"},
      .code = {.numpy = "np.exp(x.min() - x) / np.exp(x.min() - x).sum()",
               .numpyDerivative = "",
               .torch = "F.softmin(x, dim=-1)",
               .keras = "keras.ops.softmax(-x, axis=-1)",
               .jax = "jax.nn.softmax(-x, axis=-1)"},
  };

  static void value(Row& row) {
    row.write([](F32x4 x, F32x4) { return -x; });
    Softmax::value(row);
  }

  static void backward(Row& row) {
    row.write([](F32x4 x, F32x4) { return -x; });
    Softmax::backward(row, -1);
  }
};
