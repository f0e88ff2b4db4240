// tanh: the hyperbolic tangent, a sigmoid around zero.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Tanh {
  static constexpr Description about{
      .name = "tanh",
      .label = "Tanh",
      .formula = R"(\tanh(x))",
      .derivative = R"(1 - \tanh^2(x))",
      .range = "(-1, 1)",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .aliases = {.torch = {"torch.nn.Tanh", "torch.nn.functional.tanh", "torch.tanh"},
                  .keras = {"keras.activations.tanh"},
                  .onnx = {"Tanh"},
                  .jax = {"jax.nn.tanh"},
                  .tfjs = {"tf.tanh"},
                  .huggingFace = {"tanh"},
                  .timm = {"tanh"},
                  .mlx = {"mlx.nn.tanh"},
                  .ggml = {"ggml_tanh"},
                  .webnn = {"tanh"},
                  .coreml = {"tanh"},
                  .nnlib = {"NNlib.tanh_fast"}},
      .family = Family::sigmoid,
  };

  std::array<float, 0> kinks() const { return {}; }

  // (e^2|x| - 1) / (e^2|x| + 1); from 9.02 on it rounds to 1.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(twice(atMost(abs(x), memoryConstant<10.0f>)));
    return withSign(narrow(over / (over + under + under)), x);
  }

  // 4 e^2x / (1 + e^2x)²; beyond ±53 it underflows to 0.
  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(twice(atMost(atLeast(x, memoryConstant<-55.0f>), memoryConstant<55.0f>)));
    const F64x4 sum = over + under;
    return narrow(memoryConstant<4.0> * over * under / (sum * sum));
  }

 private:
  static F64x4 twice(F32x4 x) { return widen(x + x); }
};

}  // namespace activations
