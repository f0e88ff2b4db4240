// geglu: glu with gelu in the place of the sigmoid. The first half is activated, as in the paper, ggml and vLLM.
#pragma once

#include "activations/gelu.h"

namespace activations {

struct Geglu {
  static constexpr Description about{
      .name = "geglu",
      .label = "GEGLU",
      .formula = R"(a \Phi(a) b)",
      .derivative = R"(\left(b \left(\Phi(a) + \frac{a}{\sqrt{2\pi}} e^{-a^2/2}\right),\; a \Phi(a)\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.ggml = {"ggml_geglu_erf"}},
      .gate = Gate::first,
  };

  using Activated = Gelu;
};

}  // namespace activations
