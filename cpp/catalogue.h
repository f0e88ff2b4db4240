// The only list of activations. Tables, exports, types, tests and documents are made from it.
#pragma once

#include <algorithm>
#include <string_view>

#include "activations/bilinear.h"
#include "activations/celu.h"
#include "activations/clampedRelu.h"
#include "activations/elu.h"
#include "activations/entmax15.h"
#include "activations/exponential.h"
#include "activations/geglu.h"
#include "activations/gegluQuick.h"
#include "activations/gegluTanh.h"
#include "activations/gelu.h"
#include "activations/geluClipped.h"
#include "activations/geluTanh.h"
#include "activations/glu.h"
#include "activations/hardMish.h"
#include "activations/hardShrink.h"
#include "activations/hardSigmoid.h"
#include "activations/hardSwish.h"
#include "activations/hardTanh.h"
#include "activations/hardmax.h"
#include "activations/identity.h"
#include "activations/laplace.h"
#include "activations/leakyRelu.h"
#include "activations/linear.h"
#include "activations/lisht.h"
#include "activations/logCosh.h"
#include "activations/logSigmoid.h"
#include "activations/logSoftmax.h"
#include "activations/logSumExp.h"
#include "activations/mish.h"
#include "activations/prelu.h"
#include "activations/quickGelu.h"
#include "activations/reglu.h"
#include "activations/relu.h"
#include "activations/relu2.h"
#include "activations/relu6.h"
#include "activations/rrelu.h"
#include "activations/scaledTanh.h"
#include "activations/seglu.h"
#include "activations/selu.h"
#include "activations/shrink.h"
#include "activations/sigmoid.h"
#include "activations/silu.h"
#include "activations/softCap.h"
#include "activations/softShrink.h"
#include "activations/softmax.h"
#include "activations/softmin.h"
#include "activations/softplus.h"
#include "activations/softsign.h"
#include "activations/sparsePlus.h"
#include "activations/sparseSigmoid.h"
#include "activations/sparsemax.h"
#include "activations/sqrtSoftplus.h"
#include "activations/squareplus.h"
#include "activations/step.h"
#include "activations/swiglu.h"
#include "activations/tanh.h"
#include "activations/tanhShrink.h"
#include "activations/threshold.h"
#include "activations/thresholdedRelu.h"
#include "activations/xielu.h"
#include "kernels.h"

namespace activations {

// The description of a gated function's activation; for the other kinds, of the function itself.
template <class Activation>
constexpr const Description* activatedBy() {
  if constexpr (Gated<Activation>)
    return &Activation::Activated::about;
  else
    return &Activation::about;
}

// The tables have the order of the list. They are separate because the shipped module needs the kernels only.
template <class... Activation>
struct List {
  static constexpr std::array descriptions{Activation::about...};
  static constexpr std::array kinds{kindOf<Activation>...};
  static constexpr std::array kernels{KernelsOf<Activation>::table...};
  static constexpr std::array activated{activatedBy<Activation>()...};
  static_assert((... && (Elementwise<Activation> == (Activation::about.family != Family::ofKind))),
                "elementwise activations name their family, the others have none");
  static_assert((... && (Elementwise<Activation> == (Activation::about.view.min < Activation::about.view.max))),
                "elementwise activations have a view, the others have none");
};

// In the order of the page.
using Activations =
    List<Identity, Linear, Step, Relu, Relu6, ClampedRelu, Relu2, LeakyRelu, Prelu, Rrelu, ThresholdedRelu, Threshold,
         Elu, Celu, Selu, Xielu, Gelu, GeluTanh, QuickGelu, GeluClipped, Silu, Mish, HardSwish, HardMish, Softplus,
         SqrtSoftplus, Squareplus, SparsePlus, Lisht, LogCosh, Sigmoid, HardSigmoid, SparseSigmoid, LogSigmoid, Laplace,
         Tanh, ScaledTanh, SoftCap, HardTanh, Softsign, TanhShrink, HardShrink, SoftShrink, Shrink, Exponential,
         Softmax, LogSoftmax, Softmin, LogSumExp, Hardmax, Sparsemax, Entmax15, Glu, Reglu, Geglu, GegluTanh,
         GegluQuick, Swiglu, Seglu, Bilinear>;

inline constexpr auto catalogue = Activations::descriptions;
inline constexpr auto kinds = Activations::kinds;
inline constexpr auto kernels = Activations::kernels;
inline constexpr auto activated = Activations::activated;

constexpr bool namesAreUnique() {
  for (const Description& a : catalogue)
    for (const Description& b : catalogue)
      if (&a != &b && std::string_view(a.name) == b.name) return false;
  return true;
}
static_assert(namesAreUnique(), "two activations have the same name");

inline constexpr std::size_t maxParameters =
    std::ranges::max(catalogue, {}, [](const Description& a) { return a.parameters.size(); }).parameters.size();

}  // namespace activations
