// Code that compiles with the types of the package, and code that must not compile. `tsc -p .` checks it; it never runs.

import type { ActivationName, Elementwise, Entry, LeakyReluParameters, Plot, Row, Samples } from 'activation-kernels';
import {
  activation,
  catalogue,
  find,
  formatPlot,
  gated,
  glu,
  hardTanh,
  leakyRelu,
  logSumExp,
  parsePlot,
  pipe,
  prelu,
  ready,
  relu,
  rrelu,
  sample,
  softmax,
  supported,
  swiglu,
} from 'activation-kernels';
import wasm from 'activation-kernels/kernels.wasm';
import moduleOfWasm from 'activation-kernels/kernels.wasm?module';
import { ActivationPlot } from 'activation-kernels/plot';
import { toSVG } from 'activation-kernels/svg';

const x = new Float32Array(4);

// Valid calls and the types of their results.
const value: Float32Array = leakyRelu(x);
leakyRelu(x, {});
leakyRelu(value, { negativeSlope: 0.07 });
leakyRelu(x, { negativeSlope: undefined, out: undefined });
leakyRelu(x, { negativeSlope: 0.07, out: x }).at(-1)?.toFixed();
leakyRelu(new Float32Array(new SharedArrayBuffer(16)), { out: x });
const derivative: Float32Array = hardTanh.derivative(x, { minValue: -2, maxValue: 2, out: x });
const gradient: Float32Array = leakyRelu.backward(derivative, x, { negativeSlope: 0.07 });
relu.backward(gradient, x, { out: gradient });
relu(x, { out: x });
softmax.backward(softmax(x, { columns: 2, out: x }), x, { columns: undefined });
softmax(x, {
  columns: 2,
  scale: 0.5,
  mask: new Uint8Array(2),
  causal: 'upperLeft',
  queries: 1,
  sink: x,
  masked: 'zeros',
});
softmax.sinkBackward(x, x, { columns: 2, sink: 1, mask: x, causal: true }).at(0);
logSumExp.backward(logSumExp(x, { columns: 2 }), x, { columns: 2 }).at(0);
const whole: Float32Array = glu.backward(glu(x), x, { columns: 4, out: x });
swiglu(x, { gate: 'interleaved', alpha: 1.702, limit: 7, offset: 1, columns: 2 }).at(0);
const both: { gate: Float32Array; value: Float32Array } = swiglu.backward(x, x, x, { alpha: 2, limit: 7 });
gated(leakyRelu)(both.gate, both.value, { negativeSlope: 0.2, offset: 1, out: x }).at(0);
prelu.slopeBackward(whole, x, { slope: 0.1, out: x });
rrelu.slopeBackward(rrelu(x, { seed: 7, lower: 0 }), x, { seed: 7 }).at(0);
const kind: 'elementwise' | 'row' | 'gated' = catalogue[0].kind;
const family: 'basic' | 'rectifier' | 'smooth' | 'sigmoid' | 'shrinkage' | 'row' | 'gated' = catalogue[0].family;

const chained: Float32Array = pipe(x, [relu, [leakyRelu, { negativeSlope: 0.1 }], relu.derivative], { out: x });
const byName: Float32Array = activation('relu')(x);
const literal: 'leakyRelu' = leakyRelu.name;
const literals: ['softmax', 'glu', 'prelu'] = [softmax.name, glu.name, prelu.name];
const known: ActivationName = catalogue[0].name;
const typed: typeof leakyRelu = activation('leakyRelu');
activation('hardTanh').derivative(x, { minValue: -2 });
const some: string = catalogue[0].label;
activation(some)(x, { whatever: 1 });
find(some)?.name;
sample(some);
const own: Elementwise<LeakyReluParameters> = leakyRelu;
const rows: Row = softmax;
const parameters: LeakyReluParameters = { negativeSlope: 0.1 };
leakyRelu(x, { ...parameters, out: x });
const found: Readonly<Entry> | undefined = find('gelu');
// The element: in TypeScript its properties take numbers too, and documents know it and its events.
const element = document.createElement('activation-plot');
element.min = -5;
element.max = '5';
element.step = null;
element.derivative = true;
element.stacked = true;
const attribute: string | null = element.min;
element.plot = { functions: [{ name: 'relu', parameters: {} }], min: -1 };
element.plot = { ...element.plot, theme: 'dark' };
element.addEventListener('plotdraw', ({ detail: { plot, step, area } }) => [plot.min, step, area.left]);
document.addEventListener('plotrange', ({ detail }) => detail.min + detail.max);
addEventListener('ploterror', ({ detail }) => detail.notes[0].message);
document.querySelector('activation-plot')?.toSVG({ width: 600 });
const read: Plot = parsePlot('').plot;
const sampled: Samples = sample('gelu');
ready({ wasm: new Uint8Array(8) });
ready({ wasm });
ready({ wasm: moduleOfWasm });

const picture: string = new ActivationPlot().toSVG({ width: 300 });
toSVG('functions=relu', { width: 300, height: undefined, theme: 'light dark', lang: 'zh-Hant', legend: false }).at(0);
toSVG(parsePlot('').plot);
const inPage: ActivationPlot | null = document.querySelector('activation-plot');
document.createElement('activation-plot').toSVG();
document.addEventListener('plotdraw', ({ detail }) => detail.plot.functions[0].name.at(detail.x.min));
inPage?.addEventListener('plotrange', ({ detail: { min, max } }) => max - min);
inPage?.addEventListener('ploterror', ({ detail }) => detail.notes[0].message.at(0));
const drawn: string = new ActivationPlot().plot.functions[0].name;
const words: string | null = new ActivationPlot().functions;
new ActivationPlot().derivative = true;

