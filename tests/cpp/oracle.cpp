#include "oracle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace activations {
namespace {

// selu's λ and λα. The floats nearest to the paper's constants stand for these constants.
double lambda(const float* p) { return p[1] == 1.0507009873554804934f ? 1.0507009873554804934 : p[1]; }
double lambdaAlpha(const float* p) {
  return lambda(p) * (p[0] == 1.6732632423543772848f ? 1.6732632423543772848 : p[0]);
}

double sigma(double x) { return 1 / (1 + std::exp(-x)); }
double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }
double swish(double x, double beta) { return x * sigma(beta * x); }
double swishDerivative(double v) { return sigma(v) * (1 + v * sigma(-v)); }  // at v = βx
bool swishCrossing(double v) { return std::abs(v + 1.2785) < 0.3; }

// Φ and φ, the normal distribution and its density.
double normal(double x) { return std::erfc(x * -std::numbers::sqrt2 / 2) / 2; }
double density(double x) { return std::exp(x * x / -2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2; }

// 2u and its derivative, where ½ (1 + tanh u) = σ(2u).
double geluTanhArgument(double x) {
  return 2 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi * (x + 0.044715 * x * x * x);
}
double geluTanhSlope(double x) {
  return 2 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi * (1 + 3 * 0.044715 * x * x);
}

// tanh(ln(1 + e^x)) = n / (n + 2) with n = e^x (e^x + 2).
double mishN(double x) {
  const double e = std::exp(x);
  return e * (e + 2);
}

// x - tanh x = (x cosh x - sinh x) / cosh x, whose numerator is the sum of 2k / (2k + 1)! x^(2k + 1).
double tanhShrink(double x) {
  if (std::abs(x) > 1) return x - std::tanh(x);
  double term = x * x * x / 6, sum = 2 * term, before = 1;
  for (int k = 2; sum != before; ++k) {
    before = sum;
    sum += 2 * k * (term *= x * x / (2 * k * (2 * k + 1)));
  }
  return sum / std::cosh(x);
}

// PyTorch, Keras and JAX have (x + 3) / 6: their slope is 1/6 itself, not the float next to it.
double hardSigmoid(double x, const float* p) {
  return p[0] == 1 / 6.0f ? (x + 6.0 * p[1]) / 6 : double(p[0]) * x + p[1];
}

double shrink(double x, double lambd, double bias) {
  return std::abs(x) > lambd ? std::copysign(1, x) * (std::abs(x) - bias) : std::copysign(0, x);
}

// Formulas that several functions share.
constexpr Exact isPositive{[](double x, const float*) { return x > 0 ? 1.0 : 0.0; }, 0};
constexpr Exact isOutside{[](double x, const float* p) { return std::abs(x) > p[0] ? 1.0 : 0.0; }, 0};
constexpr Exact isAbove{[](double x, const float* p) { return x > p[0] ? 1.0 : 0.0; }, 0};
constexpr Exact leaky{[](double x, const float* p) { return x > 0 ? x : p[0] * x; }, 0};
constexpr Exact leakyDerivative{[](double x, const float* p) { return x > 0 ? 1.0 : p[0]; }, 0};
constexpr Exact logistic{[](double x, const float*) { return sigma(x); }};
constexpr Exact exponential{[](double x, const float*) { return std::exp(x); }};

// α tanh(βx) and its derivative.
double scaledTanh(double x, double alpha, double beta) { return alpha * std::tanh(beta * x); }
double scaledTanhDerivative(double x, double alpha, double beta) {
  const double cosh = std::cosh(std::min(std::abs(beta * x), 300.0));
  return alpha * beta / cosh / cosh;
}

// e^x - 1 - x for x <= 0. Near 0 it is the sum of x^k / k!.
double expBend(double x) {
  if (x < -1) return std::expm1(x) - x;
  double term = x * x / 2, sum = term, before = -1;
  for (int k = 3; sum != before; ++k) {
    before = sum;
    sum += term *= x / k;
  }
  return sum;
}

// Near 0 it is -½ ln(1 - tanh² x), which does not cancel.
double logCosh(double x) {
  if (std::abs(x) > 1) return std::abs(x) + std::log1p(std::exp(-2 * std::abs(x))) - std::numbers::ln2;
  const double t = std::tanh(x);
  return std::log1p(-t * t) / -2;
}

float middle(const float* p) { return (double(p[0]) + p[1]) / 2; }

}  // namespace

