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
//
// Adding 1.5 * 2^52 rounds to an integer and puts it in the lowest bits; 1023 is the exponent's bias.
inline ExpParts expParts(F64x4 x, double inverse = memoryConstant<1.4426950408889634>,  // 1 / ln 2
                         double shift = memoryConstant<0x1.8p52 + 1023>) {
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

// 2^exponent e^(factor x) for |factor x| <= 700; NaN gives NaN. The exponent and the factor cost nothing.
template <auto factor = 1.0, int exponent = 0>
Fraction exp(F64x4 x) {
  const auto [power, even, odd] =
      expParts(x, memoryConstant<factor * 1.4426950408889634>, memoryConstant<0x1.8p52 + 1023 + exponent>);
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
  const auto [over, under] = exp<-1.0>(x);
  return under / (under + over);
}

// ln(1 + 2u) for a fraction u from 0 to 1/2, with the same relative error near 0; NaN gives NaN. With s = u / (1 + u)
// it is 2 artanh s, an odd series. The factor of s is a minimax polynomial in s² <= 1/9 with relative error 4.0e-10
// (Remez's exchange algorithm). Its last two coefficients are equal, because registers are scarce.
inline F64x4 log1pOfTwice(Fraction u) {
  const F64x4 s = u.over / (u.under + u.over);
  return s * polynomial(s * s, {memoryConstant<2.000000000806515595>, memoryConstant<0.6666663853789690051>,
                                memoryConstant<0.4000145508417385469>, memoryConstant<0.2855383304166734506>,
                                memoryConstant<0.2206130714299805396>, memoryConstant<0.2206130714299805396>});
}

// Mills' ratio, the upper tail of the normal distribution relative to its density: e^(t²/2) (1 - Φ(t)) for 0 <= t
// <= 19.4; beyond, the tail times any float underflows to 0. A rational minimax approximation with relative error
// 3.1e-10, of degree 5 over degree 6 as in W. J. Cody, Rational Chebyshev Approximations for the Error Function, 1969.
// Both polynomials are written with the cubic w, in the form of D. E. Knuth, The Art of Computer Programming 2, 4.6.4,
// so that they share w and the square tt of t, which callers need for the density too. Remez's exchange algorithm
// fitted the coefficients of this form.
inline Fraction millsRatio(F64x4 t, F64x4 tt) {
  const F64x4 linear = t + memoryConstant<6.1354814612598007746>, quadratic = tt + memoryConstant<19.5426256868430794>;
  const F64x4 w = linear * quadratic + memoryConstant<-97.168093377833833086>;
  return {w * polynomial(t, {memoryConstant<7.396375315432800587>, memoryConstant<2.8466746585998338081>,
                             memoryConstant<0.39894191925831426881>}) +
              polynomial(t, {memoryConstant<63.19704891402469196>, memoryConstant<25.027457408010853866>,
                             memoryConstant<5.2083654269136547942>}),
          polynomial(w, {memoryConstant<4.9638058883022506757>, w + tt + memoryConstant<-2.601532907595702681>})};
}

}  // namespace activations
