// exponential: e^x, the activation of a layer whose outputs are rates or scales. Keras has it under this name.
#pragma once

#include "../activation.h"
#include "../math.h"

struct Exponential {
  static constexpr Description about{
      .name = "exponential",
      .label = "Exponential",
      .formula = "e^x",
      .derivative = "e^x",
      .aliases = {.torch = {"torch.exp"},
                  .keras = {"keras.activations.exponential"},
                  .onnx = {"Exp"},
                  .jax = {"jax.numpy.exp"},
                  .tfjs = {"tf.exp"}},
      .family = Family::basic,
  };

  static constexpr Reference reference{
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .origin = {"", 0, ""},
      .use = {"For outputs that must be positive and may span orders of magnitude: the rate of a Poisson model, or a "
              "variance or scale predicted as its logarithm.",
              "用於必須為正、又可能橫跨好幾個數量級的輸出：例如卜瓦松模型的發生率，或是以對數形式預測的變異數與尺度。"},
      .care = {"It overflows above 88.7 in float32 and above 11 in float16, and its gradient is as large as its "
               "output. Clip the input, let the loss work with logarithms, or take softplus if slower growth will do.",
               "float32 的輸入超過 88.7、float16 超過 11 就會溢位，梯度也和輸出一樣大。可先截斷輸入，或讓損失函數直接以"
               "對數計算；不需要成長得那麼快時，改用 softplus。"},
      .code = {.numpy = "np.exp(x)",
               .numpyDerivative = "np.exp(x)",
               .torch = "torch.exp(x)",
               .keras = "keras.activations.exponential(x)",
               .jax = "jnp.exp(x)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  // Beyond the bounds narrow() gives 0 and infinity.
  F32x4 value(F32x4 x) const {
    return narrow(quotient(exp(widen(atMost(atLeast(x, constant<-110.0f>), constant<90.0f>)))));
  }

  F32x4 derivative(F32x4 x) const { return value(x); }
};
