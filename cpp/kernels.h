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
  bool reduces = false;  // f(x) and the gradient of a row are one number
  // value and backward of a gated function that activates the given part of the row
  void (*gated)(Gate, std::size_t n, const float* x, float* out) = nullptr;
  void (*gatedBackward)(Gate, std::size_t n, const float* gradient, const float* x, float* out) = nullptr;
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
    assert(isInPlaceOrApart(x, n, out, Activation::about.reduces ? 1 : n));
    row({.n = n, .gradient = x, .x = x, .out = out});
  }
  static void backward(const float*, std::size_t n, const float* gradient, const float* x, float* out) {
    assert(isInPlaceOrApart(x, n, out, n) && !overlap(gradient, Activation::about.reduces ? 1 : n, out, n));
    rowBackward({.n = n, .gradient = gradient, .x = x, .out = out});
  }
  // Not inlined: callers of value() and of row() would each have a copy of a large function.
  [[gnu::noinline]] static void row(Row r) { Activation::value(r); }
  [[gnu::noinline]] static void rowBackward(Row r) { Activation::backward(r); }
  static constexpr Kernels table{.value = value,
                                 .backward = hasRowBackward ? backward : nullptr,
                                 .row = row,
                                 .rowBackward = hasRowBackward ? rowBackward : nullptr,
                                 .reduces = Activation::about.reduces};
};

// Gated functions apply the kernels of the activation block by block, because `out` may be x. Not inlined: one copy
// serves all of them. The activated part is rounded to float before the product: the digits that a subnormal lacks stay
// lost.
inline constexpr std::size_t block = 256;

// The elements [from, from + count) of the activated part of a row and of the other one. `even` and `odd` receive them
// where they are interleaved.
inline std::pair<const float*, const float*> partsOf(Gate gate, std::size_t n, const float* x, std::size_t from,
                                                     std::size_t count, float* even, float* odd) {
  const float *first = x + from, *second = x + n / 2 + from;
  if (gate == Gate::first) return {first, second};
  if (gate == Gate::second) return {second, first};
  for (std::size_t i = 0; i < count; ++i) {
    even[i] = x[2 * (from + i)];
    odd[i] = x[2 * (from + i) + 1];
  }
  return {even, odd};
}

[[gnu::noinline]] inline void valueOfParts(const Kernels& activation, const float* parameters, Gate gate, std::size_t n,
                                           const float* x, float* out) {
  assert(n % 2 == 0 && isInPlaceOrApart(x, n, out, n / 2));
  float even[block], odd[block], open[block];
  for (std::size_t from = 0; from < n / 2; from += block) {
    const std::size_t count = std::min(block, n / 2 - from);
    const auto [activated, other] = partsOf(gate, n, x, from, count, even, odd);
    activation.value(parameters, count, activated, open);
    map(count, out + from, [](F32x4 a, F32x4 factor) { return a * factor; }, other, open);
  }
}

[[gnu::noinline]] inline void backwardOfParts(const Kernels& activation, const float* parameters, Gate gate,
                                              std::size_t n, const float* gradient, const float* x, float* out) {
  assert(n % 2 == 0 && isInPlaceOrApart(x, n, out, n) && !overlap(gradient, n / 2, out, n));
  float even[block], odd[block], a[block], open[block], slope[block];
  for (std::size_t from = 0; from < n / 2; from += block) {
    const std::size_t count = std::min(block, n / 2 - from);
    const auto [activated, other] = partsOf(gate, n, x, from, count, even, odd);
    activation.value(parameters, count, activated, open);
    activation.derivative(parameters, count, activated, slope);
    std::copy_n(other, count, a);
    float *toActivated = even, *toOther = odd;
    if (gate == Gate::first) toActivated = out + from, toOther = out + n / 2 + from;
    if (gate == Gate::second) toActivated = out + n / 2 + from, toOther = out + from;
    const float* g = gradient + from;
    map(count, toOther, [](F32x4 v, F32x4 factor) { return v * factor; }, g, open);
    map(count, toActivated, [](F32x4 v, F32x4 w, F32x4 factor) { return v * w * factor; }, g, a, slope);
    for (std::size_t i = 0; gate == Gate::interleaved && i < count; ++i) {
      out[2 * (from + i)] = even[i];
      out[2 * (from + i) + 1] = odd[i];
    }
  }
}

template <Gated Activation>
struct KernelsOf<Activation> {
  using Activated = KernelsOf<typename Activation::Activated>;

  static void gated(Gate gate, std::size_t n, const float* x, float* out) {
    valueOfParts(Activated::table, Activated::defaults.data(), gate, n, x, out);
  }
  static void gatedBackward(Gate gate, std::size_t n, const float* gradient, const float* x, float* out) {
    backwardOfParts(Activated::table, Activated::defaults.data(), gate, n, gradient, x, out);
  }
  static void value(const float*, std::size_t n, const float* x, float* out) {
    gated(Activation::about.gate, n, x, out);
  }
  static void backward(const float*, std::size_t n, const float* gradient, const float* x, float* out) {
    gatedBackward(Activation::about.gate, n, gradient, x, out);
  }
  static constexpr Kernels table{.value = value,
                                 .backward = hasRowBackward ? backward : nullptr,
                                 .gated = gated,
                                 .gatedBackward = hasRowBackward ? gatedBackward : nullptr};
};

}  // namespace activations
