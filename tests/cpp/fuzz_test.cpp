// Random cases, the same in each run. FUZZ=10 runs ten times as many from a random seed, and SEED repeats them. The
// numbers are plain random ones, because kernels hardly branch: coverage could not guide a fuzzer.
#include <emscripten.h>

#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <iostream>
#include <random>
#include <span>

#include "harness.h"
#include "lab/network.h"

namespace activations {
namespace {

#if __has_feature(address_sanitizer)
constexpr unsigned share = 1;
#else
constexpr unsigned share = 4;
#endif

class Random {
 public:
  explicit Random(unsigned seed) : engine(seed) {}

  unsigned bits() { return engine(); }
  unsigned below(unsigned n) { return engine() % n; }
  bool oneIn(unsigned n) { return below(n) == 0; }
  template <class Items>
  const auto& oneOf(const Items& items) {
    return items[below(std::size(items))];
  }

  // Random bits, a special number, a number next to one of `near`, or a number as in a network.
  float number(const Floats& near) {
    static constexpr std::array special{0.0f, -0.0f, infinity, -infinity, NaN, 1e-45f, -1e-45f, 3.4028235e38f, 1.0f};
    switch (below(8)) {
      case 0:
        return oneOf(special);
      case 1:
        return near.empty() ? 0 : neighbour((oneIn(2) ? 1 : -1) * oneOf(near), int(below(9)) - 4);
      case 2:
      case 3:
        return (int(bits()) >> below(8)) * 0x1p-26f;
      default:
        return std::bit_cast<float>(bits());
    }
  }
  Floats numbers(std::size_t n, const Floats& near) {
    Floats all(n);
    for (float& x : all) x = number(near);
    return all;
  }
  std::size_t length() { return oneIn(200) ? below(5000) : below(71); }

  Parameters parameters(const Description& about) {
    Parameters all;
    for (const Parameter& p : about.parameters) {
      float value = p.initial;
      if (!oneIn(8)) do
          value = number({float(p.min), float(p.max)});
        while (!std::isfinite(value) || (p.domain == Domain::positive && value == 0));
      // Not -0, because a derivative of 0 may have either sign.
      all.push_back(p.domain == Domain::all ? value + 0.0f : std::abs(value));
    }
    return all;
  }

