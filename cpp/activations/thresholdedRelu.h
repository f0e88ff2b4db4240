// thresholdedRelu: the identity above a threshold. f'(theta) = 0, as f is 0 there.
#pragma once

#include "../activation.h"

struct ThresholdedRelu {
  static constexpr Description about{
      .name = "thresholdedRelu",
      .label = "Thresholded ReLU",
      .formula = R"(\begin{cases} 0 & x \le \theta \\ x & x > \theta \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le \theta \\ 1 & x > \theta \end{cases})",
      .aliases = {.torch = {},
                  .keras = {},
                  .onnx = {{"ThresholdedRelu", "alpha=1.0"}},
                  .jax = {},
                  .tfjs = {{"tf.layers.thresholdedReLU", "theta=1.0"}}},
      .parameters = {{"theta", "θ", {"threshold", "門檻"}, 1, -2, 4, 0.1}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"(\{0\} \cup (1, \infty))",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(\theta) = 0)"},
      .origin = {"Konda, Memisevic and Krueger", 2015,
                 "Zero-Bias Autoencoders and the Benefits of Co-Adapting Features"},
      .use = {"Cuts small activations off and leaves large ones as they are, so that hidden layers are sparse without "
              "biases. It was introduced for autoencoders.",
              "把小的激勵值完全截掉，大的則原樣保留，不需偏置就能讓隱藏層保持稀疏。最初是為自編碼器提出的。"},
      .care = {"It jumps from 0 to θ, and inputs up to θ get no gradient: with a large θ many units never start. "
               "PyTorch and Keras 3 lack the name; use their threshold with the value 0.",
               "函數在 θ 處由 0 跳到 θ，而且不超過 θ 的輸入都沒有梯度：θ 設得太大，許多神經元根本無法起步。"
               "PyTorch 與 Keras 3 沒有這個名稱，可用 threshold 並把替代值設為 0。"},
      .code = {.numpy = "np.where(x > {theta}, x, 0.0)",
               .numpyDerivative = "np.where(x > {theta}, 1.0, 0.0)",
               .torch = "F.threshold(x, threshold={theta}, value=0)",
               .keras = "keras.activations.threshold(x, threshold={theta}, default_value=0)",
               .jax = "jnp.where(x > {theta}, x, 0)"},
  };

  float theta;

  std::array<float, 1> kinks() const { return {theta}; }
  // Cleared where x <= theta, which does not hold for NaN.
  F32x4 value(F32x4 x) const { return std::bit_cast<F32x4>(std::bit_cast<Mask>(x) & ~(x <= theta)); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > theta)); }
};
