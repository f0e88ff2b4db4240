// swiglu: glu with silu in the place of the sigmoid. In the paper the gate is the first half, as in ONNX's SwiGLU,
// which takes the halves apart; here it is the second, as in glu.
#pragma once

#include "silu.h"

struct Swiglu {
  static constexpr Description about{
      .name = "swiglu",
      .label = "SwiGLU",
      .formula = R"(a b \sigma(b))",
      .derivative = R"((b \sigma(b), \; a (\sigma(b) + b \sigma(b) (1 - \sigma(b)))))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.torch = {}, .keras = {}, .onnx = {}, .jax = {}, .tfjs = {}},
      .kind = Kind::gated,
      .family = Family::gated,
  };

  using Gate = Silu;
};