const std::vector<Oracle> oracles{
    {
        .name = "identity",
        .value = {[](double x, const float*) { return x; }, 0},
        .derivative = {[](double, const float*) { return 1.0; }, 0},
    },
    {
        .name = "linear",
        // A β of 0 adds nothing, not even a sign.
        .value = {[](double x, const float* p) { return p[0] == 0   ? p[1]
                                                        : p[1] == 0 ? p[0] * x
                                                                    : p[0] * x + p[1]; },
                  0},
        .derivative = {[](double, const float* p) { return double(p[0]); }, 0},
        .alsoWith = {{0, 0}, {0, 0.3f}, {-0.0f, -1}, {0.3f, 1e-40f}, {1e-45f, 0}, {1, -3e38f}, {-3e38f, 0.7f}},
    },
    {
        .name = "step",
        .value = {[](double x, const float* p) { return x > 0 ? 1.0 : p[0]; }, 0},
        .derivative = {[](double, const float*) { return 0.0; }, 0},
        .kinks = {0},
        .alsoWith = {{-0.0f}, {0.3f}, {1e-42f}, {-3e38f}},
    },
    {
        .name = "relu",
        .value = {[](double x, const float*) { return x < 0 ? 0 : x; }, 0},
        .derivative = isPositive,
        .kinks = {0},
    },
    {
        .name = "relu6",
        .value = {[](double x, const float*) { return x < 0 ? 0 : std::min(x, 6.0); }, 0},
        .derivative = {[](double x, const float*) { return 0 < x && x < 6 ? 1.0 : 0.0; }, 0},
        .kinks = {0, 6},
    },
    {
        .name = "clampedRelu",
        .value = {[](double x, const float* p) {
          return x > p[2] ? std::min<double>(x, p[1]) : p[0] * (x - double(p[2]));
        }},
        .derivative = {[](double x, const float* p) { return x <= p[2]  ? p[0]
                                                             : x < p[1] ? 1.0
                                                                        : 0.0; }, 0},
        .kinks = {0, 6},
        .alsoWith =
            {{0.1f, 6, 0}, {-0.3f, 5, 1.5f}, {0, 3, 4}, {0.25f, -1, -2}, {1e-42f, 3e38f, 1e-40f}, {3e38f, 1, -3e38f}},
    },
    {
        .name = "relu2",
        .value = {[](double x, const float*) { return x < 0 ? 0 : x * x; }, 0},
        .derivative = {[](double x, const float*) { return x < 0 ? 0 : 2 * x; }, 0},
    },
    {
        .name = "leakyRelu",
        .value = leaky,
        .derivative = leakyDerivative,
        .kinks = {0},
        .alsoWith = {{0}, {-0.0f}, {0.07f}, {-0.3f}, {1}, {1.0000001f}, {3}, {1e-42f}, {3e38f}, {-3e38f}},
    },
    {
        .name = "prelu",
        .value = leaky,
        .derivative = leakyDerivative,
        .kinks = {0},
        .alsoWith = {{0}, {-0.0f}, {0.07f}, {-0.3f}, {1}, {1.0000001f}, {3}, {1e-42f}, {3e38f}, {-3e38f}},
    },
    {
        .name = "rrelu",
        .value = {[](double x, const float* p) { return x > 0 ? x : middle(p) * x; }, 0},
        .derivative = {[](double x, const float* p) { return x > 0 ? 1.0 : middle(p); }, 0},
        .kinks = {0},
        .alsoWith = {{0, 0}, {-1e-45f, 0}, {0.1f, 0.7f}, {-1, 1}, {-1, 0.5f}, {1, 1.0000001f}, {2, 5}, {0.3f, 0.1f}},
    },
    {
        .name = "thresholdedRelu",
        .value = {[](double x, const float* p) { return x > p[0] ? x : 0; }, 0},
        .derivative = isAbove,
        .kinks = {1},
        .alsoWith = {{0}, {-1}, {0.1f}, {1e-40f}, {3e38f}},
    },
    {
        .name = "threshold",
        .value = {[](double x, const float* p) { return x > p[0] ? x : p[1]; }, 0},
        .derivative = isAbove,
        .kinks = {0},
        .alsoWith = {{0, 0}, {-1, 3}, {0.1f, -20}, {1, 1}, {3e38f, 1e-40f}},
    },
    {
        .name = "elu",
        // Where α < 0, f(-0) is 0.
        .value = {[](double x, const float* p) { return x < 0      ? p[0] * std::expm1(x)
                                                        : p[0] < 0 ? x + 0.0
                                                                   : x; }},
        .derivative = {[](double x, const float* p) { return x > 0 ? 1 : p[0] * std::exp(x); }},
        .kinks = {0},
        .alsoWith = {{-1}, {0}, {0.3f}, {3}, {1e-40f}, {3e38f}},
    },
    {
        .name = "celu",
        .value = {[](double x, const float* p) { return x >= 0 ? x : p[0] * std::expm1(x / p[0]); }},
        .derivative = {[](double x, const float* p) { return x > 0 ? 1 : std::exp(x / p[0]); }},
        .alsoWith = {{0.05f}, {0.3f}, {7}, {1e-38f}, {1e30f}},
    },
    {
        .name = "selu",
        .value = {[](double x, const float* p) {
          if (x == 0) return lambda(p) * x + lambdaAlpha(p) * x;
          return x > 0 ? lambda(p) * x : lambdaAlpha(p) * std::expm1(x);
        }},
        .derivative = {[](double x, const float* p) { return x > 0 ? lambda(p) : lambdaAlpha(p) * std::exp(x); }},
        .kinks = {0},
        .alsoWith = {{2, 3}, {1.6732632f, 1}, {1, 1.050701f}, {0, 0}, {-1, 2}, {2, -1}, {1e-40f, 1}, {3e38f, 3e38f}},
    },
    {
        .name = "xielu",
        .value = {[](double x, const float* p) {
          if (x >= 0) return x * (double(p[0]) * x + p[2]);
          // Where both parameters are 0, f(x) is 0, not -0.
          return x < -1 ? p[1] * std::expm1(x) + (double(p[2]) - p[1]) * x + 0.0 : p[1] * expBend(x) + double(p[2]) * x;
        }},
        .derivative = {[](double x, const float* p) {
          if (x > 0) return 2.0 * p[0] * x + p[2];
          return x < -1 ? p[1] * std::exp(x) + (double(p[2]) - p[1]) : p[1] * std::expm1(x) + p[2];
        }},
        .alsoWith = {{1, 1, 1},
                     {0, 0, 0},
                     {0.3f, 1.7f, 0.01f},
                     {0.8f, 0.8f, 1e-10f},
                     {-1, 0.5f, 0.25f},
                     {1, -2, 0.5f},
                     {2, 1, -0.5f},
                     {1e-40f, 1e-40f, 1},
                     {3e38f, 3e38f, 3e38f},
                     {1, 3e38f, 1}},
    },
    {
        .name = "gelu",
        .value = {[](double x, const float*) { return x * normal(x); }},
        .derivative = {[](double x, const float*) { return normal(x) + x * density(x); }, 1,
                       [](double x, const float*) { return std::abs(x + 0.7518) < 0.15; }},
    },
    {
        .name = "geluTanh",
        .value = {[](double x, const float*) { return x * sigma(geluTanhArgument(x)); }},
        .derivative = {[](double x, const float*) {
                         const double v = geluTanhArgument(x);
                         return sigma(v) * (1 + x * sigma(-v) * geluTanhSlope(x));
                       },
                       1, [](double x, const float*) { return std::abs(x + 0.7525) < 0.15; }},
    },
    {
        .name = "quickGelu",
        .value = {[](double x, const float*) { return swish(x, 1.702); }},
        .derivative = {[](double x, const float*) { return swishDerivative(1.702 * x); }, 1,
                       [](double x, const float*) { return swishCrossing(1.702 * x); }},
    },
    {
        .name = "geluClipped",
        .value = {[](double x, const float*) { return std::min(x * normal(x), 10.0); }},
        .derivative = {[](double x, const float*) { return x > 10 ? 0 : normal(x) + x * density(x); }, 1,
                       [](double x, const float*) { return std::abs(x + 0.7518) < 0.15; }},
        .kinks = {10},
    },
    {
        .name = "silu",
        .value = {[](double x, const float* p) { return swish(x, p[0]); }},
        .derivative = {[](double x, const float* p) { return swishDerivative(p[0] * x); }, 1,
                       [](double x, const float* p) { return swishCrossing(p[0] * x); }},
        .alsoWith = {{0}, {-1}, {0.1f}, {1.702f}, {30}, {1e-38f}, {1e-45f}, {3e38f}, {-3e38f}},
    },
    {
        .name = "mish",
        .value = {[](double x, const float*) { return x / (1 + 2 / mishN(x)); }},
        .derivative = {[](double x, const float*) {
                         const double n = mishN(x), t = 1 / (1 + 2 / n), rest = 2 / (n + 2);  // rest = 1 - t
                         return t + x * sigma(x) * rest * (1 + t);
                       },
                       1, [](double x, const float*) { return std::abs(x + 1.1924) < 0.3; }},
    },
    {
        .name = "softplus",
        .value = {[](double x, const float* p) { return softplus(p[0] * x) / p[0]; }},
        .derivative = {[](double x, const float* p) { return sigma(p[0] * x); }},
        .alsoWith = {{0.05f}, {0.3f}, {1}, {30}, {1e-38f}, {3e38f}},
    },
    {
        .name = "sqrtSoftplus",
        .value = {[](double x, const float*) { return std::sqrt(softplus(x)); }},
        .derivative = {[](double x, const float*) {
          return x < -400 ? 0 : sigma(x) / (2 * std::sqrt(softplus(x)));  // 0 / 0 would be NaN
        }},
    },
    {
        .name = "squareplus",
        .value = {[](double x, const float* p) {
          const double root = std::sqrt(x * x + p[0]);
          return (x < 0 ? p[0] / (root - x) : x + root) / 2;
        }},
        .derivative = {[](double x, const float* p) {
          const double root = std::sqrt(x * x + p[0]);
          if (root == 0) return 0.0;  // with b = 0 it is relu, and f'(0) is relu's
          return (x < 0 ? p[0] / (root * (root - x)) : 1 + x / root) / 2;
        }},
        .alsoWith = {{0}, {1e-6f}, {0.3f}, {100}, {1e-40f}, {3e38f}},
    },
    {
        .name = "sparsePlus",
        .value = {[](double x, const float*) { return x >= 1   ? x
                                                      : x > -1 ? (x + 1) * (x + 1) / 4
                                                               : 0; }},
        .derivative = {[](double x, const float*) { return std::clamp((x + 1) / 2, 0.0, 1.0); }},
    },
    {
        .name = "lisht",
        .value = {[](double x, const float*) { return x * std::tanh(x); }},
        .derivative = {[](double x, const float*) { return std::tanh(x) + x * scaledTanhDerivative(x, 1, 1); }},
    },
    {
        .name = "logCosh",
        .value = {[](double x, const float*) { return logCosh(x); }},
        .derivative = {[](double x, const float*) { return std::tanh(x); }},
    },
    {
        .name = "sigmoid",
        .value = logistic,
        .derivative = {[](double x, const float*) { return sigma(x) * sigma(-x); }},
    },
    {
        .name = "hardSigmoid",
        .value = {[](double x, const float* p) { return std::clamp(hardSigmoid(x, p), 0.0, 1.0); }},
        .derivative = {[](double x, const float* p) {
                         // For slope 1/6 everything is multiplied by 6, so that no sum rounds.
                         const bool isSixth = p[0] == 1 / 6.0f;
                         const double v = isSixth ? x : x * p[0], unit = isSixth ? 6 : 1;
                         return unit * -p[1] < v && v < unit - unit * p[1] ? p[0] : 0.0;
                       },
                       0},
        .kinks = {-3, 3},
        .alsoWith = {{0.2f, 0.5f},
                     {1 / 6.0f, 0.3f},
                     {1 / 6.0f, 1},
                     {-0.2f, 0.5f},
                     {0, 0.25f},
                     {1, 0},
                     {3e38f, 0.5f},
                     {1e-38f, 0.5f}},
    },
    {
        .name = "sparseSigmoid",
        .value = {[](double x, const float*) { return std::clamp((x + 1) / 2, 0.0, 1.0); }},
        .derivative = {[](double x, const float*) { return std::abs(x) < 1 ? 0.5 : 0; }, 0},
        .kinks = {-1, 1},
    },
    {
        .name = "logSigmoid",
        .value = {[](double x, const float*) { return -softplus(-x); }},
        .derivative = {[](double x, const float*) { return sigma(-x); }},
    },
    {
        .name = "laplace",
        .value = {[](double x, const float* p) { return normal((x - p[0]) / p[1]); }},
        .derivative = {[](double x, const float* p) { return density((x - p[0]) / p[1]) / p[1]; }},
        .alsoWith = {{0, 1}, {-3, 0.01f}, {1e30f, 2}, {0.5f, 1e-38f}, {0, 3e38f}},
    },
    {
        .name = "tanh",
        .value = {[](double x, const float*) { return std::tanh(x); }},
        .derivative = {[](double x, const float*) { return 1 / (std::cosh(x) * std::cosh(x)); }},
    },
    {
        .name = "scaledTanh",
        .value = {[](double x, const float* p) { return scaledTanh(x, p[0], p[1]); }},
        .derivative = {[](double x, const float* p) { return scaledTanhDerivative(x, p[0], p[1]); }},
        .alsoWith = {{1, 1}, {-2, 0.3f}, {2, -0.3f}, {0, 1}, {1, -0.0f}, {1e-40f, 1}, {3e38f, 3e38f}, {1, 1e-45f}},
    },
    {
        .name = "softCap",
        .value = {[](double x, const float* p) { return scaledTanh(x, p[0], 1 / double(p[0])); }},
        .derivative = {[](double x, const float* p) { return scaledTanhDerivative(x, p[0], 1 / double(p[0])); }},
        .alsoWith = {{50}, {0.3f}, {1e-40f}, {3e38f}},
    },
    {
        .name = "hardTanh",
        .value = {[](double x, const float* p) { return std::min<double>(std::max<double>(x, p[0]), p[1]); }, 0},
        .derivative = {[](double x, const float* p) { return p[0] < x && x < p[1] ? 1.0 : 0.0; }, 0},
        .kinks = {-1, 1},
        .alsoWith = {{0, 0}, {3, 3}, {2, -2}, {-3, -0.3f}, {0.3f, 1e30f}},
    },
    {
        .name = "softsign",
        .value = {[](double x, const float*) { return x / (1 + std::abs(x)); }},
        .derivative = {[](double x, const float*) { return 1 / ((1 + std::abs(x)) * (1 + std::abs(x))); }},
    },
    {
        .name = "tanhShrink",
        .value = {[](double x, const float*) { return tanhShrink(x); }},
        .derivative = {[](double x, const float*) { return std::tanh(x) * std::tanh(x); }},
    },
    {
        .name = "hardShrink",
        .value = {[](double x, const float* p) { return shrink(x, p[0], 0); }, 0},
        .derivative = isOutside,
        .kinks = {-0.5f, 0.5f},
        .alsoWith = {{0}, {0.3f}, {1e-40f}, {3e38f}},
    },
    {
        .name = "softShrink",
        .value = {[](double x, const float* p) { return shrink(x, p[0], p[0]); }, 0},
        .derivative = isOutside,
        .kinks = {-0.5f, 0.5f},
        .alsoWith = {{0}, {0.3f}, {1e-40f}, {3e38f}},
    },
    {
        .name = "shrink",
        .value = {[](double x, const float* p) { return shrink(x, p[0], p[1]); }, 0},
        .derivative = isOutside,
        .kinks = {-0.5f, 0.5f},
        .alsoWith = {{0, 0}, {0.5f, 0.5f}, {0.5f, 2}, {0.3f, -1}, {0, 0.1f}, {2, 3e38f}, {1e-40f, -3e38f}},
    },
    {
        .name = "hardSwish",
        .value = {[](double x, const float*) { return x * std::clamp((x + 3) / 6, 0.0, 1.0); }},
        .derivative = {[](double x, const float*) { return x <= -3 ? 0
                                                           : x < 3 ? (2 * x + 3) / 6
                                                                   : 1; }},
        .kinks = {-3, 3},
    },
    {
        .name = "hardMish",
        .value = {[](double x, const float*) { return x / 2 * std::clamp(x + 2, 0.0, 2.0); }},
        .derivative = {[](double x, const float*) { return x <= -2 ? 0
                                                           : x < 0 ? x + 1
                                                                   : 1; }},
        .kinks = {-2},
    },
    {
        .name = "exponential",
        .value = exponential,
        .derivative = exponential,
    },
};

}  // namespace activations
