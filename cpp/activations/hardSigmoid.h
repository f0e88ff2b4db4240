// hardSigmoid: a straight line from 0 to 1, a cheap stand-in for sigmoid. The BinaryConnect paper has the slope 1/2.
// The default, 1/6, is the slope of Howard and others, Searching for MobileNetV3, ICCV 2019.
#pragma once

#include <algorithm>
#include <limits>

#include "activation.h"

namespace activations {

struct HardSigmoid {
  static constexpr Description about{
      .name = "hardSigmoid",
      .label = "Hard Sigmoid",
      .formula = R"(\min(\max(\alpha x + \beta, 0), 1))",
      .derivative = R"(\begin{cases} \alpha & 0 < \alpha x + \beta < 1 \\ 0 & \text{otherwise} \end{cases})",
      .range = "[0, 1]",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::notDecreasing,
      .view = {-6, 6},
      .kinks = {.here = R"(f'(-3) = 0, \; f'(3) = 0)", .tfjs = R"(f'(-2.5) = 0.2, \; f'(2.5) = 0.2)"},
      .aliases = {.torch = {"torch.nn.Hardsigmoid", "torch.nn.functional.hardsigmoid"},
                  .keras = {"keras.activations.hard_sigmoid"},
                  .onnx = {{"HardSigmoid", "alpha=0.2, beta=0.5", true}},
                  .jax = {"jax.nn.hard_sigmoid"},
                  .tfjs = {{"hardSigmoid", "", true}},
                  .timm = {"hard_sigmoid", "hardsigmoid"},
                  .ggml = {"ggml_hardsigmoid"},
                  .webnn = {{"hardSigmoid", "alpha=0.2, beta=0.5", true}},
                  .coreml = {"sigmoid_hard"},
                  .nnlib = {"NNlib.hardσ", "NNlib.hardsigmoid"}},
      // 1/6 and 1/5 are multiples of the step.
      .parameters = {{"slope", "α", 1.0 / 6, 1.0 / 30, 1, 1.0 / 30, Domain::all, {1.0 / 30, 0.5}, {"alpha"}},
                     {"offset", "β", 0.5, -1, 2, 0.1, Domain::all, {0, 1}, {"beta"}}},
      .family = Family::sigmoid,
  };

  float slope, offset;

  std::array<float, 2> kinks() const {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    if (slope == 0) return {-infinity, infinity};
    const float zero = -offset / exactSlope(), one = (1.0 - offset) / exactSlope();
    return {std::min(zero, one), std::max(zero, one)};
  }

  F32x4 value(F32x4 x) const {
    if (slope == 0) return keepNaN(x, std::clamp(offset, 0.0f, 1.0f));  // 0 * ∞ would be NaN
    return narrow(atMost(atLeast(line(x), 0), memoryConstant<1.0>));
  }

  F32x4 derivative(F32x4 x) const {
    // line(x) would round to 1 already below the upper knee.
    const F64x4 v = widen(x) * exactSlope();
    const Mask inside = __builtin_convertvector(v > -double(offset) & v < 1 - double(offset), Mask);
    return keepNaN(x, std::bit_cast<F32x4>(inside & std::bit_cast<Mask>(F32x4(slope))));
  }

 private:
  // The float nearest to 1/6 means 1/6, as in PyTorch's (x + 3) / 6. Its own value would put the knees between floats
  // and make f wrong by a third next to -3.
  double exactSlope() const { return slope == 1.0f / 6 ? 1.0 / 6 : slope; }

  // In double the product is exact, so the sum keeps its digits next to the lower knee.
  F64x4 line(F32x4 x) const { return widen(x) * exactSlope() + double(offset); }
};

}  // namespace activations
