// What a header in activations/ provides: a struct with
//   static constexpr Description about   what users see
//   float …                              its parameters, in the order of about.parameters
//   kinks()                              std::array<float, N>, ascending: where f or f' jumps
//   value(x), derivative(x)              F32x4 -> F32x4; NaN gives NaN, ±∞ the limit
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

enum class Domain { all, notNegative, positive };

// `initial` is the default. From `min` to `max` in steps of `step` is what a plot offers and what the accuracy tests
// cover; the kernels take any finite value of the domain.
struct Parameter {
  const char *name, *symbol;
  double initial, min, max, step;
  Domain domain = Domain::all;
};

// `formula` and `derivative` are TeX in x and the parameters' symbols.
struct Description {
  const char *name, *label, *formula, *derivative;
  Aliases aliases;
  std::initializer_list<Parameter> parameters{};
};
