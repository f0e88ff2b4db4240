// sigmoid: the logistic function, at first a growth curve (Verhulst, 1838).
#pragma once

#include "../activation.h"
#include "../math.h"

struct Sigmoid {
  static constexpr Description about{
      .name = "sigmoid",
      .label = "Sigmoid",
      .formula = R"(\sigma(x) = \frac{1}{1 + e^{-x}})",
      .derivative = R"(\sigma(x) (1 - \sigma(x)))",
      .aliases = {.torch = {"torch.nn.Sigmoid", "torch.nn.functional.sigmoid", "torch.sigmoid"},
                  .keras = {"keras.activations.sigmoid"},
                  .onnx = {"Sigmoid"},
                  .jax = {"jax.nn.sigmoid"},
                  .tfjs = {"tf.sigmoid"}},
      .family = Family::sigmoid,
  };

  static constexpr Reference reference{
      .range = "(0, 1)",
      .smoothness = Smoothness::smooth,
      .monotonicity = Monotonicity::increasing,
      .origin = {"Rumelhart, Hinton and Williams", 1986, "Learning Representations by Back-Propagating Errors"},
      .use = {"Turns one score into a probability: the output of a yes-or-no classifier, and the gates of LSTM and GRU "
              "cells. In hidden layers ReLU and its kin have taken its place.",
              "把單一分數轉成機率：用於二元分類的輸出層，以及 LSTM、GRU 的閘門。隱藏層如今多改用 ReLU 及其變體。"},
      .care = {"The gradient is at most 1/4 and vanishes as the unit saturates, so deep stacks learn slowly. Do not "
               "take the logarithm of its output: give the raw scores to a loss such as BCEWithLogitsLoss, or use log "
               "sigmoid.",
               "梯度最大只有 1/4，一飽和就趨近於零，層數一多便學得慢。不要對輸出再取對數：應把原始分數直接交給 "
               "BCEWithLogitsLoss 這類損失函數，或改用 log sigmoid。"},
      .code = {.numpy = "sigmoid(x)",
               .numpyDerivative = "sigmoid(x) * sigmoid(-x)",
               .torch = "torch.sigmoid(x)",
               .keras = "keras.activations.sigmoid(x)",
               .jax = "jax.nn.sigmoid(x)"},
  };

  std::array<float, 0> kinks() const { return {}; }

  F32x4 value(F32x4 x) const { return narrow(logistic(inRange(x))); }

  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(-inRange(x));
    const F64x4 sum = under + over;
    return narrow(over * under / (sum * sum));
  }

 private:
  // e^-104 is below half of the smallest float.
  static F64x4 inRange(F32x4 x) { return widen(atMost(atLeast(x, constant<-110.0f>), constant<110.0f>)); }
};
