// silu or swish: x σ(βx).
#pragma once

#include <limits>

#include "activation.h"
#include "vectorMath.h"

namespace activations {

// x σ(βx) and its derivative for any finite β. Where the limit at ±∞ is 0, infinite x become ±1e58: times β they stay
// beyond 330, and times σ(-330) and a float they underflow to 0. So they do at β = 0, because 0 · x has to be 0.
namespace swish {
struct Arguments {
  F64x4 x, v;  // v = βx
};
inline Arguments arguments(F32x4 x, double beta) {
  constexpr double infinity = std::numeric_limits<double>::infinity(), large = 1e58;
  const double low = beta < 0 ? -infinity : -large, high = beta > 0 ? infinity : large;
  const F64x4 a = atMost(atLeast(widen(x), low), high);
  return {a, atMost(atLeast(a * beta, memoryConstant<-330.0>), memoryConstant<330.0>)};
}
inline F64x4 value(F32x4 single, double beta) {
  const auto [x, v] = arguments(single, beta);
  const auto [over, under] = exp<-1.0>(v);
  return x * under / (under + over);
}
// σ(v) (1 + v (1 - σ(v)))
inline F64x4 derivative(F32x4 single, double beta) {
  const auto [x, v] = arguments(single, beta);
  const auto [over, under] = exp<-1.0>(v);
  const F64x4 sum = under + over;
  return under * (sum + v * over) / (sum * sum);
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
  F32x4 value(F32x4 x) const { return narrow(wide(x)); }
  F32x4 derivative(F32x4 x) const { return narrow(wideDerivative(x)); }
  F64x4 wide(F32x4 x) const { return swish::value(x, beta); }
  F64x4 wideDerivative(F32x4 x) const { return swish::derivative(x, beta); }
};

}  // namespace activations
