// The module's border: evaluators by index in the catalogue, in place over a fixed scratch that the caller fills and
// reads. It names no activation. web/kernels.js is the only caller.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "catalogue.h"

namespace {

// 4,096 floats: both arrays stay in a level-1 cache of 32 KiB, and the cost of a call vanishes among the elements.
alignas(16) float x[4096];
alignas(16) float gradient[std::size(x)];
float parameters[mostParameters];

// x[i] = f(x[i]) for i < n
void value(unsigned activation, unsigned n) { kernels[activation].value(parameters, n, x, x); }

// x[i] = f'(x[i])
void derivative(unsigned activation, unsigned n) { kernels[activation].derivative(parameters, n, x, x); }

// x[i] = gradient[i] * f'(x[i])
void backward(unsigned activation, unsigned n) { kernels[activation].backward(parameters, n, gradient, x, x); }

// Writes the kinks to x, ascending, and returns how many there are.
unsigned kinks(unsigned activation) { return kernels[activation].kinks(parameters, x); }

// A Float32Array over one of the arrays above; it stays valid because the memory never grows.
template <auto& floats>
emscripten::val view() {
  return emscripten::val(emscripten::typed_memory_view(std::size(floats), floats));
}

}  // namespace

EMSCRIPTEN_BINDINGS(kernels) {
  emscripten::function("x", &view<x>);
  emscripten::function("gradient", &view<gradient>);
  emscripten::function("parameters", &view<parameters>);
  emscripten::function("value", &value);
  emscripten::function("derivative", &derivative);
  emscripten::function("backward", &backward);
  emscripten::function("kinks", &kinks);
}
