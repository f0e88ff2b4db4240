// softsign: a sigmoid by one division, with slower tails than tanh. Proposed again by Bergstra, Desjardins, Lamblin and
// Bengio, Quadratic Polynomials Learn Better Image Features, 2009.
#pragma once

#include "../activation.h"

struct Softsign {
  static constexpr Description about{
      .name = "softsign",
      .label = "Softsign",
      .formula = R"(\frac{x}{1 + |x|})",
      .derivative = R"(\frac{1}{(1 + |x|)^2})",
      .aliases = {.torch = {"torch.nn.Softsign", "torch.nn.functional.softsign"},
                  .keras = {"keras.activations.softsign"},
                  .onnx = {"Softsign"},
                  .jax = {"jax.nn.soft_sign"},
                  .tfjs = {"softsign"}},
      .family = Family::sigmoid,
  };

  static constexpr Reference reference{
      .range = "(-1, 1)",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::increasing,
      .origin = {"Elliott", 1993, "A Better Activation Function for Artificial Neural Networks"},
      .use = {"Like tanh, but with slower tails and one division in place of exponentials, so saturated units keep "
              "more of the gradient. Seen in older feed-forward networks and where exponentials are expensive.",
              "形狀像 tanh，但尾端趨近得慢，只要一次除法、不必算指數，飽和的神經元能保留較多梯度。多見於早期的前饋網"
              "路，以及指數運算昂貴的硬體。"},
      .care = {"It nears ±1 only slowly: softsign(10) is 0.91, so targets of ±1 stay out of reach. As x / (1 + |x|) it "
               "gives NaN at ±∞, in PyTorch too, and its second derivative jumps at 0. JAX spells it soft_sign.",
               "趨近 ±1 很慢：softsign(10) 只有 0.91，因此不宜拿 ±1 當目標值。直接計算 x / (1 + |x|)，遇到 ±∞ 會得到 "
               "NaN，PyTorch 也是如此；二階導函數在 0 處不連續。JAX 的寫法是 soft_sign。"},
      .code = {.numpy = "x / (1 + np.abs(x))",
               .numpyDerivative = "1 / (1 + np.abs(x)) ** 2",
               .torch = "F.softsign(x)",
               .keras = "keras.activations.softsign(x)",
               .jax = "jax.nn.soft_sign(x)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  // In double, because a rounded 1 + |x| costs up to one ULP more. ∞ / ∞ would be NaN; from 2^25 on f is ±1.
  F32x4 value(F32x4 x) const {
    const F64x4 y = widen(atMost(atLeast(x, constant<-0x1p60f>), constant<0x1p60f>));
    return narrow(y / (constant<1.0> + abs(y)));
  }

  F32x4 derivative(F32x4 x) const {
    const F64x4 y = constant<1.0> + abs(widen(x));
    return narrow(constant<1.0> / (y * y));
  }
};
