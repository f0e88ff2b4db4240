// logSoftmax: the logarithm of softmax, finite where softmax underflows. Special rows are as in softmax.
#pragma once

#include <cmath>

#include "activations/softmax.h"

namespace activations {

struct LogSoftmax {
  static constexpr Description about{
      .name = "logSoftmax",
      .label = "Log Softmax",
      .formula = R"(f_i = x_i - \ln \sum_j e^{x_j})",
      .derivative = R"(\frac{\partial f_i}{\partial x_j} = \delta_{ij} - e^{f_j})",
      .range = R"((-\infty, 0))",
      .smoothness = Smoothness::smooth,
      .aliases = {.torch = {{"torch.nn.LogSoftmax", "dim=None", true},
                            {"torch.nn.functional.log_softmax", "dim=None", true},
                            "torch.log_softmax"},
                  .keras = {{"keras.activations.log_softmax", "axis=-1"}},
                  .onnx = {{"LogSoftmax", "axis=-1"}},
                  .jax = {{"jax.nn.log_softmax", "axis=-1"}},
                  .tfjs = {{"tf.logSoftmax", "axis=-1"}},
                  .mlx = {{"mlx.nn.log_softmax", "axis=-1"}},
                  .nnlib = {{"NNlib.logsoftmax", "dims=1"}}},
  };

  // The sum leaves out the ones of the largest elements: added to them, small terms would lose their digits.
  static void value(Row& row) {
    const double max = largest(row);
    F64x4 others = 0;
    decltype(others == others) ones = 0;
    row.read([&](F32x4 x, F32x4) {
      const F64x4 below = widen(x) - max;
      others += below == 0 ? 0 : Softmax::exponential(below);
      ones -= below == 0;
    });
    const double logarithm = std::log1p(total(others) + (ones[0] + ones[1] + ones[2] + ones[3] - 1));
    row.write([=](F32x4 x, F32x4) { return narrow(widen(x) - max - logarithm) + 0.0f; });  // ln 1 is 0, never -0
  }

  // gradient_i - softmax_i Σ_j gradient_j
  static void backward(Row& row) {
    const double max = largest(row);
    F64x4 sum = 0, gradients = 0;
    row.writeTwice(
        [&](F32x4 x, F32x4 gradient) {
          const F64x4 e = Softmax::exponential(widen(x) - max);
          sum += e;
          gradients += widen(gradient);
          return e;
        },
        [&] {
          const double scale = total(gradients) / total(sum);
          return [=](F64x4 e, F32x4 gradient) { return narrow(widen(gradient) - e * scale); };
        });
  }
};

}  // namespace activations
