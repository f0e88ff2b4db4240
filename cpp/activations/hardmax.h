// hardmax: 1 at the first maximum, 0 elsewhere, the limit of softmax for ever larger scores. Infinities are numbers
// like others here; NaN makes its row NaN.
#pragma once

#include <utility>

#include "../activation.h"
#include "../rows.h"

struct Hardmax {
  static constexpr Description about{
      .name = "hardmax",
      .label = "Hardmax",
      .formula =
          R"(f_i = \begin{cases} 1 & i = \min \operatorname{arg\,max}_j x_j \\ 0 & \text{otherwise} \end{cases})",
      .derivative = R"(\frac{\partial f_i}{\partial x_j} = 0)",
      .aliases = {.torch = {}, .keras = {}, .onnx = {{"Hardmax", "axis=-1"}}, .jax = {}, .tfjs = {}},
      .kind = Kind::row,
      .family = Family::row,
  };

  static constexpr Reference reference{
      .range = R"(\{0, 1\})",
      .smoothness = Smoothness::discontinuous,
      .origin = {"", 0, ""},
      .use = {"Softmax with the temperature gone to 0: the winner as a one-hot vector, for the decision at inference "
              "or the forward half of a straight-through estimator.",
              "溫度降到 0 的 softmax：以獨熱編碼表示勝出者，用於推論時的決策，或作為 straight-through estimator 的前向"
              "計算。"},
      .care = {"Its gradient is 0, so nothing is learned through it: train with softmax or Gumbel-softmax. Ties go to "
               "the first maximum. Only ONNX has it as an operator, with axis 1 as default before opset 13.",
               "梯度為 0，無法透過它學習，訓練時請用 softmax 或 Gumbel-softmax。有好幾個最大值時取第一個。只有 ONNX 把"
               "它當成運算子，而且在 opset 13 之前預設的軸是 1。"},
      .code = {.numpy = "np.eye(x.size)[x.argmax()]",
               .numpyDerivative = "",
               .torch = "F.one_hot(x.argmax(), x.numel()).to(x.dtype)",
               .keras = "keras.ops.one_hot(keras.ops.argmax(x), x.shape[0])",
               .jax = "jax.nn.one_hot(jnp.argmax(x), x.size)"},
  };

  static void value(Row& row) {
    const float most = largest(row), otherwise = anyNaN(row);
    float first = 1;
    row.write([=](F32x4 x, F32x4) mutable {
      F32x4 y = otherwise;
      if (first > 0 && __builtin_reduce_or(x == most)) {
        const int i = x[0] == most ? 0 : x[1] == most ? 1 : x[2] == most ? 2 : 3;
        y[i] += std::exchange(first, 0);
      }
      return y;
    });
  }

  static void backward(Row& row) {
    const float zero = anyNaN(row);
    row.write([=](F32x4, F32x4 gradient) { return keepNaN(gradient, zero); });
  }

 private:
  // NaN if the row holds one, else 0.
  static float anyNaN(Row& row) {
    F32x4 found = 0;
    row.read([&](F32x4 x, F32x4) { found = keepNaN(x, found); });
    return found[0] + found[1] + (found[2] + found[3]);
  }
};
