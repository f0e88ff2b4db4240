// The tasks that the lab's network can learn. Their data are the same in every run and on every machine.
#pragma once

#include "lab/iris.h"
#include "lab/random.h"

namespace activations::lab {

inline constexpr unsigned maxSamples = 512, maxInputs = 4, maxOutputs = 4;

struct Sample {
  double x[maxInputs];
  double y;  // a value, or a class: 0, 1, …
};

// `classes` is 0 for regression.
struct Task {
  const char* name;
  unsigned inputs, classes, count;
  Sample (*sample)(Random&, unsigned i);

  // Two classes need only one logit: that of the second.
  constexpr unsigned outputs() const { return classes > 2 ? classes : 1; }
};

inline constexpr Task tasks[]{
    // Two waves and noise.
    {"curve", 1, 0, 64,
     [](Random& random, unsigned) -> Sample {
       const double x = 6 * random.uniform() - 3;
       return {{x}, std::sin(x) + 0.5 * std::sin(3 * x) + 0.1 * random.normal()};
     }},
    // Two interleaved half circles.
    {"moons", 2, 2, 256,
     [](Random& random, unsigned i) -> Sample {
       const unsigned side = i % 2;
       const double angle = std::numbers::pi * random.uniform(), sign = side == 0 ? 1 : -1;
       return {{side + sign * std::cos(angle) + 0.12 * random.normal(),
                0.5 * side + sign * std::sin(angle) + 0.12 * random.normal()},
               double(side)};
     }},
    // Two arms, a turn and a half each.
    {"spirals", 2, 2, 384,
     [](Random& random, unsigned i) -> Sample {
       const unsigned arm = i % 2;
       const double radius = std::sqrt(random.uniform()), angle = std::numbers::pi * (3 * radius + arm);
       return {{radius * std::cos(angle) + 0.02 * random.normal(), radius * std::sin(angle) + 0.02 * random.normal()},
               double(arm)};
     }},
    // A disc and a ring around it.
    {"ring", 2, 2, 256,
     [](Random& random, unsigned i) -> Sample {
       const unsigned outside = i % 2;
       const double radius = outside + 0.2 * outside + 0.8 * std::sqrt(random.uniform()),
                    angle = 2 * std::numbers::pi * random.uniform();
       return {{radius * std::cos(angle) + 0.1 * random.normal(), radius * std::sin(angle) + 0.1 * random.normal()},
               double(outside)};
     }},
    {"iris", 4, 3, std::size(iris),
     [](Random&, unsigned i) -> Sample {
       const unsigned species = i / 50;
       return {{double(iris[i][0]), double(iris[i][1]), double(iris[i][2]), double(iris[i][3])}, double(species)};
     }},
};

static_assert([] {
  for (const Task& task : tasks)
    if (task.inputs > maxInputs || task.outputs() > maxOutputs || task.count > maxSamples) return false;
  return true;
}());

struct Data {
  float x[maxSamples * maxInputs];  // rows of `inputs`; each input has mean 0 and variance 1
  float y[maxSamples];

  void fill(const Task& task) {
    Random random{.seed = 0, .stream = 0};
    static Sample samples[maxSamples];
    for (unsigned i = 0; i < task.count; ++i) {
      samples[i] = task.sample(random, i);
      y[i] = float(samples[i].y);
    }
    for (unsigned input = 0; input < task.inputs; ++input) {
      double mean = 0, variance = 0;
      for (unsigned i = 0; i < task.count; ++i) mean += samples[i].x[input] / task.count;
      for (unsigned i = 0; i < task.count; ++i)
        variance += (samples[i].x[input] - mean) * (samples[i].x[input] - mean) / task.count;
      for (unsigned i = 0; i < task.count; ++i)
        x[i * task.inputs + input] = float((samples[i].x[input] - mean) / std::sqrt(variance));
    }
  }
};

}  // namespace activations::lab
