// A multilayer perceptron that learns a task: dense layers with an activation of the catalogue between them and none
// after the last. It computes in floats and in the same order on every machine, so results are the same to the bit.
#pragma once

#include <algorithm>
#include <cassert>
#include <cmath>

#include "catalogue.h"
#include "lab/multiply.h"
#include "lab/random.h"
#include "lab/tasks.h"

namespace activations::lab {

inline constexpr unsigned maxHidden = 4, maxUnits = 64;

enum class Optimiser { sgd, adam };
enum class Initialisation { he, glorot };

struct Options {
  unsigned task, activation;
  Optimiser optimiser;
  Initialisation initialisation;
  unsigned batch, seed;
  float learningRate, momentum;
};

// The catalogue's kernels that training needs, so that the module holds no others.
inline constexpr auto elementwise = [] {
  std::array<Kernels, kernels.size()> needed;
  for (std::size_t i = 0; i < needed.size(); ++i)
    if (kinds[i] == Kind::elementwise) needed[i] = {.value = kernels[i].value, .backward = kernels[i].backward};
  return needed;
}();

// The caller sets options, parameters, hidden and units, and then calls start().
struct Network {
  Options options;
  float parameters[maxParameters];
  unsigned hidden, units[maxHidden];  // the number of hidden layers, and of units in each

  Data data;
  unsigned steps;
  bool hasDiverged;  // in the last step the loss or a weight was no longer finite

  // A matrix with a row for each input and one for the biases, each padded with zeros to `stride`. `weights` is its
  // offset in the array of that name.
  struct Layer {
    unsigned inputs, outputs, stride, weights;

    unsigned size() const { return (inputs + 1) * stride; }
  } layers[maxHidden + 1];

  static constexpr unsigned maxWeights =
      (maxInputs + 1 + (maxHidden - 1) * (maxUnits + 1)) * maxUnits + (maxUnits + 1) * maxOutputs;
  alignas(16) float weights[maxWeights], gradient[maxWeights];
  alignas(16) float first[maxWeights], second[maxWeights];  // moments of the gradient; SGD's velocity is in `first`

  float points[maxSamples * maxInputs];  // the inputs
  // The weighted sums of each layer and f of them. backward() overwrites both with the gradients with respect to them.
  alignas(16) float sums[maxHidden + 1][maxSamples * maxUnits];
  alignas(16) float values[maxHidden][maxSamples * maxUnits];
  alignas(16) float transposed[(maxUnits + 1) * maxUnits];

  const Task& task() const { return tasks[options.task]; }
  unsigned batch() const { return std::min(options.batch, task().count); }
  unsigned stepsPerEpoch() const { return (task().count + batch() - 1) / batch(); }
  const Layer& last() const { return layers[hidden]; }
  const float* logits() const { return sums[hidden]; }

  void start() {
    assert(options.task < std::size(tasks) && kinds[options.activation] == Kind::elementwise && options.batch > 0);
    assert(hidden <= maxHidden);
    assert(std::all_of(units, units + hidden, [](unsigned count) { return 0 < count && count <= maxUnits; }));
    data.fill(task());
    steps = 0;
    hasDiverged = false;
    unsigned size = 0;
    for (unsigned i = 0; i <= hidden; ++i) {
      const unsigned outputs = i == hidden ? task().outputs() : units[i];
      layers[i] = {i == 0 ? task().inputs : units[i - 1], outputs, (outputs + 3) / 4 * 4, size};
      size += layers[i].size();
    }
    for (float* all : {weights, gradient, first, second}) std::fill_n(all, size, 0.0f);
    beta1Power = beta2Power = 1;
    initialise();
  }

  // A step of the optimiser over the next minibatch. Returns its loss; if that is not finite, the weights stay.
  float step() {
    const unsigned from = steps % stepsPerEpoch() * batch(), rows = std::min(batch(), task().count - from);
    if (from == 0) shuffle(steps / stepsPerEpoch() + 1);
    ++steps;
    float y[maxSamples];
    for (unsigned i = 0; i < rows; ++i) {
      std::copy_n(data.x + order[from + i] * task().inputs, task().inputs, points + i * task().inputs);
      y[i] = data.y[order[from + i]];
    }
    forward(rows);
    const float loss = float(lossGradient(rows, y));
    hasDiverged = !std::isfinite(loss);
    if (hasDiverged) return loss;
    backward(rows);
    hasDiverged = !(options.optimiser == Optimiser::adam ? adam() : sgd());
    return loss;
  }

