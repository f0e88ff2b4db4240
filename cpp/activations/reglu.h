// reglu: glu with relu in the place of the sigmoid. Its gate is the second half, as in glu; in the paper it is the
// first.
#pragma once

#include "activations/relu.h"

namespace activations {

struct Reglu {
  static constexpr Description about{
      .name = "reglu",
      .label = "ReGLU",
      .formula = R"(a \max(0, b))",
      .derivative = R"(\left(\max(0, b),\; \begin{cases} 0 & b \le 0 \\ a & b > 0 \end{cases}\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
  };

  using Gate = Relu;
};

}  // namespace activations
