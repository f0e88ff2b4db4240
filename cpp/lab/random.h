// A seeded stream of random numbers. Streams of one seed are independent: Philox's counter holds the stream's number.
#pragma once

#include <cassert>
#include <cmath>
#include <numbers>

#include "philox.h"

namespace activations::lab {

struct Random {
  std::uint32_t seed, stream, drawn = 0;
  std::array<std::uint32_t, 4> bits{};

  std::uint32_t operator()() {
    if (drawn % 4 == 0) bits = philox({drawn / 4, stream, 0, 0}, {seed, 0});
    return bits[drawn++ % 4];
  }
  // In [0, 1), a multiple of 2^-24.
  double uniform() { return ((*this)() >> 8) * 0x1p-24; }
  // In [0, n). Where 2^32 is not a multiple of n, some numbers are likelier than others, by up to 2^-23 at n = 512.
  unsigned below(unsigned n) {
    assert(n <= 512);
    return std::uint64_t((*this)()) * n >> 32;
  }
  // Box and Muller, A Note on the Generation of Random Normal Deviates, 1958.
  double normal() {
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
  }
};

}  // namespace activations::lab
