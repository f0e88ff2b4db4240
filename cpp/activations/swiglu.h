// swiglu: glu with silu in the place of the sigmoid. The first half is activated, as in the paper, ONNX, ggml and vLLM.
#pragma once

#include "activations/silu.h"

namespace activations {

struct Swiglu {
  static constexpr Description about{
      .name = "swiglu",
      .label = "SwiGLU",
      .formula = R"(a \sigma(a) b)",
      .derivative = R"((b (\sigma(a) + a \sigma(a) (1 - \sigma(a))), \; a \sigma(a)))",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.onnx = {{"SwiGLU", "alpha=1.0"}},
                  .ggml = {"ggml_swiglu", {"ggml_swiglu_oai", "alpha, limit", true}}},
      .gate = Gate::first,
      .hasAlpha = true,
  };

  using Activated = Silu;
};

}  // namespace activations
