// reglu: glu with relu in the place of the sigmoid. The first half is activated, as in the paper and ggml.
#pragma once

#include "activations/relu.h"

namespace activations {

struct Reglu {
  static constexpr Description about{
      .name = "reglu",
      .label = "ReGLU",
      .formula = R"(\max(0, a) b)",
      .derivative = R"(\left(\begin{cases} 0 & a \le 0 \\ b & a > 0 \end{cases},\; \max(0, a)\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .aliases = {.ggml = {"ggml_reglu"}},
      .gate = Gate::first,
  };

  using Activated = Relu;
};

}  // namespace activations
