// Exponential and logarithm in double precision, accurate to about 1e-9: rounded to float at the very end, results are
// right to half an ULP and a bit, subnormal tails included, with no error to compensate on the way. Two v128 for four
// lanes cost less than such compensation does without a fused multiply-add. tests/cpp/oracle.cpp holds the bounds.
#pragma once

#include "simd.h"

// over / under. The division is left to the caller, who usually has one of his own to join it with.
struct Fraction {
  F64x4 over, under;
};

inline F64x4 quotient(Fraction f) { return f.over / f.under; }

// a[0] + a[1] x + a[2] x² + … by Horner's rule. Estrin's scheme waits less, but keeps more values than there are
// registers and was slower.
template <std::size_t n>
F64x4 polynomial(F64x4 x, const F64x4 (&a)[n]) {
  F64x4 y = a[n - 1];
  for (std::size_t i = n - 1; i-- > 0;) y = a[i] + x * y;
  return y;
}

// The parts of e^x = 2^n (even + odd) / (even - odd), where n is the integer nearest to x / ln 2.
struct ExpParts {
  F64x4 power, even, odd;  // power = 2^n
};

// For |x| <= 700; NaN gives NaN. With r = x / ln 2 - n and t = r ln 2 / 2, e^2t = (1 + tanh t) / (1 - tanh t). odd /
// even is tanh t, a rational minimax approximation with relative error 5.4e-10 for |r| <= 1/2 (Remez's exchange
// algorithm).
inline ExpParts expParts(F64x4 x) {
  // Adding 1.5 * 2^52 rounds to an integer, which stands in the lowest bits then; 1023 is the exponent's bias.
  const double shift = constant<0x1.8p52 + 1023>;
  const F64x4 z = x * constant<1.4426950408889634>;  // 1 / ln 2
  const F64x4 shifted = z + shift;
  const F64x4 r = z - (shifted - shift);
  const F64x4 rr = r * r;
  using Bits = decltype(x == x);
  return {
      .power = std::bit_cast<F64x4>(std::bit_cast<Bits>(shifted) << 52),
      .even = constant<360.7970657913573655> + constant<17.330879330111661755> * rr,
      .odd = r * (constant<125.04273438725884291> + rr),
  };
}

// e^x for |x| <= 700; NaN gives NaN.
inline Fraction exp(F64x4 x) {
  const auto [power, even, odd] = expParts(x);
  return {power * (even + odd), even - odd};
}

// e^x - 1 for |x| <= 700, as exact near 0 as elsewhere; ±0 gives ±0, NaN gives NaN.
inline Fraction expm1(F64x4 x) {
  const auto [power, even, odd] = expParts(x);
  const F64x4 less = constant<1.0> - power;  // 0 at n = 0; what is taken away from -0 then leaves it -0
  return {odd + odd - less * (even + odd), even - odd};
}

// 1 / (1 + e^-x) for |x| <= 700; NaN gives NaN.
inline F64x4 logistic(F64x4 x) {
  const auto [over, under] = exp(-x);
  return under / (under + over);
}

// ln(1 + u) for a fraction u from 0 to 1; as exact near 0 as elsewhere, NaN gives NaN. With s = u / (2 + u) it is
// 2 artanh s, an odd series. Sollya: fpminimax(2*atanh(sqrt(x))/sqrt(x), 4, [|D...|], [1e-14;1/9], relative, floating),
// relative error 4.0e-9.
inline F64x4 log1p(Fraction u) {
  const F64x4 s = u.over / (u.under + u.under + u.over);
  return s * polynomial(s * s,
                        {constant<0x1.0000001102a47p1>, constant<0x1.5554df3a11c2dp-1>, constant<0x1.99dae69c5c5bap-2>,
                         constant<0x1.1e510ad38dfaap-2>, constant<0x1.208bd0ac6cc3bp-2>});
}

// The normal distribution's upper tail relative to its density, Mills' ratio: e^(t²/2) (1 - Φ(t)) for 0 <= t <= 14.4,
// from where on the tail is below the floats. A rational minimax approximation with relative error 5.9e-9 (Lawson's
// iteration; W. J. Cody, Rational Chebyshev Approximations for the Error Function, 1969, has the form).
inline Fraction millsRatio(F64x4 t) {
  return {polynomial(t, {constant<48.54995546595025165>, constant<42.53835131271793988>, constant<17.77724531545476040>,
                         constant<3.940464834229555513>, constant<0.398946986149865831>}),
          polynomial(t, {constant<97.09991036591898873>, constant<162.5512622745328596>, constant<116.7012181858960811>,
                         constant<45.54629542439842511>, constant<9.877913412994609452> + t})};
}
