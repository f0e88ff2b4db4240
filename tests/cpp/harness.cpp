#include "harness.h"

#include <bit>
#include <cmath>
#include <format>
#include <iostream>
#include <random>

#ifdef NDEBUG
#error "The tests are built with assertions, which check the preconditions of the kernels."
#endif

// AddressSanitizer calls this. Its defaults, 256 MB of freed memory and a stack for each allocation, exceed its memory
// here and are ten times as slow.
extern "C" const char* __asan_default_options() { return "quarantine_size_mb=16:malloc_context_size=0"; }

namespace activations {

std::vector<Subject> subjects() {
  std::vector<Subject> all;
  for (std::size_t i = 0; i < catalogue.size(); ++i)
    for (const Oracle& oracle : oracles)
      if (oracle.name == catalogue[i].name) all.push_back({catalogue[i], kernels[i], oracle});
  return all;
}

const Subject subject(std::string_view name) {
  for (const Subject& s : subjects())
    if (s.about.name == name) return s;
  std::cerr << name << " is not in both the catalogue and the oracle\n";
  std::abort();
}

Parameters defaults(const Description& about) {
  Parameters values;
  for (const Parameter& p : about.parameters) values.push_back(p.initial);
  return values;
}

std::vector<Parameters> plottedParameters(const Description& about) {
  std::vector<Parameters> sets{{}};
  for (const Parameter& p : about.parameters) {
    std::vector<Parameters> longer;
    for (const double value : {p.initial, p.min, p.max})
      for (Parameters set : sets) {
        set.push_back(value);
        longer.push_back(set);
      }
    sets = longer;
  }
  return sets;
}

std::vector<Parameters> allParameters(const Subject& subject) {
  auto sets = plottedParameters(subject.about);
  sets.insert(sets.end(), subject.oracle.alsoWith.begin(), subject.oracle.alsoWith.end());
  return sets;
}

Floats apply(Kernel kernel, const Parameters& parameters, const Floats& x) {
  Floats out(x.size());
  kernel(parameters.data(), x.size(), x.data(), out.data());
  return out;
}

Floats backward(const Subject& subject, const Parameters& parameters, const Floats& gradient, const Floats& x) {
  Floats out(x.size());
  subject.kernels.backward(parameters.data(), x.size(), gradient.data(), x.data(), out.data());
  return out;
}

Floats kinks(const Subject& subject, const Parameters& parameters) {
  Floats out(4096);
  out.resize(subject.kernels.kinks(parameters.data(), out.data()));
  return out;
}

Floats stratified(unsigned prefix, unsigned strata) {
  constexpr unsigned mantissas = 1 << 23;
  std::mt19937 random(prefix);
  Floats floats(strata);
  for (unsigned i = 0; i < strata; ++i) {
    const unsigned mantissa = i == 0            ? 0
                              : i == strata - 1 ? mantissas - 1
                                                : i * (mantissas / strata) + random() % (mantissas / strata);
    floats[i] = std::bit_cast<float>(prefix << 23 | mantissa);
  }
  return floats;
}

std::array<Side, 2> sides(const Subject& s) {
  return {{{"value", s.kernels.value, s.oracle.value}, {"derivative", s.kernels.derivative, s.oracle.derivative}}};
}

double ulps(double exact, float actual, double least) {
  if (std::isnan(exact) || std::isnan(actual)) return std::isnan(exact) && std::isnan(actual) ? 0 : infinity;
  const float rounded = exact;
  if (std::isinf(rounded)) return actual == rounded ? 0 : infinity;
  const double near = std::max(std::abs(exact), least);
  const double power = std::bit_cast<double>(std::bit_cast<std::uint64_t>(near) & 0x7ff0'0000'0000'0000);
  // An infinite result stands for the power of two that follows the largest float.
  const double result = std::clamp<double>(actual, -0x1p128, 0x1p128);
  return std::abs(result - exact) / std::max(power * 0x1p-23, 0x1p-149);
}

void measure(const Side& side, const Parameters& parameters, const Floats& x, Worst& worst) {
  const float* const p = parameters.data();
  const bool isValue = side.what == std::string_view("value");
  const Floats y = apply(side.kernel, parameters, x);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double exact = exactly(side.exact, x[i], p);
    const bool isRounded = isSame(y[i], exact);
    if (isRounded && (worst.ulps >= 0.5 || y[i] == exact)) continue;  // not worse; ulps() is slow
    const bool isCrossing = std::abs(exact) < 0.125 && side.exact.crossing(x[i], p);
    const bool isWrong =
        side.exact.ulps == 0 ? !isRounded : isValue && y[i] == 0 && std::signbit(y[i]) != std::signbit(exact);
    const double error = isWrong ? infinity : ulps(exact, y[i], isCrossing ? 0.125 : 0);
    if (error > worst.ulps) worst = {error, x[i], y[i], exact, parameters};
  }
}

float neighbour(float x, int steps) {
  for (; steps > 0; --steps) x = std::nextafter(x, infinity);
  for (; steps < 0; ++steps) x = std::nextafter(x, -infinity);
  return x;
}

std::string show(float x) { return std::format("{} ({:#010x})", x, std::bit_cast<std::uint32_t>(x)); }

std::string show(const Subject& subject, const Parameters& parameters) {
  std::string text = subject.about.name;
  for (std::size_t i = 0; i < parameters.size(); ++i)
    text += std::format("{}{} = {}", i == 0 ? ", " : " and ", subject.about.parameters.begin()[i].name, parameters[i]);
  return text;
}

testing::AssertionResult same(const Floats& actual, const Floats& expected) {
  if (actual.size() != expected.size())
    return testing::AssertionFailure() << actual.size() << " floats, expected " << expected.size();
  for (std::size_t i = 0; i < actual.size(); ++i)
    if (!isSame(actual[i], expected[i]))
      return testing::AssertionFailure() << "at index " << i << " of " << actual.size() << ": " << show(actual[i])
                                         << ", expected " << show(expected[i]);
  return testing::AssertionSuccess();
}

}  // namespace activations
