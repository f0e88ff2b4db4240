// Shared by the tests: the catalogue beside the oracle, parameter sets, kernels on small arrays, bits and ULPs.
#pragma once

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include "catalogue.h"
#include "oracle.h"

namespace activations {

inline constexpr float infinity = std::numeric_limits<float>::infinity();
inline constexpr float NaN = std::numeric_limits<float>::quiet_NaN();

using Floats = std::vector<float>;

// An activation of the catalogue with its row of the oracle's table.
struct Subject {
  const Description& about;
  const Kernels& kernels;
  const Oracle& oracle;
};

// Every activation that has a row; catalogue_test.cpp fails for the others.
std::vector<Subject> subjects();
const Subject subject(std::string_view name);

Parameters defaults(const Description&);
// The defaults and the ends of the parameters' ranges in every combination, the defaults first.
std::vector<Parameters> plottedParameters(const Description&);
// The parameters above and those that the oracle adds.
std::vector<Parameters> allParameters(const Subject&);

using Kernel = decltype(Kernels::value);
Floats apply(Kernel, const Parameters&, const Floats& x);
Floats backward(const Subject&, const Parameters&, const Floats& gradient, const Floats& x);
Floats kinks(const Subject&, const Parameters&);

// Floats whose upper nine bits, sign and exponent, are `prefix`: the first, the last and a random one of each stratum
// between. Prefixes 0 and 256 hold the zeros and subnormals, 255 and 511 the infinities and NaNs.
Floats stratified(unsigned prefix, unsigned strata);
inline constexpr unsigned prefixes = 512;

// The value or the derivative of an activation: its kernel, and the exact result.
struct Side {
  const char* what;
  Kernel kernel;
  const Exact& exact;
};
std::array<Side, 2> sides(const Subject&);

// The distance of `actual` from `exact`, in spacings of the floats at `exact` or, where that is larger, at `least`. It
// is infinite where only one of them is NaN, or where `exact` is above all floats and `actual` is not infinite.
double ulps(double exact, float actual, double least = 0);

// The largest error and its place.
struct Worst {
  double ulps = 0;
  float x = 0, actual = 0;
  double exact = 0;
  Parameters parameters{};
};
// Runs the kernel and updates the worst error so far. Wrong bits of an exact function, and a zero of the wrong sign for
// a value, count as infinite.
void measure(const Side&, const Parameters&, const Floats& x, Worst&);

// The float `steps` floats above x, or below where negative.
float neighbour(float x, int steps);

// A heap block of exactly the size needed, so that AddressSanitizer sees any access around it.
struct Block {
  explicit Block(const Floats& values, std::size_t offset = 0)
      : memory(new float[offset + values.size()]), data(memory.get() + offset), n(values.size()) {
    std::ranges::copy(values, data);
  }
  Floats read() const { return Floats(data, data + n); }

  std::unique_ptr<float[]> memory;
  float* data;
  std::size_t n;
};

// A row that its function sees through a window of `chunk` floats. Window and row are blocks of their own. The gradient
// of a function that reduces the row is one number.
struct Chunks {
  Floats x, gradient;
  std::size_t chunk;
  Block window{Floats(chunk)}, gradientWindow{Floats(chunk)};

  static void fetch(void* context, std::size_t from, std::size_t count) {
    auto& self = *static_cast<Chunks*>(context);
    std::copy_n(self.x.begin() + from, count, self.window.data);
    if (self.gradient.size() == self.x.size())
      std::copy_n(self.gradient.begin() + from, count, self.gradientWindow.data);
  }
  static void writeBack(void* context, std::size_t from, std::size_t count) {
    auto& self = *static_cast<Chunks*>(context);
    std::copy_n(self.window.data, count, self.x.begin() + from);
  }
  // f(x) after a pass of the kernels
  Floats value(const Kernels& f) const { return f.reduces ? Floats{window.data[0]} : x; }
  Row row() {
    if (gradient.size() == 1) gradientWindow.data[0] = gradient[0];
    return {.n = x.size(),
            .gradient = gradientWindow.data,
            .x = window.data,
            .out = window.data,
            .chunk = chunk,
            .fetch = fetch,
            .writeBack = writeBack,
            .context = this};
  }
};

// Decimal and bits; parameters by name.
std::string show(float);
std::string show(const Subject&, const Parameters&);

// The same bits, or both NaN.
inline bool isSame(float a, float b) {
  return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b) || (a != a && b != b);
}
testing::AssertionResult same(const Floats& actual, const Floats& expected);

}  // namespace activations
