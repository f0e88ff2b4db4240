// Every kernel against the oracle over the whole range of floats, in ULPs.
#include <cmath>
#include <format>
#include <iostream>
#include <numbers>

#include "harness.h"

namespace activations {
namespace {

#if __has_feature(address_sanitizer)
constexpr unsigned defaultStrata = 1 << 8, otherStrata = 1 << 5;
#else
constexpr unsigned defaultStrata = 1 << 13, otherStrata = 1 << 8;
#endif

// Half an ULP is correct rounding.
double limit(const Exact& exact, double factor) { return std::max(0.5, exact.ulps * factor); }

Worst worst(const Subject& subject, const Side& side, const Parameters& parameters, unsigned strata) {
  Worst worst;
  for (unsigned prefix = 0; prefix < prefixes; ++prefix) measure(side, parameters, stratified(prefix, strata), worst);
  for (const float kink : kinks(subject, parameters))
    for (int steps = -8; steps <= 8; ++steps) measure(side, parameters, {neighbour(kink, steps)}, worst);
  return worst;
}

void expectWithin(double allowed, const Worst& worst, const Subject& subject, const Side& side, const char* where) {
  const auto report = std::format("{} {}{} {:.4} ULP at {}, {} allowed", subject.about.name, side.what, where,
                                  worst.ulps, show(worst.x), allowed);
  std::cout << report << '\n';
  EXPECT_LE(worst.ulps, allowed) << report << "\n  " << show(subject, worst.parameters) << "\n  exact  " << worst.exact
                                 << "\n  actual " << show(worst.actual);
}

TEST(Accuracy, AtTheDefaultsIsWithinTheUlpsOfTheOracle) {
  for (const Subject& s : subjects())
    for (const Side& side : sides(s))
      expectWithin(limit(side.exact, 1), worst(s, side, defaults(s.about), defaultStrata), s, side, "");
}

TEST(Accuracy, AtOtherParametersIsWithinTwiceTheUlpsOfTheOracle) {
  for (const Subject& s : subjects())
    for (const Side& side : sides(s)) {
      if (s.about.parameters.size() == 0) continue;
      Worst overall;
      for (const Parameters& parameters : allParameters(s)) {
        const Worst here = worst(s, side, parameters, otherStrata);
        if (here.ulps > overall.ulps) overall = here;
      }
      expectWithin(limit(side.exact, 2), overall, s, side, " elsewhere");
    }
}

TEST(Accuracy, BackwardIsTheGradientTimesTheDerivativeBitForBit) {
  for (const Subject& s : subjects())
    for (const Parameters& parameters : allParameters(s))
      for (unsigned prefix = 0; prefix < prefixes; ++prefix) {
        const Floats x = stratified(prefix, 64);
        for (const unsigned other : {prefix, prefix ^ 256, (prefix * 5 + 127) % prefixes}) {
          const Floats gradient = stratified(other, 64);
          Floats product = apply(s.kernels.derivative, parameters, x);
          for (std::size_t i = 0; i < x.size(); ++i) product[i] *= gradient[i];
          ASSERT_TRUE(same(backward(s, parameters, gradient, x), product)) << show(s, parameters);
        }
      }
}

enum Shape { point, minimum, maximum };

struct Landmark {
  const char* name;
  bool isDerivative;
  double x, y;
  Shape shape = point;
};

// Known values to six digits, most of them from PyTorch; they do not come from this project's formulas.
TEST(Oracle, AndKernelsHaveTheKnownValues) {
  const std::vector<Landmark> landmarks{
      {"gelu", false, -1, -0.158655},
      {"gelu", false, 1, 0.841345},
      {"gelu", false, -0.751792, -0.169971, minimum},
      {"gelu", true, std::numbers::sqrt2, 1.128904, maximum},
      {"gelu", true, -std::numbers::sqrt2, -0.128904, minimum},
      {"geluTanh", false, -1, -0.158808},
      {"geluTanh", false, 1, 0.841192},
      {"geluTanh", false, -0.752461, -0.170041, minimum},
      {"silu", false, -1, -0.268941},
      {"silu", false, 1, 0.731059},
      {"silu", false, -1.278465, -0.278465, minimum},
      {"silu", true, 2.39936, 1.099839, maximum},
      {"silu", true, -2.39936, -0.099839, minimum},
      {"mish", false, -1, -0.303401},
      {"mish", false, 1, 0.865098},
      {"mish", false, -1.192431, -0.308843, minimum},
      {"mish", true, 1.49057, 1.088498, maximum},
      {"mish", true, -2.25638, -0.112526, minimum},
      {"hardSwish", false, -1.5, -0.375, minimum},
      {"hardSwish", true, neighbour(3, -1), 1.5, maximum},
      {"hardSwish", true, neighbour(-3, 1), -0.5, minimum},
      {"sigmoid", true, 0, 0.25, maximum},
      {"elu", false, -1, -0.632121},
      {"selu", false, -1, -1.111331},
  };
  constexpr double tolerance = 1e-6;
  for (const Landmark& at : landmarks) {
    const Subject s = subject(at.name);
    const Side side = sides(s)[at.isDerivative];
    const auto expectAt = [&](auto f) {
      EXPECT_NEAR(f(at.x), at.y, tolerance) << s.about.name << ' ' << side.what << " at " << at.x;
      if (at.shape == point) return;
      if (!at.isDerivative)
        EXPECT_NEAR(s.oracle.derivative.formula(at.x, defaults(s.about).data()), 0, tolerance) << s.about.name;
      for (float x = -20; x <= 20; x += 1 / 64.0f)
        EXPECT_LE(at.shape == maximum ? f(x) - at.y : at.y - f(x), tolerance) << s.about.name << ' ' << side.what;
    };
    expectAt([&](double x) { return side.exact.formula(x, defaults(s.about).data()); });
    expectAt([&](float x) { return double(apply(side.kernel, defaults(s.about), {x})[0]); });
  }
}

TEST(Oracle, ApproximationsOfGeluHaveTheirKnownErrors) {
  const auto largest = [exact = subject("gelu").oracle.value](const char* name) {
    const Exact approximate = subject(name).oracle.value;
    double max = 0, at = 0;
    for (double x = -6; x <= 0; x += 1e-4) {
      const double difference = std::abs(exact.formula(x, nullptr) - approximate.formula(x, nullptr));
      if (difference > max) max = difference, at = x;
    }
    return std::pair(max, at);
  };
  EXPECT_NEAR(largest("geluTanh").first, 4.73e-4, 5e-7);
  EXPECT_NEAR(largest("geluTanh").second, -2.699, 5e-4);
  EXPECT_NEAR(largest("quickGelu").first, 2.03e-2, 5e-5);
}

TEST(Oracle, DerivativesAgreeWithCentralDifferences) {
  constexpr double h = 1e-5;
  for (const Subject& s : subjects())
    for (const Parameters& parameters : allParameters(s)) {
      const Floats breaks = kinks(s, parameters);
      const auto f = [&](double x) { return s.oracle.value.formula(x, parameters.data()); };
      for (double x = -20; x < 20; x += 0.0371) {
        if (std::ranges::any_of(breaks, [x](double kink) { return std::abs(x - kink) <= 2 * h; })) continue;
        const double difference = (f(x + h) - f(x - h)) / (2 * h), rounding = 1e-15 * std::abs(f(x)) / h;
        ASSERT_NEAR(s.oracle.derivative.formula(x, parameters.data()), difference,
                    1e-6 * (1 + std::abs(difference)) + rounding)
            << show(s, parameters) << ", x = " << x;
      }
    }
}

}  // namespace
}  // namespace activations
