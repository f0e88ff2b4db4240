// gegluQuick: geglu with the sigmoid approximation of gelu: swiglu with α = 1.702.
#pragma once

#include "activations/quickGelu.h"

namespace activations {

struct GegluQuick {
  static constexpr Description about{
      .name = "gegluQuick",
      .label = "GEGLU (quick)",
      .formula = R"(a \sigma(1.702 a) b)",
      .derivative =
          R"(\left(b (\sigma(1.702 a) + 1.702 a \sigma(1.702 a) (1 - \sigma(1.702 a))),\; a \sigma(1.702 a)\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .gate = Gate::first,
  };

  using Activated = QuickGelu;
};

}  // namespace activations
