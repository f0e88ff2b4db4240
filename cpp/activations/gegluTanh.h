// gegluTanh: geglu with the tanh form of gelu, as in T5 1.1, Gemma and ggml.
#pragma once

#include "activations/geluTanh.h"

namespace activations {

struct GegluTanh {
  static constexpr Description about{
      .name = "gegluTanh",
      .label = "GEGLU (tanh)",
      .formula = R"(\frac{a}{2} (1 + \tanh v) b, \quad v = \sqrt{2/\pi} \, (a + 0.044715 a^3))",
      .derivative =
          R"(\left(b \left(\frac{1 + \tanh v}{2} + \frac{a}{2} (1 - \tanh^2 v) \sqrt{2/\pi} \, (1 + 0.134145 a^2)\right),\; \frac{a}{2} (1 + \tanh v)\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .gate = Gate::first,
  };

  using Activated = GeluTanh;
};

}  // namespace activations
