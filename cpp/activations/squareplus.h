// squareplus: softplus from a square root alone. With b = 0 it is relu, f'(0) = 0 included.
#pragma once

#include "../activation.h"

struct Squareplus {
  static constexpr Description about{
      .name = "squareplus",
      .label = "Squareplus",
      .formula = R"(\frac{x + \sqrt{x^2 + b}}{2})",
      .derivative = R"(\frac{1}{2} \left(1 + \frac{x}{\sqrt{x^2 + b}}\right))",
      .aliases = {.torch = {},
                  .keras = {{"keras.activations.squareplus", "b=4"}},
                  .onnx = {},
                  .jax = {{"jax.nn.squareplus", "b=4"}},
                  .tfjs = {}},
      .parameters = {{"b", "b", {"roundness of the bend", "轉折的圓滑程度"}, 4, 0.1, 16, 0.1, Domain::notNegative}},
      .family = Family::smooth,
  };

  static constexpr Reference reference{
      .range = R"((0, \infty))",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .origin = {"Barron", 2021, "Squareplus: A Softplus-Like Algebraic Rectifier"},
      .use = {"A stand-in for softplus where exponentials and logarithms are expensive: one square root and a few "
              "basic operations, positive and smooth everywhere, with b setting how wide the bend is.",
              "在指數與對數運算昂貴的環境下可取代 Softplus：只需一次開方與少許四則運算，處處為正且平滑，"
              "轉折的寬度由 b 決定。"},
      .care = {"Its tail falls only like b / (4|x|), far more slowly than that of softplus, so that units are never "
               "quite off. For very negative x the formula cancels to 0 in float32. With b = 0 it is ReLU.",
               "左側只以 b / (4|x|) 的速度趨近 0，比 Softplus 慢得多，神經元不會真正關閉。x 為很大的負數時，"
               "照公式以 float32 計算會相消成 0。b = 0 時就是 ReLU。"},
      .code = {.numpy = "(x + np.sqrt(x * x + {b})) / 2",
               .numpyDerivative = "(1 + x / np.sqrt(x * x + {b})) / 2",
               .torch = "(x + torch.sqrt(x * x + {b})) / 2",
               .keras = "keras.activations.squareplus(x, b={b})",
               .jax = "jax.nn.squareplus(x, b={b})"},
  };

  float b;

  std::array<float, 0> kinks() const { return {}; }

  // relu(x) + b / 2 (|x| + √(x² + b)) is the same and does not cancel; in double x² does not overflow.
  F32x4 value(F32x4 x) const {
    const F64x4 size = abs(widen(x));
    return narrow(widen(atLeast(x, 0)) + 0.5 * b / (size + sqrt(size * size + double(b)) + tiny));
  }

  // The derivative at -|x|, which is at most 1/2, or 1 minus it.
  F32x4 derivative(F32x4 x) const {
    const F64x4 size = abs(widen(x)), r = sqrt(size * size + double(b));
    return abs(oneWhere(x > 0.0f) - narrow(0.5 * b / ((size + r) * r + tiny)));
  }

 private:
  static constexpr double tiny = 1e-300;  // vanishes beside all but 0: 0 / 0 would be NaN
};
