// xielu: a parabola on the right and an integral of elu on the left, each with a slope that the network learns. The
// slopes are the effective ones: Hugging Face stores numbers of which softplus makes alphaP and alphaN - beta. It
// computes e^min(x, eps) - 1 with eps = -1e-6, which keeps the branch that it discards finite; between eps and 0 that
// makes its f smaller by up to 8e-7, f(0) included. Here f is exact there.
#pragma once

#include "activation.h"
#include "vectorMath.h"

namespace activations {

struct Xielu {
  static constexpr Description about{
      .name = "xielu",
      .label = "xIELU",
      .formula = R"(\begin{cases} n (e^x - 1 - x) + \beta x & x \le 0 \\ p x^2 + \beta x & x > 0 \end{cases})",
      .derivative = R"(\begin{cases} n (e^x - 1) + \beta & x \le 0 \\ 2 p x + \beta & x > 0 \end{cases})",
      .range = R"([-0.2057\ldots, \infty))",
      .smoothness = Smoothness::once,
      .monotonicity = Monotonicity::none,
      .view = {-5, 3},
      .aliases = {.torch = {{"transformers.activations.XIELUActivation",
                             "alpha_p_init=0.8, alpha_n_init=0.8, beta=0.5, eps=-1e-6"}},
                  .huggingFace = {{"xielu", "alpha_p_init=0.8, alpha_n_init=0.8, beta=0.5, eps=-1e-6"}},
                  .ggml = {"ggml_xielu"}},
      .parameters = {{"alphaP", "p", 0.8, 0, 4, 0.1, Domain::all, {0, 2}},
                     {"alphaN", "n", 0.8, 0, 4, 0.1, Domain::all, {0, 2}},
                     {"beta", "β", 0.5, 0, 2, 0.1, Domain::all, {0, 1}}},
      .family = Family::rectifier,
  };

  float alphaP, alphaN, beta;

  std::array<float, 0> kinks() const { return {}; }

  F32x4 value(F32x4 x) const {
    const F64x4 v = finite(x);
    const auto [isNear, power, r, bend] = split(v);
    const double n = alphaN;
    // Next to 0 n (e^x - 1 - x) + βx; farther left n (e^x - 1) + (β - n) x, which does not cancel if β is n.
    const F64x4 left =
        (isNear ? n * bend + double(beta) * v : n * power * (bend + r + memoryConstant<1.0>)-n + (beta - n) * v);
    return narrow(v < 0 ? left : v * (double(alphaP) * v + double(beta)));
  }

  F32x4 derivative(F32x4 x) const {
    const F64x4 v = finite(x);
    const auto [isNear, power, r, bend] = split(v);
    const double n = alphaN;
    const F64x4 left =
        (isNear ? n * (bend + r) + double(beta) : n * power * (bend + r + memoryConstant<1.0>)+(beta - n));
    return narrow(v > 0 ? memoryConstant<2.0> * alphaP * v + double(beta) : left);
  }

  // With respect to alphaP where x > 0, and to alphaN elsewhere.
  F32x4 slopeDerivative(F32x4 x) const { return Xielu{1, 1, 0}.value(x); }

 private:
  // 0 * ∞ would be NaN.
  static F64x4 finite(F32x4 x) { return atMost(atLeast(widen(x), memoryConstant<-1e100>), memoryConstant<1e100>); }

  // e^x = 2^k e^r for x <= 0, and e^r - 1 - r. Between the zeros of f and of f' and the nearest floats the error of
  // expParts() would show, so these parts have the precision of doubles: with t = r / 2, tanh t = t a / b, the sixth
  // convergent of its continued fraction, e^r - 1 - r is 2t (a (1 + t) - b) / (b - t a). isNear where k = 0.
  struct Parts {
    decltype(F64x4{} == F64x4{}) isNear;
    F64x4 power, r, bend;
  };
  static Parts split(F64x4 x) {
    // Even times the largest slope, e^-200 underflows to 0. The shift is that of expParts().
    const F64x4 v = atMost(atLeast(x, memoryConstant<-200.0>), 0);
    const double shift = memoryConstant<0x1.8p52 + 1023>;
    const F64x4 shifted = v * memoryConstant<1.4426950408889634> + shift, k = shifted - shift;
    // ln 2 in two doubles, of which the first is short, so that its product with k is exact.
    const F64x4 r = v - k * memoryConstant<0.6931471805582987> - k * memoryConstant<0x1.cf79abc9e3b3ap-40>;
    const F64x4 t = memoryConstant<0.5> * r, tt = t * t;
    const F64x4 a = memoryConstant<10395.0> + tt * (memoryConstant<1260.0> + memoryConstant<21.0> * tt);
    const F64x4 less = memoryConstant<3465.0> + tt * (memoryConstant<189.0> + tt);  // (b - a) / t²
    const F64x4 b = a + tt * less;
    using Bits = decltype(x == x);
    return {.isNear = k == 0.0,
            .power = std::bit_cast<F64x4>(std::bit_cast<Bits>(shifted) << 52),
            .r = r,
            .bend = memoryConstant<2.0> * tt * (a - t * less) / (b - t * a)};
  }
};

}  // namespace activations
