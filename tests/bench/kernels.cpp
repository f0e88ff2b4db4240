// The bare kernels as functions over addresses, and a plain copy, which no kernel can beat.
#include "catalogue.h"

#define EXPORT extern "C" __attribute__((used))

namespace activations {
namespace {
alignas(16) float x[1 << 24];
alignas(16) float out[std::size(x)];
float parameters[maxParameters];
}  // namespace

EXPORT float* addressOfX() { return x; }
EXPORT float* addressOfOut() { return out; }
EXPORT float* addressOfParameters() { return parameters; }

EXPORT void value(unsigned activation, unsigned n, const float* from, float* to) {
  if (kinds[activation] == Kind::gated)
    valueOfParts(kernels[activation], parameters, {catalogue[activation].gate}, n, from, to);
  else
    kernels[activation].value(parameters, n, from, to);
}

EXPORT void derivative(unsigned activation, unsigned n, const float* from, float* to) {
  kernels[activation].derivative(parameters, n, from, to);
}

EXPORT void backward(unsigned activation, unsigned n, const float* gradient, const float* from, float* to) {
  if (kinds[activation] == Kind::gated)
    backwardOfParts(kernels[activation], parameters, {catalogue[activation].gate}, n, gradient, from, to);
  else
    kernels[activation].backward(parameters, n, gradient, from, to);
}

// The loop of the kernels without a kernel. The empty assembly keeps the compiler from turning it into memory.copy and
// from unrolling it further than relu's.
EXPORT void copy(unsigned n, const float* from, float* to) {
  const auto nothing = [](F32x4 v) {
    asm volatile("");
    return v;
  };
  map(n, to, nothing, from);
}

}  // namespace activations
