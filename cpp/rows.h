// Functions of whole rows go over a row several times: they read it until they know enough, such as its sum, and then
// rewrite it. A row may come in pieces, so that one of any length needs no memory here.
#pragma once

#include <algorithm>
#include <limits>

#include "simd.h"

// From `x` to `out`, which may be the same, with a gradient, which only backward passes look at. They hold the row's n
// floats. If there is a `move`, they hold one piece of it, x is out, and move fetches the floats [from, from + count)
// to x and gradient, or stores them from x.
struct Row {
  std::size_t n;
  const float *gradient, *x;
  float* out;
  std::size_t piece = n;
  void (*move)(void* context, bool store, std::size_t from, std::size_t count) = nullptr;
  void* context = nullptr;

  // Calls pass(x, gradient) for all elements in their order. Spare lanes of the tail hold -∞ and 0.
  template <class Pass>
  [[gnu::always_inline]] void read(Pass pass) {
    go(false, [&](float*, std::size_t, F32x4 a, F32x4 b) { pass(a, b); });
  }

  // The same, after which the row is what `pass` has returned.
  template <class Pass>
  [[gnu::always_inline]] void write(Pass pass) {
    go(true, [&](float* to, std::size_t count, F32x4 a, F32x4 b) { storeUpTo4(to, count, pass(a, b)); });
    x = out;
  }

 private:
  // Inlined, so that what a pass sums up stays in registers.
  template <class Step>
  [[gnu::always_inline]] void go(bool writes, Step step) {
    for (std::size_t from = 0; from < n; from += piece) {
      const std::size_t count = std::min(piece, n - from);
      if (move) move(context, false, from, count);
      const float *a = x, *b = gradient;
      float* to = out;
      std::size_t rest = count;
      for (; rest >= 4; rest -= 4, a += 4, b += 4, to += 4) step(to, 4, load(a), load(b));
      if (rest > 0) step(to, rest, tail(a, rest, -std::numeric_limits<float>::infinity()), tail(b, rest, 0));
      if (move && writes) move(context, true, from, count);
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

// The largest element, where NaNs are passed over.
inline float largest(Row& row) {
  F32x4 most = -std::numeric_limits<float>::infinity();
  row.read([&](F32x4 x, F32x4) { most = atLeast(most, x); });
  return std::max({most[0], most[1], most[2], most[3]});
}
