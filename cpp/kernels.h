// The kernels of an activation: its functions over arrays, as plain function pointers.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

#include "activation.h"
#include "map.h"
#include "philox.h"

namespace activations {

enum class Form { value, derivative, backward };

// `parameters` has the order of the description, and the other pointers lead to n floats, which may overlap as map()
// allows. Row functions and gated functions take them as one row and may work in place, but allow no other overlap.
// A gated function takes n floats as x and half as many as f(x) and as gradient. A function that an activation lacks is
// null.
struct Kernels {
  void (*value)(const float* parameters, std::size_t n, const float* x, float* out) = nullptr;
  void (*derivative)(const float* parameters, std::size_t n, const float* x, float* out) = nullptr;
  // From the gradient with respect to f(x) to the gradient with respect to x; elementwise out = gradient * f'(x).
  void (*backward)(const float* parameters, std::size_t n, const float* gradient, const float* x, float* out) = nullptr;
  // Writes the kinks, ascending, and returns how many there are.
  std::size_t (*kinks)(const float* parameters, float* out) = nullptr;
  // out = gradient * the derivative with respect to the slope
  void (*slopeBackward)(const float* parameters, std::size_t n, const float* gradient, const float* x,
                        float* out) = nullptr;
  // The forms in training, with random numbers in the order of the elements. Only backward uses the gradient.
  void (*training)(Form, const float* parameters, Uniform, std::size_t n, const float* gradient, const float* x,
                   float* out) = nullptr;
  // value and backward of a row that may come in chunks
  void (*row)(Row) = nullptr;
  void (*rowBackward)(Row) = nullptr;
};

template <Elementwise Activation>
Activation with(const float* parameters) {
  constexpr std::size_t count = Activation::about.parameters.size();
  static_assert(count == 0 || sizeof(Activation) == count * sizeof(float), "one float member for each parameter");
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return Activation{parameters[I]...};
  }(std::make_index_sequence<count>{});
}

template <class Activation>
struct KernelsOf;

template <Elementwise Activation>
struct KernelsOf<Activation> {
  static constexpr auto defaults = [] {
    std::array<float, Activation::about.parameters.size()> values;
    std::ranges::transform(Activation::about.parameters, values.begin(), &Parameter::initial);
    return values;
  }();

  static void value(const float* parameters, std::size_t n, const float* x, float* out) {
    const auto f = with<Activation>(parameters);
    map(n, out, [f](F32x4 v) { return f.value(v); }, x);
  }
  static void derivative(const float* parameters, std::size_t n, const float* x, float* out) {
    const auto f = with<Activation>(parameters);
    map(n, out, [f](F32x4 v) { return f.derivative(v); }, x);
  }
  static void backward(const float* parameters, std::size_t n, const float* gradient, const float* x, float* out) {
    const auto f = with<Activation>(parameters);
    map(n, out, [f](F32x4 g, F32x4 v) { return g * f.derivative(v); }, gradient, x);
  }
  static std::size_t kinks(const float* parameters, float* out) {
    const auto at = with<Activation>(parameters).kinks();
    return std::copy(at.begin(), at.end(), out) - out;
  }
  static constexpr auto slopeBackward() -> decltype(Kernels::slopeBackward) {
    if constexpr (LearnableSlope<Activation>)
      return [](const float* parameters, std::size_t n, const float* gradient, const float* x, float* out) {
        const auto f = with<Activation>(parameters);
        map(n, out, [f](F32x4 g, F32x4 v) { return g * f.slopeDerivative(v); }, gradient, x);
      };
    return nullptr;
  }
  static constexpr auto training() -> decltype(Kernels::training) {
    if constexpr (RandomInTraining<Activation>)
      return [](Form form, const float* parameters, Uniform random, std::size_t n, const float* gradient,
                const float* x, float* out) {
        const auto f = with<Activation>(parameters);
        auto kernel = [=](F32x4 g, F32x4 v) mutable {
          const auto drawn = f.draw(random());
          if (form == Form::value) return drawn.value(v);
          return form == Form::derivative ? drawn.derivative(v) : g * drawn.derivative(v);
        };
        map(n, out, kernel, gradient, x);
      };
    return nullptr;
  }
  static constexpr Kernels table{.value = value,
                                 .derivative = derivative,
                                 .backward = backward,
                                 .kinks = kinks,
                                 .slopeBackward = slopeBackward(),
                                 .training = training()};
};

