// A program of the build: prints the catalogue as JSON, in the shape that the package documents.
#include "catalogue.h"

#include <iomanip>
#include <iostream>
#include <limits>
#include <span>
#include <vector>

namespace {

// C++'s quoted form of these texts (quotation marks and backslashes escaped) is also JSON's.
auto json(const char* text) { return std::quoted(text); }

// [item, item, …], each as `print` prints it.
template <class Items, class Print>
void array(const Items& items, Print print) {
  const char* separator = "";
  std::cout << '[';
  for (const auto& item : items) {
    std::cout << separator;
    print(item);
    separator = ", ";
  }
  std::cout << ']';
}

void strings(const char* key, std::span<const char* const> values, const char* separator = ", ") {
  std::cout << separator << json(key) << ": ";
  array(values, [](const char* value) { std::cout << json(value); });
}

// In the order of Kind and Domain.
constexpr const char *kinds[] = {"elementwise", "row", "gated"}, *domains[] = {"all", "notNegative", "positive"};

void print(const Parameter& p) {
  std::cout << "{\"name\": " << json(p.name) << ", \"symbol\": " << json(p.symbol) << ", \"default\": " << p.initial
            << ", \"min\": " << p.min << ", \"max\": " << p.max << ", \"step\": " << p.step
            << ", \"domain\": " << json(domains[int(p.domain)]) << '}';
}

void print(const Description& about, const Kernels& kernels) {
  std::cout << "\n{\"name\": " << json(about.name) << ", \"label\": " << json(about.label)
            << ", \"kind\": " << json(kinds[int(about.kind)]) << ", \"formula\": " << json(about.formula)
            << ", \"derivative\": " << json(about.derivative) << ",\n  \"aliases\": {";
  strings("torch", about.aliases.torch, "");
  strings("keras", about.aliases.keras);
  strings("onnx", about.aliases.onnx);
  strings("jax", about.aliases.jax);
  strings("tfjs", about.aliases.tfjs);
  std::cout << "},\n  \"parameters\": ";
  array(about.parameters, [](const Parameter& p) { print(p); });
  std::vector<const char*> calls, options;
  if (kernels.derivative) calls.push_back("derivative");
  if (kernels.backward) calls.push_back("backward");
  if (kernels.slopeBackward) calls.push_back("slopeBackward");
  if (about.kind != Kind::elementwise) options.push_back("columns");
  if (kernels.training) options.push_back("seed");
  strings("calls", calls);
  strings("options", options);
  std::cout << '}';
}

}  // namespace

int main() {
  std::cout << std::setprecision(std::numeric_limits<double>::max_digits10);
  std::size_t i = 0;
  array(catalogue, [&](const Description& about) { print(about, kernels[i++]); });
  std::cout << '\n';
}
