// The only loop over elements. It owns the tail: kernels see whole vectors alone.
#pragma once

#include <cstddef>

#include "simd.h"

// out[i] = kernel(in[i]...) for i < n, where `kernel` takes and returns F32x4, one argument for each `in`.
// `out` may be one of the inputs itself (in place) but may not overlap one partly; any alignment, n = 0 allowed.
// Spare lanes of the tail hold 0; nothing behind the n-th element is read or written.
template <class Kernel, class... Input>
void map(std::size_t n, float* out, Kernel kernel, const Input*... in) {
  // Moving pointers, not an index: WebAssembly's loads and stores then take constant offsets once this is unrolled.
  for (; n >= 4; n -= 4, out += 4, ((in += 4), ...)) store(out, kernel(load(in)...));
  if (n == 0) return;
  const auto padded = [n](const float* from) {
    F32x4 x = 0;
    for (std::size_t i = 0; i < n; ++i) x[i] = from[i];
    return x;
  };
  const F32x4 y = kernel(padded(in)...);
  for (std::size_t i = 0; i < n; ++i) out[i] = y[i];
}
