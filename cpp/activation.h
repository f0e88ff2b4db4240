// What a header in activations/ provides: a struct with
//   static constexpr Description about   all that is true of it
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

// A name of the same function in a framework, and its default parameters as they are written there:
// "negative_slope=0.2". `differs` where its default is another function than the catalogue's.
struct Alias {
  const char *name, *defaults;
  bool differs;
  constexpr Alias(const char* name, const char* defaults = "", bool differs = false)
      : name(name), defaults(defaults), differs(differs) {}
};
using Names = std::initializer_list<Alias>;

// Empty where a framework lacks the function.
struct Aliases {
  Names torch, keras, onnx, jax, tfjs;
};

enum class Kind { elementwise, row, gated };

// The groups of the page. `row` and `gated` are those of these kinds.
enum class Family { basic, rectifier, smooth, sigmoid, shrinkage, row, gated };

enum class Domain { all, notNegative, positive };

// `initial` is the default. From `min` to `max` in steps of `step` is what a plot offers and what the accuracy tests
// cover; the kernels take any finite value of the domain.
struct Parameter {
  const char *name, *symbol;
  double initial, min, max, step;
  Domain domain = Domain::all;
};

// How often f can be differentiated, with the last derivative continuous.
enum class Smoothness { discontinuous, continuous, once, smooth };

// `notDecreasing` where f is constant somewhere; `none` also for functions of rows.
enum class Monotonicity { none, notDecreasing, increasing };

// f' at the kinks as TeX: `here` in this catalogue, and a framework's where it is another.
struct KinkValues {
  const char *here = "", *torch = "", *keras = "", *jax = "", *tfjs = "";
};

// The facts about a function; web/page/functions/ holds what the page says about it. `formula` and `derivative` are TeX
// in x and the parameters' symbols; of rows in x_i and f_i, with the Jacobian as derivative, of gated functions in a
// and b, with the gradient. `range` is TeX too, the set of all f(x), or of all its elements for rows; from there on
// facts hold for the default parameters.
struct Description {
  const char *name, *label, *formula, *derivative, *range;
  Smoothness smoothness;
  Monotonicity monotonicity = Monotonicity::none;
  KinkValues kinks{};
  Aliases aliases;
  std::initializer_list<Parameter> parameters{};
  Kind kind = Kind::elementwise;
  Family family = Family::row;
};
