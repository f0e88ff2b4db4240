// Four floats at a time. F32x4 is Clang's vector type for WebAssembly's v128, so kernels are written with ordinary
// operators: + - * /, comparisons (which give a mask of lanes) and `mask ? a : b`.
// https://clang.llvm.org/docs/LanguageExtensions.html#vectors-and-extended-vectors
#pragma once

#include <wasm_simd128.h>

#include <bit>

using F32x4 = float __attribute__((ext_vector_type(4)));
using Mask = decltype(F32x4{} == F32x4{});  // all ones in the lanes where a comparison holds, else all zeros

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
inline F32x4 oneWhere(Mask mask) { return std::bit_cast<F32x4>(mask & std::bit_cast<Mask>(F32x4(1))); }

// y, but NaN where x is NaN: for a y that comparisons with x have chosen. Clamping to [y, y] gives y for every x but
// NaN, in fewer instructions than a select; x + 0 is never -0, which would pass for a y of 0.
inline F32x4 keepNaN(F32x4 x, F32x4 y) { return atMost(atLeast(x + 0.0f, y), y); }
