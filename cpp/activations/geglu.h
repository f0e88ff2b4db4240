// geglu: glu with gelu in the place of the sigmoid. In the paper the gate is the first half; here it is the second, as
// in glu.
#pragma once

#include "gelu.h"

struct Geglu {
  static constexpr Description about{
      .name = "geglu",
      .label = "GEGLU",
      .formula = R"(a b \Phi(b))",
      .derivative = R"(\left(b \Phi(b),\; a \left(\Phi(b) + \frac{b}{\sqrt{2\pi}} e^{-b^2/2}\right)\right))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.torch = {}, .keras = {}, .onnx = {}, .jax = {}, .tfjs = {}},
      .kind = Kind::gated,
      .family = Family::gated,
  };

  using Gate = Gelu;
};
