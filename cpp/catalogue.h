// The only list of activations: every table, export, type, test and document is made from it.
#pragma once

#include <algorithm>
#include <string_view>

#include "activations/hardTanh.h"
#include "activations/identity.h"
#include "activations/leakyRelu.h"
#include "activations/relu.h"
#include "activations/relu6.h"
#include "kernels.h"

template <class... Activation>
struct List {
  // Two tables in the same order, because the shipped module needs no texts.
  static constexpr std::array descriptions{Activation::about...};
  static constexpr std::array kernels{KernelsOf<Activation>::table...};
};

// In the order of the page.
using Activations = List<Identity, Relu, LeakyRelu, Relu6, HardTanh>;

inline constexpr auto catalogue = Activations::descriptions;
inline constexpr auto kernels = Activations::kernels;

constexpr bool namesAreUnique() {
  for (const Description& a : catalogue)
    for (const Description& b : catalogue)
      if (&a != &b && std::string_view(a.name) == b.name) return false;
  return true;
}
static_assert(namesAreUnique(), "two activations have the same name");

inline constexpr std::size_t mostParameters =
    std::ranges::max(catalogue, {}, [](const Description& a) { return a.parameters.size(); }).parameters.size();
