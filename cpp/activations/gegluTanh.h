// gegluTanh: geglu with the tanh form of gelu, as in T5 1.1, Gemma and ggml.
#pragma once

#include "activations/geluTanh.h"

namespace activations {

struct GegluTanh {
  static constexpr Description about{
      .name = "gegluTanh",
      .label = "GEGLU (tanh)",
      .formula = R"(\frac{a}{2} (1 + \tanh v) b, \quad v = \sqrt{2/\pi} \, (a + 0.044715 a^3))",
      .derivative = R"((b g'(a), \; g(a)), \quad g(a) = \frac{a}{2} (1 + \tanh v))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.ggml = {"ggml_geglu"}},
      .gate = Gate::first,
  };

  using Activated = GeluTanh;
};

}  // namespace activations
