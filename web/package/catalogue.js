/** The catalogue of activations, which the build writes from cpp/catalogue.h. */
import entries from '../../build/kernels/catalogue.json' with { type: 'json' };
import { findIn, indexOf } from './aliases.js';

/** @import { ActivationName } from '../../build/kernels/activations.js' */
/**
 * Where an activation has another name: PyTorch, Keras, ONNX, JAX, TensorFlow.js, the keys of `hidden_act` in Hugging
 * Face's transformers, timm, MLX, ggml, WebNN, the MIL operators of Core ML, and NNlib.jl.
 * @typedef {'torch' | 'keras' | 'onnx' | 'jax' | 'tfjs' | 'huggingFace' | 'timm' | 'mlx' | 'ggml' | 'webnn' | 'coreml' | 'nnlib'} Framework
 */

/**
 * A range of numbers.
 * @typedef {object} Span
 * @property {number} min the lower end
 * @property {number} max the upper end
 */
/**
 * A parameter of an activation. Calls accept every finite float32 value of its `domain`, plots those from `min` to `max`.
 * @typedef {object} Parameter
 * @property {string} name of the option
 * @property {string} symbol in the formula
 * @property {number} default if the option is omitted
 * @property {number} min the least value that plots accept
 * @property {number} max the largest value that plots accept
 * @property {number} step of a plot's slider
 * @property {Readonly<Span>} slider the values in common use, which a plot's slider covers
 * @property {'all' | 'notNegative' | 'positive' | 'notBelowPrevious'} domain the finite float32 values that it may have;
 *   notBelowPrevious: at least the parameter before it
 * @property {readonly string[]} aliases its names in frameworks, where they differ in more than case and underscores
 */
/**
 * An activation as the catalogue describes it.
 * @typedef {object} Entry
 * @property {ActivationName} name of the export
 * @property {string} label its name for people
 * @property {'elementwise' | 'row' | 'gated'} kind what a call takes: single elements, rows, or rows of two halves
 * @property {'basic' | 'rectifier' | 'smooth' | 'sigmoid' | 'shrinkage' | 'row' | 'gated'} family the group on the page
 * @property {Readonly<Span>} [view] of elementwise functions: a range of x that shows the kinks and nearly all of the bends
 *   with the default parameters
 * @property {true} [reduces] of row functions that return one number for each row
 * @property {'first' | 'second'} [gate] of gated functions: the half of a row that is activated by default
 * @property {ActivationName} [activated] of gated functions: the elementwise activation of that half
 * @property {string} formula f(x) as TeX in x and the parameters' symbols; for a row function f_i in x_i; for a gated
 *   one in a and b, the halves of a row
 * @property {string} derivative f′(x) as TeX; for a row function the Jacobian, for a gated one the gradient
 * @property {Readonly<Record<Framework, readonly string[]>>} aliases its names in each framework
 * @property {readonly Readonly<Parameter>[]} parameters options of a call
 * @property {readonly ('derivative' | 'backward' | 'slopeBackward' | 'sinkBackward')[]} calls besides the value
 * @property {readonly ('columns' | 'scale' | 'mask' | 'causal' | 'queries' | 'sink' | 'masked' | 'gate' | 'limit' | 'offset' | 'alpha' | 'seed')[]} options of a call besides the parameters and `out`
 */
/** @template T @param {T} value @returns {T} */
function deepFreeze(value) {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** Every activation, in the order of the page. Frozen. */
export const catalogue = /* @__PURE__ */ deepFreeze(/** @type {readonly Readonly<Entry>[]} */ (entries));

/** @type {ReturnType<typeof indexOf> | undefined} */
let index;

/**
 * The catalogue's entry with this name, label or framework alias: 'leakyRelu', 'Leaky ReLU', 'torch.nn.LeakyReLU',
 * 'leaky_relu'; undefined if there is none. Case, modules, underscores, hyphens and spaces do not matter. An argument
 * that selects another function counts: 'GELU(approximate="tanh")'; parameters do not. A name of the catalogue comes
 * before those of frameworks: 'gelu' is GELU, 'jax.nn.gelu' is its tanh form.
 * @param {ActivationName | (string & {})} name
 * @returns {Readonly<Entry> | undefined}
 */
export function find(name) {
  if (typeof name !== 'string') return;
  index ??= indexOf(catalogue);
  return catalogue.find((entry) => entry.name === name) ?? findIn(index, name);
}
