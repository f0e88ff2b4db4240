// Softmax with the options of attention.
#pragma once

#include "activations/softmax.h"

namespace activations {

// f_i = e^z_i / (e^sink + Σ_j e^z_j) with z = scale x + mask. A mask of -∞ forbids an element, whatever its x and its
// gradient are.
struct Attention {
  double scale, sink;  // a sink of -∞ is no sink
  bool zeros;          // whether a row without a finite score becomes 0 instead of NaN

  enum class Form { value, backward, sinkBackward };

  // backward: scale f_i (gradient_i - Σ_j gradient_j f_j). sinkBackward, with respect to the sink, is one number:
  // -f_sink Σ_j gradient_j f_j. One function, not inlined, because copies would make the module larger.
  [[gnu::noinline]] void run(Form form, Row& row) const {
    const double max = highest(row), ofSink = Softmax::exponential(sink - max)[0];
    F64x4 sum = 0, weighted = 0;
    double factor, mean;
    const auto exponentials = [&](F32x4 x, F32x4 gradient, F32x4 mask) {
      const F64x4 e = Softmax::exponential(score(x, mask) - max);
      sum += e;
      weighted += e * widen(allowed(gradient, mask));
      return e;
    };
    row.writeTwice(exponentials, [&] {
      const double all = total(sum) + ofSink;
      factor = all < 0.5 ? 0 : 1 / all;  // the largest term of the sum is 1, unless nothing is allowed
      mean = total(weighted) * factor;
      return [=, this](F64x4 e, F32x4 gradient, F32x4 mask) {
        const F64x4 f = e * factor;
        if (form == Form::value) return narrow(f);
        return allowed(narrow(f * scale * (widen(gradient) - mean)), mask);
      };
    });
    if (form == Form::sinkBackward) *row.out = float(0 - ofSink * factor * mean);
  }

 private:
  static constexpr float none = -std::numeric_limits<float>::infinity();

  static F32x4 allowed(F32x4 v, F32x4 mask) { return mask == none ? 0 : v; }
  F64x4 score(F32x4 x, F32x4 mask) const { return widen(allowed(x, mask)) * scale + widen(mask); }

  double highest(Row& row) const {
    F64x4 max = sink;
    row.read([&](F32x4 x, F32x4, F32x4 mask) { max = atLeast(max, score(x, mask)); });
    const double all = std::max({max[0], max[1], max[2], max[3]});
    return all == none && zeros ? 0 : all;
  }
};

}  // namespace activations
