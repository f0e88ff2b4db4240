// A program of the build: prints the catalogue as JSON, in the shape that the package documents, or with the argument
// `facts` the facts that only the page shows.
#include "catalogue.h"

#include <iomanip>
#include <iostream>
#include <limits>
#include <string_view>
#include <vector>

namespace activations {
namespace {

// C++ and JSON quote these texts in the same way: with quotation marks and backslashes escaped.
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

// {"key": "text", …}
void texts(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  const char* separator = "";
  std::cout << '{';
  for (const auto& [key, text] : pairs) {
    std::cout << separator << json(key) << ": " << json(text);
    separator = ", ";
  }
  std::cout << '}';
}

// {"torch": [names as `print` prints them], …}
template <class Print>
void frameworks(const Aliases& aliases, Print print) {
  const char* separator = "";
  std::cout << '{';
  for (const auto& [framework, names] : aliases.byFramework()) {
    std::cout << separator << json(framework) << ": ";
    array(names, print);
    separator = ", ";
  }
  std::cout << '}';
}

// In the order of the enumerations.
constexpr const char *kindNames[] = {"elementwise", "row", "gated"},
                     *familyNames[] = {"", "basic", "rectifier", "smooth", "sigmoid", "shrinkage"},
                     *domainNames[] = {"all", "notNegative", "positive", "notBelowPrevious"},
                     *smoothnessNames[] = {"discontinuous", "continuous", "once", "smooth"},
                     *monotonicityNames[] = {"none", "notDecreasing", "increasing"},
                     *gateNames[] = {"first", "second", "interleaved"};

// {"min": …, "max": …}
std::ostream& operator<<(std::ostream& out, const Range& range) {
  return out << "{\"min\": " << range.min << ", \"max\": " << range.max << '}';
}

void print(const Parameter& p) {
  std::cout << "{\"name\": " << json(p.name) << ", \"symbol\": " << json(p.symbol) << ", \"default\": " << p.initial
            << ", \"min\": " << p.min << ", \"max\": " << p.max << ", \"step\": " << p.step
            << ", \"slider\": " << p.slider << ", \"domain\": " << json(domainNames[int(p.domain)])
            << ", \"aliases\": ";
  array(p.aliases, [](const char* name) { std::cout << json(name); });
  std::cout << '}';
}

void print(const Description& about, Kind kind, const Kernels& kernels, const Description& activated) {
  const char* kindName = kindNames[int(kind)];
  const char* family = about.family == Family::ofKind ? kindName : familyNames[int(about.family)];
  std::cout << "\n{\"name\": " << json(about.name) << ", \"label\": " << json(about.label)
            << ", \"kind\": " << json(kindName) << ", \"family\": " << json(family)
            << ", \"formula\": " << json(about.formula) << ", \"derivative\": " << json(about.derivative);
  if (kind == Kind::elementwise) std::cout << ", \"view\": " << about.view;
  if (about.reduces) std::cout << ", \"reduces\": true";
  if (kind == Kind::gated)
    std::cout << ", \"gate\": " << json(gateNames[int(about.gate)]) << ", \"activated\": " << json(activated.name);
  std::cout << ",\n  \"aliases\": ";
  frameworks(about.aliases, [](const Alias& alias) { std::cout << json(alias.name); });
  std::cout << ",\n  \"parameters\": ";
  array(about.parameters, [](const Parameter& p) { print(p); });
  std::vector<const char*> calls, options;
  if (kind == Kind::elementwise) calls.push_back("derivative");
  calls.push_back("backward");
  if (kernels.slopeBackward) calls.push_back("slopeBackward");
  if (kind != Kind::elementwise) options.push_back("columns");
  if (about.attention) options.insert(options.end(), {"scale", "mask", "causal", "queries", "sink", "masked"});
  if (about.attention) calls.push_back("sinkBackward");
  if (kind == Kind::gated) options.insert(options.end(), {"gate", "limit", "offset"});
  if (about.hasAlpha) options.push_back("alpha");
  if (kernels.training) options.push_back("seed");
  const auto word = [](const char* word) { std::cout << json(word); };
  std::cout << ", \"calls\": ";
  array(calls, word);
  std::cout << ", \"options\": ";
  array(options, word);
  std::cout << '}';
}

void printFacts(const Description& about) {
  std::cout << "\n{\"name\": " << json(about.name) << ", \"range\": " << json(about.range)
            << ", \"smoothness\": " << json(smoothnessNames[int(about.smoothness)])
            << ", \"monotonicity\": " << json(monotonicityNames[int(about.monotonicity)]) << ",\n  \"frameworks\": ";
  frameworks(about.aliases, [](const Alias& a) {
    std::cout << "{\"name\": " << json(a.name) << ", \"defaults\": " << json(a.defaults)
              << ", \"differs\": " << (a.differs ? "true" : "false") << '}';
  });
  const KinkValues& k = about.kinks;
  std::cout << ",\n  \"kinks\": ";
  texts({{"here", k.here}, {"torch", k.torch}, {"keras", k.keras}, {"jax", k.jax}, {"tfjs", k.tfjs}});
  std::cout << '}';
}

}  // namespace
}  // namespace activations

int main(int count, char** arguments) {
  const bool isFacts = count > 1 && arguments[1] == std::string_view("facts");
  std::cout << std::setprecision(std::numeric_limits<double>::max_digits10);
  std::size_t i = 0;
  activations::array(activations::catalogue, [&](const activations::Description& about) {
    if (isFacts)
      activations::printFacts(about);
    else
      activations::print(about, activations::kinds[i], activations::kernels[i], *activations::activated[i]);
    ++i;
  });
  std::cout << '\n';
}
