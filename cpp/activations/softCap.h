// softCap: a smooth limit for logits. The default cap is the one of the final logits of Gemma 2; its attention has 50.
#pragma once

#include "activations/scaledTanh.h"

namespace activations {

struct SoftCap {
  static constexpr Description about{
      .name = "softCap",
      .label = "Soft Cap",
      .formula = R"(c \tanh(x / c))",
      .derivative = R"(1 - \tanh^2(x / c))",
      .range = R"((-30, 30))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-60, 60},
      .parameters = {{"cap", "c", 30, 1, 100, 1, Domain::positive}},
      .family = Family::sigmoid,
  };

  float cap;

  std::array<float, 0> kinks() const { return {}; }
  F32x4 value(F32x4 x) const { return scaled::value(x, cap, 1 / double(cap)); }
  F32x4 derivative(F32x4 x) const { return scaled::derivative(x, cap, 1 / double(cap)); }
};

}  // namespace activations
