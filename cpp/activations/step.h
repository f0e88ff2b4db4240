// step: f(0) = 0, and f' is 0 everywhere, at the jump too, as in TensorFlow.js.
#pragma once

#include "../activation.h"

struct Step {
  static constexpr Description about{
      .name = "step",
      .label = "Step",
      .formula = R"(\begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases})",
      .derivative = "0",
      .aliases = {.torch = {}, .keras = {}, .onnx = {}, .jax = {}, .tfjs = {{"tf.step", "alpha=0"}}},
      .family = Family::basic,
  };

  static constexpr Reference reference{
      .range = R"(\{0, 1\})",
      .smoothness = Smoothness::discontinuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = "f'(0) = 0"},
      .origin = {"McCulloch and Pitts", 1943, "A Logical Calculus of the Ideas Immanent in Nervous Activity"},
      .use = {"The neuron of early models such as the perceptron: it fires or it does not. Today it serves for "
              "teaching, and in the forward pass of binarised and spiking networks.",
              "感知器等早期模型的神經元：只有觸發與不觸發兩種狀態。如今多半用於教學，"
              "以及二值化網路與脈衝神經網路的前向傳播。"},
      .care = {"Its derivative is 0 wherever it exists, so that no gradient passes; in practice a straight-through or "
               "surrogate gradient takes its place. Here f(0) = 0; elsewhere 1 or 1/2 is common.",
               "除了跳躍點之外，導函數處處為 0，梯度無法經由它傳回，實務上會改用直通估計（straight-through）或代理梯"
               "度。此處 f(0) = 0，別處也常定為 1 或 1/2。"},
      .code = {.numpy = "np.heaviside(x, 0.0)",
               .numpyDerivative = "np.zeros_like(x)",
               .torch = "torch.sign(F.relu(x))",
               .keras = "keras.ops.sign(keras.ops.relu(x))",
               .jax = "jnp.heaviside(x, 0.0)"},
  };

  std::array<float, 1> kinks() const { return {0}; }
  F32x4 value(F32x4 x) const { return keepNaN(x, oneWhere(x > 0.0f)); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, 0); }
};
