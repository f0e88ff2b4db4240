// prelu: leakyRelu with a slope that is learned. f'(0) = slope as in PyTorch and TensorFlow.js.
#pragma once

#include "leakyRelu.h"

struct Prelu {
  static constexpr Description about{
      .name = "prelu",
      .label = "PReLU",
      .formula = LeakyRelu::about.formula,
      .derivative = LeakyRelu::about.derivative,
      .aliases = {.torch = {{"torch.nn.PReLU", "num_parameters=1, init=0.25"}, "torch.nn.functional.prelu"},
                  .keras = {{"keras.layers.PReLU", "alpha_initializer='Zeros', shared_axes=None", true}},
                  .onnx = {"PRelu"},
                  .jax = {},
                  .tfjs = {"tf.prelu", {"tf.layers.prelu", "alphaInitializer='zeros'", true}}},
      .parameters =
          {{"slope", "a", {"slope where x ≤ 0, to be learned", "x ≤ 0 時的斜率（由訓練學得）"}, 0.25, -2, 2, 0.01}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .kinks = {.here = "f'(0) = a", .keras = "f'(0) = 0"},
      .origin = {"He and others", 2015,
                 "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification"},
      .use = {"Where the slope on the left should be learned rather than chosen, mostly in convolutional networks "
              "with one slope for each channel. It adds few parameters and hardly any time.",
              "不想自己挑左側的斜率、希望交給網路學習時使用，多見於卷積網路，通常每個通道各有一個斜率。"
              "增加的參數很少，計算量也幾乎不變。"},
      .care = {"Slopes start at 0.25 in PyTorch, at 0 in Keras and TensorFlow.js. PyTorch shares one among all "
               "channels, Keras has one for each element unless shared_axes is set. Exempt them from weight decay, "
               "which pulls them to 0.",
               "斜率的初始值在 PyTorch 是 0.25，在 Keras 與 TensorFlow.js 則是 0。PyTorch 預設所有通道共用一個，"
               "Keras 除非設定 shared_axes，否則每個元素各有一個。斜率不要加權重衰減，以免被拉向 0。"},
      .code = {.numpy = "np.where(x > 0, x, {slope} * x)",
               .numpyDerivative = "np.where(x > 0, 1.0, {slope})",
               .torch = "F.prelu(x, torch.tensor({slope}, dtype=x.dtype))",
               .keras = "keras.ops.where(x > 0, x, {slope} * x)",
               .jax = "jnp.where(x > 0, x, {slope} * x)"},
  };

  float slope;

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return LeakyRelu{slope}.value(x); }
  F32x4 derivative(F32x4 x) const { return LeakyRelu{slope}.derivative(x); }

  // With respect to the slope.
  F32x4 slopeDerivative(F32x4 x) const { return atMost(x, 0); }
};
