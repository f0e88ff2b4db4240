// selu: elu with the two constants that make mean 0 and variance 1 a fixed point from layer to layer.
// f'(0) = λα as in PyTorch and JAX.
#pragma once

#include "../activation.h"
#include "../math.h"

struct Selu {
  static constexpr Description about{
      .name = "selu",
      .label = "SELU",
      .formula = R"(\begin{cases} \lambda \alpha (e^x - 1) & x \le 0 \\ \lambda x & x > 0 \end{cases}, \quad )"
                 R"(\lambda = 1.0507\ldots, \; \alpha = 1.6732\ldots)",
      .derivative = R"(\begin{cases} \lambda \alpha e^x & x \le 0 \\ \lambda & x > 0 \end{cases})",
      .aliases = {.torch = {"torch.nn.SELU", "torch.nn.functional.selu"},
                  .keras = {"keras.activations.selu"},
                  .onnx = {{"Selu", "alpha=1.67326…, gamma=1.05070…"}},
                  .jax = {"jax.nn.selu"},
                  .tfjs = {"tf.selu"}},
      .family = Family::rectifier,
  };

  static constexpr Reference reference{
      .range = R"((-1.7580\ldots, \infty))",
      .smoothness = Smoothness::continuous,
      .monotonicity = Monotonicity::increasing,
      .kinks = {.here = R"(f'(0) = \lambda \alpha)", .keras = R"(f'(0) = \lambda)"},
      .origin = {"Klambauer and others", 2017, "Self-Normalizing Neural Networks"},
      .use = {"For deep fully connected networks without batch normalisation: with suitable initial weights, means "
              "near 0 and variances near 1 carry over from layer to layer.",
              "適合不用批次正規化的深層全連接網路：只要權重初始化得當，各層激勵值的平均會趨近 0、變異數趨近 1，"
              "並逐層保持下去。"},
      .care = {"This holds only with LeCun normal initialisation, standardised inputs and AlphaDropout in place of "
               "dropout; skip connections upset it. At 0 Keras on TensorFlow takes λ as f', the others λα.",
               "自我正規化的前提是採用 LeCun 常態初始化、輸入經過標準化，並以 AlphaDropout 取代 dropout；"
               "殘差連接會破壞這些條件。在 0 處，以 TensorFlow 為後端的 Keras 取 f' = λ，其他框架取 λα。"},
      .code = {.numpy = "1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(np.minimum(x, 0)))",
               .numpyDerivative = "1.0507009873554805 * np.where(x > 0, 1.0, 1.6732632423543772 * "
                                  "np.exp(np.minimum(x, 0)))",
               .torch = "F.selu(x)",
               .keras = "keras.activations.selu(x)",
               .jax = "jax.nn.selu(x)"},
  };

  std::array<float, 1> kinks() const { return {0}; }

  // λ max(x, -0) + λα (e^min(x, 0) - 1), one of the two a zero; e^-40 is nothing beside 1.
  F32x4 value(F32x4 x) const {
    const auto [over, under] = expm1(widen(atMost(atLeast(x, constant<-40.0f>), 0)));
    return narrow(lambda * widen(atLeast(x, constant<-0.0f>)) + lambdaAlpha * over / under);
  }

  F32x4 derivative(F32x4 x) const {
    const auto [over, under] = exp(widen(atMost(atLeast(x, constant<-110.0f>), 0)));
    return x > 0 ? F32x4(float(lambda)) : narrow(lambdaAlpha * over / under);
  }

 private:
  static inline double lambda = 1.0507009873554804934, lambdaAlpha = 1.7580993408473768599;
};
