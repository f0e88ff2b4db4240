// The loop over elements: every length and alignment, in place and out of place, without any other access.
#include <cmath>
#include <random>

#include "harness.h"

namespace activations {
namespace {

constexpr std::size_t lengths = 68;
constexpr std::size_t offsets = 4;

// Numbers of every size; one in five is special.
Floats someFloats(std::size_t n, unsigned seed) {
  const Floats special{0.0f, -0.0f, infinity, -infinity, NaN, 1e-45f};
  std::mt19937 random(seed);
  Floats floats(n);
  for (float& x : floats)
    x = random() % 5 == 0 ? special[random() % special.size()]
                          : std::ldexp(random() % 2001 - 1000.0f, random() % 80 - 40);
  return floats;
}

// An array between guard cells.
struct Guarded {
  Guarded(const Floats& values, std::size_t offset)
      : cells(values.size() + 16, guard), data(&cells[8 + offset]), n(values.size()) {
    std::ranges::copy(values, data);
  }
  Floats read() const { return Floats(data, data + n); }
  bool isIntact() const {
    return std::count(cells.begin(), cells.end(), guard) == std::ssize(cells) - std::ssize(read());
  }

  static constexpr float guard = -12345;
  Floats cells;
  float* data;
  std::size_t n;
};

F32x4 twice(F32x4 x) { return x + x; }
F32x4 weighted(F32x4 a, F32x4 b) { return a - 3 * b; }

template <class Check>
void forEveryLengthAndOffset(Check check) {
  for (std::size_t n = 0; n < lengths; ++n)
    for (std::size_t from = 0; from < offsets; ++from)
      for (std::size_t to = 0; to < offsets; ++to) {
        SCOPED_TRACE(testing::Message() << n << " floats, input at offset " << from << ", output at offset " << to);
        check(n, from, to);
        if (testing::Test::HasFailure()) return;
      }
}

// Guarded arrays also detect writes far outside, and blocks also detect reads.
template <class Memory>
class Map : public testing::Test {};
using Memories = testing::Types<Block, Guarded>;
TYPED_TEST_SUITE(Map, Memories);

void expectIntact(const Block&) {}  // AddressSanitizer checks it
void expectIntact(const Guarded& array) { EXPECT_TRUE(array.isIntact()); }

TYPED_TEST(Map, AppliesAKernelOfOneInputToEveryElement) {
  forEveryLengthAndOffset([](std::size_t n, std::size_t from, std::size_t to) {
    const Floats values = someFloats(n, n);
    Floats expected = values;
    for (float& x : expected) x += x;

    TypeParam x(values, from), out(Floats(n), to);
    map(n, out.data, twice, x.data);
    EXPECT_TRUE(same(out.read(), expected));
    EXPECT_TRUE(same(x.read(), values));
    expectIntact(x);
    expectIntact(out);

    map(n, x.data, twice, x.data);
    EXPECT_TRUE(same(x.read(), expected)) << "in place";
    expectIntact(x);
  });
}

TYPED_TEST(Map, AppliesAKernelOfTwoInputsToEveryElement) {
  forEveryLengthAndOffset([](std::size_t n, std::size_t from, std::size_t to) {
    const Floats first = someFloats(n, n), second = someFloats(n, n + lengths);
    Floats expected(n);
    for (std::size_t i = 0; i < n; ++i) expected[i] = first[i] - 3 * second[i];

    for (const int place : {0, 1, 2}) {
      TypeParam a(first, from), b(second, (from + to) % offsets), fresh(Floats(n), to);
      TypeParam& out = place == 0 ? fresh : place == 1 ? a : b;
      map(n, out.data, weighted, a.data, b.data);
      EXPECT_TRUE(same(out.read(), expected)) << "in place of input " << place;
      for (const auto* array : {&a, &b, &fresh}) expectIntact(*array);
    }
  });
}

TEST(MapTail, PassesZerosToTheKernelInSpareLanes) {
  for (std::size_t n = 1; n < 4; ++n) {
    Floats x(n, 7), out(n);
    F32x4 seen = NaN;
    map(n, out.data(), [&seen](F32x4 v) { return seen = v; }, x.data());
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(seen[i], i < n ? 7 : 0) << n << " floats, lane " << i;
  }
}

TEST(MapOfEveryActivation, ComputesEachElementIndependently) {
  for (const Subject& s : subjects()) {
    const Parameters parameters = defaults(s.about);
    for (std::size_t n = 0; n < lengths; ++n) {
      const Floats x = someFloats(n, n), gradient = someFloats(n, n + lengths);
      Floats value, derivative, product;
      for (std::size_t i = 0; i < n; ++i) {
        value.push_back(apply(s.kernels.value, parameters, {x[i]})[0]);
        derivative.push_back(apply(s.kernels.derivative, parameters, {x[i]})[0]);
        product.push_back(backward(s, parameters, {gradient[i]}, {x[i]})[0]);
      }
      ASSERT_TRUE(same(apply(s.kernels.value, parameters, x), value)) << s.about.name;
      ASSERT_TRUE(same(apply(s.kernels.derivative, parameters, x), derivative)) << s.about.name;
      ASSERT_TRUE(same(backward(s, parameters, gradient, x), product)) << s.about.name;

      Floats inPlace = x;
      s.kernels.backward(parameters.data(), n, gradient.data(), inPlace.data(), inPlace.data());
      ASSERT_TRUE(same(inPlace, product)) << s.about.name << " in place";
    }
  }
}

}  // namespace
}  // namespace activations
