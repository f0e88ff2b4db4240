// sparsemax: the point of the probability simplex nearest to the scores, softmax with true zeros.
// -∞ gives 0; NaN, +∞ or no finite score make their row NaN.
#pragma once

#include "../activation.h"
#include "../rows.h"

struct Sparsemax {
  static constexpr Description about{
      .name = "sparsemax",
      .label = "Sparsemax",
      .formula = R"(f_i = \max(x_i - \tau, 0), \quad \sum_j f_j = 1)",
      .derivative =
          R"(\frac{\partial f_i}{\partial x_j} = [f_i > 0] [f_j > 0] \left(\delta_{ij} - \frac{1}{\sum_k [f_k > 0]}\right))",
      .aliases =
          {.torch = {}, .keras = {{"keras.activations.sparsemax", "axis=-1"}}, .onnx = {}, .jax = {}, .tfjs = {}},
      .kind = Kind::row,
      .family = Family::row,
  };

  static constexpr Reference reference{
      .range = "[0, 1]",
      .smoothness = Smoothness::continuous,
      .origin = {"Martins and Astudillo", 2016,
                 "From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification"},
      .use = {"Softmax with true zeros: attention that ignores most positions, or probabilities over many classes of "
              "which few matter. Train it with its own sparsemax loss.",
              "帶有真正的零的 softmax：讓注意力略過大多數位置，或用在類別很多、但只有少數要緊的機率。訓練時搭配專屬的 "
              "sparsemax loss。"},
      .care = {"Entries at 0 get no gradient, and their cross-entropy is infinite. Keras computed it wrongly wherever "
               "more than one entry is above 0, until pull request 23469 in 2026; the code here does without that "
               "function.",
               "輸出為 0 的元素沒有梯度，對它們取交叉熵會得到無限大。正值不只一個時，Keras 的 sparsemax 會算錯，到 "
               "2026 年的 pull request 23469 才修正，所以這裡的程式碼不用那個函數。"},
      .code = {.numpy = "np.maximum(x - ((np.cumsum(np.sort(x)[::-1]) - 1) / np.arange(1, x.size + 1)).max(), 0)",
               .numpyDerivative = "",
               .torch = "F.relu(x - ((x.sort(descending=True).values.cumsum(0) - 1) / torch.arange(1, x.numel() + 1, "
                        "device=x.device)).max())",
               .keras = "keras.ops.relu(x - keras.ops.max((keras.ops.cumsum(keras.ops.flip(keras.ops.sort(x))) - 1) / "
                        "keras.ops.arange(1, x.shape[0] + 1, dtype=x.dtype)))",
               .jax = "jax.nn.relu(x - ((jnp.cumsum(jnp.sort(x)[::-1]) - 1) / jnp.arange(1, x.size + 1)).max())"},
  };

  static void value(Row& row) {
    const Threshold threshold(row);
    row.write([=](F32x4 x, F32x4) { return narrow(atLeast(threshold.excess(x), 0)); });
  }

  // On the support the gradient less its mean there.
  static void backward(Row& row) {
    const Threshold threshold(row);
    F64x4 sum = 0;
    row.read([&](F32x4 x, F32x4 gradient) { sum += threshold.excess(x) > 0 ? widen(gradient) : 0; });
    const double mean = total(sum) / threshold.support;
    row.write([=](F32x4 x, F32x4 gradient) {
      const F64x4 excess = threshold.excess(x);
      return narrow(excess > 0 ? widen(gradient) - mean : excess == excess ? F64x4(0) : excess);
    });
  }

 private:
  // Newton's iteration for τ in Σ max(x - τ, 0) = 1, which is convex and made of straight lines: from a τ that is too
  // small it only grows, the support shrinks, and τ is exact when it no longer does. After Michelot, A Finite Algorithm
  // for Finding the Projection of a Point onto the Canonical Simplex of R^n, 1986; no sorting, no memory.
  struct Threshold {
    double most, tau = -1, support = std::numeric_limits<double>::infinity();  // tau relative to most

    explicit Threshold(Row& row) : most(largest(row)) {
      for (double before = 0; support != before;) {
        F64x4 sum = 0, count = 0;
        row.read([&](F32x4 x, F32x4) {
          const F64x4 over = excess(x);
          sum += atLeast(over, 0);
          count += over > 0 ? F64x4(constant<1.0>) : 0;
        });
        before = support;
        support = std::min(support, total(count));
        tau += (total(sum) - 1) / support;
      }
    }

    F64x4 excess(F32x4 x) const { return widen(x) - most - tau; }
  };
};
