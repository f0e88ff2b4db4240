// The exports of the lab module: each instance holds one network. web/lab/network.js calls it.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cassert>
#include <string>

#include "lab/network.h"

namespace activations::lab {
namespace {

using emscripten::val;

Network network;
float results[4096];

// The caller has written parameters and units to their views.
void start(unsigned task, unsigned activation, unsigned hidden, unsigned optimiser, unsigned initialisation,
           unsigned batch, unsigned seed, float learningRate, float momentum) {
  network.options = {.task = task,
                     .activation = activation,
                     .optimiser = Optimiser(optimiser),
                     .initialisation = Initialisation(initialisation),
                     .batch = batch,
                     .seed = seed,
                     .learningRate = learningRate,
                     .momentum = momentum};
  network.hidden = hidden;
  network.start();
}

// Makes up to n steps, at most as many as `results` can hold. Writes their finite losses there and returns their
// number.
unsigned step(unsigned n) {
  n = std::min<unsigned>(n, std::size(results));
  for (unsigned i = 0; i < n; ++i) {
    if (network.hasDiverged) return i;
    results[i] = network.step();
    if (!std::isfinite(results[i])) return i;
  }
  return n;
}

unsigned steps() { return network.steps; }
unsigned stepsPerEpoch() { return network.stepsPerEpoch(); }
bool hasDiverged() { return network.hasDiverged; }
double loss() { return network.loss(); }
double accuracy() { return network.accuracy(); }
double gradientNorm(unsigned layer) { return network.gradientNorm(layer); }
void alive(unsigned layer) { network.alive(layer, results); }

// Writes the outputs for the rows in `points` to `results`.
void predict(unsigned rows) {
  const auto& last = network.last();
  assert(rows * last.outputs <= std::size(results));
  network.forward(rows);
  for (unsigned i = 0; i < rows; ++i)
    std::copy_n(network.logits() + i * last.stride, last.outputs, results + i * last.outputs);
}

// Writes the class or value that the network answers for each row in `points` to `results`.
void probe(unsigned rows) {
  network.forward(rows);
  for (unsigned i = 0; i < rows; ++i) results[i] = network.answer(i);
}

// The offset of a layer in `weights`, and the length of its rows there.
unsigned offset(unsigned layer) { return network.layers[layer].weights; }
unsigned stride(unsigned layer) { return network.layers[layer].stride; }

unsigned taskCount() { return std::size(tasks); }
std::string taskName(unsigned i) { return tasks[i].name; }
unsigned taskInputs(unsigned i) { return tasks[i].inputs; }
unsigned taskOutputs(unsigned i) { return tasks[i].outputs(); }
unsigned taskClasses(unsigned i) { return tasks[i].classes; }
unsigned taskSamples(unsigned i) { return tasks[i].count; }

// A Float32Array or Uint32Array over an array. It stays valid because the memory never grows.
template <auto& array>
val view() {
  return val(emscripten::typed_memory_view(std::size(array), array));
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab) {
  emscripten::function("start", &start);
  emscripten::function("step", &step);
  emscripten::function("steps", &steps);
  emscripten::function("stepsPerEpoch", &stepsPerEpoch);
  emscripten::function("hasDiverged", &hasDiverged);
  emscripten::function("loss", &loss);
  emscripten::function("accuracy", &accuracy);
  emscripten::function("gradientNorm", &gradientNorm);
  emscripten::function("alive", &alive);
  emscripten::function("predict", &predict);
  emscripten::function("probe", &probe);
  emscripten::function("offset", &offset);
  emscripten::function("stride", &stride);
  emscripten::function("taskCount", &taskCount);
  emscripten::function("taskName", &taskName);
  emscripten::function("taskInputs", &taskInputs);
  emscripten::function("taskOutputs", &taskOutputs);
  emscripten::function("taskClasses", &taskClasses);
  emscripten::function("taskSamples", &taskSamples);
  emscripten::function("parameters", &view<network.parameters>);
  emscripten::function("units", &view<network.units>);
  emscripten::function("x", &view<network.data.x>);
  emscripten::function("y", &view<network.data.y>);
  emscripten::function("points", &view<network.points>);
  emscripten::function("weights", &view<network.weights>);
  emscripten::function("results", &view<results>);
}

}  // namespace activations::lab
