// All 2^32 floats against the oracle at the default parameters: the program that tests/accuracy/verify.js runs.
//   verify                          prints the list of kernels to verify, as JSON
//   verify gelu derivative 3        walks the inputs whose upper four bits are 3; prints the worst error
#include <cstdlib>
#include <format>
#include <iostream>

#include "harness.h"

namespace activations {
namespace {

// A hash that changes with the kernel, the oracle and the measure: FNV-1a over the results for stratified inputs.
std::uint64_t digest(const Side& side, const Parameters& parameters) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&hash](auto bits) {
    for (std::size_t shift = 0; shift < 8 * sizeof bits; shift += 8)
      hash = (hash ^ (bits >> shift & 255)) * 0x100000001b3;
  };
  for (unsigned prefix = 0; prefix < prefixes; ++prefix) {
    const Floats x = stratified(prefix, 1 << 10);
    for (const float y : apply(side.kernel, parameters, x)) add(std::bit_cast<std::uint32_t>(y == y ? y : NaN));
    Worst worst;
    measure(side, parameters, x, worst);
    add(std::bit_cast<std::uint64_t>(worst.ulps));
  }
  return hash;
}

void list() {
  const char* separator = "[";
  for (const Subject& s : subjects())
    for (const Side& side : sides(s)) {
      std::cout << std::format("{}{{\"name\": \"{}\", \"what\": \"{}\", \"allowed\": {}, \"digest\": \"{:016x}\"}}\n",
                               separator, s.about.name, side.what, std::max(0.5, side.exact.ulps),
                               digest(side, defaults(s.about)));
      separator = ",";
    }
  std::cout << "]\n";
}

void walk(const Side& side, const Parameters& parameters, std::uint32_t part) {
  Worst worst;
  Floats x(1 << 12);
  for (std::uint32_t block = 0; block < 1 << 16; ++block) {
    for (std::uint32_t i = 0; i < x.size(); ++i) x[i] = std::bit_cast<float>(part << 28 | block << 12 | i);
    measure(side, parameters, x, worst);
  }
  // JSON has no infinity.
  std::cout << std::format("{{\"ulps\": {}, \"x\": \"{}\"}}\n", std::min(worst.ulps, 1e300), worst.x);
}

}  // namespace
}  // namespace activations

int main(int count, char** arguments) {
  using namespace activations;
  if (count == 1) list();
  if (count == 4)
    for (const Side& side : sides(subject(arguments[1])))
      if (std::string_view(arguments[2]) == side.what)
        walk(side, defaults(subject(arguments[1]).about), std::atoi(arguments[3]));
}
