// relu6: ReLU clipped at 6. f'(0) = f'(6) = 0 as in PyTorch, TensorFlow and JAX.
#pragma once

#include "../activation.h"

struct Relu6 {
  static constexpr Description about{
      .name = "relu6",
      .label = "ReLU6",
      .formula = R"(\min(\max(0, x), 6))",
      .derivative = R"(\begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases})",
      .aliases = {.torch = {"torch.nn.ReLU6", "torch.nn.functional.relu6"},
                  .keras = {"keras.activations.relu6"},
                  .onnx = {},
                  .jax = {"jax.nn.relu6"},
                  .tfjs = {"tf.relu6"}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"([0, 6])",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .kinks = {.here = R"(f'(0) = 0, \; f'(6) = 0)", .tfjs = R"(f'(0) = 0, \; f'(6) = 1)"},
      .origin = {"Krizhevsky", 2010, "Convolutional Deep Belief Networks on CIFAR-10"},
      .use = {"For networks that run with few bits, such as MobileNet on phones: outputs between 0 and 6 are easy to "
              "quantise to 8 bits. The limit was introduced so that sparse features are learned earlier.",
              "適合以低精度運算的網路，例如手機上的 MobileNet：輸出固定落在 0 到 6 之間，很容易量化成 8 位元整數。"
              "當初設這個上限，是為了讓模型更早學到稀疏特徵。"},
      .care = {"Above 6 the gradient is 0 as well, so that large activations stop learning. At exactly 6 "
               "TensorFlow.js lets the gradient pass (f' = 1), the other frameworks do not. ONNX has no operator of "
               "its own: use Clip from 0 to 6.",
               "超過 6 之後梯度同樣是 0，過大的激勵值便停止學習。恰為 6 時，TensorFlow.js 仍讓梯度通過（f' = 1），"
               "其他框架則否。ONNX 沒有專屬的運算子，要用範圍 0 到 6 的 Clip。"},
      .code = {.numpy = "np.clip(x, 0, 6)",
               .numpyDerivative = "np.where((x > 0) & (x < 6), 1.0, 0.0)",
               .torch = "F.relu6(x)",
               .keras = "keras.activations.relu6(x)",
               .jax = "jax.nn.relu6(x)"},
  };

  std::array<float, 2> kinks() const { return {0, 6}; }
  F32x4 value(F32x4 x) const { return atMost(atLeast(x, 0), constant<6.0f>); }
  F32x4 derivative(F32x4 x) const { return keepNaN(x, oneWhere(x > 0.0f & x < constant<6.0f>)); }
};
