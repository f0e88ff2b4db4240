// The matrix product: dense layers need nothing else, forward and backward.
#pragma once

#include <cassert>
#include <cstddef>

#include "simd.h"

namespace activations::lab {

// A matrix with the strides of its rows and columns; exchanging the strides transposes it.
struct Matrix {
  const float* at;
  std::size_t row, column = 1;
};

// A block of Rows × Vectors of the result, whose sums stay in registers. Every sum adds its terms in the order of k, so
// its bits do not depend on the sizes of the blocks.
template <int Rows, int Vectors>
[[gnu::always_inline]] inline void multiplyBlock(Matrix a, const float* b, std::size_t stride, float* out,
                                                 const float* start, std::size_t depth) {
  F32x4 sum[Rows][Vectors];
  for (int i = 0; i < Rows; ++i)
    for (int j = 0; j < Vectors; ++j) sum[i][j] = start ? load(start + 4 * j) : F32x4(0);
  for (std::size_t k = 0; k < depth; ++k, a.at += a.column, b += stride) {
    F32x4 right[Vectors];
    for (int j = 0; j < Vectors; ++j) right[j] = load(b + 4 * j);
    for (int i = 0; i < Rows; ++i) {
      const F32x4 left = a.at[i * a.row];
      for (int j = 0; j < Vectors; ++j) sum[i][j] += left * right[j];
    }
  }
  for (int i = 0; i < Rows; ++i)
    for (int j = 0; j < Vectors; ++j) store(out + i * stride + 4 * j, sum[i][j]);
}

template <int Rows>
void multiplyRows(Matrix a, const float* b, std::size_t stride, float* out, const float* start, std::size_t depth) {
  std::size_t n = 0;
  for (; n + 8 <= stride; n += 8) multiplyBlock<Rows, 2>(a, b + n, stride, out + n, start ? start + n : nullptr, depth);
  if (n < stride) multiplyBlock<Rows, 1>(a, b + n, stride, out + n, start ? start + n : nullptr, depth);
}

// out = a · b, plus `start` in every row unless it is null. b has `depth` rows and out has `rows` rows of `stride`
// floats, a multiple of 4. Arrays must not overlap.
inline void multiply(std::size_t rows, std::size_t depth, std::size_t stride, Matrix a, const float* b, float* out,
                     const float* start = nullptr) {
  assert(stride % 4 == 0);
  std::size_t m = 0;
  for (; m + 4 <= rows; m += 4, a.at += 4 * a.row) multiplyRows<4>(a, b, stride, out + m * stride, start, depth);
  for (; m < rows; ++m, a.at += a.row) multiplyRows<1>(a, b, stride, out + m * stride, start, depth);
}

}  // namespace activations::lab