  // Computes `sums` from `points`. The sums of the last layer are the outputs.
  void forward(unsigned rows) {
    assert(rows <= maxSamples);
    const float* in = points;
    std::size_t stride = task().inputs;
    for (unsigned i = 0; i <= hidden; ++i) {
      const Layer& layer = layers[i];
      const float* matrix = weights + layer.weights;
      multiply(rows, layer.inputs, layer.stride, {in, stride}, matrix, sums[i], matrix + layer.inputs * layer.stride);
      if (i == hidden) return;
      activation().value(parameters, rows * layer.stride, sums[i], values[i]);
      in = values[i];
      stride = layer.stride;
    }
  }

  void forwardData() {
    std::copy_n(data.x, task().count * task().inputs, points);
    forward(task().count);
  }

  double loss() {
    forwardData();
    return lossGradient(task().count, data.y);
  }

  double accuracy() {
    forwardData();
    unsigned right = 0;
    for (unsigned i = 0; i < task().count; ++i) right += answer(i) == data.y[i];
    return double(right) / task().count;
  }

  // The answer that the outputs of a row stand for: the class of the largest logit, or the value itself.
  float answer(unsigned row) const {
    const float* output = logits() + row * last().stride;
    if (task().classes == 0) return output[0];
    if (last().outputs == 1) return output[0] > 0;
    return std::max_element(output, output + last().outputs) - output;
  }

  // Marks with 1 the units of a hidden layer for which f(z) or f'(z) is not 0 at some sample. The others are dead:
  // their output is 0, and no gradient reaches them.
  void alive(unsigned hiddenLayer, float* marks) {
    assert(hiddenLayer < hidden);
    forwardData();
    const Layer& layer = layers[hiddenLayer];
    const unsigned n = task().count * layer.stride;
    std::fill_n(marks, layer.outputs, 0.0f);
    const auto mark = [&](const float* all) {
      for (unsigned i = 0; i < n; ++i)
        if (i % layer.stride < layer.outputs && all[i] != 0) marks[i % layer.stride] = 1;
    };
    mark(values[hiddenLayer]);
    float* slopes = values[hiddenLayer];
    std::fill_n(slopes, n, 1.0f);
    activation().backward(parameters, n, slopes, sums[hiddenLayer], slopes);
    mark(slopes);
  }

  // The L2 norm of the last step's gradient with respect to a layer's weights, without its biases.
  double gradientNorm(unsigned i) const {
    assert(i <= hidden);
    const float* own = gradient + layers[i].weights;
    double sum = 0;
    for (unsigned k = 0; k < layers[i].inputs * layers[i].stride; ++k) sum += double(own[k]) * own[k];
    return std::sqrt(sum);
  }

  // Computes `gradient` from the gradient with respect to the outputs, which lossGradient() has written to `sums`.
  void backward(unsigned rows) {
    static const float one = 1;
    for (unsigned i = hidden;; --i) {
      const Layer& layer = layers[i];
      const Matrix in = i == 0 ? Matrix{points, 1, layer.inputs} : Matrix{values[i - 1], 1, layers[i - 1].stride};
      float* own = gradient + layer.weights;
      multiply(layer.inputs, rows, layer.stride, in, sums[i], own);
      multiply(1, rows, layer.stride, {&one, 0, 0}, sums[i], own + layer.inputs * layer.stride);
      if (i == 0) return;
      const unsigned stride = layers[i - 1].stride;
      transpose(layer, stride);
      multiply(rows, layer.outputs, stride, {sums[i], layer.stride}, transposed, values[i - 1]);
      activation().backward(parameters, rows * stride, values[i - 1], sums[i - 1], sums[i - 1]);
    }
  }

  // The mean loss of the outputs in `sums`. Replaces the outputs by the gradient with respect to them.
  double lossGradient(unsigned rows, const float* y) {
    if (task().classes == 0) return squaredError(rows, y);
    return last().outputs == 1 ? sigmoidCrossEntropy(rows, y) : softmaxCrossEntropy(rows, y);
  }

 private:
  std::uint16_t order[maxSamples];
  double beta1Power, beta2Power;

  const Kernels& activation() const { return elementwise[options.activation]; }

  // Weights are uniform, with a variance that keeps the variance of the signals: 2 / inputs by He, Zhang, Ren and Sun,
  // Delving Deep into Rectifiers, ICCV 2015; 2 / (inputs + outputs) by Glorot and Bengio, Understanding the Difficulty
  // of Training Deep Feedforward Neural Networks, AISTATS 2010. Biases are 0.
  void initialise() {
    Random random{.seed = options.seed, .stream = 0};
    for (unsigned i = 0; i <= hidden; ++i) {
      const Layer& layer = layers[i];
      const unsigned fan = layer.inputs + (options.initialisation == Initialisation::glorot ? layer.outputs : 0);
      const double bound = std::sqrt(6.0 / fan);
      for (unsigned input = 0; input < layer.inputs; ++input)
        for (unsigned output = 0; output < layer.outputs; ++output)
          weights[layer.weights + input * layer.stride + output] = float(bound * (2 * random.uniform() - 1));
    }
  }

