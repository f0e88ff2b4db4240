// What a header in activations/ provides: a struct with
//   static constexpr Description about   what users see
// and, if it is elementwise,
//   float …                              its parameters, in the order of about.parameters
//   kinks()                              std::array<float, N>, ascending: where f or f' jumps
//   value(x), derivative(x)              F32x4 -> F32x4; NaN gives NaN, ±∞ the limit
//   slopeDerivative(x)                   if it has a slope: the derivative with respect to that
//   draw(u)                              if it is random in training: its value and derivative for u in [0, 1)
// if it takes whole rows,
//   static value(Row&), backward(Row&)   passes over the row; NaN and what has no limit give NaNs
// or if it is gated, a · gate(b) for the halves a and b of a row,
//   using Gate                           an elementwise activation, taken with its default parameters
// Names are the same in C++, JavaScript, URLs and attributes: lowerCamelCase.
#pragma once

#include <array>
#include <initializer_list>

#include "simd.h"

using Strings = std::initializer_list<const char*>;

// What the same function is called elsewhere; empty where a framework lacks it.
struct Aliases {
  Strings torch, keras, onnx, jax, tfjs;
};

enum class Kind { elementwise, row, gated };

enum class Domain { all, notNegative, positive };

// `initial` is the default. From `min` to `max` in steps of `step` is what a plot offers and what the accuracy tests
// cover; the kernels take any finite value of the domain.
struct Parameter {
  const char *name, *symbol;
  double initial, min, max, step;
  Domain domain = Domain::all;
};

// `formula` and `derivative` are TeX in x and the parameters' symbols; of rows in x_i and f_i, with the Jacobian as
// derivative, of gated functions in a and b, with the gradient.
struct Description {
  const char *name, *label, *formula, *derivative;
  Aliases aliases;
  std::initializer_list<Parameter> parameters{};
  Kind kind = Kind::elementwise;
};
