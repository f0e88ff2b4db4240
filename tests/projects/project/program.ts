import { leakyRelu, ready, softmax } from 'activation-kernels';
import { ActivationPlot } from 'activation-kernels/plot';
import 'activation-kernels/activation-plot.js';

await ready({ wasm: new URL('kernels.wasm', import.meta.url) });
const x = Float32Array.of(-1, 2);
const y: Float32Array = leakyRelu(x, { negativeSlope: 0.07, out: x });
softmax.backward(y, x, { columns: 2 }).fill(0);
new ActivationPlot().functions = 'relu';
// @ts-expect-error
leakyRelu(x, { alpha: 0.07 });
// @ts-expect-error
softmax.derivative(x);
