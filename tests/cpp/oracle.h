// The oracle: every activation and its derivative once more, as plain scalar double code written from the formulas.
#pragma once

#include <cmath>
#include <string_view>
#include <vector>

using Parameters = std::vector<float>;  // in the order of the activation's description

// One side of an activation, its value or its derivative.
struct Exact {
  // Asked for finite x only, parameters in `p`; right to some 1e-14 of itself wherever a float can follow, tails
  // included.
  double (*formula)(double x, const float* p);
  // How far a kernel may be off at the defaults; twice that elsewhere. 0 is the formula rounded to float in every bit.
  double ulps = 1;
  // Around a zero of the derivative: where it holds, ULPs are those of 0.125 or more.
  bool (*crossing)(double x, const float* p) = [](double, const float*) { return false; };
};

// A row of the table.
struct Oracle {
  std::string_view name;
  Exact value, derivative;
  // Tested besides the defaults and the ends of the ranges.
  std::vector<Parameters> alsoWith{};
};

extern const std::vector<Oracle> oracles;

// For every float: NaN for NaN and at ±∞ the limit.
inline double exactly(const Exact& exact, float x, const float* p) {
  if (std::isfinite(x)) return exact.formula(x, p);
  // Beyond every float, and small enough that no formula overflows in double.
  return std::isnan(x) ? x : exact.formula(std::copysign(1e100, x), p);
}
