// bilinear: the product of the two parts of a row, without an activation.
#pragma once

#include "activations/identity.h"

namespace activations {

struct Bilinear {
  static constexpr Description about{
      .name = "bilinear",
      .label = "Bilinear",
      .formula = R"(a b)",
      .derivative = R"((b,\; a))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .gate = Gate::first,
  };

  using Activated = Identity;
};

}  // namespace activations
