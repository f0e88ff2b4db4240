// The lab's network: its gradients against central differences of a plain forward pass in double, with activations from
// the oracle. tests/lab/network.test.js checks the optimisers.
#include <cmath>
#include <iostream>
#include <random>

#include "harness.h"
#include "lab/network.h"

namespace activations::lab {
namespace {

Network network;

constexpr unsigned rows = 17;  // like the sizes of the layers, not a multiple of the blocks in multiply.h

void start(const Subject& subject, unsigned task, unsigned seed) {
  network.options = {.task = task,
                     .activation = unsigned(&subject.about - catalogue.data()),
                     .optimiser = Optimiser::sgd,
                     .initialisation = Initialisation::he,
                     .batch = rows,
                     .seed = seed,
                     .learningRate = 0.1f,
                     .momentum = 0.9f};
  std::ranges::copy(defaults(subject.about), network.parameters);
  network.hidden = 3;
  std::ranges::copy(std::array{5, 12, 9}, network.units);
  network.start();
  // Smaller weights, so that the exponential of three layers stays finite, and biases other than 0.
  for (float& weight : network.weights) weight /= 2;
  std::mt19937 random(seed);
  for (unsigned i = 0; i <= network.hidden; ++i) {
    const auto& layer = network.layers[i];
    for (unsigned k = 0; k < layer.outputs; ++k)
      network.weights[layer.weights + layer.inputs * layer.stride + k] = (int(random() % 201) - 100) / 400.0f;
  }
}

using Doubles = std::vector<double>;

double crossEntropy(const Doubles& logits, unsigned y) {
  double sum = 0;
  for (const double z : logits) sum += std::exp(z);
  return std::log(sum) - logits[y];
}

// The mean loss, and the smallest distance of any unit's input from a kink.
struct Plain {
  double loss = 0, distance = infinity;
};
Plain plain(const Subject& subject, const Doubles& weights) {
  const Parameters parameters = defaults(subject.about);
  const Floats breaks = kinks(subject, parameters);
  const Task& task = network.task();
  Plain plain;
  for (unsigned row = 0; row < rows; ++row) {
    Doubles a(network.data.x + row * task.inputs, network.data.x + (row + 1) * task.inputs);
    for (unsigned i = 0; i <= network.hidden; ++i) {
      const auto& layer = network.layers[i];
      const double* matrix = weights.data() + layer.weights;
      Doubles z(matrix + layer.inputs * layer.stride, matrix + layer.inputs * layer.stride + layer.outputs);
      for (unsigned k = 0; k < layer.outputs; ++k)
        for (unsigned input = 0; input < layer.inputs; ++input) z[k] += a[input] * matrix[input * layer.stride + k];
      a = z;
      if (i == network.hidden) break;
      for (double& value : a) {
        for (const float kink : breaks) plain.distance = std::min(plain.distance, std::abs(value - kink));
        value = subject.oracle.value.formula(value, parameters.data());
      }
    }
    const double y = network.data.y[row];
    if (task.classes == 0)
      plain.loss += (a[0] - y) * (a[0] - y) / rows;
    else
      plain.loss += crossEntropy(a.size() == 1 ? Doubles{0, a[0]} : a, unsigned(y)) / rows;
  }
  return plain;
}

TEST(Lab, LossAndGradientsAreThoseOfThePlainForwardPass) {
  constexpr double h = 1e-6;
  double worst = 0;
  for (const Subject& s : subjects())
    for (const unsigned task : {0, 1, 4}) {  // one for each loss
      unsigned seed = 0;
      Doubles weights;
      do {  // until no step of h can cross a kink
        ASSERT_LT(++seed, 1000u) << s.about.name;
        start(s, task, seed);
        const unsigned size = network.last().weights + network.last().size();
        weights.assign(network.weights, network.weights + size);
      } while (plain(s, weights).distance < 1e-4);

      std::copy_n(network.data.x, rows * network.task().inputs, network.points);
      network.forward(rows);
      const double loss = network.lossGradient(rows, network.data.y), exact = plain(s, weights).loss;
      EXPECT_NEAR(loss, exact, 1e-5 * (1 + exact)) << s.about.name << ", " << network.task().name;
      network.backward(rows);
      for (unsigned i = 0; i <= network.hidden; ++i) {
        const auto& layer = network.layers[i];
        double largest = 0, error = 0;
        for (unsigned k = layer.weights; k < layer.weights + layer.size(); ++k) {
          if ((k - layer.weights) % layer.stride >= layer.outputs) {
            ASSERT_EQ(network.gradient[k], 0) << "in the padding";
            continue;
          }
          const double weight = weights[k];
          weights[k] = weight + h;
          const double above = plain(s, weights).loss;
          weights[k] = weight - h;
          const double below = plain(s, weights).loss;
          weights[k] = weight;
          const double difference = (above - below) / (2 * h);
          largest = std::max(largest, std::abs(difference));
          error = std::max(error, std::abs(network.gradient[k] - difference));
        }
        EXPECT_LE(error, 1e-5 * largest + 1e-9 * (1 + exact))
            << s.about.name << ", " << network.task().name << ", layer " << i << ", gradients up to " << largest;
        if (largest > 1e-6) worst = std::max(worst, error / largest);
      }
    }
  std::cout << "largest error of a gradient, relative to the largest of its layer: " << worst << '\n';
}

// Some activations have f(0) other than 0.
TEST(Lab, PaddingLearnsNothing) {
  for (const Subject& s : subjects())
    for (const Optimiser optimiser : {Optimiser::sgd, Optimiser::adam}) {
      start(s, 1, 1);
      network.options.optimiser = optimiser;
      network.options.learningRate = 0.01f;
      for (int i = 0; i < 20 && !network.hasDiverged; ++i) network.step();
      EXPECT_FALSE(network.hasDiverged) << s.about.name;
      for (unsigned i = 0; i <= network.hidden; ++i) {
        const auto& layer = network.layers[i];
        for (unsigned k = 0; k < layer.size(); ++k)
          if (k % layer.stride >= layer.outputs) ASSERT_EQ(network.weights[layer.weights + k], 0) << s.about.name;
      }
    }
}

TEST(Lab, ProductsOfEverySizeEqualPlainLoops) {
  constexpr unsigned limit = 21;
  for (unsigned rowCount = 1; rowCount < limit; ++rowCount)
    for (unsigned depth = 1; depth < limit; ++depth)
      for (unsigned stride = 4; stride < limit; stride += 4) {
        const auto some = [](unsigned n) {
          Floats floats(n);
          for (unsigned i = 0; i < n; ++i) floats[i] = float(int(i * 37 % 101) - 50) / 8;
          return floats;
        };
        const Block a(some(rowCount * depth)), b(some(depth * stride)), start(some(stride)),
            out(Floats(rowCount * stride, NaN));
        multiply(rowCount, depth, stride, {a.data, depth}, b.data, out.data, start.data);
        for (unsigned i = 0; i < rowCount; ++i)
          for (unsigned k = 0; k < stride; ++k) {
            float sum = start.data[k];
            for (unsigned j = 0; j < depth; ++j) sum += a.data[i * depth + j] * b.data[j * stride + k];
            ASSERT_EQ(out.data[i * stride + k], sum) << rowCount << " rows, " << depth << " deep, " << stride;
          }
      }
}

TEST(Lab, TasksHaveStandardisedInputsAndAllClasses) {
  for (unsigned i = 0; i < std::size(tasks); ++i) {
    const Task& task = tasks[i];
    network.data.fill(task);
    for (unsigned input = 0; input < task.inputs; ++input) {
      double sum = 0, squares = 0;
      for (unsigned row = 0; row < task.count; ++row) {
        const double x = network.data.x[row * task.inputs + input];
        sum += x;
        squares += x * x;
      }
      EXPECT_NEAR(sum / task.count, 0, 1e-6) << task.name;
      EXPECT_NEAR(squares / task.count, 1, 1e-6) << task.name;
    }
    for (unsigned k = 0; k < task.classes; ++k)
      EXPECT_EQ(std::count(network.data.y, network.data.y + task.count, float(k)), task.count / task.classes)
          << task.name;
  }
}

}  // namespace
}  // namespace activations::lab
