// tanhShrink: x - tanh(x), a soft threshold for sparse coding.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct TanhShrink {
  static constexpr Description about{
      .name = "tanhShrink",
      .label = "Tanh Shrink",
      .formula = R"(x - \tanh(x))",
      .derivative = R"(\tanh^2(x))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-4, 4},
      .aliases = {.torch = {"torch.nn.Tanhshrink", "torch.nn.functional.tanhshrink"},
                  .keras = {"keras.activations.tanh_shrink"},
                  .nnlib = {"NNlib.tanhshrink"}},
      .family = Family::shrinkage,
  };

  std::array<float, 0> kinks() const { return {}; }

  // Up to 1 the difference would cancel: there f is x³ / 3 - 2 x⁵ / 15 + …, as x³ times a rational minimax
  // approximation in x² (Remez's exchange algorithm, relative error 6.0e-12). Above 1 it is the difference, with tanh x
  // = over / (over + 2 under).
  F32x4 value(F32x4 x) const {
    const F64x4 a = widen(abs(x));
    const auto [over, under] = expm1(memoryConstant<2.0> * atMost(a, memoryConstant<10.0>));
    const F64x4 sum = over + under + under, aa = a * a;
    const F64x4 nearZero = a * aa *
                           polynomial(aa, {memoryConstant<19.09602400006865232>, memoryConstant<0.9233768123329596403>,
                                           memoryConstant<0.00035593478956453407>});
    const F64x4 divisor =
        polynomial(aa, {memoryConstant<57.28807200054694083>, memoryConstant<25.68535921851932897> + aa});
    const auto isNear = a <= memoryConstant<1.0>;
    return withSign(narrow((isNear ? nearZero : a * sum - over) / (isNear ? divisor : sum)), x);
  }

  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = expm1(memoryConstant<2.0> * widen(atMost(abs(x), memoryConstant<10.0f>)));
    const F64x4 tanh = over / (over + under + under);
    return narrow(tanh * tanh);
  }
};

}  // namespace activations
