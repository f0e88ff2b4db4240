// entmax15: Tsallis' 1.5-entmax, between softmax and sparsemax: true zeros, and a continuous derivative. Special rows
// are as in sparsemax.
#pragma once

#include "activation.h"
#include "rows.h"

namespace activations {

struct Entmax15 {
  static constexpr Description about{
      .name = "entmax15",
      .label = "Entmax 1.5",
      .formula = R"(f_i = \max(\tfrac{x_i}{2} - \tau, 0)^2, \quad \sum_j f_j = 1)",
      .derivative =
          R"(\frac{\partial f_i}{\partial x_j} = s_i \left(\delta_{ij} - \frac{s_j}{\sum_k s_k}\right), \quad s_i = \sqrt{f_i})",
      .range = "[0, 1]",
      .smoothness = Smoothness::once,
  };

  static void value(Row& row) {
    const Threshold threshold(row);
    row.write([=](F32x4 x, F32x4) {
      const F64x4 root = threshold.root(x);
      return narrow(root * root);
    });
  }

  // 0 where the result is 0, whatever the gradient.
  static void backward(Row& row) {
    const Threshold threshold(row);
    const auto times = [](F64x4 root, F64x4 factor) { return root == 0 ? 0 : root * factor; };
    F64x4 weighted = 0, sum = 0;
    row.read([&](F32x4 x, F32x4 gradient) {
      const F64x4 root = threshold.root(x);
      weighted += times(root, widen(gradient));
      sum += root;
    });
    const double mean = total(weighted) / total(sum);
    row.write([=](F32x4 x, F32x4 gradient) { return narrow(times(threshold.root(x), widen(gradient) - mean)); });
  }

 private:
  // Newton's iteration for τ in Σ max(x / 2 - τ, 0)² = 1, a convex and decreasing function. From below, τ only grows.
  // The iteration needs neither sorting nor memory.
  struct Threshold {
    double max, tau = -1;  // tau relative to max / 2

    explicit Threshold(Row& row) : max(largest(row)) {
      // The error after a step is at most half the square of the step, both relative to a root √f.
      for (double change = 1; change > 1e-6;) {
        F64x4 squares = 0, sum = 0, count = 0;
        row.read([&](F32x4 x, F32x4) {
          const F64x4 own = root(x);
          squares += own * own;
          sum += own;
          count += own > 0 ? F64x4(memoryConstant<1.0>) : 0;
        });
        const double step = (total(squares) - 1) / (2 * total(sum));
        tau += step;
        change = step * total(count) / total(sum);
      }
    }

    // √f
    F64x4 root(F32x4 x) const { return atLeast((widen(x) - max) * memoryConstant<0.5> - tau, 0); }
  };
};

}  // namespace activations
