// From an activation to its kernels: functions over arrays, behind plain pointers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include "activation.h"
#include "map.h"

// `parameters` in the order of the description; `n` floats behind the other pointers, which map() constrains.
struct Kernels {
  void (*value)(const float* parameters, std::size_t n, const float* x, float* out);
  void (*derivative)(const float* parameters, std::size_t n, const float* x, float* out);
  // out = gradient * f'(x): from the gradient with respect to f(x) to the one with respect to x.
  void (*backward)(const float* parameters, std::size_t n, const float* gradient, const float* x, float* out);
  // Writes the kinks, ascending, and returns how many there are.
  std::size_t (*kinks)(const float* parameters, float* out);
};

template <class Activation>
Activation with(const float* parameters) {
  constexpr std::size_t count = Activation::about.parameters.size();
  static_assert(count == 0 || sizeof(Activation) == count * sizeof(float), "one float member for each parameter");
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return Activation{parameters[I]...};
  }(std::make_index_sequence<count>{});
}

template <class Activation>
struct KernelsOf {
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
  static constexpr Kernels table{value, derivative, backward, kinks};
};
