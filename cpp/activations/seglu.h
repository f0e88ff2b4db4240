// seglu: glu with selu instead of the sigmoid. The first half is activated.
#pragma once

#include "activations/selu.h"

namespace activations {

struct Seglu {
  static constexpr Description about{
      .name = "seglu",
      .label = "SEGLU",
      .formula = R"(\operatorname{SELU}(a) b)",
      .derivative = R"((b \operatorname{SELU}'(a),\; \operatorname{SELU}(a)))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .gate = Gate::first,
  };

  using Activated = Selu;
};

}  // namespace activations
