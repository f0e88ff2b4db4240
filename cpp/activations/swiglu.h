// swiglu: glu with silu in the place of the sigmoid. Its gate is the second half, as in glu; in the paper it is the
// first, as in ONNX's SwiGLU, which takes the halves as two inputs.
#pragma once

#include "activations/silu.h"

namespace activations {

struct Swiglu {
  static constexpr Description about{
      .name = "swiglu",
      .label = "SwiGLU",
      .formula = R"(a b \sigma(b))",
      .derivative = R"((b \sigma(b), \; a (\sigma(b) + b \sigma(b) (1 - \sigma(b)))))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
  };

  using Gate = Silu;
};

}  // namespace activations
