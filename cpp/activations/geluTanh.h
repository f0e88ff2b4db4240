// geluTanh: gelu as the GPT models and JAX compute it. Since (1 + tanh u) / 2 = σ(2u), it is x σ(v) with
// v = 2 √(2/π) (x + 0.044715 x³).
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct GeluTanh {
  static constexpr Description about{
      .name = "geluTanh",
      .label = "GELU (tanh)",
      .formula = R"(\frac{x}{2} (1 + \tanh v), \quad v = \sqrt{2/\pi} \, (x + 0.044715 x^3))",
      .derivative = R"(\frac{1 + \tanh v}{2} + \frac{x}{2} (1 - \tanh^2 v) \sqrt{2/\pi} \, (1 + 0.134145 x^2))",
      .range = R"([-0.1700\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .view = {-4, 4},
      .aliases = {.torch = {"torch.nn.GELU(approximate='tanh')"},
                  .keras = {"keras.activations.gelu(approximate=True)", {"keras.ops.gelu", "approximate=True"}},
                  .onnx = {"Gelu(approximate='tanh')"},
                  .jax = {{"jax.nn.gelu", "approximate=True"}},
                  .tfjs = {"gelu_new"},
                  .huggingFace = {"gelu_new", "gelu_fast", "gelu_accurate", "gelu_pytorch_tanh", "gelu_python_tanh"},
                  .timm = {"gelu_tanh"},
                  .mlx = {"mlx.nn.gelu_approx", "mlx.nn.GELU(approx='precise')", "mlx.nn.GELU(approx='tanh')"},
                  .ggml = {"ggml_gelu"},
                  .coreml = {"gelu(mode='TANH_APPROXIMATION')"},
                  .nnlib = {"NNlib.gelu", "NNlib.gelu_tanh", "NNlib.gelu_sigmoid"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  F32x4 value(F32x4 x) const { return narrow(wide(x)); }
  F32x4 derivative(F32x4 x) const { return narrow(wideDerivative(x)); }

  // Even times 2^256, f and f' underflow to 0 below -16; σ(v) rounds to 1 above 16.
  F64x4 wide(F32x4 x) const {
    const F64x4 a = widen(atLeast(x, memoryConstant<-16.0f>)), b = atMost(a, memoryConstant<16.0>);
    const auto [over, under] = exp<-1.0>(b * polynomial(b * b, {linear, cubic}));
    return a * under / (under + over);
  }
  F64x4 wideDerivative(F32x4 x) const {
    const F64x4 a = atMost(widen(atLeast(x, memoryConstant<-16.0f>)), memoryConstant<16.0>), aa = a * a;
    const auto [over, under] = exp<-1.0>(a * polynomial(aa, {linear, cubic}));
    const F64x4 sum = under + over, slope = polynomial(aa, {linear, memoryConstant<3.0> * cubic});
    return under * (sum + a * slope * over) / (sum * sum);
  }

 private:
  static constexpr auto &linear = memoryConstant<1.5957691216057308>, &cubic = memoryConstant<0.07135481627260025>;
};

}  // namespace activations
