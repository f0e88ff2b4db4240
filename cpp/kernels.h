// The kernels of an activation: its functions over arrays, as plain function pointers.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <utility>

#include "activation.h"
#include "map.h"
#include "philox.h"

namespace activations {

enum class Form { value, derivative, backward };

// `parameters` has the order of the description, and the other pointers lead to n floats, which may overlap as map()
// allows. Row functions and gated functions take them as one row and may work in place, but allow no other overlap.
// The kernels of a gated function are those of its activation. A function that an activation lacks is null.
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
  // out = f(gate) value, rounded once, and its gradients with respect to both: toGate = gradient f'(gate) value and
  // toValue = gradient f(gate). toValue has room for whole vectors
  void (*product)(const float* parameters, std::size_t n, const float* gate, const float* value, float* out) = nullptr;
  void (*productBackward)(const float* parameters, std::size_t n, const float* gradient, const float* gate,
                          const float* value, float* toGate, float* toValue) = nullptr;
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
    if constexpr (RandomInTraining<Activation> && !isForPlots)
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
  static constexpr auto product() -> decltype(Kernels::product) {
    if constexpr (Wide<Activation>)
      return [](const float* parameters, std::size_t n, const float* gate, const float* value, float* out) {
        const auto f = with<Activation>(parameters);
        map(n, out, [f](F32x4 a, F32x4 b) { return narrow(f.wide(a) * widen(b)); }, gate, value);
      };
    return nullptr;
  }
  static constexpr auto productBackward() -> decltype(Kernels::productBackward) {
    if constexpr (Wide<Activation> && !isForPlots)
      return [](const float* parameters, std::size_t n, const float* gradient, const float* gate, const float* value,
                float* toGate, float* toValue) {
        const auto f = with<Activation>(parameters);
        auto kernel = [f, to = toValue](F32x4 single, F32x4 a, F32x4 b) mutable {
          const F64x4 g = widen(single);
          store(to, narrow(f.wide(a) * g));
          to += 4;
          return narrow(f.wideDerivative(a) * (widen(b) * g));
        };
        map(n, toGate, kernel, gradient, gate, value);
      };
    return nullptr;
  }
  static constexpr Kernels table{.value = value,
                                 .derivative = derivative,
                                 .backward = backward,
                                 .kinks = kinks,
                                 .slopeBackward = slopeBackward(),
                                 .training = training(),
                                 .product = product(),
                                 .productBackward = productBackward()};
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
                                 .backward = isForPlots ? nullptr : backward,
                                 .row = row,
                                 .rowBackward = isForPlots ? nullptr : rowBackward,
                                 .reduces = Activation::about.reduces};
};

// How a gated function reads a row, in which g is the part that is activated, and u the other one: its result is
// f(min(g, limit)) (clamp(u, ±limit) + offset).
struct Gating {
  Gate gate;
  float limit = std::numeric_limits<float>::infinity(), offset = 0;
  bool isPlain() const { return limit == std::numeric_limits<float>::infinity() && offset == 0; }
};

// Gated functions work block by block, because `out` may be x. Not inlined: one copy serves all activations. Those
// without product() round the activated part to float before the product.
inline constexpr std::size_t block = 256;

struct Parts {
  const float *activated, *other;
};

// The elements [from, from + count) of both parts of a row. Interleaved parts are copied to `even` and `odd`.
inline Parts partsOf(Gate gate, std::size_t n, const float* x, std::size_t from, std::size_t count, float* even,
                     float* odd) {
  const float *first = x + from, *second = x + n / 2 + from;
  if (gate == Gate::first) return {first, second};
  if (gate == Gate::second) return {second, first};
  for (std::size_t i = 0; i < count; ++i) {
    even[i] = x[2 * (from + i)];
    odd[i] = x[2 * (from + i) + 1];
  }
  return {even, odd};
}

// Both factors of the product before the activation. A limit or an offset changes the parts: the results are in
// `activated` and `other`.
inline Parts factorsOf(Parts parts, Gating gating, std::size_t count, float* activated, float* other) {
  if (gating.isPlain()) return parts;
  const auto [gate, limit, offset] = gating;
  map(count, activated, [limit](F32x4 x) { return atMost(x, limit); }, parts.activated);
  map(count, other, [=](F32x4 x) { return atLeast(atMost(x, limit), -limit) + offset; }, parts.other);
  return {activated, other};
}

inline constexpr auto multiply = [](F32x4 a, F32x4 b) { return a * b; };

[[gnu::noinline]] inline void valueOfParts(const Kernels& f, const float* parameters, Gating gating, std::size_t n,
                                           const float* x, float* out) {
  assert(n % 2 == 0 && isInPlaceOrApart(x, n, out, n / 2));
  float even[block], odd[block], open[block];
  for (std::size_t from = 0; from < n / 2; from += block) {
    const std::size_t count = std::min(block, n / 2 - from);
    const auto [a, b] = factorsOf(partsOf(gating.gate, n, x, from, count, even, odd), gating, count, even, odd);
    if (f.product) {
      f.product(parameters, count, a, b, out + from);
    } else {
      f.value(parameters, count, a, open);
      map(count, out + from, multiply, b, open);
    }
  }
}

// At the limits the gradients are the ones from inside, as in PyTorch's clamp; beyond them they are 0.
[[gnu::noinline]] inline void backwardOfParts(const Kernels& f, const float* parameters, Gating gating, std::size_t n,
                                              const float* gradient, const float* x, float* out) {
  assert(n % 2 == 0 && isInPlaceOrApart(x, n, out, n) && !overlap(gradient, n / 2, out, n));
  const float limit = gating.limit;
  const bool isInterleaved = gating.gate == Gate::interleaved, isDirect = gating.isPlain() && !isInterleaved;
  float* ofActivated = gating.gate == Gate::second ? out + n / 2 : out;
  float* ofOther = gating.gate == Gate::second ? out : out + n / 2;
  float even[block], odd[block], activated[block], other[block], toOther[block], buffer[block];
  for (std::size_t from = 0; from < n / 2; from += block) {
    const std::size_t count = std::min(block, n / 2 - from);
    const float* g = gradient + from;
    float* toActivated = isDirect ? ofActivated + from : buffer;
    const Parts parts = partsOf(gating.gate, n, x, from, count, even, odd);
    const auto [a, b] = factorsOf(parts, gating, count, activated, other);
    if (f.productBackward) {
      f.productBackward(parameters, count, g, a, b, toActivated, toOther);
    } else {
      f.value(parameters, count, a, toOther);
      map(count, toOther, multiply, g, toOther);
      map(count, buffer, multiply, g, b);
      f.backward(parameters, count, buffer, a, toActivated);
    }
    if (!gating.isPlain()) {
      const auto below = [limit](F32x4 v, F32x4 y) { return v > limit ? F32x4(0) : y; };
      const auto between = [limit](F32x4 v, F32x4 y) { return abs(v) > limit ? F32x4(0) : y; };
      map(count, toActivated, below, parts.activated, toActivated);
      map(count, toOther, between, parts.other, toOther);
    }
    for (std::size_t i = 0; isInterleaved && i < count; ++i) {
      out[2 * (from + i)] = toActivated[i];
      out[2 * (from + i) + 1] = toOther[i];
    }
    if (isInterleaved) continue;
    if (!isDirect) std::copy_n(toActivated, count, ofActivated + from);
    std::copy_n(toOther, count, ofOther + from);
  }
}

// valueOfParts() and backwardOfParts() take the kernels of the activation.
template <Gated Activation>
struct KernelsOf<Activation> : KernelsOf<typename Activation::Activated> {};

}  // namespace activations
