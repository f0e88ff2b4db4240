// The module's border: evaluators by index in the catalogue, in place over a fixed scratch that the caller fills and
// reads. It names no activation. web/package/module.js loads it, web/package/chunks.js calls it.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "catalogue.h"

namespace {

using emscripten::val;

// 4,096 floats: both arrays stay in a level-1 cache of 32 KiB, and the cost of a call vanishes among the elements.
alignas(16) float x[4096];
alignas(16) float gradient[std::size(x)];
float parameters[mostParameters];

// Whole rows, one after another, of `columns` floats in x and `width` in f(x). To elementwise functions all elements
// are one row.

// x = f(x)
void value(unsigned activation, unsigned rows, unsigned columns, unsigned width) {
  for (unsigned i = 0; i < rows; ++i) kernels[activation].value(parameters, columns, x + i * columns, x + i * width);
}

// x[i] = f'(x[i])
void derivative(unsigned activation, unsigned rows, unsigned columns, unsigned) {
  kernels[activation].derivative(parameters, rows * columns, x, x);
}

// x = the gradient with respect to x, from the one with respect to f(x)
void backward(unsigned activation, unsigned rows, unsigned columns, unsigned width) {
  for (unsigned i = 0; i < rows; ++i)
    kernels[activation].backward(parameters, columns, gradient + i * width, x + i * columns, x + i * columns);
}

// x[i] = gradient[i] * the derivative with respect to the slope
void slopeBackward(unsigned activation, unsigned rows, unsigned columns, unsigned) {
  kernels[activation].slopeBackward(parameters, rows * columns, gradient, x, x);
}

// The forms in training, for the elements from index `first` on, a multiple of 4.
void training(unsigned activation, unsigned form, unsigned n, unsigned seed, double first) {
  kernels[activation].training(Form(form), parameters, {seed, unsigned(first / 4)}, n, gradient, x, x);
}

// A row that is longer than the scratch: move(store, from, count) puts its floats from index `from` on to x, and the
// gradient's, or stores them from x.
void longRow(unsigned activation, bool backwards, unsigned columns, val move) {
  const auto call = [](void* function, bool store, std::size_t from, std::size_t count) {
    (*static_cast<val*>(function))(store, unsigned(from), unsigned(count));
  };
  const auto run = backwards ? kernels[activation].rowBackward : kernels[activation].row;
  run({.n = columns, .gradient = gradient, .x = x, .out = x, .piece = std::size(x), .move = call, .context = &move});
}

// Writes the kinks to x, ascending, and returns how many there are.
unsigned kinks(unsigned activation) { return kernels[activation].kinks(parameters, x); }

// A Float32Array over one of the arrays above; it stays valid because the memory never grows.
template <auto& floats>
val view() {
  return val(emscripten::typed_memory_view(std::size(floats), floats));
}

}  // namespace

EMSCRIPTEN_BINDINGS(kernels) {
  emscripten::function("x", &view<x>);
  emscripten::function("gradient", &view<gradient>);
  emscripten::function("parameters", &view<parameters>);
  emscripten::function("value", &value);
  emscripten::function("derivative", &derivative);
  emscripten::function("backward", &backward);
  emscripten::function("slopeBackward", &slopeBackward);
  emscripten::function("training", &training);
  emscripten::function("longRow", &longRow);
  emscripten::function("kinks", &kinks);
}
