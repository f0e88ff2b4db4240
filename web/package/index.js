/**
 * activation-kernels: every activation, its derivative and its backward pass over Float32Array, as WebAssembly SIMD
 * kernels. Synchronous: nothing to await, nothing to free.
 */
export * from '../../build/kernels/activations.js';
export * from './catalogue.js';
export { formatPlot, parsePlot } from './grammar.js';
export * from './kernels.js';
export { ready, supported } from './module.js';
export * from './sample.js';
export * from './types.js';
