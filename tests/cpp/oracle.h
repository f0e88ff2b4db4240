// The oracle: every elementwise activation and its derivative again, as plain scalar double code from the formulas.
#pragma once

#include <cmath>
#include <string_view>
#include <vector>

namespace activations {

using Parameters = std::vector<float>;  // in the order of the activation's description

// The exact value or derivative of an activation.
struct Exact {
  // Called for finite x only, with the parameters in `p`. Its relative error is about 1e-14 wherever the result is in
  // the range of floats, tails included.
  double (*formula)(double x, const float* p);
  // The error that a kernel may have at the defaults; twice that elsewhere. 0: the formula rounded to float, bit for
  // bit.
  double ulps = 1;
  // Whether x is near a zero of the derivative. There the ULPs are at least those of 0.125.
  bool (*crossing)(double x, const float* p) = [](double, const float*) { return false; };
};

// A row of the table.
struct Oracle {
  std::string_view name;
  Exact value, derivative;
  // The kinks at the defaults, in ascending order.
  std::vector<float> kinks{};
  // Parameters to test besides the defaults and the ends of the ranges.
  std::vector<Parameters> alsoWith{};
};

extern const std::vector<Oracle> oracles;

// The formula for every float: NaN for NaN and the limit at ±∞.
inline double exactly(const Exact& exact, float x, const float* p) {
  if (std::isfinite(x)) return exact.formula(x, p);
  // 1e100 is beyond every float, and small enough that no formula overflows in double.
  return std::isnan(x) ? x : exact.formula(std::copysign(1e100, x), p);
}

}  // namespace activations
