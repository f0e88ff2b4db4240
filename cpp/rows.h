// Row functions pass over a row several times: they read it until they know enough, such as its sum, and then
// rewrite it. A row may come in chunks, so that a row of any length needs no memory here.
#pragma once

#include <algorithm>
#include <cassert>
#include <concepts>
#include <limits>

#include "simd.h"

namespace activations {

// The module of plots. Plots, and the experiment on cost where no Worker can start, need short rows and neither
// backward passes of rows nor random slopes.
#ifdef FOR_PLOTS
inline constexpr bool isForPlots = true;
#else
inline constexpr bool isForPlots = false;
#endif

// Rows of at most this many elements are rounded once: 8 KiB of the stack hold doubles between two passes.
inline constexpr std::size_t roundedOnce = 1024;

// A row of n floats from `x` to `out`, which may be the same array, with a gradient, which only backward passes read.
// With `fetch` and `writeBack` the arrays hold one chunk of the row and x is out: fetch(context, from, count) copies
// the floats [from, from + count) of the row to x, gradient and mask, and writeBack copies them from x to the row.
struct Row {
  std::size_t n;
  const float *gradient, *x;
  float* out;
  const float* mask = x;  // of attention
  std::size_t chunk = n;
  void (*fetch)(void* context, std::size_t from, std::size_t count) = nullptr;
  void (*writeBack)(void* context, std::size_t from, std::size_t count) = nullptr;
  void* context = nullptr;

  // Calls pass(x, gradient) or pass(x, gradient, mask) for all elements in their order. Spare lanes of the tail hold
  // -∞, 0 and -∞. A loop that is not unrolled is shorter and, for short rows, faster.
  template <bool isUnrolled = true, class Pass>
  [[gnu::always_inline]] void read(Pass pass) {
    forEachVector<Access::read, isUnrolled>([&](float*, std::size_t, auto... vectors) { call(pass, vectors...); });
  }

  // The same, and each element becomes what the pass returns for it.
  template <class Pass>
  [[gnu::always_inline]] void write(Pass pass) {
    forEachVector<Access::write>(
        [&](float* to, std::size_t count, auto... vectors) { storeUpTo4(to, count, call(pass, vectors...)); });
    x = out;
  }

  // The same in two passes. The first pass returns doubles, which replace x in the second pass. second() runs
  // between them and returns the second pass.
  template <class First, class Second>
  [[gnu::always_inline]] void writeTwice(First first, Second second) {
    if (isForPlots || n <= roundedOnce) {
      F64x4 between[roundedOnce / 4];
      F64x4* at = between;
      read([&](F32x4 a, F32x4 b, F32x4 c) { *at++ = call(first, a, b, c); });
      at = between;
      const auto pass = second();
      write([&](F32x4, F32x4 b, F32x4 c) { return call(pass, *at++, b, c); });
      return;
    }
    write([&](F32x4 a, F32x4 b, F32x4 c) { return narrow(call(first, a, b, c)); });
    const auto pass = second();
    write([&](F32x4 a, F32x4 b, F32x4 c) { return call(pass, widen(a), b, c); });
  }

 private:
  enum class Access { read, write };

  template <class Pass, class Vector>
  [[gnu::always_inline]] static auto call(Pass& pass, Vector a, F32x4 b, F32x4 c) {
    if constexpr (std::invocable<Pass&, Vector, F32x4, F32x4>)
      return pass(a, b, c);
    else
      return pass(a, b);
  }

  // Inlined, so that the sums of a pass stay in registers.
  template <Access access, bool isUnrolled = true, class Step>
  [[gnu::always_inline]] void forEachVector(Step step) {
    assert(!fetch || (x == out && writeBack && chunk > 0 && chunk % 4 == 0));
    constexpr float nothing = -std::numeric_limits<float>::infinity();
    for (std::size_t from = 0; from < n; from += chunk) {
      const std::size_t count = std::min(chunk, n - from);
      if (fetch) fetch(context, from, count);
      const float *a = x, *b = gradient, *c = mask;
      float* to = out;
      std::size_t rest = count;
      if constexpr (isUnrolled) {  // NOLINT: the pragma makes the difference
        for (; rest >= 4; rest -= 4, a += 4, b += 4, c += 4, to += 4) step(to, 4, load(a), load(b), load(c));
      } else {
#pragma clang loop unroll(disable)
        for (; rest >= 4; rest -= 4, a += 4, b += 4, c += 4, to += 4) step(to, 4, load(a), load(b), load(c));
      }
      if (rest > 0) step(to, rest, tail(a, rest, nothing), tail(b, rest, 0), tail(c, rest, nothing));
      if (fetch && access == Access::write) writeBack(context, from, count);
    }
  }

  static F32x4 tail(const float* from, std::size_t n, float spare) {
    F32x4 x = spare;
    if (n < 2)
      x[0] = from[0];
    else
      x = std::bit_cast<F32x4>(wasm_v128_load64_lane(from, std::bit_cast<v128_t>(x), 0));
    if (n > 2) x[2] = from[2];
    return x;
  }
  static void storeUpTo4(float* to, std::size_t n, F32x4 x) {
    if (n == 4) return store(to, x);
    if (n < 2)
      to[0] = x[0];
    else
      wasm_v128_store64_lane(to, std::bit_cast<v128_t>(x), 0);
    if (n > 2) to[2] = x[2];
  }
};

// The sum of the lanes.
inline double total(F64x4 x) { return x[0] + x[1] + (x[2] + x[3]); }

// The largest element, NaNs ignored. Inlined into every row function.
inline float largest(Row& row) {
  F32x4 max = -std::numeric_limits<float>::infinity();
  row.read<false>([&](F32x4 x, F32x4) { max = atLeast(max, x); });
  return std::max({max[0], max[1], max[2], max[3]});
}

// NaN if the row holds one, else 0.
[[gnu::always_inline]] inline float anyNaN(Row& row) {
  F32x4 found = 0;
  row.read([&](F32x4 x, F32x4) { found = keepNaN(x, found); });
  return found[0] + found[1] + (found[2] + found[3]);
}

}  // namespace activations
