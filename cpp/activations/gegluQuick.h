// gegluQuick: geglu with the sigmoid approximation of gelu: swiglu with α = 1.702.
#pragma once

#include "activations/quickGelu.h"

namespace activations {

struct GegluQuick {
  static constexpr Description about{
      .name = "gegluQuick",
      .label = "GEGLU (quick)",
      .formula = R"(a \sigma(1.702 a) b)",
      .derivative = R"((b \sigma(s) (1 + s (1 - \sigma(s))), \; a \sigma(s)), \quad s = 1.702 a)",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.ggml = {"ggml_geglu_quick"}},
      .gate = Gate::first,
  };

  using Activated = QuickGelu;
};

}  // namespace activations