 private:
  std::mt19937 engine;
};

unsigned fromEnvironment(const char* name, unsigned otherwise) {
  return EM_ASM_DOUBLE({ return process.env[UTF8ToString($0)] || $1; }, name, otherwise);
}

template <class Case>
void fuzz(unsigned cases, Case runCase) {
  const unsigned longer = fromEnvironment("FUZZ", 0);
  const unsigned seed = fromEnvironment("SEED", longer ? std::random_device{}() : 1);
  cases *= share * std::max(longer, 1u);
  std::cout << cases << " cases from SEED=" << seed << std::endl;
  for (unsigned i = 0; i < cases; ++i) {
    Random random(seed + i);
    runCase(random);
    ASSERT_FALSE(testing::Test::HasFailure()) << "SEED=" << seed + i << " begins with this case";
  }
}

// A call of any form, anywhere in memory.
using Call = std::function<void(std::size_t n, const float* gradient, const float* x, float* out)>;

// The results of a call with one element at a time.
Floats alone(const Call& call, const Floats& gradient, const Floats& x) {
  Floats all(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) call(1, &gradient[i], &x[i], &all[i]);
  return all;
}

// Arrays may overlap in any way in which `out` does not begin inside an input. The block that holds them has exactly
// the size that they need, so that AddressSanitizer sees any access outside.
void expectAnywhere(Random& random, const Call& call, Floats gradient, Floats x, const std::string& what) {
  const std::size_t n = x.size(), places = 2 * n + 4;
  std::size_t at[3];  // of gradient, x and out
  for (std::size_t& place : at) place = random.below(places);
  for (const std::size_t input : {at[0], at[1]})
    if (random.oneIn(3) || (at[2] > input && at[2] < input + n)) at[2] = std::min(at[0], at[1]);
  const Block memory(Floats(*std::max_element(at, at + 3) + n));
  std::ranges::copy(gradient, memory.data + at[0]);
  std::ranges::copy(x, memory.data + at[1]);
  gradient.assign(memory.data + at[0], memory.data + at[0] + n);  // x may overlap it
  Floats expected = memory.read();
  std::ranges::copy(alone(call, gradient, x), expected.begin() + at[2]);
  call(n, memory.data + at[0], memory.data + at[1], memory.data + at[2]);
  EXPECT_TRUE(same(memory.read(), expected))
      << what << ", " << n << " floats at " << at[0] << ", " << at[1] << ", " << at[2];
}

TEST(Fuzz, ElementwiseFunctionsComputeEachElementIndependently) {
  const auto all = subjects();
  fuzz(60'000, [&](Random& random) {
    const Subject& s = random.oneOf(all);
    const Parameters parameters = random.parameters(s.about);
    const float* const p = parameters.data();
    const std::size_t n = random.length();
    const Floats near = kinks(s, parameters), gradient = random.numbers(n, near), x = random.numbers(n, near);
    const Kernels& k = s.kernels;
    const auto expect = [&](const char* form, const Call& call) {
      expectAnywhere(random, call, gradient, x, show(s, parameters) + ' ' + form);
    };
    const unsigned form = random.below(4);
    if (form == 0) expect("value", [&](auto n, auto, auto x, auto out) { k.value(p, n, x, out); });
    if (form == 1) expect("derivative", [&](auto n, auto, auto x, auto out) { k.derivative(p, n, x, out); });
    if (form == 2) expect("backward", [&](auto n, auto g, auto x, auto out) { k.backward(p, n, g, x, out); });
    if (form == 3 && k.slopeBackward)
      expect("slopeBackward", [&](auto n, auto g, auto x, auto out) { k.slopeBackward(p, n, g, x, out); });
  });
}

TEST(Fuzz, ElementwiseFunctionsAreWithinTheUlpsOfTheOracleAtAllParameters) {
  const auto all = subjects();
  fuzz(60'000, [&](Random& random) {
    const Subject& s = random.oneOf(all);
    const Parameters parameters = random.parameters(s.about);
    const Floats x = random.numbers(random.below(71), kinks(s, parameters));
    for (const Side& side : sides(s)) {
      Worst worst;
      measure(side, parameters, x, worst);
      EXPECT_LE(worst.ulps, std::max(0.5, 2 * side.exact.ulps))
          << show(s, parameters) << ' ' << side.what << " at " << show(worst.x) << "\n  exact  " << worst.exact
          << "\n  actual " << show(worst.actual);
    }
  });
}

TEST(Fuzz, KinksAscendAndTheirNumberIsReturned) {
  const auto all = subjects();
  fuzz(20'000, [&](Random& random) {
    const Subject& s = random.oneOf(all);
    const Parameters parameters = random.parameters(s.about);
    const Block found(kinks(s, parameters));
    EXPECT_EQ(s.kernels.kinks(parameters.data(), found.data), found.n);
    EXPECT_TRUE(std::ranges::is_sorted(found.read())) << show(s, parameters);
    for (const float kink : found.read()) EXPECT_FALSE(std::isnan(kink)) << show(s, parameters);
  });
}

TEST(Fuzz, TrainingUsesTheDrawnSlopeInEveryFormAndChunk) {
  const Subject rrelu = subject("rrelu"), prelu = subject("prelu");
  fuzz(20'000, [&](Random& random) {
    const Parameters parameters = random.parameters(rrelu.about);
    const unsigned seed = random.bits(), first = random.bits();
    const std::size_t n = random.length();
    const Floats gradient = random.numbers(n, {}), x = random.numbers(n, {});
    const auto run = [&](Form form, const Floats& x, std::size_t from = 0) {
      const Block g({gradient.begin() + from, gradient.end()}), in({x.begin() + from, x.end()}), out{Floats(n - from)};
      rrelu.kernels.training(form, parameters.data(), {seed, first + unsigned(from / 4)}, out.n, g.data, in.data,
                             out.data);
      return out.read();
    };
    const Floats slopes = run(Form::derivative, Floats(n, -1));
    const auto [min, max] = std::minmax(parameters[0], parameters[1]);
    Floats value, derivative, product;
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_TRUE(min <= slopes[i] && slopes[i] <= max) << show(rrelu, parameters) << ": " << show(slopes[i]);
      value.push_back(exactly(prelu.oracle.value, x[i], &slopes[i]));
      derivative.push_back(exactly(prelu.oracle.derivative, x[i], &slopes[i]));
      product.push_back(gradient[i] * derivative[i]);
    }
    EXPECT_TRUE(same(run(Form::value, x), value)) << show(rrelu, parameters);
    EXPECT_TRUE(same(run(Form::derivative, x), derivative)) << show(rrelu, parameters);
    EXPECT_TRUE(same(run(Form::backward, x), product)) << show(rrelu, parameters);
    const std::size_t cut = random.below(n / 4 + 1) * 4;
    EXPECT_TRUE(same(run(Form::value, x, cut), {value.begin() + cut, value.end()})) << show(rrelu, parameters);
  });
}

