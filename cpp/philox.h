// Random numbers by counter: every block of four depends only on its counter and the key, so the numbers of an array
// stay the same wherever it is cut. Philox4x32-10 of Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as
// 1, 2, 3, SC 2011, which TensorFlow uses too, and PyTorch on GPUs.
#pragma once

#include <array>
#include <cstdint>

#include "simd.h"

namespace activations {

inline std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = 0xD2511F53ull * counter[0], b = 0xCD9E8D57ull * counter[2];
    counter = {std::uint32_t(b >> 32) ^ counter[1] ^ key[0], std::uint32_t(b),
               std::uint32_t(a >> 32) ^ counter[3] ^ key[1], std::uint32_t(a)};
    key = {key[0] + 0x9E3779B9, key[1] + 0xBB67AE85};
  }
  return counter;
}

// Numbers in [0, 1), multiples of 2^-24, four at a time.
struct Uniform {
  std::uint32_t seed, block;

  F32x4 operator()() {
    const auto bits = philox({block++, 0, 0, 0}, {seed, 0});
    const auto float24 = [&](int i) { return float(bits[i] >> 8) * 0x1p-24f; };
    return {float24(0), float24(1), float24(2), float24(3)};
  }
};

}  // namespace activations
