// hardTanh: a clamp, the cheap stand-in for tanh.
// Where minValue > maxValue every value is maxValue, as in NumPy's and ONNX's Clip.
// f' is 0 at both ends as in PyTorch (TensorFlow and JAX: 1).
#pragma once

#include <algorithm>

#include "../activation.h"

struct HardTanh {
  static constexpr Description about{
      .name = "hardTanh",
      .label = "HardTanh",
      .formula = R"(\min(\max(x, l), u))",
      .derivative = R"(\begin{cases} 1 & l < x < u \\ 0 & \text{otherwise} \end{cases})",
      .aliases = {.torch = {{"torch.nn.Hardtanh", "min_val=-1.0, max_val=1.0"},
                            {"torch.nn.functional.hardtanh", "min_val=-1.0, max_val=1.0"}},
                  .keras = {"keras.activations.hard_tanh"},
                  .onnx = {{"Clip", "min=lowest(), max=max()", true}},
                  .jax = {"jax.nn.hard_tanh"},
                  .tfjs = {"tf.clipByValue"}},
      .parameters = {{"minValue", "l", {"lower bound", "下限"}, -1, -10, 0, 0.1},
                     {"maxValue", "u", {"upper bound", "上限"}, 1, 0, 10, 0.1}},
      .family = Family::sigmoid,
  };

  static constexpr Reference reference{
      .range = "[-1, 1]",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(-1) = 0, \; f'(1) = 0)",
                .keras = R"(f'(-1) = 1, \; f'(1) = 1)",
                .jax = R"(f'(-1) = 1, \; f'(1) = 1)",
                .tfjs = R"(f'(-1) = 1, \; f'(1) = 1)"},
      .origin = {"Collobert", 2004, "Large Scale Machine Learning"},
      .use = {"Tanh without an exponential, and a simple way to keep values within bounds. In binarised networks its "
              "derivative stands in for that of the sign function (straight-through estimator).",
              "不必算指數的 tanh，也是把數值限制在範圍內最簡單的作法。二值化網路常以它的導函數代替符號函數的導函數"
              "（straight-through estimator）。"},
      .care = {"No gradient outside the bounds. At the bounds PyTorch's slope is 0, that of TensorFlow and JAX 1. "
               "Keras and JAX fix the bounds at ±1, and ONNX's Clip without its optional inputs does not clip at all.",
               "超出上下限就沒有梯度。恰在上下限處，PyTorch 的斜率是 0，TensorFlow 與 JAX 是 1。Keras 與 JAX 的上下限固"
               "定為 ±1；ONNX 的 Clip 若省略選用的輸入，則完全不截斷。"},
      .code = {.numpy = "np.clip(x, {minValue}, {maxValue})",
               .numpyDerivative = "np.where((x > {minValue}) & (x < {maxValue}), 1.0, 0.0)",
               .torch = "F.hardtanh(x, min_val={minValue}, max_val={maxValue})",
               .keras = "keras.ops.clip(x, {minValue}, {maxValue})",
               .jax = "jnp.clip(x, {minValue}, {maxValue})"},
  };

  float minValue, maxValue;

  std::array<float, 2> kinks() const { return {std::min(minValue, maxValue), std::max(minValue, maxValue)}; }
  F32x4 value(F32x4 x) const { return atMost(atLeast(x, minValue), maxValue); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > minValue & x < maxValue)); }
};