TEST(Fuzz, RowsAreTheSameInPlaceAndInChunks) {
  fuzz(60'000, [](Random& random) {
    std::size_t i = 0;
    do i = random.below(catalogue.size());
    while (kinds[i] == Kind::elementwise);
    const Kernels& k = kernels[i];
    const bool isGated = kinds[i] == Kind::gated;
    const std::size_t half = random.length() / (isGated ? 2 : 1), n = half * (isGated ? 2 : 1);
    if (k.reduces && n == 0) return;
    const std::size_t results = k.reduces ? 1 : half;
    // Half of the rows hold numbers of one magnitude: otherwise nearly all results of softmax are 0.
    const unsigned shift = random.below(2) * 20;
    const auto numbers = [&](std::size_t count) {
      Floats all = random.numbers(count, {});
      if (shift)
        for (float& x : all) x = (int(random.bits()) >> 8) * std::ldexp(1.0f, -int(shift));
      return all;
    };
    const Floats x = numbers(n), gradient = numbers(results);
    const std::size_t offset = random.below(4);
    const Block input(x), g(gradient), y(Floats(results), offset), dx(Floats(n), offset);
    const Parameters parameters = defaults(*activated[i]);
    const Gating gating{Gate(random.below(3)), random.oneIn(2) ? infinity : 1.5f, float(random.below(2))};
    const auto value = [&](const float* from, float* to) {
      if (isGated) return valueOfParts(k, parameters.data(), gating, n, from, to);
      k.value(nullptr, n, from, to);
    };
    const auto backward = [&](const float* from, float* to) {
      if (isGated) return backwardOfParts(k, parameters.data(), gating, n, g.data, from, to);
      k.backward(nullptr, n, g.data, from, to);
    };
    value(input.data, y.data);
    backward(input.data, dx.data);
    EXPECT_TRUE(same(input.read(), x)) << catalogue[i].name;
    EXPECT_TRUE(same(g.read(), gradient)) << catalogue[i].name;

    const Block inPlace(x, offset), backwardInPlace(x, offset);
    value(inPlace.data, inPlace.data);
    backward(backwardInPlace.data, backwardInPlace.data);
    EXPECT_TRUE(same(Floats(inPlace.data, inPlace.data + results), y.read())) << catalogue[i].name << ", " << n;
    EXPECT_TRUE(same(backwardInPlace.read(), dx.read())) << catalogue[i].name << ", " << n;

    if (isGated) return;
    const std::size_t chunk = 4 * (1 + random.below(random.oneIn(2) ? 5 : 300));
    Chunks forth{x, gradient, chunk}, back{x, gradient, chunk};
    k.row(forth.row());
    k.rowBackward(back.row());
    EXPECT_TRUE(same(forth.value(k), y.read())) << catalogue[i].name << ", " << n << " in chunks of " << chunk;
    EXPECT_TRUE(same(back.x, dx.read())) << catalogue[i].name << ", " << n << " in chunks of " << chunk;
  });
}

// A network in memory whose bytes all hold `fill`.
std::unique_ptr<lab::Network> filled(unsigned char fill) {
  std::unique_ptr<lab::Network> network(new lab::Network);
  std::memset(static_cast<void*>(network.get()), fill, sizeof(lab::Network));
  return network;
}

