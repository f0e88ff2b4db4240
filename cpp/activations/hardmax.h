// hardmax: 1 at the first maximum and 0 elsewhere, the limit of softmax at temperature 0. Infinities count as
// ordinary numbers; NaN makes its row NaN.
#pragma once

#include <utility>

#include "activation.h"
#include "rows.h"

namespace activations {

struct Hardmax {
  static constexpr Description about{
      .name = "hardmax",
      .label = "Hardmax",
      .formula =
          R"(f_i = \begin{cases} 1 & i = \min \operatorname{arg\,max}_j x_j \\ 0 & \text{otherwise} \end{cases})",
      .derivative = R"(\frac{\partial f_i}{\partial x_j} = 0)",
      .range = R"(\{0, 1\})",
      .smoothness = Smoothness::discontinuous,
      .aliases = {.onnx = {{"Hardmax", "axis=-1"}}},
  };

  static void value(Row& row) {
    const float max = largest(row), otherwise = anyNaN(row);
    float first = 1;
    row.write([=](F32x4 x, F32x4) mutable {
      F32x4 y = otherwise;
      if (first > 0 && __builtin_reduce_or(x == max)) {
        const int i = x[0] == max ? 0 : x[1] == max ? 1 : x[2] == max ? 2 : 3;
        y[i] += std::exchange(first, 0);
      }
      return y;
    });
  }

  static void backward(Row& row) {
    const float zero = anyNaN(row);
    row.write([=](F32x4, F32x4 gradient) { return keepNaN(gradient, zero); });
  }
};

}  // namespace activations
