// geglu: glu with gelu in the place of the sigmoid. Shazeer, GLU Variants Improve Transformer, 2020, where the gate is
// the first half; here it is the second, as in glu.
#pragma once

#include "gelu.h"

struct Geglu {
  static constexpr Description about{
      .name = "geglu",
      .label = "GEGLU",
      .formula = R"(a b \Phi(b))",
      .derivative = R"(\left(b \Phi(b),\; a \left(\Phi(b) + \frac{b}{\sqrt{2\pi}} e^{-b^2/2}\right)\right))",
      .aliases = {.torch = {}, .keras = {}, .onnx = {}, .jax = {}, .tfjs = {}},
      .kind = Kind::gated,
  };

  using Gate = Gelu;
};
