// sigmoid: the logistic function.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Sigmoid {
  static constexpr Description about{
      .name = "sigmoid",
      .label = "Sigmoid",
      .formula = R"(\sigma(x) = \frac{1}{1 + e^{-x}})",
      .derivative = R"(\sigma(x) (1 - \sigma(x)))",
      .range = "(0, 1)",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-6, 6},
      .aliases = {.torch = {"torch.nn.Sigmoid", "torch.nn.functional.sigmoid", "torch.sigmoid"},
                  .keras = {"keras.activations.sigmoid"},
                  .onnx = {"Sigmoid"},
                  .jax = {"jax.nn.sigmoid"},
                  .tfjs = {"tf.sigmoid"},
                  .huggingFace = {"sigmoid"},
                  .timm = {"sigmoid"},
                  .mlx = {"mlx.nn.sigmoid"},
                  .ggml = {"ggml_sigmoid"},
                  .webnn = {"sigmoid"},
                  .coreml = {"sigmoid"},
                  .nnlib = {"NNlib.σ", "NNlib.sigmoid", "NNlib.sigmoid_fast"}},
      .family = Family::sigmoid,
  };

  std::array<float, 0> kinks() const { return {}; }

  F32x4 value(F32x4 x) const { return narrow(logistic(inRange(x))); }

  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(-inRange(x));
    const F64x4 sum = under + over;
    return narrow(over * under / (sum * sum));
  }

 private:
  // e^-104 underflows to 0.
  static F64x4 inRange(F32x4 x) { return widen(atMost(atLeast(x, memoryConstant<-110.0f>), memoryConstant<110.0f>)); }
};

}  // namespace activations
