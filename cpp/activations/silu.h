// silu or swish: x σ(βx).
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

// x σ(βx) and its derivative for any finite β. Infinite x become ±1e60, which is beyond all floats, so that 0 · x is 0
// and x σ(-300) underflows to 0.
namespace swish {
struct Arguments {
  F64x4 x, v;  // v = βx
};
inline Arguments arguments(F32x4 x, double beta) {
  const F64x4 finite = atMost(atLeast(widen(x), memoryConstant<-1e60>), memoryConstant<1e60>);
  return {finite, atMost(atLeast(finite * beta, memoryConstant<-300.0>), memoryConstant<300.0>)};
}
inline F32x4 value(F32x4 single, double beta) {
  const auto [x, v] = arguments(single, beta);
  const auto [over, under] = exp(-v);
  return narrow(x * under / (under + over));
}
// σ(v) (1 + v (1 - σ(v)))
inline F32x4 derivative(F32x4 single, double beta) {
  const auto [x, v] = arguments(single, beta);
  const auto [over, under] = exp(-v);
  const F64x4 sum = under + over;
  return narrow(under * (sum + v * over) / (sum * sum));
}
}  // namespace swish

struct Silu {
  static constexpr Description about{
      .name = "silu",
      .label = "SiLU (Swish)",
      .formula = R"(x \sigma(\beta x))",
      .derivative = R"(\sigma(\beta x) + \beta x \sigma(\beta x) (1 - \sigma(\beta x)))",
      .range = R"([-0.2784\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .view = {-6, 6},
      .aliases = {.torch = {"torch.nn.SiLU", "torch.nn.functional.silu"},
                  .keras = {"keras.activations.silu", "keras.activations.swish"},
                  .onnx = {{"Swish", "alpha=1.0"}},
                  .jax = {"jax.nn.silu", "jax.nn.swish"},
                  .tfjs = {{"swish", "alpha=1"}},
                  .huggingFace = {"silu", "swish"},
                  .timm = {"silu", "swish"},
                  .mlx = {"mlx.nn.silu"},
                  .ggml = {"ggml_silu"},
                  .coreml = {"silu"},
                  .nnlib = {"NNlib.swish"}},
      .parameters = {{"beta", "β", 1, 0, 10, 0.1, Domain::all, {0, 4}, {"alpha"}}},
      .family = Family::smooth,
  };

  float beta;

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const { return swish::value(x, beta); }
  F32x4 derivative(F32x4 x) const { return swish::derivative(x, beta); }
};

}  // namespace activations
