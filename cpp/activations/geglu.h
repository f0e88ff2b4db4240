// geglu: glu with gelu in the place of the sigmoid. Its gate is the second half, as in glu; in the paper it is the
// first.
#pragma once

#include "activations/gelu.h"

namespace activations {

struct Geglu {
  static constexpr Description about{
      .name = "geglu",
      .label = "GEGLU",
      .formula = R"(a b \Phi(b))",
      .derivative = R"(\left(b \Phi(b),\; a \left(\Phi(b) + \frac{b}{\sqrt{2\pi}} e^{-b^2/2}\right)\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
  };

  using Gate = Gelu;
};

}  // namespace activations
