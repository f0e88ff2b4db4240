// gelu: x weighted by the normal distribution function Φ(x). It is max(x, 0) - |x| Φ(-|x|), where the tail Φ(-|x|)
// keeps its digits down to the smallest float.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Gelu {
  static constexpr Description about{
      .name = "gelu",
      .label = "GELU",
      .formula = R"(x \Phi(x) = \frac{x}{2} \left(1 + \operatorname{erf}\frac{x}{\sqrt 2}\right))",
      .derivative = R"(\Phi(x) + \frac{x}{\sqrt{2\pi}} e^{-x^2/2})",
      .range = R"([-0.1699\ldots, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::none,
      .view = {-4, 4},
      .aliases = {.torch = {{"torch.nn.GELU", "approximate='none'"},
                            {"torch.nn.functional.gelu", "approximate='none'"}},
                  .keras = {{"keras.activations.gelu", "approximate=False"}},
                  .onnx = {{"Gelu", "approximate='none'"}},
                  .jax = {"jax.nn.gelu(approximate=False)"},
                  .tfjs = {"gelu"},
                  .huggingFace = {"gelu", "gelu_python"},
                  .timm = {"gelu"},
                  .mlx = {"mlx.nn.gelu", {"mlx.nn.GELU", "approx='none'"}},
                  .ggml = {"ggml_gelu_erf"},
                  .webnn = {"gelu"},
                  .coreml = {{"gelu", "mode='EXACT'"}},
                  .nnlib = {"NNlib.gelu_erf"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  F32x4 value(F32x4 x) const { return narrow(wide(x)); }
  F32x4 derivative(F32x4 x) const { return narrow(wideDerivative(x)); }

  F64x4 wide(F32x4 x) const {
    const auto [t, density, mills] = tail(x);
    return widen(atLeast(x, 0)) - t * density.over * mills.over / (density.under * mills.under);
  }

  // f'(-t) is Φ(-t) - t φ(t), and f'(t) is 1 minus that.
  F64x4 wideDerivative(F32x4 x) const {
    const auto [t, density, mills] = tail(x);
    const double rootOfTwoPi = memoryConstant<0.3989422804014326779>;  // 1 / √(2π)
    const F64x4 y = density.over * (mills.over - t * rootOfTwoPi * mills.under) / (density.under * mills.under);
    return widen(x) > 0 ? memoryConstant<1.0> - y : y;
  }

 private:
  // Φ(-t) = e^(-t²/2) times Mills' ratio, where t = |x|; from 14.6 on both Φ(-t) and t φ(t) underflow to 0, and from 24
  // on their products with 2^256 do.
  struct Tail {
    F64x4 t;
    Fraction density, mills;
  };
  static Tail tail(F32x4 x) {
    const F64x4 t = widen(atMost(abs(x), memoryConstant<24.0f>));
    const F64x4 tt = t * t;
    return {t, exp<-0.5>(tt), millsRatio(t, tt)};
  }
};

}  // namespace activations
