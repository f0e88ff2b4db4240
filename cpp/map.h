// The loop over elements. It owns the tail: kernels see whole vectors alone. (Passes over rows have one of their own.)
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include "simd.h"

// out[i] = kernel(in[i]...) for i < n, in this order, where `kernel` takes and returns F32x4, one argument for each
// `in`. `out` may be one of the inputs itself (in place) or begin before it but not inside it; any alignment, n = 0
// allowed. Spare lanes of the tail hold 0; nothing behind the n-th element is read or written.
template <class Kernel, class... Input>
void map(std::size_t n, float* out, Kernel kernel, const Input*... in) {
  float tail[1 + sizeof...(in)][4]{};
  float* end = out;
  for (const std::size_t rest = n % 4;;) {
    // Moving pointers, not an index: WebAssembly's loads and stores then take constant offsets once this is unrolled.
    for (; n >= 4; n -= 4, out += 4, ((in += 4), ...)) store(out, kernel(load(in)...));
    if (n == 0) {
      std::copy_n(tail[0], rest, end);
      return;
    }
    // Once more, for a vector in `tail`: a second copy of every kernel would make the module half as large again.
    std::size_t i = 0;
    ((std::copy_n(in, n, tail[++i]), in = tail[i]), ...);
    end = std::exchange(out, tail[0]);
    n = 4;
  }
}
