// swiglu: glu with silu in the place of the sigmoid. Shazeer, GLU Variants Improve Transformer, 2020, where the gate is
// the first half, as in ONNX's SwiGLU, which takes the halves apart; here it is the second, as in glu.
#pragma once

#include "silu.h"

struct Swiglu {
  static constexpr Description about{
      .name = "swiglu",
      .label = "SwiGLU",
      .formula = R"(a b \sigma(b))",
      .derivative = R"(\left(b \sigma(b),\; a \left(\sigma(b) + b \sigma(b) (1 - \sigma(b))\right)\right))",
      .aliases = {.torch = {}, .keras = {}, .onnx = {}, .jax = {}, .tfjs = {}},
      .kind = Kind::gated,
  };

  using Gate = Silu;
};
