// sqrtSoftplus: the square root of softplus. In doubles its left tail, e^(x/2), keeps its digits down to the smallest
// float; in floats ln(1 + e^x) is 0 below -16.6.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct SqrtSoftplus {
  static constexpr Description about{
      .name = "sqrtSoftplus",
      .label = "Sqrt Softplus",
      .formula = R"(\sqrt{\ln(1 + e^x)})",
      .derivative = R"(\frac{\sigma(x)}{2 \sqrt{\ln(1 + e^x)}})",
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-10, 20},
      .aliases = {.torch = {"transformers.activations.SqrtSoftplusActivation"}, .huggingFace = {"sqrtsoftplus"}},
      .family = Family::smooth,
  };

  std::array<float, 0> kinks() const { return {}; }

  F32x4 value(F32x4 x) const { return narrow(parts(x).root); }

  F32x4 derivative(F32x4 x) const {
    const auto [root, half] = parts(x);
    const auto [over, under] = half;
    return narrow((widen(x) > 0 ? under * memoryConstant<0.5> : over) / ((under + over + over) * root));
  }

 private:
  // √(max(x, 0) + ln(1 + e^-|x|)) and e^-|x| / 2; e^-150 underflows to 0.
  struct Parts {
    F64x4 root;
    Fraction half;
  };
  static Parts parts(F32x4 x) {
    const Fraction half = exp<-1.0, -1>(widen(atMost(abs(x), memoryConstant<300.0f>)));
    return {sqrt(widen(atLeast(x, 0)) + log1pOfTwice(half)), half};
  }
};

}  // namespace activations
