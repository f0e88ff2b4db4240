// relu: the rectified linear unit, made popular by Nair and Hinton, Rectified Linear Units Improve Restricted Boltzmann
// Machines, ICML 2010. f'(0) = 0 as in PyTorch, TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct Relu {
  static constexpr Description about{
      .name = "relu",
      .label = "ReLU",
      .formula = R"(\max(0, x))",
      .derivative = R"(\begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases})",
      .aliases = {.torch = {"torch.nn.ReLU", "torch.nn.functional.relu"},
                  .keras = {{"keras.activations.relu", "negative_slope=0.0, max_value=None, threshold=0.0"},
                            {"keras.layers.ReLU", "max_value=None, negative_slope=0.0, threshold=0.0"}},
                  .onnx = {"Relu"},
                  .jax = {"jax.nn.relu"},
                  .tfjs = {"tf.relu", "tf.layers.reLU"}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"([0, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = "f'(0) = 0"},
      .origin = {"Fukushima", 1969, "Visual Feature Extraction by a Multilayered Network of Analog Threshold Elements"},
      .use = {"The usual first choice in the hidden layers of convolutional and fully connected networks: very cheap, "
              "with no saturation for positive x, and with many outputs exactly 0. Pair it with He initialisation.",
              "卷積網路與全連接網路隱藏層最常見的首選：計算極省，x > 0 時不會飽和，而且許多輸出恰為 0，形成稀疏表示。"
              "權重建議搭配 He 初始化。"},
      .care = {"A unit whose input is negative for every sample gets no gradient and may stay silent for good. Keras "
               "adds negative_slope, max_value and threshold, ordered differently in function and layer; a threshold "
               "other than 0 makes a jump.",
               "若某個神經元對所有樣本的輸入都是負值，它就得不到梯度，可能從此沉寂（dying ReLU）。"
               "Keras 多了 negative_slope、max_value、threshold 三個參數，函式與層的順序還不同；"
               "threshold 不為 0 時函數會有跳躍。"},
      .code = {.numpy = "np.maximum(x, 0)",
               .numpyDerivative = "np.where(x > 0, 1.0, 0.0)",
               .torch = "F.relu(x)",
               .keras = "keras.activations.relu(x)",
               .jax = "jax.nn.relu(x)"},
  };

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return atLeast(x, 0); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > 0.0f)); }
};
