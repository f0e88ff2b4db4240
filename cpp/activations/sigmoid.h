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

  F32x4 value(F32x4 x) const { return narrow(wide(x)); }
  F32x4 derivative(F32x4 x) const { return narrow(wideDerivative(x)); }

  F64x4 wide(F32x4 x) const { return logistic(inRange(x)); }
  F64x4 wideDerivative(F32x4 x) const {
    const auto [over, under] = exp<-1.0>(inRange(x));
    const F64x4 sum = under + over;
    return over * under / (sum * sum);
  }

 private:
  // Even times 2^256, e^-300 underflows to 0.
  static F64x4 inRange(F32x4 x) { return widen(atMost(atLeast(x, memoryConstant<-300.0f>), memoryConstant<300.0f>)); }
};

}  // namespace activations
