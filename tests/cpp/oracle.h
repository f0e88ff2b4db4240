// The oracle: every activation and its derivative once more, as plain scalar double code written from the formulas.
#pragma once

#include <span>
#include <string_view>
#include <vector>

using Parameters = std::vector<float>;  // in the order of the activation's description

// A row of the table. The formulas are asked for finite x only. They read their parameters from `p`.
struct Oracle {
  std::string_view name;
  double (*value)(double x, const float* p);
  double (*derivative)(double x, const float* p);
  // How far a kernel may be from the oracle rounded to float; 0 is every bit, the signs of zeros included.
  unsigned valueUlps = 0, derivativeUlps = 0;
  // Tested besides the defaults and the ends of the ranges.
  std::vector<Parameters> alsoWith{};
};

extern const std::vector<Oracle> oracles;

// The rounded oracle for every float: NaN for NaN and at ±∞ the limit.
float expected(double (*formula)(double, const float*), float x, const Parameters&);
