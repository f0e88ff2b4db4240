// The exports of the kernels module: the kernels by their index in the catalogue. They work in place in fixed scratch
// arrays, which the caller fills and reads. web/package/module.js loads the module, web/package/chunks.js calls it.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "attention.h"
#include "catalogue.h"

namespace activations {
namespace {

using emscripten::val;

// 4,096 floats: both arrays fit in a level-1 cache of 32 KiB, and the cost of a call is small beside that of the
// elements.
alignas(16) float x[4096];
alignas(16) float gradient[std::size(x)];
[[maybe_unused]] alignas(16) float mask[std::size(x)];
float parameters[maxParameters];

// x holds `rows` rows of `columns` floats. Elementwise functions take all elements as one row.

[[maybe_unused]] bool isInScratch(unsigned rows, unsigned columns) { return rows * columns <= std::size(x); }

unsigned results(unsigned activation, unsigned columns) { return kernels[activation].reduces ? 1 : columns; }

// x = f(x)
void value(unsigned activation, unsigned rows, unsigned columns) {
  assert(isInScratch(rows, columns));
  for (unsigned i = 0; i < rows; ++i)
    kernels[activation].value(parameters, columns, x + i * columns, x + i * results(activation, columns));
}

// x[i] = f'(x[i])
void derivative(unsigned activation, unsigned rows, unsigned columns) {
  assert(isInScratch(rows, columns));
  kernels[activation].derivative(parameters, rows * columns, x, x);
}

// x = the gradient with respect to x, from the gradient with respect to f(x)
void backward(unsigned activation, unsigned rows, unsigned columns) {
  assert(isInScratch(rows, columns));
  for (unsigned i = 0; i < rows; ++i)
    kernels[activation].backward(parameters, columns, gradient + i * results(activation, columns), x + i * columns,
                                 x + i * columns);
}

// x = f(x) of the gated function with this elementwise activation, in rows half as long
void gated(unsigned activation, unsigned gate, float limit, float offset, unsigned rows, unsigned columns) {
  assert(isInScratch(rows, columns));
  const Gating gating{Gate(gate), limit, offset};
  for (unsigned i = 0; i < rows; ++i)
    valueOfParts(kernels[activation], parameters, gating, columns, x + i * columns, x + i * columns / 2);
}

// x = the gradient with respect to x of that function. The rows of `gradient` are half as long as those of x.
[[maybe_unused]] void gatedBackward(unsigned activation, unsigned gate, float limit, float offset, unsigned rows,
                                    unsigned columns) {
  assert(isInScratch(rows, columns));
  const Gating gating{Gate(gate), limit, offset};
  for (unsigned i = 0; i < rows; ++i)
    backwardOfParts(kernels[activation], parameters, gating, columns, gradient + i * columns / 2, x + i * columns,
                    x + i * columns);
}

// x[i] = gradient[i] * the derivative with respect to the slope
void slopeBackward(unsigned activation, unsigned rows, unsigned columns) {
  assert(isInScratch(rows, columns));
  kernels[activation].slopeBackward(parameters, rows * columns, gradient, x, x);
}

// The forms in training, for the elements from index `first` on, a multiple of 4.
[[maybe_unused]] void training(unsigned activation, unsigned form, unsigned n, unsigned seed, double first) {
  assert(n <= std::size(x) && std::fmod(first, 4) == 0);
  kernels[activation].training(Form(form), parameters, {seed, unsigned(first / 4)}, n, gradient, x, x);
}

struct Callbacks {
  val fetch, writeBack;
};

// A row that is longer than the scratch: fetch(from, count) copies its floats from index `from` on to x, and those of
// the gradient and of the mask to `gradient` and `mask`; writeBack(from, count) copies them from x to the row.
template <class Kernel>
void longRow(Kernel kernel, unsigned columns, Callbacks callbacks) {
  kernel(
      {.n = columns,
       .gradient = gradient,
       .x = x,
       .out = x,
       .mask = mask,
       .chunk = std::size(x),
       .fetch = [](void* all, std::size_t from,
                   std::size_t count) { static_cast<Callbacks*>(all)->fetch(unsigned(from), unsigned(count)); },
       .writeBack = [](void* all, std::size_t from,
                       std::size_t count) { static_cast<Callbacks*>(all)->writeBack(unsigned(from), unsigned(count)); },
       .context = &callbacks});
}

[[maybe_unused]] void longRowValue(unsigned activation, unsigned columns, val fetch, val writeBack) {
  longRow(kernels[activation].row, columns, {std::move(fetch), std::move(writeBack)});
}

[[maybe_unused]] void longRowBackward(unsigned activation, unsigned columns, val fetch, val writeBack) {
  longRow(kernels[activation].rowBackward, columns, {std::move(fetch), std::move(writeBack)});
}

// x = softmax with the options of attention, or its gradient, or the gradient with respect to the sink, which is one
// number for each row. Row i uses its first keys + i * step elements, or all if it has fewer.
[[maybe_unused]] void attention(unsigned form, unsigned rows, unsigned columns, int keys, int step, double scale,
                                double sink, bool zeros) {
  assert(isInScratch(rows, columns));
  const Attention options{scale, sink, zeros};
  for (unsigned i = 0; i < rows; ++i) {
    const int n = std::clamp(keys + int(i) * step, 0, int(columns));
    float* const own = x + i * columns;
    Row row{.n = unsigned(n), .gradient = gradient + i * columns, .x = own, .out = own, .mask = mask + i * columns};
    options.run(Attention::Form(form), row);
    const bool isNaN = n > 0 ? own[0] != own[0] : !(zeros || std::isfinite(sink));
    std::fill(own + n, own + columns, form == 0 && isNaN ? NAN : 0);
    if (form == 2) x[i] = n > 0 ? own[0] : 0;
  }
}

[[maybe_unused]] void longAttention(unsigned form, unsigned columns, double scale, double sink, bool zeros, val fetch,
                                    val writeBack) {
  const Attention options{scale, sink, zeros};
  longRow([&](Row row) { options.run(Attention::Form(form), row); }, columns, {std::move(fetch), std::move(writeBack)});
}

// Writes the kinks to x, ascending, and returns how many there are.
unsigned kinks(unsigned activation) { return kernels[activation].kinks(parameters, x); }

// A Float32Array over one of the arrays above. It stays valid because the memory never grows.
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
  emscripten::function("slopeBackward", &slopeBackward);
  emscripten::function("gated", &gated);
  emscripten::function("kinks", &kinks);
  emscripten::function("backward", &backward);
  if constexpr (!isForPlots) {
    emscripten::function("training", &training);
    emscripten::function("gatedBackward", &gatedBackward);
    emscripten::function("longRowValue", &longRowValue);
    emscripten::function("longRowBackward", &longRowBackward);
    emscripten::function("mask", &view<mask>);
    emscripten::function("attention", &attention);
    emscripten::function("longAttention", &longAttention);
  }
}

}  // namespace activations
