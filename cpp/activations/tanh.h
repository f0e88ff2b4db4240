// tanh: the hyperbolic tangent, a sigmoid around zero; the paper says why that helps.
#pragma once

#include "../activation.h"
#include "../math.h"

struct Tanh {
  static constexpr Description about{
      .name = "tanh",
      .label = "Tanh",
      .formula = R"(\tanh(x))",
      .derivative = R"(1 - \tanh^2(x))",
      .aliases = {.torch = {"torch.nn.Tanh", "torch.nn.functional.tanh", "torch.tanh"},
                  .keras = {"keras.activations.tanh"},
                  .onnx = {"Tanh"},
                  .jax = {"jax.nn.tanh"},
                  .tfjs = {"tf.tanh"}},
      .family = Family::sigmoid,
  };

  static constexpr Reference reference{
      .range = "(-1, 1)",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .origin = {"LeCun and others", 1998, "Efficient BackProp"},
      .use = {"Keeps values between −1 and 1 around zero: the state of LSTM and GRU cells, continuous actions in "
              "reinforcement learning, the last layer of image generators whose pixels are scaled to −1…1.",
              "把數值收在 −1 與 1 之間，而且以零為中心：LSTM、GRU 的狀態、強化學習的連續動作，以及像素縮放到 −1 至 1 的"
              "影像生成器輸出層都常用。"},
      .care = {"It saturates: beyond ±3 the gradient is below 1 %, so scale the inputs and initialise the weights "
               "after Glorot (Xavier). Written out as (e^x − e^−x) / (e^x + e^−x) it gives NaN for large x: use the "
               "built-in tanh.",
               "它會飽和：|x| 超過 3，梯度就不到 1%，因此輸入要先正規化，權重宜用 Glorot（Xavier）初始化。若照定義寫成 "
               "(e^x − e^−x) / (e^x + e^−x)，x 很大時會得到 NaN，請用內建的 tanh。"},
      .code = {.numpy = "np.tanh(x)",
               .numpyDerivative = "1 - np.tanh(x) ** 2",
               .torch = "torch.tanh(x)",
               .keras = "keras.activations.tanh(x)",
               .jax = "jnp.tanh(x)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  // (e^2|x| - 1) / (e^2|x| + 1); from 9.02 on it rounds to 1.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(twice(atMost(abs(x), constant<10.0f>)));
    return withSign(narrow(over / (over + under + under)), x);
  }

  // 4 e^2x / (1 + e^2x)²; at ±53 it is below half of the smallest float.
  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(twice(atMost(atLeast(x, constant<-55.0f>), constant<55.0f>)));
    const F64x4 sum = over + under;
    return narrow(constant<4.0> * over * under / (sum * sum));
  }

 private:
  static F64x4 twice(F32x4 x) { return widen(x + x); }
};
