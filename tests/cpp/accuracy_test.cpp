// Every kernel against the oracle over the whole range of floats, in ULPs.
#include <cmath>
#include <format>
#include <iostream>

#include "harness.h"

namespace {

struct Worst {
  std::uint64_t ulps = 0;
  float x = 0, expected = 0, actual = 0;
  Parameters parameters;

  void update(const Floats& inputs, const Floats& outputs, double (*formula)(double, const float*),
              const Parameters& given) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const float exact = ::expected(formula, inputs[i], given);
      const auto distance = ::ulps(exact, outputs[i]);
      if (distance > ulps) *this = {distance, inputs[i], exact, outputs[i], given};
    }
  }
};

void expectAccuracy(const Subject& subject, const char* what, Elementwise kernel,
                    double (*formula)(double, const float*), unsigned allowed) {
  Worst worst;
  const auto compare = [&](const Parameters& parameters, const Floats& x) {
    worst.update(x, apply(kernel, parameters, x), formula, parameters);
  };
  for (unsigned strata = 1 << 13; const Parameters& parameters : allParameters(subject)) {
    for (unsigned prefix = 0; prefix < prefixes; ++prefix) compare(parameters, stratified(prefix, strata));
    for (const float kink : kinks(subject, parameters))
      for (int steps = -8; steps <= 8; ++steps) compare(parameters, {neighbour(kink, steps)});
    strata = 1 << 8;  // the defaults come first and are walked most densely
  }
  const auto report = std::format("{:12} {:10} {} ULP, {} allowed", subject.about.name, what, worst.ulps, allowed);
  std::cout << report << '\n';
  EXPECT_LE(worst.ulps, allowed) << report << "\n  " << show(subject, worst.parameters) << "\n  x = " << show(worst.x)
                                 << "\n  expected " << show(worst.expected) << "\n  actual   " << show(worst.actual);
}

TEST(Accuracy, ValuesAreWithinTheUlpsOfTheOracle) {
  for (const Subject& s : subjects()) expectAccuracy(s, "value", s.kernels.value, s.oracle.value, s.oracle.valueUlps);
}

TEST(Accuracy, DerivativesAreWithinTheUlpsOfTheOracle) {
  for (const Subject& s : subjects())
    expectAccuracy(s, "derivative", s.kernels.derivative, s.oracle.derivative, s.oracle.derivativeUlps);
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

TEST(Accuracy, DerivativesAgreeWithCentralDifferencesOfTheOracle) {
  constexpr double h = 1e-4;
  for (const Subject& s : subjects())
    for (const Parameters& parameters : allParameters(s)) {
      const Floats breaks = kinks(s, parameters);
      for (double at = -20; at < 20; at += 0.0371) {
        const float x = at;
        if (std::ranges::any_of(breaks, [x](float kink) { return std::abs(x - kink) <= 2 * h; })) continue;
        const auto f = [&](double t) { return s.oracle.value(t, parameters.data()); };
        const double difference = (f(x + h) - f(x - h)) / (2 * h);
        const double derivative = apply(s.kernels.derivative, parameters, {x})[0];
        ASSERT_NEAR(derivative, difference, 1e-6 * (1 + std::abs(difference))) << show(s, parameters) << ", x = " << x;
      }
    }
}

}  // namespace
