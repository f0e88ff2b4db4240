// softmin: softmax of -x, which favours the smallest element.
#pragma once

#include "activations/softmax.h"

namespace activations {

struct Softmin {
  static constexpr Description about{
      .name = "softmin",
      .label = "Softmin",
      .formula = R"(f_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}})",
      .derivative = R"(\frac{\partial f_i}{\partial x_j} = -f_i (\delta_{ij} - f_j))",
      .range = "(0, 1)",
      .smoothness = Smoothness::smooth,
      .aliases = {.torch = {{"torch.nn.Softmin", "dim=None", true}, {"torch.nn.functional.softmin", "dim=None", true}},
                  .mlx = {{"mlx.nn.softmin", "axis=-1"}}},
  };

  static void value(Row& row) {
    row.write([](F32x4 x, F32x4) { return -x; });
    Softmax::value(row);
  }

  static void backward(Row& row) {
    row.write([](F32x4 x, F32x4) { return -x; });
    Softmax::backward(row, -1);
  }
};

}  // namespace activations
