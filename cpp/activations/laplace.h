// laplace: the normal distribution function as an activation. MEGA gives it the mean √(1/2) and the deviation
// √(1/(4π)), with which it is close to relu2 up to 1; Hugging Face rounds both to six digits.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Laplace {
  static constexpr Description about{
      .name = "laplace",
      .label = "Laplace",
      .formula = R"(\frac{1}{2} \left(1 + \operatorname{erf}\frac{x - \mu}{\sigma \sqrt 2}\right))",
      .derivative = R"(\frac{1}{\sigma \sqrt{2\pi}} e^{-(x - \mu)^2 / (2 \sigma^2)})",
      .range = "(0, 1)",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .view = {-1.5, 2.5},
      .aliases = {.torch = {{"transformers.activations.LaplaceActivation", "mu=0.707107, sigma=0.282095"}},
                  .huggingFace = {{"laplace", "mu=0.707107, sigma=0.282095"}}},
      // The defaults are multiples of the steps.
      .parameters = {{"mu", "μ", 0.707107, -0.707107, 2 * 0.707107, 0.05 * 0.707107, Domain::all},
                     {"sigma",
                      "σ",
                      0.282095,
                      0.1 * 0.282095,
                      10 * 0.282095,
                      0.1 * 0.282095,
                      Domain::positive,
                      {0.1 * 0.282095, 5 * 0.282095}}},
      .family = Family::sigmoid,
  };

  float mu, sigma;

  std::array<float, 0> kinks() const { return {}; }

  // With t = |x - μ| / σ, Φ(-t) is e^(-t²/2) times Mills' ratio, and Φ(t) is 1 minus that. From 14.6 on Φ(-t)
  // underflows to 0.
  F32x4 value(F32x4 x) const {
    const F64x4 z = standardised(x), t = atMost(abs(z), memoryConstant<14.7>);
    const F64x4 tt = t * t;
    const auto [over, under] = exp<-0.5>(tt);
    const Fraction mills = millsRatio(t, tt);
    const F64x4 y = over * mills.over / (under * mills.under);
    return narrow(z > 0 ? memoryConstant<1.0> - y : y);
  }

  // Even divided by the smallest σ, e^-338 underflows to 0.
  F32x4 derivative(F32x4 x) const {
    const F64x4 t = atMost(abs(standardised(x)), memoryConstant<26.0>);
    const auto [over, under] = exp<-0.5>(t * t);
    return narrow(over / under * (0.3989422804014326779 / sigma));  // 1 / √(2π)
  }

 private:
  F64x4 standardised(F32x4 x) const { return (widen(x) - double(mu)) * (1 / double(sigma)); }
};

}  // namespace activations
