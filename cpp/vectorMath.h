// Exponential and logarithm in double precision with a relative error of about 1e-9. Kernels round to float once, at
// the end, so their error stays little above half an ULP, subnormal tails included. Two v128 for four lanes cost less
// than the compensation of float errors would without a fused multiply-add. tests/cpp/oracle.cpp holds the bounds.
#pragma once

#include "simd.h"

namespace activations {

// over / under. Callers divide, because most of them can merge this division with their own.
struct Fraction {
  F64x4 over, under;
};

inline F64x4 quotient(Fraction f) { return f.over / f.under; }

// a[0] + a[1] x + a[2] x² + … by Horner's rule. Estrin's scheme has shorter chains, but needs more registers than there
// are and was slower.
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
inline ExpParts expParts(F64x4 x, double inverse = memoryConstant<1.4426950408889634>) {  // 1 / ln 2
  // Adding 1.5 * 2^52 rounds to an integer and puts it in the lowest bits; 1023 is the exponent's bias.
  const double shift = memoryConstant<0x1.8p52 + 1023>;
  const F64x4 z = x * inverse;
  const F64x4 shifted = z + shift;
  const F64x4 r = z - (shifted - shift);
  const F64x4 rr = r * r;
  using Bits = decltype(x == x);
  return {
      .power = std::bit_cast<F64x4>(std::bit_cast<Bits>(shifted) << 52),
      .even = memoryConstant<360.7970657913573655> + memoryConstant<17.330879330111661755> * rr,
      .odd = r * (memoryConstant<125.04273438725884291> + rr),
  };
}

// e^x for |x| <= 700; NaN gives NaN.
inline Fraction exp(F64x4 x) {
  const auto [power, even, odd] = expParts(x);
  return {power * (even + odd), even - odd};
}

// exp(-x), without a negation in each iteration of a loop.
inline Fraction expOfMinus(F64x4 x) {
  const auto [power, even, odd] = expParts(x, memoryConstant<-1.4426950408889634>);
  return {power * (even + odd), even - odd};
}

// e^x - 1 for |x| <= 700, with the same relative error near 0; ±0 gives ±0, NaN gives NaN.
inline Fraction expm1(F64x4 x) {
  const auto [power, even, odd] = expParts(x);
  const F64x4 less = memoryConstant<1.0> - power;  // 0 at n = 0, and -0 - 0 is -0
  return {odd + odd - less * (even + odd), even - odd};
}

// 1 / (1 + e^-x) for |x| <= 700; NaN gives NaN.
inline F64x4 logistic(F64x4 x) {
  const auto [over, under] = expOfMinus(x);
  return under / (under + over);
}

// ln(1 + u) for a fraction u from 0 to 1, with the same relative error near 0; NaN gives NaN. With s = u / (2 + u) it
// is 2 artanh s, an odd series. Sollya: fpminimax(2*atanh(sqrt(x))/sqrt(x), 4, [|D...|], [1e-14;1/9], relative,
// floating), relative error 4.0e-9.
inline F64x4 log1p(Fraction u) {
  const F64x4 s = u.over / (u.under + u.under + u.over);
  return s * polynomial(s * s, {memoryConstant<0x1.0000001102a47p1>, memoryConstant<0x1.5554df3a11c2dp-1>,
                                memoryConstant<0x1.99dae69c5c5bap-2>, memoryConstant<0x1.1e510ad38dfaap-2>,
                                memoryConstant<0x1.208bd0ac6cc3bp-2>});
}

// Mills' ratio, the upper tail of the normal distribution relative to its density: e^(t²/2) (1 - Φ(t)) for 0 <= t
// <= 14.4; beyond, the tail underflows to 0. A rational minimax approximation with relative error 5.9e-9 (Lawson's
// iteration), in the form of W. J. Cody, Rational Chebyshev Approximations for the Error Function, 1969.
inline Fraction millsRatio(F64x4 t) {
  return {polynomial(t, {memoryConstant<48.54995546595025165>, memoryConstant<42.53835131271793988>,
                         memoryConstant<17.77724531545476040>, memoryConstant<3.940464834229555513>,
                         memoryConstant<0.398946986149865831>}),
          polynomial(t, {memoryConstant<97.09991036591898873>, memoryConstant<162.5512622745328596>,
                         memoryConstant<116.7012181858960811>, memoryConstant<45.54629542439842511>,
                         memoryConstant<9.877913412994609452> + t})};
}

}  // namespace activations
