// reglu: glu with relu in the place of the sigmoid. In the paper the gate is the first half; here it is the second, as
// in glu.
#pragma once

#include "relu.h"

struct Reglu {
  static constexpr Description about{
      .name = "reglu",
      .label = "ReGLU",
      .formula = R"(a \max(0, b))",
      .derivative = R"(\left(\max(0, b),\; \begin{cases} 0 & b \le 0 \\ a & b > 0 \end{cases}\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::continuous,
      .aliases = {.torch = {}, .keras = {}, .onnx = {}, .jax = {}, .tfjs = {}},
      .kind = Kind::gated,
      .family = Family::gated,
  };

  using Gate = Relu;
};
