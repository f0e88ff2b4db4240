// Row functions pass over a row several times: they read it until they know enough, such as its sum, and then
// rewrite it. A row may come in chunks, so that a row of any length needs no memory here.
#pragma once

#include <algorithm>
#include <cassert>
#include <limits>

#include "simd.h"

namespace activations {

// Plots, and the experiment on cost where no Worker can start, need short rows and no backward passes of rows: their
// module has no more.
#ifdef WITHOUT_ROW_BACKWARD
inline constexpr bool hasRowBackward = false;
#else
inline constexpr bool hasRowBackward = true;
#endif

// Rows of at most this many elements are rounded once: 8 KiB of the stack hold doubles between two passes.
inline constexpr std::size_t roundedOnce = 1024;

// A row of n floats from `x` to `out`, which may be the same array, with a gradient, which only backward passes read.
// With `fetch` and `writeBack` the three arrays hold one chunk of the row and x is out: fetch(context, from, count)
// copies the floats [from, from + count) of the row to x and gradient, and writeBack copies them from x to the row.
struct Row {
  std::size_t n;
  const float *gradient, *x;
  float* out;
  std::size_t chunk = n;
  void (*fetch)(void* context, std::size_t from, std::size_t count) = nullptr;
  void (*writeBack)(void* context, std::size_t from, std::size_t count) = nullptr;
  void* context = nullptr;

  // Calls pass(x, gradient) for all elements in their order. Spare lanes of the tail hold -∞ and 0.
  template <class Pass>
  [[gnu::always_inline]] void read(Pass pass) {
    forEachVector<Access::read>([&](float*, std::size_t, F32x4 a, F32x4 b) { pass(a, b); });
  }

  // The same, and each element becomes what pass(x, gradient) returns for it.
  template <class Pass>
  [[gnu::always_inline]] void write(Pass pass) {
    forEachVector<Access::write>(
        [&](float* to, std::size_t count, F32x4 a, F32x4 b) { storeUpTo4(to, count, pass(a, b)); });
    x = out;
  }

  // The same in two passes, which return doubles: the second one is pass(first(x, gradient), gradient), where `pass` is
  // what second() returns after the first one.
  template <class First, class Second>
  [[gnu::always_inline]] void writeTwice(First first, Second second) {
    if (!hasRowBackward || n <= roundedOnce) {
      F64x4 between[roundedOnce / 4];
      F64x4* at = between;
      read([&](F32x4 a, F32x4 b) { *at++ = first(a, b); });
      at = between;
      const auto pass = second();
      write([&](F32x4, F32x4 b) { return narrow(pass(*at++, b)); });
      return;
    }
    write([&](F32x4 a, F32x4 b) { return narrow(first(a, b)); });
    const auto pass = second();
    write([&](F32x4 a, F32x4 b) { return narrow(pass(widen(a), b)); });
  }

 private:
  enum class Access { read, write };

  // Inlined, so that the sums of a pass stay in registers.
  template <Access access, class Step>
  [[gnu::always_inline]] void forEachVector(Step step) {
    assert(!fetch || (x == out && writeBack && chunk > 0 && chunk % 4 == 0));
    for (std::size_t from = 0; from < n; from += chunk) {
      const std::size_t count = std::min(chunk, n - from);
      if (fetch) fetch(context, from, count);
      const float *a = x, *b = gradient;
      float* to = out;
      std::size_t rest = count;
      for (; rest >= 4; rest -= 4, a += 4, b += 4, to += 4) step(to, 4, load(a), load(b));
      if (rest > 0) step(to, rest, tail(a, rest, -std::numeric_limits<float>::infinity()), tail(b, rest, 0));
      if (fetch && access == Access::write) writeBack(context, from, count);
    }
  }

  static F32x4 tail(const float* from, std::size_t n, float spare) {
    F32x4 x = spare;
    x[0] = from[0];
    if (n > 1) x[1] = from[1];
    if (n > 2) x[2] = from[2];
    return x;
  }
  static void storeUpTo4(float* to, std::size_t n, F32x4 x) {
    if (n == 4) return store(to, x);
    to[0] = x[0];
    if (n > 1) to[1] = x[1];
    if (n > 2) to[2] = x[2];
  }
};

// The sum of the lanes.
inline double total(F64x4 x) { return x[0] + x[1] + (x[2] + x[3]); }

// The largest element, NaNs ignored.
inline float largest(Row& row) {
  F32x4 max = -std::numeric_limits<float>::infinity();
  row.read([&](F32x4 x, F32x4) { max = atLeast(max, x); });
  return std::max({max[0], max[1], max[2], max[3]});
}

}  // namespace activations
