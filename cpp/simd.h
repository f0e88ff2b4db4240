// Vectors of four numbers. F32x4 is Clang's vector type for WebAssembly's v128, so kernels use ordinary operators: + -
// * /, comparisons, which return a mask of lanes, and `mask ? a : b`.
// https://clang.llvm.org/docs/LanguageExtensions.html#vectors-and-extended-vectors
#pragma once

#include <wasm_simd128.h>

#include <bit>

namespace activations {

using F32x4 = float __attribute__((ext_vector_type(4)));
using F64x4 = double __attribute__((ext_vector_type(4)));  // two v128
using F64x2 = double __attribute__((ext_vector_type(2)));
using Mask = decltype(F32x4{} == F32x4{});  // all ones in the lanes where a comparison holds, else all zeros

// A constant of a kernel: memoryConstant<0.5>. The kernel loads it from memory before its loop and keeps it in a
// register: V8 since version 13 (Node.js 24) builds a v128.const again in each iteration of a loop, in three
// instructions. The symbol is weak, so the compiler may not replace the load by the value.
template <auto value>
[[gnu::weak]] inline const auto memoryConstant = value;

// Reads and writes four floats at any alignment.
inline F32x4 load(const float* from) { return std::bit_cast<F32x4>(wasm_v128_load(from)); }
inline void store(float* to, F32x4 x) { wasm_v128_store(to, std::bit_cast<v128_t>(x)); }

// x < low ? low : x. NaN and, at low = 0, -0 stay as they are, because the comparison is false for them.
// One instruction on x86, where f32x4.max takes several. https://github.com/WebAssembly/simd/pull/122
inline F32x4 atLeast(F32x4 x, F32x4 low) {
  return std::bit_cast<F32x4>(wasm_f32x4_pmax(std::bit_cast<v128_t>(x), std::bit_cast<v128_t>(low)));
}

// high < x ? high : x. NaN stays as it is.
inline F32x4 atMost(F32x4 x, F32x4 high) {
  return std::bit_cast<F32x4>(wasm_f32x4_pmin(std::bit_cast<v128_t>(x), std::bit_cast<v128_t>(high)));
}

// 1 where the mask holds, else 0.
inline F32x4 oneWhere(Mask mask) {
  return std::bit_cast<F32x4>(mask & std::bit_cast<Mask>(F32x4(memoryConstant<1.0f>)));
}

// y, but NaN where x is NaN: for results of comparisons with x. All bits set are a NaN.
inline F32x4 keepNaN(F32x4 x, F32x4 y) { return std::bit_cast<F32x4>(std::bit_cast<Mask>(y) | (x != x)); }

inline F32x4 abs(F32x4 x) { return std::bit_cast<F32x4>(wasm_f32x4_abs(std::bit_cast<v128_t>(x))); }
inline F32x4 sqrt(F32x4 x) { return std::bit_cast<F32x4>(wasm_f32x4_sqrt(std::bit_cast<v128_t>(x))); }

// y times the sign of x. With y = f(|x|) an odd f is odd to the last bit, zeros included.
inline F32x4 withSign(F32x4 y, F32x4 x) {
  const auto sign = std::bit_cast<Mask>(F32x4(memoryConstant<-0.0f>));
  return std::bit_cast<F32x4>(std::bit_cast<Mask>(y) ^ (std::bit_cast<Mask>(x) & sign));
}

// From floats to doubles and back; narrow() rounds to the nearest float, subnormal floats included, or to infinity.
// They use intrinsics because Clang 19's __builtin_convertvector converts lane by lane.
inline F64x4 widen(F32x4 x) {
  const auto all = std::bit_cast<v128_t>(x);
  const auto low = std::bit_cast<F64x2>(wasm_f64x2_promote_low_f32x4(all));
  const auto high = std::bit_cast<F64x2>(wasm_f64x2_promote_low_f32x4(wasm_i64x2_shuffle(all, all, 1, 1)));
  return __builtin_shufflevector(low, high, 0, 1, 2, 3);
}
inline F32x4 narrow(F64x4 x) {
  const auto low = wasm_f32x4_demote_f64x2_zero(std::bit_cast<v128_t>(F64x2(x.lo)));
  const auto high = wasm_f32x4_demote_f64x2_zero(std::bit_cast<v128_t>(F64x2(x.hi)));
  return std::bit_cast<F32x4>(wasm_i64x2_shuffle(low, high, 0, 2));
}

// An instruction for F64x2 on both halves.
template <auto instruction, class... X>
F64x4 inHalves(X... x) {
  const auto half = [](auto... own) { return std::bit_cast<F64x2>(instruction(std::bit_cast<v128_t>(own)...)); };
  return __builtin_shufflevector(half(F64x2(x.lo)...), half(F64x2(x.hi)...), 0, 1, 2, 3);
}

// The functions above, for doubles.
inline F64x4 atLeast(F64x4 x, F64x4 low) { return inHalves<wasm_f64x2_pmax>(x, low); }
inline F64x4 atMost(F64x4 x, F64x4 high) { return inHalves<wasm_f64x2_pmin>(x, high); }
inline F64x4 abs(F64x4 x) { return inHalves<wasm_f64x2_abs>(x); }
inline F64x4 sqrt(F64x4 x) { return inHalves<wasm_f64x2_sqrt>(x); }

}  // namespace activations