  // Fisher and Yates; each epoch has its own stream.
  void shuffle(unsigned epoch) {
    Random random{.seed = options.seed, .stream = epoch};
    for (unsigned i = 0; i < task().count; ++i) order[i] = i;
    for (unsigned n = task().count; n > 1; --n) std::swap(order[n - 1], order[random.below(n)]);
  }

  // Writes the layer's weights to `transposed`, with a row for each output.
  void transpose(const Layer& layer, unsigned stride) {
    const float* from = weights + layer.weights;
    for (unsigned output = 0; output < layer.outputs; ++output)
      for (unsigned input = 0; input < stride; ++input)
        transposed[output * stride + input] = input < layer.inputs ? from[input * layer.stride + output] : 0;
  }

  double squaredError(unsigned rows, const float* y) {
    float* output = sums[hidden];
    double sum = 0;
    for (unsigned i = 0; i < rows; ++i, output += last().stride) {
      const float error = output[0] - y[i];
      sum += double(error) * error;
      output[0] = 2 * error / float(rows);
    }
    return sum / rows;
  }

  // With one logit z for two classes: -ln σ(±z) = softplus(∓z), whose derivative is a sigmoid.
  double sigmoidCrossEntropy(unsigned rows, const float* y) {
    float signs[maxSamples], z[maxSamples], losses[maxSamples];
    float* output = sums[hidden];
    for (unsigned i = 0; i < rows; ++i) {
      signs[i] = y[i] == 1 ? -1 : 1;
      z[i] = signs[i] * output[i * last().stride];
    }
    using Loss = KernelsOf<Softplus>;
    Loss::value(Loss::defaults.data(), rows, z, losses);
    Loss::backward(Loss::defaults.data(), rows, signs, z, z);
    double sum = 0;
    for (unsigned i = 0; i < rows; ++i) {
      sum += losses[i];
      output[i * last().stride] = z[i] / float(rows);
    }
    return sum / rows;
  }

  double softmaxCrossEntropy(unsigned rows, const float* y) {
    float* output = sums[hidden];
    double sum = 0;
    for (unsigned i = 0; i < rows; ++i, output += last().stride) {
      float logarithms[maxOutputs];
      KernelsOf<LogSoftmax>::value(nullptr, last().outputs, output, logarithms);
      sum -= logarithms[unsigned(y[i])];
      KernelsOf<Softmax>::value(nullptr, last().outputs, output, output);
      output[unsigned(y[i])] -= 1;
      for (unsigned k = 0; k < last().outputs; ++k) output[k] /= float(rows);
    }
    return sum / rows;
  }

  // Returns whether all weights are finite: 0 times their sum is 0 only then.
  template <class Update>
  bool update(Update next) {
    F32x4 zero = 0;
    for (unsigned i = 0; i < last().weights + last().size(); i += 4) {
      const F32x4 weight = load(weights + i) - next(i, load(gradient + i));
      store(weights + i, weight);
      zero += weight * 0;
    }
    return zero[0] + zero[1] + zero[2] + zero[3] == 0;
  }

  // Replaces numbers too small to matter to any weight by 0. Where gradients vanish, moments would decay to subnormal
  // numbers and stay subnormal, and processors are many times slower with these.
  template <auto least>
  static F32x4 flush(F32x4 x) {
    return abs(x) < F32x4(memoryConstant<least>) ? F32x4(0) : x;
  }

  // Heavy-ball momentum as in PyTorch: v = momentum · v + g.
  bool sgd() {
    const F32x4 rate = options.learningRate, momentum = options.momentum;
    return update([=, this](unsigned i, F32x4 g) {
      const F32x4 velocity = flush<0x1p-100f>(momentum * load(first + i) + g);
      store(first + i, velocity);
      return rate * velocity;
    });
  }

  // Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, with their constants, as in PyTorch.
  bool adam() {
    constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    beta1Power *= beta1;
    beta2Power *= beta2;
    const F32x4 rate = float(options.learningRate / (1 - beta1Power)),
                correction = float(1 / std::sqrt(1 - beta2Power));
    return update([=, this](unsigned i, F32x4 gradients) {
      const F32x4 g = flush<0x1p-56f>(gradients);  // its square is not subnormal
      const F32x4 m = flush<0x1p-100f>(float(beta1) * load(first + i) + float(1 - beta1) * g),
                  v = flush<0x1p-100f>(float(beta2) * load(second + i) + float(1 - beta2) * g * g);
      store(first + i, m);
      store(second + i, v);
      return rate * m / (sqrt(v) * correction + float(epsilon));
    });
  }
};

}  // namespace activations::lab
