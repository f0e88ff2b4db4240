// Zeros, infinities, NaNs, subnormals and kinks, by hand: what the specification says in so many words.
#include <bit>
#include <cmath>

#include "harness.h"

namespace {

constexpr float subnormal = std::numeric_limits<float>::denorm_min();
constexpr float largest = std::numeric_limits<float>::max();

struct Case {
  Floats x, y, derivative;
  Parameters parameters{};
};

void expect(const char* name, const Case& c) {
  const Subject s = subject(name);
  const Parameters parameters = c.parameters.empty() ? defaults(s.about) : c.parameters;
  EXPECT_TRUE(same(apply(s.kernels.value, parameters, c.x), c.y)) << "value of " << show(s, parameters);
  EXPECT_TRUE(same(apply(s.kernels.derivative, parameters, c.x), c.derivative))
      << "derivative of " << show(s, parameters);
}

TEST(SpecialValues, OfIdentity) {
  expect("identity", {.x = {0.0f, -0.0f, infinity, -infinity, subnormal, largest},
                      .y = {0.0f, -0.0f, infinity, -infinity, subnormal, largest},
                      .derivative = {1, 1, 1, 1, 1, 1}});
}

TEST(SpecialValues, OfReluKeepTheSignOfZeroAndTheDerivativeAtZeroIsZero) {
  expect("relu", {.x = {0.0f, -0.0f, infinity, -infinity, subnormal, -subnormal},
                  .y = {0.0f, -0.0f, infinity, 0.0f, subnormal, 0.0f},
                  .derivative = {0, 0, 1, 0, 1, 0}});
}

TEST(SpecialValues, OfLeakyReluWithTheDerivativeAtZeroBeingTheSlope) {
  expect("leakyRelu", {.x = {0.0f, -0.0f, infinity, -infinity, subnormal, -subnormal, -1, 1},
                       .y = {0.0f, -0.0f, infinity, -infinity, subnormal, -0.0f, -0.07f, 1},
                       .derivative = {0.07f, 0.07f, 1, 0.07f, 1, 0.07f, 0.07f, 1},
                       .parameters = {0.07f}});
}

TEST(SpecialValues, OfLeakyReluWithoutASlopeAreTheLimits) {
  expect("leakyRelu", {.x = {0.0f, -0.0f, infinity, -infinity, -1, -largest},
                       .y = {0.0f, -0.0f, infinity, -0.0f, -0.0f, -0.0f},
                       .derivative = {0, 0, 1, 0, 0, 0},
                       .parameters = {0}});
}

TEST(SpecialValues, OfLeakyReluWithANegativeSlope) {
  expect("leakyRelu", {.x = {0.0f, -0.0f, infinity, -infinity, -1, 1},
                       .y = {-0.0f, 0.0f, infinity, infinity, 0.5f, 1},
                       .derivative = {-0.5f, -0.5f, 1, -0.5f, -0.5f, 1},
                       .parameters = {-0.5f}});
}

TEST(SpecialValues, OfLeakyReluSteeperThanOne) {
  expect("leakyRelu", {.x = {0.0f, -0.0f, infinity, -infinity, -1, 1, largest, -largest},
                       .y = {0.0f, -0.0f, infinity, -infinity, -3, 1, largest, -infinity},
                       .derivative = {3, 3, 1, 3, 3, 1, 1, 3},
                       .parameters = {3}});
}

TEST(SpecialValues, OfRelu6WithTheDerivativeBeingZeroAtBothKinks) {
  expect("relu6", {.x = {0.0f, -0.0f, infinity, -infinity, subnormal, 6, neighbour(6, -1), neighbour(6, 1)},
                   .y = {0.0f, -0.0f, 6, 0.0f, subnormal, 6, neighbour(6, -1), 6},
                   .derivative = {0, 0, 0, 0, 1, 0, 1, 0}});
}

TEST(SpecialValues, OfHardTanhWithTheDerivativeBeingZeroAtBothKinks) {
  expect("hardTanh", {.x = {0.0f, -0.0f, infinity, -infinity, -subnormal, 1, -1, neighbour(1, -1), neighbour(-1, 1)},
                      .y = {0.0f, -0.0f, 1, -1, -subnormal, 1, -1, neighbour(1, -1), neighbour(-1, 1)},
                      .derivative = {1, 1, 0, 0, 1, 0, 0, 1, 1}});
}

TEST(SpecialValues, OfHardTanhWithItsEndsExchangedAreAllTheMaximum) {
  expect("hardTanh", {.x = {0.0f, infinity, -infinity, -5, 0.5f, 5},
                      .y = {-2, -2, -2, -2, -2, -2},
                      .derivative = {0, 0, 0, 0, 0, 0},
                      .parameters = {2, -2}});
}

TEST(SpecialValues, NaNGivesNaNWhateverItsBitsInValueDerivativeAndBackward) {
  Floats NaNs;
  for (const std::uint32_t bits :
       {0x7fc00000u, 0xffc00000u, 0x7f800001u, 0xff800001u, 0x7fa00000u, 0x7fffffffu, 0xffffffffu})
    NaNs.push_back(std::bit_cast<float>(bits));
  const auto all = [](const Floats& y) { return std::ranges::all_of(y, [](float v) { return std::isnan(v); }); };
  for (const Subject& s : subjects())
    for (const Parameters& parameters : allParameters(s)) {
      const Floats ones(NaNs.size(), 1);
      EXPECT_TRUE(all(apply(s.kernels.value, parameters, NaNs))) << show(s, parameters);
      EXPECT_TRUE(all(apply(s.kernels.derivative, parameters, NaNs))) << show(s, parameters);
      EXPECT_TRUE(all(backward(s, parameters, ones, NaNs))) << show(s, parameters);
      EXPECT_TRUE(all(backward(s, parameters, NaNs, ones))) << show(s, parameters);
    }
}

}  // namespace
