#include "oracle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace activations {
namespace {

constexpr double lambda = 1.0507009873554804934, lambdaAlpha = 1.7580993408473768599;  // selu

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

float middle(const float* p) { return (double(p[0]) + p[1]) / 2; }

}  // namespace

const std::vector<Oracle> oracles{
    {
        .name = "identity",
        .value = {[](double x, const float*) { return x; }, 0},
        .derivative = {[](double, const float*) { return 1.0; }, 0},
    },
    {
        .name = "step",
        .value = isPositive,
        .derivative = {[](double, const float*) { return 0.0; }, 0},
        .kinks = {0},
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
        .value = {[](double x, const float*) { return x >= 0 ? lambda * x : lambdaAlpha * std::expm1(x); }},
        .derivative = {[](double x, const float*) { return x > 0 ? lambda : lambdaAlpha * std::exp(x); }},
        .kinks = {0},
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
        .name = "tanh",
        .value = {[](double x, const float*) { return std::tanh(x); }},
        .derivative = {[](double x, const float*) { return 1 / (std::cosh(x) * std::cosh(x)); }},
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
        .name = "exponential",
        .value = exponential,
        .derivative = exponential,
    },
};

}  // namespace activations