inline bool overlap(const float* a, std::size_t m, const float* b, std::size_t n) {
  return m > 0 && n > 0 && (a == b || beginsInside(a, b, n) || beginsInside(b, a, m));
}
inline bool isInPlaceOrApart(const float* x, std::size_t n, const float* out, std::size_t results) {
  return x == out || !overlap(x, n, out, results);
}

template <RowFunction Activation>
struct KernelsOf<Activation> {
  static void value(const float*, std::size_t n, const float* x, float* out) {
    assert(isInPlaceOrApart(x, n, out, n));
    row({.n = n, .gradient = x, .x = x, .out = out});
  }
  static void backward(const float*, std::size_t n, const float* gradient, const float* x, float* out) {
    assert(isInPlaceOrApart(x, n, out, n) && !overlap(gradient, n, out, n));
    rowBackward({.n = n, .gradient = gradient, .x = x, .out = out});
  }
  // Not inlined: callers of value() and of row() would each have a copy of a large function.
  [[gnu::noinline]] static void row(Row r) { Activation::value(r); }
  [[gnu::noinline]] static void rowBackward(Row r) { Activation::backward(r); }
  static constexpr Kernels table{.value = value, .backward = backward, .row = row, .rowBackward = rowBackward};
};

// Gated functions apply the kernels of their gate block by block, because `out` may be x. Not inlined: one copy serves
// all of them. The gate is rounded to float before the product: the digits that a subnormal gate lacks stay lost.
inline constexpr std::size_t block = 256;

[[gnu::noinline]] inline void gatedValue(const Kernels& gate, const float* parameters, std::size_t n, const float* x,
                                         float* out) {
  assert(n % 2 == 0 && isInPlaceOrApart(x, n, out, n / 2));
  float open[block];
  for (std::size_t from = 0; from < n / 2; from += block) {
    const std::size_t count = std::min(block, n / 2 - from);
    gate.value(parameters, count, x + n / 2 + from, open);
    map(count, out + from, [](F32x4 a, F32x4 factor) { return a * factor; }, x + from, open);
  }
}

[[gnu::noinline]] inline void gatedBackward(const Kernels& gate, const float* parameters, std::size_t n,
                                            const float* gradient, const float* x, float* out) {
  assert(n % 2 == 0 && isInPlaceOrApart(x, n, out, n) && !overlap(gradient, n / 2, out, n));
  float a[block], open[block], slope[block];
  for (std::size_t from = 0; from < n / 2; from += block) {
    const std::size_t count = std::min(block, n / 2 - from);
    const float *b = x + n / 2 + from, *g = gradient + from;
    std::copy_n(x + from, count, a);
    gate.value(parameters, count, b, open);
    gate.derivative(parameters, count, b, slope);
    map(count, out + from, [](F32x4 v, F32x4 factor) { return v * factor; }, g, open);
    map(count, out + n / 2 + from, [](F32x4 v, F32x4 w, F32x4 factor) { return v * w * factor; }, g, a, slope);
  }
}

template <Gated Activation>
struct KernelsOf<Activation> {
  using Gate = KernelsOf<typename Activation::Gate>;

  static void value(const float*, std::size_t n, const float* x, float* out) {
    gatedValue(Gate::table, Gate::defaults.data(), n, x, out);
  }
  static void backward(const float*, std::size_t n, const float* gradient, const float* x, float* out) {
    gatedBackward(Gate::table, Gate::defaults.data(), n, gradient, x, out);
  }
  static constexpr Kernels table{.value = value, .backward = backward};
};

}  // namespace activations
