import { leakyRelu, ready, softmax } from 'activation-kernels';
import wasm from 'activation-kernels/kernels.wasm';
import wasmModule from 'activation-kernels/kernels.wasm?module';
import { ActivationPlot } from 'activation-kernels/plot';
import { toSVG } from 'activation-kernels/svg';
import 'activation-kernels/activation-plot.js';

await ready({ wasm: new URL('kernels.wasm', import.meta.url) });
await ready({ wasm });
await ready({ wasm: wasmModule });
toSVG('functions=relu', { width: 300 }).at(0);
document.querySelector('activation-plot')?.addEventListener('plotrange', ({ detail }) => detail.min);
const x = Float32Array.of(-1, 2);
const y: Float32Array = leakyRelu(x, { negativeSlope: 0.07, out: x });
softmax.backward(y, x, { columns: 2 }).fill(0);
new ActivationPlot().functions = 'relu';
// @ts-expect-error
leakyRelu(x, { alpha: 0.07 });
// @ts-expect-error
softmax.derivative(x);
