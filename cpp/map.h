// The loop over elements. It handles the tail, so that kernels see whole vectors only. rows.h has its own loop.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <functional>
#include <utility>

#include "simd.h"

namespace activations {

// Whether an array that begins at `a` begins inside the n floats from `b` on, but not with them.
inline bool beginsInside(const float* a, const float* b, std::size_t n) {
  return std::greater<>{}(a, b) && std::less<>{}(a, b + n);
}

// out[i] = kernel(in[i]...) for i < n, in this order, where `kernel` takes and returns F32x4, with one argument for
// each `in`. `out` may be one of the inputs itself (in place) or begin before it, but not inside it; any alignment and
// n = 0 are allowed. Spare lanes of the tail hold 0; nothing after the n-th element is read or written.
template <class Kernel, class... Input>
void map(std::size_t n, float* out, Kernel kernel, const Input*... in) {
  assert((!beginsInside(out, in, n) && ...));
  float tail[1 + sizeof...(in)][4]{};
  float* end = out;
  for (const std::size_t rest = n % 4;;) {
    // Pointers move, not an index, so that loads and stores take constant offsets once this loop is unrolled.
    for (; n >= 4; n -= 4, out += 4, ((in += 4), ...)) store(out, kernel(load(in)...));
    if (n == 0) {
      std::copy_n(tail[0], rest, end);
      return;
    }
    // The same loop handles the tail: a second copy of every kernel would make the module half as large again.
    std::size_t i = 0;
    ((std::copy_n(in, n, tail[++i]), in = tail[i]), ...);
    end = std::exchange(out, tail[0]);
    n = 4;
  }
}

}  // namespace activations
