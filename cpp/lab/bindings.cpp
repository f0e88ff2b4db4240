// The lab's border: one network, which a module instance holds. web/lab/network.js calls it.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>

#include "lab/network.h"

namespace {

using emscripten::val;

Network network;
float results[4096];

// Parameters and layers stand in their views already.
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

// Up to n steps and no more than `results` holds; their finite losses stand there, and their number is returned.
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

// From `points` to `results`: the outputs, row by row
void predict(unsigned rows) {
  network.forward(rows);
  const auto& last = network.last();
  for (unsigned i = 0; i < rows; ++i)
    std::copy_n(network.logits() + i * last.stride, last.outputs, results + i * last.outputs);
}

// or a class or value for each.
void probe(unsigned rows) {
  network.forward(rows);
  for (unsigned i = 0; i < rows; ++i) results[i] = network.answer(i);
}

// The offset in `weights` at which a layer begins, and the length of its rows there.
unsigned offset(unsigned layer) { return network.layers[layer].weights; }
unsigned stride(unsigned layer) { return network.layers[layer].stride; }

unsigned taskCount() { return std::size(tasks); }
std::string taskName(unsigned i) { return tasks[i].name; }
unsigned taskInputs(unsigned i) { return tasks[i].inputs; }
unsigned taskOutputs(unsigned i) { return tasks[i].outputs(); }
unsigned taskClasses(unsigned i) { return tasks[i].classes; }
unsigned taskSamples(unsigned i) { return tasks[i].count; }

// A Float32Array or Uint32Array over an array; it stays valid because the memory never grows.
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
