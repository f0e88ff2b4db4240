// The facts of the catalogue, and the kinks, where f or f' jumps.
#include <cmath>
#include <map>
#include <regex>
#include <set>

#include "harness.h"

namespace activations {
namespace {

// tests/package/rows.test.js has the oracle for row functions, and a test like this one.
TEST(Catalogue, EveryElementwiseActivationHasOneRowInTheOracleAndEveryRowAnActivation) {
  std::set<std::string_view> activations;
  std::multiset<std::string_view> rows;
  for (std::size_t i = 0; i < catalogue.size(); ++i)
    if (kinds[i] == Kind::elementwise) activations.insert(catalogue[i].name);
  for (const Oracle& oracle : oracles) rows.insert(oracle.name);
  for (const std::string_view name : activations)
    EXPECT_EQ(rows.count(name), 1u) << "tests/cpp/oracle.cpp needs one row for " << name;
  for (const std::string_view name : rows)
    EXPECT_TRUE(activations.contains(name)) << "cpp/catalogue.h does not list " << name;
}

TEST(Catalogue, NamesOfActivationsAndParametersAreLowerCamelCase) {
  const std::regex lowerCamelCase("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*");
  for (const Description& about : catalogue) {
    EXPECT_TRUE(std::regex_match(about.name, lowerCamelCase)) << about.name;
    for (const Parameter& p : about.parameters)
      EXPECT_TRUE(std::regex_match(p.name, lowerCamelCase)) << about.name << ": " << p.name;
  }
}

TEST(Catalogue, NoTextIsEmpty) {
  for (const Description& about : catalogue) {
    for (const std::string_view text : {about.name, about.label, about.formula, about.derivative})
      EXPECT_FALSE(text.empty()) << about.name;
    for (const Parameter& p : about.parameters) EXPECT_FALSE(std::string_view(p.symbol).empty()) << about.name;
    for (const auto& [framework, names] : about.aliases.byFramework())
      for (const Alias& alias : names) EXPECT_FALSE(std::string_view(alias.name).empty()) << about.name;
  }
}

TEST(Catalogue, DefaultsLieInTheRangesOfTheirParametersAndStepsArePositive) {
  for (const Description& about : catalogue)
    for (const Parameter& p : about.parameters) {
      SCOPED_TRACE(std::string(about.name) + ", " + p.name);
      EXPECT_LT(p.min, p.max);
      EXPECT_LE(p.min, p.initial);
      EXPECT_LE(p.initial, p.max);
      EXPECT_GT(p.step, 0);
      EXPECT_LE(p.step, p.max - p.min);
    }
}

TEST(Catalogue, TheParametersOfAnActivationHaveDifferentNamesAndSymbols) {
  for (const Description& about : catalogue) {
    std::set<std::string_view> names, symbols;
    for (const Parameter& p : about.parameters) {
      EXPECT_TRUE(names.insert(p.name).second) << about.name << ": " << p.name;
      EXPECT_TRUE(symbols.insert(p.symbol).second) << about.name << ": " << p.symbol;
    }
  }
}

// A name of the catalogue stands for its own activation wherever frameworks use it.
TEST(Catalogue, NoNameInAnotherFrameworkStandsForTwoActivations) {
  std::map<std::string_view, std::string_view> owners;
  std::set<std::string_view> own;
  for (const Description& about : catalogue) own.insert(about.name);
  for (const Description& about : catalogue)
    for (const auto& [framework, names] : about.aliases.byFramework())
      for (const Alias& alias : names)
        EXPECT_TRUE(own.contains(alias.name) || owners.emplace(alias.name, about.name).first->second == about.name)
            << alias.name;
}

TEST(Kinks, AscendForAllParameters) {
  for (const Subject& s : subjects())
    for (const Parameters& parameters : allParameters(s))
      EXPECT_TRUE(std::ranges::is_sorted(kinks(s, parameters))) << show(s, parameters);
}

// From each float of xs to the next: the change of f', or the change of f that f' does not explain, if that is larger.
std::vector<double> jumps(const Subject& s, const Parameters& parameters, const Floats& xs) {
  const Floats y = apply(s.kernels.value, parameters, xs);
  const Floats slope = apply(s.kernels.derivative, parameters, xs);
  std::vector<double> sizes;
  for (std::size_t i = 1; i < xs.size(); ++i) {
    const double before = slope[i - 1], after = slope[i], change = double(y[i]) - y[i - 1];
    const double explained = (double(xs[i]) - xs[i - 1]) * (before + after) / 2;
    sizes.push_back(std::max(std::abs(change - explained), std::abs(after - before)));
  }
  return sizes;
}

// Whether f or f' jumps at all kinks.
bool jumpsAtKinks(const Subject& s, const Parameters& parameters) {
  return std::ranges::all_of(kinks(s, parameters), [&](float kink) {
    return jumps(s, parameters, {neighbour(kink, -1), neighbour(kink, 1)})[0] > 1e-3;
  });
}

// At special parameters nothing may jump: elu is smooth enough at its default α = 1.
TEST(Kinks, AtTheDefaultsAreThoseOfTheOracle) {
  for (const Subject& s : subjects()) {
    EXPECT_EQ(kinks(s, defaults(s.about)), s.oracle.kinks) << s.about.name;
    EXPECT_TRUE(std::ranges::any_of(plottedParameters(s.about), [&](const auto& p) { return jumpsAtKinks(s, p); }))
        << s.about.name;
  }
}

void expectKinks(const Subject& s, const Parameters& parameters, const Floats& at) {
  EXPECT_EQ(kinks(s, parameters), at) << show(s, parameters);
  EXPECT_TRUE(jumpsAtKinks(s, parameters)) << show(s, parameters);
}

TEST(Kinks, MoveWithTheParameters) {
  expectKinks(subject("thresholdedRelu"), {-0.5f}, {-0.5f});
  expectKinks(subject("threshold"), {1, 0}, {1});
  expectKinks(subject("threshold"), {-0.5f, 3}, {-0.5f});
  expectKinks(subject("elu"), {2}, {0});
  expectKinks(subject("hardSigmoid"), {-0.25f, 0.5f}, {-2, 2});
  expectKinks(subject("hardTanh"), {-3, 0.5f}, {-3, 0.5f});
  expectKinks(subject("softShrink"), {2}, {-2, 2});
  expectKinks(subject("shrink"), {2, 0.5f}, {-2, 2});
}

// n + 1 points, all of them floats.
Floats grid(float from, float step, int n) {
  Floats xs;
  for (int i = 0; i <= n; ++i) xs.push_back(from + i * step);
  return xs;
}

TEST(Kinks, AreComplete) {
  constexpr float h = 1.0f / 256;
  const Floats xs = grid(-12, h, 24 * 256);
  for (const Subject& s : subjects())
    for (const Parameters& parameters : plottedParameters(s.about)) {
      const Floats found = kinks(s, parameters);
      const auto sizes = jumps(s, parameters, xs);
      for (std::size_t i = 0; i < sizes.size(); ++i) {
        const float x = xs[i];
        if (sizes[i] < 0.01 || std::ranges::any_of(found, [x](float kink) { return x <= kink && kink <= x + h; }))
          continue;
        // A steep bend shrinks between 64 closer points; a jump does not.
        ASSERT_LE(std::ranges::max(jumps(s, parameters, grid(x, h / 64, 64))), sizes[i] / 8)
            << show(s, parameters) << ", x = " << x;
      }
    }
}

}  // namespace
}  // namespace activations
