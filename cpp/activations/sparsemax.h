// sparsemax: the point of the probability simplex that is nearest to the scores: softmax with true zeros. -∞ gives 0.
// NaN, +∞ or a row without a finite score gives NaN in the whole row.
#pragma once

#include "activation.h"
#include "rows.h"

namespace activations {

struct Sparsemax {
  static constexpr Description about{
      .name = "sparsemax",
      .label = "Sparsemax",
      .formula = R"(f_i = \max(x_i - \tau, 0), \quad \sum_j f_j = 1)",
      .derivative =
          R"(\frac{\partial f_i}{\partial x_j} = [f_i > 0] [f_j > 0] \left(\delta_{ij} - \frac{1}{\sum_k [f_k > 0]}\right))",
      .range = "[0, 1]",
      .smoothness = Smoothness::continuous,
      .aliases = {.keras = {{"keras.activations.sparsemax", "axis=-1"}}},
  };

  static void value(Row& row) {
    const Threshold threshold(row);
    row.write([=](F32x4 x, F32x4) { return narrow(atLeast(threshold.excess(x), 0)); });
  }

  // On the support, the gradient minus its mean there.
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
  // Newton's iteration for τ in Σ max(x - τ, 0) = 1, a convex and piecewise linear function. From below, τ only grows
  // and the support only shrinks; once the support stays, τ is exact. It needs no sorting and no memory. After
  // Michelot, A Finite Algorithm for Finding the Projection of a Point onto the Canonical Simplex of R^n, 1986.
  struct Threshold {
    double max, tau = -1, support = std::numeric_limits<double>::infinity();  // tau relative to max

    explicit Threshold(Row& row) : max(largest(row)) {
      for (double before = 0; support != before;) {
        F64x4 sum = 0, count = 0;
        row.read([&](F32x4 x, F32x4) {
          const F64x4 over = excess(x);
          sum += atLeast(over, 0);
          count += over > 0 ? F64x4(memoryConstant<1.0>) : 0;
        });
        before = support;
        support = std::min(support, total(count));
        tau += (total(sum) - 1) / support;
      }
    }

    F64x4 excess(F32x4 x) const { return widen(x) - max - tau; }
  };
};

}  // namespace activations
