// Zeros, infinities, NaNs, subnormals and kinks, with results written by hand, besides those of the oracle.
#include <bit>
#include <cmath>
#include <numbers>

#include "harness.h"

namespace activations {
namespace {

constexpr float subnormal = std::numeric_limits<float>::denorm_min();
constexpr float largest = std::numeric_limits<float>::max();

struct Case {
  const char* name;
  Floats x, y, derivative;
  Parameters parameters{};
};

// A derivative of 0 may have either sign here; where it may not, accuracy_test.cpp compares bits.
Floats unsignedZeros(Floats xs) {
  for (float& x : xs) x += 0.0f;
  return xs;
}

void expect(const Case& c) {
  const Subject s = subject(c.name);
  const Parameters parameters = c.parameters.empty() ? defaults(s.about) : c.parameters;
  EXPECT_TRUE(same(apply(s.kernels.value, parameters, c.x), c.y)) << "value of " << show(s, parameters);
  EXPECT_TRUE(same(unsignedZeros(apply(s.kernels.derivative, parameters, c.x)), c.derivative))
      << "derivative of " << show(s, parameters);
}

TEST(SpecialValues, AtZerosAndInfinitiesAreTheLimits) {
  constexpr float ln2 = std::numbers::ln2_v<float>, sixth = 1 / 6.0f, half = 0.5f, third = 0.22916667f;
  constexpr float lambda = 1.050701f, lambdaAlpha = 1.7580993f;
  const Floats x{0.0f, -0.0f, infinity, -infinity};
  const std::vector<Case> cases{
      {"identity", x, x, {1, 1, 1, 1}},
      {"linear", x, x, {1, 1, 1, 1}},
      {"step", x, {0, 0, 1, 0}, {0, 0, 0, 0}},
      {"relu", x, {0, -0.0f, infinity, 0}, {0, 0, 1, 0}},
      {"relu6", x, {0, -0.0f, 6, 0}, {0, 0, 0, 0}},
      {"clampedRelu", x, {0, -0.0f, 6, -0.0f}, {0, 0, 0, 0}},
      {"relu2", x, {0, 0, infinity, 0}, {0, 0, infinity, 0}},
      {"leakyRelu", x, x, {0.01f, 0.01f, 1, 0.01f}},
      {"prelu", x, x, {0.25f, 0.25f, 1, 0.25f}},
      {"rrelu", x, x, {third, third, 1, third}},
      {"thresholdedRelu", x, {0, 0, infinity, 0}, {0, 0, 1, 0}},
      {"threshold", x, {0, 0, infinity, 0}, {0, 0, 1, 0}, {1, 0}},
      {"elu", x, {0, -0.0f, infinity, -1}, {1, 1, 1, 0}},
      {"celu", x, {0, -0.0f, infinity, -1}, {1, 1, 1, 0}},
      {"selu", x, {0, -0.0f, infinity, -lambdaAlpha}, {lambdaAlpha, lambdaAlpha, lambda, 0}},
      {"xielu", x, {0, -0.0f, infinity, infinity}, {half, half, infinity, -0.3f}},
      {"gelu", x, {0, -0.0f, infinity, -0.0f}, {half, half, 1, 0}},
      {"geluTanh", x, {0, -0.0f, infinity, -0.0f}, {half, half, 1, 0}},
      {"quickGelu", x, {0, -0.0f, infinity, -0.0f}, {half, half, 1, 0}},
      {"geluClipped", x, {0, -0.0f, 10, -0.0f}, {half, half, 0, 0}},
      {"silu", x, {0, -0.0f, infinity, -0.0f}, {half, half, 1, 0}},
      {"mish", x, {0, -0.0f, infinity, -0.0f}, {0.6f, 0.6f, 1, 0}},
      {"softplus", x, {ln2, ln2, infinity, 0}, {half, half, 1, 0}},
      {"sqrtSoftplus", x, {0.83255464f, 0.83255464f, infinity, 0}, {0.3002806f, 0.3002806f, 0, 0}},
      {"squareplus", x, {1, 1, infinity, 0}, {half, half, 1, 0}},
      {"sparsePlus", x, {0.25f, 0.25f, infinity, 0}, {half, half, 1, 0}},
      {"lisht", x, {0, 0, infinity, infinity}, {0, 0, 1, -1}},
      {"logCosh", x, {0, 0, infinity, infinity}, {0, 0, 1, -1}},
      {"sigmoid", x, {half, half, 1, 0}, {0.25f, 0.25f, 0, 0}},
      {"hardSigmoid", x, {half, half, 1, 0}, {sixth, sixth, 0, 0}},
      {"sparseSigmoid", x, {half, half, 1, 0}, {half, half, 0, 0}},
      {"logSigmoid", x, {-ln2, -ln2, -0.0f, -infinity}, {half, half, 0, 1}},
      {"laplace", x, {half, half, 1, 0}, {0.39894228f, 0.39894228f, 0, 0}, {0, 1}},
      {"tanh", x, {0, -0.0f, 1, -1}, {1, 1, 0, 0}},
      {"scaledTanh", x, {0, -0.0f, 3, -3}, {1.5f, 1.5f, 0, 0}, {3, half}},
      {"softCap", x, {0, -0.0f, 30, -30}, {1, 1, 0, 0}},
      {"hardTanh", x, {0, -0.0f, 1, -1}, {1, 1, 0, 0}},
      {"softsign", x, {0, -0.0f, 1, -1}, {1, 1, 0, 0}},
      {"tanhShrink", x, x, {0, 0, 1, 1}},
      {"hardShrink", x, x, {0, 0, 1, 1}},
      {"softShrink", x, x, {0, 0, 1, 1}},
      {"shrink", x, x, {0, 0, 1, 1}},
      {"hardSwish", x, {0, -0.0f, infinity, -0.0f}, {half, half, 1, 0}},
      {"hardMish", x, {0, -0.0f, infinity, -0.0f}, {1, 1, 1, 0}},
      {"exponential", x, {1, 1, infinity, 0}, {1, 1, infinity, 0}},
      // Parameters that change the limits.
      {"step", x, {half, half, 1, half}, {0, 0, 0, 0}, {half}},
      {"linear", x, {half, half, half, half}, {0, 0, 0, 0}, {0, half}},
      {"linear", x, {half, half, -infinity, infinity}, {-1, -1, -1, -1}, {-1, half}},
      {"clampedRelu", x, {0, -0.0f, 5, -infinity}, {0.1f, 0.1f, 0, 0.1f}, {0.1f, 5, 0}},
      {"selu", x, {0, -0.0f, infinity, -6}, {6, 6, 3, 0}, {2, 3}},
      {"selu", x, {0, -0.0f, 0, -0.0f}, {0, 0, 0, 0}, {2, 0}},
      {"xielu", x, {0, -0.0f, infinity, -half}, {half, half, infinity, 0}, {1, half, half}},
      {"xielu", x, {0, -0.0f, 0, 0}, {0, 0, 0, 0}, {0, 0, 0}},
      {"scaledTanh", x, {0, -0.0f, 0, -0.0f}, {0, 0, 0, 0}, {2, 0}},
      {"leakyRelu", x, {0, -0.0f, infinity, -0.0f}, {0, 0, 1, 0}, {0}},
      {"leakyRelu", x, {-0.0f, 0, infinity, infinity}, {-half, -half, 1, -half}, {-half}},
      {"prelu", x, {0, -0.0f, infinity, -0.0f}, {0, 0, 1, 0}, {0}},
      {"rrelu", x, {0, -0.0f, infinity, -0.0f}, {0, 0, 1, 0}, {-1, 1}},
      {"elu", x, {0, -0.0f, infinity, -2}, {2, 2, 1, 0}, {2}},
      {"celu", x, {0, -0.0f, infinity, -2}, {1, 1, 1, 0}, {2}},
      {"silu", x, x, {half, half, half, half}, {0}},
      {"silu", x, {0, -0.0f, 0, -infinity}, {half, half, 0, 1}, {-1}},
      {"hardTanh", x, {-2, -2, -2, -2}, {0, 0, 0, 0}, {2, -2}},
      {"hardSigmoid", x, {half, half, 0, 1}, {-0.2f, -0.2f, 0, 0}, {-0.2f, half}},
      {"hardSigmoid", x, {0.25f, 0.25f, 0.25f, 0.25f}, {0, 0, 0, 0}, {0, 0.25f}},
      {"shrink", x, x, {0, 0, 1, 1}, {half, 2}},
  };
  for (const Case& c : cases) expect(c);
}

// A kink between its two neighbours.
Floats around(float x) { return {neighbour(x, -1), x, neighbour(x, 1)}; }

TEST(SpecialValues, AtKinksEqualThoseOfPyTorch) {
  constexpr float sixth = 1 / 6.0f, lambda = 1.050701f, lambdaAlpha = 1.7580993f;
  const float below1 = neighbour(1, -1), above1 = neighbour(1, 1), above3 = neighbour(3, 1),
              above5 = neighbour(0.5f, 1);
  const Floats tiny{-subnormal, subnormal};
  const std::vector<Case> cases{
      {"identity", {subnormal, largest}, {subnormal, largest}, {1, 1}},
      {"step", tiny, {0, 1}, {0, 0}},
      {"relu", tiny, {0, subnormal}, {0, 1}},
      {"relu6", tiny, {0, subnormal}, {0, 1}},
      {"relu6", around(6), {neighbour(6, -1), 6, 6}, {1, 0, 0}},
      {"clampedRelu", around(6), {neighbour(6, -1), 6, 6}, {1, 0, 0}},
      // Keras's relu with a slope, a cap and a threshold at once.
      {"clampedRelu",
       {-10, -5, 0, 4, 5, 6, 10},
       {-7.5f, -5, -2.5f, -0.5f, 0, 6, 7},
       {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 1, 0},
       {0.5f, 7, 5}},
      {"relu2", {-subnormal, 3, largest}, {0, 9, infinity}, {0, 6, infinity}},
      {"leakyRelu", tiny, {-0.0f, subnormal}, {0.01f, 1}},
      {"leakyRelu", {-1, 1}, {-0.07f, 1}, {0.07f, 1}, {0.07f}},
      {"leakyRelu", {-1, -largest}, {-0.0f, -0.0f}, {0, 0}, {0}},
      {"leakyRelu", {-1, 1}, {0.5f, 1}, {-0.5f, 1}, {-0.5f}},
      {"leakyRelu", {-1, 1, largest, -largest}, {-3, 1, largest, -infinity}, {3, 1, 1, 3}, {3}},
      {"prelu", {-1, 1}, {-0.25f, 1}, {0.25f, 1}},
      {"prelu", {-1, 1, largest, -largest}, {-3, 1, largest, -infinity}, {3, 1, 1, 3}, {3}},
      {"rrelu", {-1, 1}, {-0.22916667f, 1}, {0.22916667f, 1}},
      {"thresholdedRelu", around(1), {0, 0, above1}, {0, 0, 1}},
      {"thresholdedRelu", around(-1), {0, 0, neighbour(-1, 1)}, {0, 0, 1}, {-1}},
      {"threshold", around(1), {0, 0, above1}, {0, 0, 1}, {1, 0}},
      {"threshold", around(-2), {7, 7, neighbour(-2, 1)}, {0, 0, 1}, {-2, 7}},
      {"elu", tiny, tiny, {1, 1}},
      {"elu", {0, -200, 200}, {0, -3, 200}, {3, 0, 1}, {3}},
      {"celu", tiny, tiny, {1, 1}},
      {"selu", {0, subnormal, -200}, {0, subnormal, -lambdaAlpha}, {lambdaAlpha, lambda, 0}},
      {"selu", {-200, 1}, {-6, 3}, {0, 3}, {2, 3}},
      {"xielu", {-subnormal, subnormal, -1, 10}, {-0.0f, 0, -0.20569645f, 85}, {0.5f, 0.5f, -0.0056964546f, 16.5f}},
      {"geluClipped", around(10), {neighbour(10, -1), 10, 10}, {1, 1, 0}},
      {"gelu", {-20, 20}, {-0.0f, 20}, {0, 1}},
      {"geluTanh", {-20, 20}, {-0.0f, 20}, {0, 1}},
      {"quickGelu", {-100, 100}, {-0.0f, 100}, {0, 1}},
      {"silu", {-200, 200}, {-0.0f, 200}, {0, 1}},
      {"mish", {-200, 200}, {-0.0f, 200}, {0, 1}},
      {"softplus", {-200, 200}, {0, 200}, {0, 1}},
      {"sqrtSoftplus", {-300, -200, 200}, {0, 3.783506e-44f, 14.142136f}, {0, 1.8216880e-44f, 0.035355339f}},
      {"lisht", {-subnormal, -200}, {0, 200}, {-2 * subnormal, -1}},
      {"logCosh", {-1e-25f, -200, 200}, {0, 199.30685f, 199.30685f}, {-1e-25f, -1, 1}},
      {"squareplus", {-largest, largest, 1.5f}, {0x1p-128f, largest, 2}, {0, 1, 0.8f}},
      {"squareplus", {-1, 1}, {0, 1}, {0, 1}, {0}},
      {"sparsePlus", {-2, -1, 1, 2}, {0, 0, 1, 2}, {0, 0, 1, 1}},
      {"sigmoid", {-200, 200}, {0, 1}, {0, 0}},
      {"hardSigmoid", {-3, neighbour(3, -1), 3, above3}, {0, below1, 1, 1}, {0, sixth, 0, 0}},
      {"hardSigmoid", {-2, 2}, {0, 1}, {0, 0}, {0.25f, 0.5f}},
      {"sparseSigmoid", {-1, below1, 1, above1}, {0, 1, 1, 1}, {0, 0.5f, 0, 0}},
      {"logSigmoid", {-200, 200}, {-200, -0.0f}, {1, 0}},
      {"tanh", {-100, 100, -subnormal}, {-1, 1, -subnormal}, {0, 0, 1}},
      {"hardTanh", around(1), {below1, 1, 1}, {1, 0, 0}},
      {"hardTanh", around(-1), {-1, -1, -below1}, {0, 0, 1}},
      {"hardTanh", {-5, 0.5f, 5}, {-2, -2, -2}, {0, 0, 0}, {2, -2}},
      {"softsign", {-1, 1, -subnormal, -largest}, {-0.5f, 0.5f, -subnormal, -1}, {0.25f, 0.25f, 1, 0}},
      {"tanhShrink", {-subnormal, largest}, {-0.0f, largest}, {0, 1}},
      {"hardShrink", around(0.5f), {0, 0, above5}, {0, 0, 1}},
      {"hardShrink", around(-0.5f), {-above5, -0.0f, -0.0f}, {1, 0, 0}},
      {"softShrink", {-1, -0.5f, 0.5f, 1}, {-0.5f, -0.0f, 0, 0.5f}, {1, 0, 0, 1}},
      {"softShrink", {-1, -0.0f, 0, 1}, {-1, -0.0f, 0, 1}, {1, 0, 0, 1}, {0}},
      {"shrink", around(0.5f), {0, 0, above5}, {0, 0, 1}},
      {"shrink", {-2, -0.5f, 0.75f, 2, 3}, {-0.0f, -0.0f, -1.25f, 0, 1}, {1, 0, 1, 1, 1}, {0.5f, 2}},
      {"hardMish", {-5, -2, -1, -0.5f, largest}, {-0.0f, -0.0f, -0.5f, -0.375f, largest}, {0, 0, 0, 0.5f, 1}},
      {"laplace", {-200, 200}, {0, 1}, {0, 0}},
      {"softCap", {-largest, 1e-20f}, {-30, 1e-20f}, {0, 1}},
      {"hardSwish", {-5, -3, -1.5f, 3, 5, largest}, {-0.0f, -0.0f, -0.375f, 3, 5, largest}, {0, 0, 0, 1, 1, 1}},
      {"exponential", {-200, 200}, {0, infinity}, {0, infinity}},
  };
  for (const Case& c : cases) expect(c);
}

TEST(SpecialValues, OddFunctionsAreOddInEveryBit) {
  for (const char* name : {"identity", "tanh", "scaledTanh", "softCap", "hardTanh", "softsign", "tanhShrink",
                           "hardShrink", "softShrink", "shrink"}) {
    const Subject s = subject(name);
    auto sets = s.oracle.alsoWith;
    if (std::string_view(name) == "hardTanh") sets.clear();  // odd only where its ends are opposite
    sets.push_back(defaults(s.about));
    for (const Parameters& parameters : sets)
      for (unsigned prefix = 0; prefix < prefixes / 2; ++prefix) {
        Floats x = stratified(prefix, 64), y = apply(s.kernels.value, parameters, x);
        for (float& v : x) v = -v;
        for (float& v : y) v = -v;
        EXPECT_TRUE(same(apply(s.kernels.value, parameters, x), y)) << show(s, parameters);
      }
  }
}

TEST(SpecialValues, ValueDerivativeAndBackwardAreNaNAtEveryNaN) {
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
}  // namespace activations
