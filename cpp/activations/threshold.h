// threshold: a fixed value up to a threshold, the identity above. From Torch, where ReLU is Threshold(0, 0); no paper
// introduced it: its origin is empty. No framework has defaults: these are the ones that make it relu.
// f'(threshold) = 0 as in PyTorch, TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct Threshold {
  static constexpr Description about{
      .name = "threshold",
      .label = "Threshold",
      .formula = R"(\begin{cases} v & x \le \theta \\ x & x > \theta \end{cases})",
      .derivative = R"(\begin{cases} 0 & x \le \theta \\ 1 & x > \theta \end{cases})",
      .aliases = {.torch = {"torch.nn.Threshold", "torch.nn.functional.threshold"},
                  .keras = {"keras.activations.threshold"},
                  .onnx = {},
                  .jax = {},
                  .tfjs = {}},
      .parameters = {{"threshold", "θ", {"threshold", "門檻"}, 0, -4, 4, 0.1},
                     {"value", "v", {"value up to the threshold", "不超過門檻時的替代值"}, 0, -4, 4, 0.1}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"([0, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(\theta) = 0)"},
      .origin = {"", 0, ""},
      .use = {"Replaces everything up to a threshold by one fixed value and keeps the rest: for cutting off weak "
              "signals or noise. With threshold and value 0, the defaults here, it is ReLU.",
              "把不超過門檻的輸入一律換成固定值，其餘原樣保留，適合用來截除微弱訊號或雜訊。"
              "門檻與替代值都是 0 時（此處的預設）就是 ReLU。"},
      .care = {"Unless the value equals the threshold the function jumps there, and below it no gradient brings a "
               "unit back. No framework has defaults, and names differ: value in PyTorch, default_value in Keras.",
               "替代值若不等於門檻，函數就會在門檻處跳躍；門檻以下沒有梯度，神經元無從恢復。各框架都沒有預設值，"
               "參數名稱也不同：PyTorch 是 value，Keras 是 default_value。"},
      .code = {.numpy = "np.where(x > {threshold}, x, {value})",
               .numpyDerivative = "np.where(x > {threshold}, 1.0, 0.0)",
               .torch = "F.threshold(x, threshold={threshold}, value={value})",
               .keras = "keras.activations.threshold(x, threshold={threshold}, default_value={value})",
               .jax = "jnp.where(x > {threshold}, x, {value})"},
  };

  float threshold, below;  // below: the parameter `value`

  std::array<float, 1> kinks() const { return {threshold}; }
  F32x4 value(F32x4 x) const { return x <= threshold ? F32x4(below) : x; }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > threshold)); }
};
