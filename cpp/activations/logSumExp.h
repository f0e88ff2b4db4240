// logSumExp: ln Σ e^x of each row, one number: the smooth maximum, and what logSoftmax subtracts. A row of
// -∞ only returns -∞, a row with +∞ returns +∞.
#pragma once

#include <cmath>

#include "activations/softmax.h"

namespace activations {

struct LogSumExp {
  static constexpr Description about{
      .name = "logSumExp",
      .label = "LogSumExp",
      .formula = R"(f = \ln \sum_j e^{x_j})",
      .derivative = R"(\frac{\partial f}{\partial x_j} = e^{x_j - f})",
      .range = R"((-\infty, \infty))",
      .smoothness = Smoothness::smooth,
      .aliases = {.torch = {{"torch.logsumexp", "dim", true}},
                  .keras = {{"keras.ops.logsumexp", "axis=None", true}},
                  .onnx = {{"ReduceLogSumExp", "axes=None", true}},
                  .jax = {{"jax.nn.logsumexp", "axis=None", true}, {"jax.scipy.special.logsumexp", "axis=None", true}},
                  .tfjs = {{"tf.logSumExp", "axis=null", true}},
                  .mlx = {"mlx.core.logsumexp"},
                  .nnlib = {{"NNlib.logsumexp", "dims=:", true}}},
      .reduces = true,
  };

  // As in logSoftmax, the sum leaves out the largest elements, each of which adds e^0 = 1.
  static void value(Row& row) {
    const double max = largest(row);
    F64x4 others = 0;
    decltype(others == others) ones = 0;
    row.read([&](F32x4 x, F32x4) {
      const F64x4 below = widen(x) - max;
      others += below == 0 ? 0 : exponential(below);
      ones -= below == 0;
    });
    const double sum = total(others) + (ones[0] + ones[1] + ones[2] + ones[3] - 1);
    *row.out = std::isinf(max) ? float(max) + anyNaN(row) : float(max + std::log1p(sum));
  }

  // gradient softmax_i
  static void backward(Row& row) {
    const double gradient = *row.gradient;
    row.gradient = row.x;  // an array of the row's length
    Softmax::value(row, gradient);
  }

 private:
  // e^x for x <= 0 with relative error 1e-14, because the logarithm can cancel the maximum: Taylor's series of
  // e^(x - n ln 2), with n as in expParts().
  static F64x4 exponential(F64x4 x) {
    const double shift = memoryConstant<0x1.8p52 + 1023>;
    const F64x4 z = atLeast(x, memoryConstant<-700.0>) * memoryConstant<1.4426950408889634>;
    const F64x4 shifted = z + shift;
    const F64x4 power = std::bit_cast<F64x4>(std::bit_cast<decltype(x == x)>(shifted) << 52);
    return power *
           polynomial((z - (shifted - shift)) * memoryConstant<0.6931471805599453>,
                      {memoryConstant<1.0>, memoryConstant<1.0>, memoryConstant<1 / 2.0>, memoryConstant<1 / 6.0>,
                       memoryConstant<1 / 24.0>, memoryConstant<1 / 120.0>, memoryConstant<1 / 720.0>,
                       memoryConstant<1 / 5040.0>, memoryConstant<1 / 40320.0>, memoryConstant<1 / 362880.0>,
                       memoryConstant<1 / 3628800.0>, memoryConstant<1 / 39916800.0>});
  }
};

}  // namespace activations
