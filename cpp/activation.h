// The three kinds of activations, as concepts, and the facts that each header in activations/ states about one.
// Names are the same in C++, JavaScript, URLs and attributes: lowerCamelCase.
#pragma once

#include <array>
#include <concepts>
#include <initializer_list>
#include <utility>

#include "rows.h"
#include "simd.h"

namespace activations {

// The name of a function in a framework, and its default parameters in the framework's notation: "negative_slope=0.2".
// `differs` is true where these defaults make it another function than the catalogue's.
struct Alias {
  const char *name, *defaults;
  bool differs;
  constexpr Alias(const char* name, const char* defaults = "", bool differs = false)
      : name(name), defaults(defaults), differs(differs) {}
};

// An initializer_list does not own its array. The members below may be such lists because every Description is a static
// constexpr variable: it extends the lifetime of the arrays to its own. https://eel.is/c++draft/dcl.init.list#6
using Names = std::initializer_list<Alias>;

// Empty where a framework lacks the function. `huggingFace` holds the keys of ACT2FN in transformers, `coreml` the
// operators of MIL.
struct Aliases {
  Names torch{}, keras{}, onnx{}, jax{}, tfjs{}, huggingFace{}, timm{}, mlx{}, ggml{}, webnn{}, coreml{}, nnlib{};

  constexpr std::array<std::pair<const char*, Names>, 12> byFramework() const {
    return {{{"torch", torch},
             {"keras", keras},
             {"onnx", onnx},
             {"jax", jax},
             {"tfjs", tfjs},
             {"huggingFace", huggingFace},
             {"timm", timm},
             {"mlx", mlx},
             {"ggml", ggml},
             {"webnn", webnn},
             {"coreml", coreml},
             {"nnlib", nnlib}}};
  }
};

// The group of an elementwise activation on the page. Row functions and gated functions form groups of their own.
enum class Family { ofKind, basic, rectifier, smooth, sigmoid, shrinkage };

// `notBelowPrevious`: at least the parameter before it.
enum class Domain { all, notNegative, positive, notBelowPrevious };

struct Range {
  double min = 0, max = 0;
};

// `initial` is the default. Plots accept the values from `min` to `max`, and the accuracy tests cover them; the kernels
// accept any finite value of the domain. `slider` holds the values in common use: at most 100 steps of `step`, so that
// each step is at least a pixel. `aliases` are its names in frameworks, where they differ in more than case and
// underscores.
struct Parameter {
  const char *name, *symbol;
  double initial, min, max, step;
  Domain domain = Domain::all;
  Range slider{min, max};
  std::initializer_list<const char*> aliases{};
};

// How often f can be differentiated with a continuous last derivative.
enum class Smoothness { discontinuous, continuous, once, smooth };

// A function that never decreases is `notDecreasing` if it is constant somewhere, else `increasing`. Row functions
// have `none`.
enum class Monotonicity { none, notDecreasing, increasing };

// f' at the kinks in TeX: `here` in this catalogue, and in a framework where its value differs.
struct KinkValues {
  const char *here = "", *torch = "", *keras = "", *jax = "", *tfjs = "";
};

// The part of a row that a gated function activates. `interleaved`: the even elements, where the odd ones are the other
// part.
enum class Gate { first, second, interleaved };

// The facts about a function; web/page/functions/ holds the page's text about it. `formula` and `derivative` are TeX:
// elementwise in x and the symbols of the parameters; of rows in x_i and f_i, with the Jacobian as derivative; gated in
// a and b, with the gradient. `range` is the set of all f(x), or of all elements of f(x), in TeX. The facts from
// `range` to `kinks` hold for the default parameters. `view` is a range of x that shows the kinks and nearly all of the
// bends of f, for plots without a range. Functions of rows and gated functions have no curve and no view. `gate` is the
// part that a gated function activates unless the caller chooses another. With `hasAlpha` the option alpha is the
// parameter of its activation. `reduces`: a row function that returns one number for each row. `attention`: a row
// function with the options of attention.h.
struct Description {
  const char *name, *label, *formula, *derivative, *range;
  Smoothness smoothness;
  Monotonicity monotonicity = Monotonicity::none;
  Range view{};
  KinkValues kinks{};
  Aliases aliases{};
  std::initializer_list<Parameter> parameters{};
  Family family = Family::ofKind;
  Gate gate = Gate::second;
  bool hasAlpha = false, reduces = false, attention = false;
};

template <class A>
concept Described = std::same_as<decltype(A::about), const Description>;

// f(x) depends on x alone. Its members are its parameters, one float each, in the order of about.parameters. NaN gives
// NaN, and ±∞ gives the limit. kinks() are the places where f or f' jumps, ascending.
template <class A>
concept Elementwise = Described<A> && requires(const A f, F32x4 x) {
  { f.value(x) } -> std::same_as<F32x4>;
  { f.derivative(x) } -> std::same_as<F32x4>;
  { f.kinks()[0] } -> std::convertible_to<float>;
};

// An elementwise function with a slope that a network can learn: the derivative with respect to it.
template <class A>
concept LearnableSlope = Elementwise<A> && requires(const A f, F32x4 x) {
  { f.slopeDerivative(x) } -> std::same_as<F32x4>;
};

// An elementwise function that is random in training: draw(u) is the function for the random numbers u from [0, 1).
template <class A>
concept RandomInTraining = Elementwise<A> && requires(const A f, F32x4 x) {
  { f.draw(x).value(x) } -> std::same_as<F32x4>;
  { f.draw(x).derivative(x) } -> std::same_as<F32x4>;
};

// An elementwise function that also returns its value and derivative in doubles, before they are rounded, for products
// that are rounded once. A factor up to 2^256 may follow, so that they must not underflow below 1e-122 or so.
template <class A>
concept Wide = Elementwise<A> && requires(const A f, F32x4 x) {
  { f.wide(x) } -> std::same_as<F64x4>;
  { f.wideDerivative(x) } -> std::same_as<F64x4>;
};

// Each element of f(x) depends on a whole row. Both functions pass over the row; NaN makes the row NaN, and so do
// inputs without a limit. A function that reduces a row writes its number to the start of `out` and reads the gradient
// with respect to it at the start of `gradient`.
template <class A>
concept RowFunction = Described<A> && requires(Row& row) {
  { A::value(row) } -> std::same_as<void>;
  { A::backward(row) } -> std::same_as<void>;
};

// Activated(one part of a row) times the other part, where Activated has its default parameters.
template <class A>
concept Gated = Described<A> && Elementwise<typename A::Activated>;

enum class Kind { elementwise, row, gated };

template <class A>
  requires Elementwise<A> || RowFunction<A> || Gated<A>
inline constexpr Kind kindOf = Elementwise<A>   ? Kind::elementwise
                               : RowFunction<A> ? Kind::row
                                                : Kind::gated;

}  // namespace activations
