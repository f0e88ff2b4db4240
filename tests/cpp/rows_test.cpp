// Row functions, plain and gated: rows of every length and alignment, in place and out of place, whole and in
// chunks. tests/package/rows.test.js compares their values with an oracle.
#include <random>

#include "harness.h"

namespace activations {
namespace {

constexpr std::size_t lengths = 68;

Floats someFloats(std::size_t n, unsigned seed) {
  std::mt19937 random(seed);
  Floats floats(n);
  for (float& x : floats) x = (int(random() % 2001) - 1000) / 64.0f;
  return floats;
}

using Check = void (*)(const char* name, const Kernels&, std::size_t n, std::size_t results);
void forEveryFunctionAndLength(Check check) {
  for (std::size_t i = 0; i < catalogue.size(); ++i)
    for (std::size_t n = 1; kinds[i] == Kind::row && n < lengths; ++n)
      check(catalogue[i].name, kernels[i], n, kernels[i].reduces ? 1 : n);
}

// `value` and `backward` take the arrays alone.
void expectSameInPlace(const char* name, std::size_t n, std::size_t results, auto value, auto backward) {
  SCOPED_TRACE(testing::Message() << name << ", " << n << " floats");
  const Floats x = someFloats(n, n), gradient = someFloats(results, n + lengths);
  const Block input(x), g(gradient), y{Floats(results)}, dx{Floats(n)};
  value(input.data, y.data);
  backward(g.data, input.data, dx.data);
  EXPECT_TRUE(same(input.read(), x));
  EXPECT_TRUE(same(g.read(), gradient));

  const Block inPlace(x), backwardInPlace(x);
  value(inPlace.data, inPlace.data);
  backward(g.data, backwardInPlace.data, backwardInPlace.data);
  EXPECT_TRUE(same(Floats(inPlace.data, inPlace.data + results), y.read()));
  EXPECT_TRUE(same(backwardInPlace.read(), dx.read()));
}

TEST(Rows, AreTheSameInPlaceAndTouchNothingElse) {
  forEveryFunctionAndLength([](const char* name, const Kernels& f, std::size_t n, std::size_t results) {
    expectSameInPlace(
        name, n, results, [&](const float* x, float* out) { f.value(nullptr, n, x, out); },
        [&](const float* gradient, const float* x, float* out) { f.backward(nullptr, n, gradient, x, out); });
  });
}

// Every elementwise activation can be the gate.
TEST(Gated, AreTheSameInPlaceAndTouchNothingElse) {
  for (std::size_t i = 0; i < catalogue.size(); ++i) {
    if (kinds[i] != Kind::elementwise) continue;
    const Parameters parameters = defaults(catalogue[i]);
    for (std::size_t n = 2; n < lengths; n += 2)
      for (const Gate gate : {Gate::first, Gate::second, Gate::interleaved})
        for (const Gating& gating : {Gating{gate}, Gating{gate, 2.5f, 1}})
          expectSameInPlace(
              catalogue[i].name, n, n / 2,
              [&](const float* x, float* out) { valueOfParts(kernels[i], parameters.data(), gating, n, x, out); },
              [&](const float* gradient, const float* x, float* out) {
                backwardOfParts(kernels[i], parameters.data(), gating, n, gradient, x, out);
              });
  }
}

TEST(Rows, AreTheSameInChunksOfWholeVectors) {
  forEveryFunctionAndLength([](const char* name, const Kernels& f, std::size_t n, std::size_t results) {
    const Floats x = someFloats(n, n), gradient = someFloats(results, n + lengths);
    Floats y(results), dx(n);
    f.value(nullptr, n, x.data(), y.data());
    f.backward(nullptr, n, gradient.data(), x.data(), dx.data());
    for (const std::size_t chunk : {4, 12, 16}) {
      SCOPED_TRACE(testing::Message() << name << ", " << n << " floats in chunks of " << chunk);
      Chunks value{x, gradient, chunk}, backward{x, gradient, chunk};
      f.row(value.row());
      f.rowBackward(backward.row());
      EXPECT_TRUE(same(value.value(f), y));
      EXPECT_TRUE(same(backward.x, dx));
    }
  });
}

}  // namespace
}  // namespace activations
