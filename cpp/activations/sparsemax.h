// sparsemax: the point of the probability simplex nearest to the scores, softmax with true zeros.
// -∞ gives 0; NaN, +∞ or no finite score make their row NaN.
#pragma once

#include "../activation.h"
#include "../rows.h"

struct Sparsemax {
  static constexpr Description about{
      .name = "sparsemax",
      .label = "Sparsemax",
      .formula = R"(f_i = \max(x_i - \tau, 0), \quad \sum_j f_j = 1)",
      .derivative =
          R"(\frac{\partial f_i}{\partial x_j} = [f_i > 0] [f_j > 0] \left(\delta_{ij} - \frac{1}{\sum_k [f_k > 0]}\right))",
      .range = "[0, 1]",
      .smoothness = Smoothness::continuous,
      .aliases =
          {.torch = {}, .keras = {{"keras.activations.sparsemax", "axis=-1"}}, .onnx = {}, .jax = {}, .tfjs = {}},
      .kind = Kind::row,
      .family = Family::row,
  };

  static void value(Row& row) {
    const Threshold threshold(row);
    row.write([=](F32x4 x, F32x4) { return narrow(atLeast(threshold.excess(x), 0)); });
  }

  // On the support the gradient less its mean there.
  static void backward(Row& row) {
    const Threshold threshold(row);
    F64x4 sum = 0;
    row.read([&](F32x4 x, F32x4 gradient) { sum += threshold.excess(x) > 0 ? widen(gradient) : 0; });
    const double mean = total(sum) / threshold.support;
    row.write([=](F32x4 x, F32x4 gradient) {
      const F64x4 excess = threshold.excess(x);
      return narrow(excess > 0 ? widen(gradient) - mean : excess == excess ? F64x4(0) : excess);
    });
  }

 private:
  // Newton's iteration for τ in Σ max(x - τ, 0) = 1, which is convex and made of straight lines: from a τ that is too
  // small it only grows, the support shrinks, and τ is exact when it no longer does. After Michelot, A Finite Algorithm
  // for Finding the Projection of a Point onto the Canonical Simplex of R^n, 1986; no sorting, no memory.
  struct Threshold {
    double most, tau = -1, support = std::numeric_limits<double>::infinity();  // tau relative to most

    explicit Threshold(Row& row) : most(largest(row)) {
      for (double before = 0; support != before;) {
        F64x4 sum = 0, count = 0;
        row.read([&](F32x4 x, F32x4) {
          const F64x4 over = excess(x);
          sum += atLeast(over, 0);
          count += over > 0 ? F64x4(constant<1.0>) : 0;
        });
        before = support;
        support = std::min(support, total(count));
        tau += (total(sum) - 1) / support;
      }
    }

    F64x4 excess(F32x4 x) const { return widen(x) - most - tau; }
  };
};
