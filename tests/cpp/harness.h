// What the tests share: the catalogue beside the oracle, parameter sets, kernels on small arrays, bits and ULPs.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "catalogue.h"
#include "oracle.h"

inline constexpr float infinity = std::numeric_limits<float>::infinity();
inline constexpr float NaN = std::numeric_limits<float>::quiet_NaN();

using Floats = std::vector<float>;

// An activation of the catalogue with its row of the oracle's table.
struct Subject {
  const Description& about;
  const Kernels& kernels;
  const Oracle& oracle;
};

// Every activation that has a row; catalogue_test.cpp fails for the others.
std::vector<Subject> subjects();
const Subject subject(std::string_view name);

Parameters defaults(const Description&);
// The defaults and the ends of the parameters' ranges in every combination, the defaults first.
std::vector<Parameters> plottedParameters(const Description&);
// These and what the oracle adds.
std::vector<Parameters> allParameters(const Subject&);

using Elementwise = decltype(Kernels::value);
Floats apply(Elementwise, const Parameters&, const Floats& x);
Floats backward(const Subject&, const Parameters&, const Floats& gradient, const Floats& x);
Floats kinks(const Subject&, const Parameters&);

// Floats with this sign and exponent (the upper nine bits): the first, the last and a random one of each stratum
// between. Prefix 0 and 256 hold the zeros and subnormals, 255 and 511 the infinities and NaNs.
Floats stratified(unsigned prefix, unsigned strata);
inline constexpr unsigned prefixes = 512;

// The float `steps` floats above x, or below where negative.
float neighbour(float x, int steps);

// How many floats lie between: -0 and +0 are 1 apart, two NaNs are the same, a NaN is as far as can be from a number.
std::uint64_t ulps(float, float);

// Decimal and bits; parameters by name.
std::string show(float);
std::string show(const Subject&, const Parameters&);

// Bit for bit, but any NaN for a NaN.
testing::AssertionResult same(const Floats& actual, const Floats& expected);
