// softmax: a row of scores as probabilities. As in PyTorch and JAX, an infinite score or a row without a finite score
// gives NaN in the whole row.
#pragma once

#include "activation.h"
#include "rows.h"
#include "vectorMath.h"

namespace activations {

struct Softmax {
  static constexpr Description about{
      .name = "softmax",
      .label = "Softmax",
      .formula = R"(f_i = \frac{e^{x_i}}{\sum_j e^{x_j}})",
      .derivative = R"(\frac{\partial f_i}{\partial x_j} = f_i (\delta_{ij} - f_j))",
      .range = "(0, 1)",
      .smoothness = Smoothness::smooth,
      .aliases = {.torch = {{"torch.nn.Softmax", "dim=None", true},
                            {"torch.nn.functional.softmax", "dim=None", true},
                            "torch.softmax"},
                  .keras = {{"keras.activations.softmax", "axis=-1"}, {"keras.layers.Softmax", "axis=-1"}},
                  .onnx = {{"Softmax", "axis=-1"}},
                  .jax = {{"jax.nn.softmax", "axis=-1"}},
                  .tfjs = {{"tf.softmax", "dim=-1"}, {"tf.layers.softmax", "axis=1", true}},
                  .mlx = {{"mlx.nn.softmax", "axis=-1"}},
                  .ggml = {"ggml_soft_max", {"ggml_soft_max_ext", "scale, max_bias"}},
                  .webnn = {"softmax"},
                  .coreml = {{"softmax", "axis=-1"}},
                  .nnlib = {{"NNlib.softmax", "dims=1"}}},
      .attention = true,
  };

  // factor f_i. Not inlined, nor is backward(): softmin and logSumExp use the same copy.
  [[gnu::noinline]] static void value(Row& row, double factor = 1) {
    const double max = largest(row);
    F64x4 sum = 0;
    row.writeTwice(
        [&](F32x4 x, F32x4) {
          const F64x4 e = exponential(widen(x) - max);
          sum += e;
          return e;
        },
        [&] { return [scale = factor / total(sum)](F64x4 e, F32x4) { return narrow(e * scale); }; });
  }

  // factor f_i (gradient_i - Σ_j gradient_j f_j)
  [[gnu::noinline]] static void backward(Row& row, double factor = 1) {
    const double max = largest(row);
    F64x4 sum = 0, weighted = 0;
    row.writeTwice(
        [&](F32x4 x, F32x4 gradient) {
          const F64x4 e = exponential(widen(x) - max);
          sum += e;
          weighted += e * widen(gradient);
          return e;
        },
        [&] {
          const double mean = total(weighted) / total(sum), scale = factor / total(sum);
          return [=](F64x4 e, F32x4 gradient) { return narrow(e * scale * (widen(gradient) - mean)); };
        });
  }

  // e^x for x <= 0. e^-700 underflows to 0 in the result, as e^-∞ does.
  static F64x4 exponential(F64x4 x) { return quotient(exp(atLeast(x, memoryConstant<-700.0>))); }
};

}  // namespace activations
