// geluTanh: gelu as the GPT models and JAX compute it, off by up to 0.0005. Hendrycks and Gimpel, Gaussian Error Linear
// Units (GELUs), 2016. Since (1 + tanh u) / 2 = σ(2u), it is x σ(v) with v = 2 √(2/π) (x + 0.044715 x³).
#pragma once

#include "../activation.h"
#include "../math.h"

struct GeluTanh {
  static constexpr Description about{
      .name = "geluTanh",
      .label = "GELU (tanh)",
      .formula = R"(\frac{x}{2} \left(1 + \tanh\left(\sqrt{2/\pi} (x + 0.044715 x^3)\right)\right))",
      .derivative = R"(\sigma(v) + x v' \sigma(v) (1 - \sigma(v)), \quad v = 2 \sqrt{2/\pi} (x + 0.044715 x^3))",
      .aliases = {.torch = {"torch.nn.GELU(approximate='tanh')"},
                  .keras = {"keras.activations.gelu(approximate=True)"},
                  .onnx = {"Gelu(approximate='tanh')"},
                  .jax = {"jax.nn.gelu"},
                  .tfjs = {"gelu_new"}},
  };

  std::array<float, 0> kinks() const { return {}; }

  // f and f' are no floats below -11; σ(v) is 1 above.
  F32x4 value(F32x4 x) const {
    const F64x4 a = widen(atLeast(x, constant<-12.0f>)), b = atMost(a, constant<12.0>);
    const auto [over, under] = exp(-b * polynomial(b * b, {linear, cubic}));
    return narrow(a * under / (under + over));
  }

  F32x4 derivative(F32x4 x) const {
    const F64x4 a = widen(atMost(atLeast(x, constant<-12.0f>), constant<12.0f>)), aa = a * a;
    const auto [over, under] = exp(-a * polynomial(aa, {linear, cubic}));
    const F64x4 sum = under + over, slope = polynomial(aa, {linear, constant<3.0> * cubic});
    return narrow(under * (sum + a * slope * over) / (sum * sum));
  }

 private:
  static inline double linear = 1.5957691216057308, cubic = 0.07135481627260025;
};