const yes: boolean = supported;
const compiled: Promise<void> = ready();
const names: string[] = catalogue.map(({ name }) => name);
const initial: number | undefined = find('torch.nn.LeakyReLU')?.parameters[0].default;
const alias: string = catalogue[0].aliases.torch[0];
const curve = sample('leakyRelu', { min: -20, max: 20, step: 0.1, negativeSlope: 0.07 });
const points: Float32Array[] = [curve.x, curve.y, curve.derivative];
const limits: [number, number] = curve.kinks[0].derivative;
const [there, slopeThere]: [number, number] = curve.kinks[0].at;
const { plot, notes } = parsePlot('functions=relu&min=-20');
const query: string = formatPlot({ ...plot, theme: 'dark', lang: 'zh-Hant' });
const row: number[] = parsePlot('functions=softmax&logits=1 2').plot.logits;
formatPlot({ logits: row, temperature: 0.5, ymin: -1, ymax: undefined, saturation: true });
const sentences: string[] = parsePlot({ functions: query, min: null })
  .notes.concat(notes)
  .map(({ message }) => message);

export {
  alias,
  attribute,
  byName,
  chained,
  compiled,
  drawn,
  family,
  found,
  initial,
  inPage,
  kind,
  known,
  limits,
  literal,
  literals,
  names,
  own,
  picture,
  points,
  read,
  rows,
  sampled,
  sentences,
  slopeThere,
  there,
  typed,
  words,
  yes,
};

// @ts-expect-error the name of another activation
leakyRelu.name satisfies 'relu';
// @ts-expect-error not a name of the catalogue
'leakyrelu' satisfies ActivationName;
// @ts-expect-error a parameter of another activation, by name
activation('relu')(x, { negativeSlope: 1 });
// @ts-expect-error the derivative of a row function, by name
activation('softmax').derivative(x);
// @ts-expect-error a number instead of a name
find(1);
// @ts-expect-error an unknown option
ready({ wasmUrl: 'kernels.wasm' });
// @ts-expect-error a misspelt parameter
leakyRelu(x, { negativeslope: 0.07 });
// @ts-expect-error a parameter of another activation
leakyRelu(x, { minValue: 1 });
// @ts-expect-error a parameter of another activation, to an activation without parameters
relu(x, { negativeSlope: 1 });
// @ts-expect-error a parameter of another activation, to the derivative
hardTanh.derivative(x, { negativeSlope: 1 });
// @ts-expect-error a parameter of another activation, to the backward pass
relu.backward(x, x, { maxValue: 1 });
// @ts-expect-error a parameter as a string
leakyRelu(x, { negativeSlope: '0.07' });
// @ts-expect-error a parameter that is null
leakyRelu(x, { negativeSlope: null });
// @ts-expect-error a number instead of the options
leakyRelu(x, 0.07);
// @ts-expect-error null instead of the options
leakyRelu(x, null);
// @ts-expect-error a missing array
leakyRelu();
// @ts-expect-error options without an array
leakyRelu({ negativeSlope: 0.07 });
// @ts-expect-error an Array
leakyRelu([1, 2]);
// @ts-expect-error another typed array
leakyRelu(new Float64Array(4));
// @ts-expect-error another typed array as out
leakyRelu(x, { out: new Float64Array(4) });
// @ts-expect-error columns for an elementwise activation
relu(x, { columns: 2 });
// @ts-expect-error columns as a string
softmax(x, { columns: '2' });
// @ts-expect-error an unknown corner
softmax(x, { causal: 'left' });
// @ts-expect-error the gradient of a sink without the sink's options
softmax.sinkBackward(x, x);
// @ts-expect-error a mask for another row function
logSumExp(x, { mask: x });
// @ts-expect-error the derivative of a row function
softmax.derivative(x);
// @ts-expect-error the derivative of a gated function
glu.derivative(x);
// @ts-expect-error alpha of a gated function without it
glu(x, { alpha: 1 });
// @ts-expect-error a parameter that the gate lacks
gated(leakyRelu)(x, { alpha: 1 });
// @ts-expect-error a row function as the gate
gated(softmax);
// @ts-expect-error columns with two arrays
swiglu(x, x, { columns: 2 });
// @ts-expect-error a seed for a function without randomness
prelu(x, { seed: 1 });
// @ts-expect-error slopeBackward of an activation without a slope
relu.slopeBackward(x, x);
// @ts-expect-error a missing x
leakyRelu.backward(x);
// @ts-expect-error options instead of x
leakyRelu.backward(x, { negativeSlope: 0.07 });
// @ts-expect-error the catalogue cannot be changed
catalogue.push(catalogue[0]);
// @ts-expect-error the entries of the catalogue cannot be changed
catalogue[0].parameters[0].default = 1;
// @ts-expect-error a bound as a string
sample('relu', { min: '-20' });
// @ts-expect-error a row as a string
formatPlot({ logits: '1 2' });
// @ts-expect-error a name instead of an activation
pipe(x, ['relu']);
// @ts-expect-error a parameter as a string
pipe(x, [[leakyRelu, { negativeSlope: '0.1' }]]);
// @ts-expect-error an unknown option
toSVG('', { scale: 2 });
// @ts-expect-error a size as a string
toSVG('', { width: '300' });
// @ts-expect-error an unknown theme
formatPlot({ theme: 'sepia' });
// @ts-expect-error an object as a bound
element.min = {};
// @ts-expect-error a number instead of a theme
element.theme = 1;
// @ts-expect-error an unknown theme in a plot
element.plot = { theme: 'sepia' };