// Unused memory stays as it was, and the results do not depend on its content.
TEST(Fuzz, NetworksStayInsideTheirMemory) {
  std::vector<unsigned> elementwise;
  for (unsigned i = 0; i < catalogue.size(); ++i)
    if (kinds[i] == Kind::elementwise) elementwise.push_back(i);
  fuzz(300, [&](Random& random) {
    const lab::Task& task = random.oneOf(lab::tasks);
    const lab::Options options{.task = unsigned(&task - lab::tasks),
                               .activation = random.oneOf(elementwise),
                               .optimiser = lab::Optimiser(random.below(2)),
                               .initialisation = lab::Initialisation(random.below(2)),
                               .batch = 1 + random.below(random.oneIn(2) ? 40 : 512),
                               .seed = random.bits(),
                               .learningRate = std::ldexp(1.0f, int(random.below(40)) - 20),
                               .momentum = random.below(1000) / 1000.0f};
    const Parameters parameters = random.parameters(catalogue[options.activation]);
    const unsigned hidden = random.below(lab::maxHidden + 1);
    std::array<unsigned, lab::maxHidden> units{};
    for (unsigned i = 0; i < hidden; ++i) units[i] = 1 + random.below(random.oneIn(2) ? 9 : lab::maxUnits);
    const unsigned steps = random.below(30);
    const auto points = random.numbers(lab::maxSamples * lab::maxInputs, {});

    std::vector<Floats> results;
    for (const unsigned char fill : {0, 255}) {
      const auto network = filled(fill);
      network->options = options;
      std::ranges::copy(parameters, network->parameters);
      network->hidden = hidden;
      std::copy_n(units.data(), hidden, network->units);
      network->start();
      const unsigned size = network->last().weights + network->last().size();
      const auto isUntouched = [fill](const float* from, const float* end) {
        const auto *bytes = reinterpret_cast<const unsigned char*>(from),
                   *last = reinterpret_cast<const unsigned char*>(end);
        return std::all_of(bytes, last, [fill](unsigned char byte) { return byte == fill; });
      };
      const auto data = network->data;
      Floats& all = results.emplace_back();
      for (unsigned i = 0; i < steps && !network->hasDiverged; ++i) all.push_back(network->step());
      all.push_back(float(network->loss()));
      all.push_back(float(network->accuracy()));
      for (unsigned i = 0; i <= hidden; ++i) all.push_back(float(network->gradientNorm(i)));
      for (unsigned i = 0; i < hidden; ++i) {
        const Block marks{Floats(units[i])};
        network->alive(i, marks.data);
        all.insert(all.end(), marks.data, marks.data + marks.n);
      }
      std::ranges::copy(points, network->points);
      network->forward(lab::maxSamples);
      for (unsigned i = 0; i < lab::maxSamples; ++i) all.push_back(network->answer(i));
      all.insert(all.end(), network->weights, network->weights + size);

      const std::string what =
          testing::PrintToString(units) + ' ' + catalogue[options.activation].name + " learns " + task.name;
      for (const auto& array : {network->weights, network->gradient, network->first, network->second})
        EXPECT_TRUE(isUntouched(array + size, array + lab::Network::maxWeights)) << what;
      for (unsigned i = 0; i <= lab::maxHidden; ++i) {
        const unsigned used = i > hidden ? 0 : lab::maxSamples * network->layers[i].stride;
        EXPECT_TRUE(isUntouched(network->sums[i] + used, std::end(network->sums[i]))) << what;
        if (i < lab::maxHidden)
          EXPECT_TRUE(isUntouched(network->values[i] + (i == hidden ? 0 : used), std::end(network->values[i]))) << what;
      }
      EXPECT_EQ(std::memcmp(&data, &network->data, sizeof data), 0) << what;
      EXPECT_EQ(std::memcmp(&options, &network->options, sizeof options), 0) << what;
      EXPECT_TRUE(std::ranges::equal(parameters, std::span(network->parameters, parameters.size()))) << what;
      EXPECT_EQ(network->hidden, hidden) << what;
      EXPECT_TRUE(std::equal(units.begin(), units.begin() + hidden, network->units)) << what;
    }
    EXPECT_TRUE(same(results[0], results[1])) << "the results of a network depend on unused memory";
  });
}

}  // namespace
}  // namespace activations

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  return RUN_ALL_TESTS();
}
