/** The list of activations, as the build read it off cpp/catalogue.h. */
import entries from '../build/kernels/catalogue.json' with { type: 'json' };

/**
 * A parameter of an activation. Kernels take every finite float32 value of its domain; from `min` to `max` in steps of
 * `step` is what a plot offers.
 * @typedef {object} Parameter
 * @property {string} name
 * @property {string} symbol
 * @property {number} default
 * @property {number} min
 * @property {number} max
 * @property {number} step
 * @property {'all' | 'notNegative' | 'positive'} domain
 */
/**
 * An activation as the catalogue describes it. `formula` and `derivative` are TeX in x and the parameters' symbols. A
 * function of rows has f_i in x_i as formula and its Jacobian as derivative, a gated one is in a and b, the halves of a
 * row, and its derivative is the gradient. `aliases` lists what each framework calls the same function, `calls` what it
 * has beside its value, such as backward, and `options` what a call takes besides the parameters and `out`.
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} label
 * @property {'elementwise' | 'row' | 'gated'} kind
 * @property {'basic' | 'rectifier' | 'smooth' | 'sigmoid' | 'shrinkage' | 'row' | 'gated'} family
 * @property {string} formula
 * @property {string} derivative
 * @property {Readonly<Record<'torch' | 'keras' | 'onnx' | 'jax' | 'tfjs', readonly string[]>>} aliases
 * @property {readonly Readonly<Parameter>[]} parameters
 * @property {readonly ('derivative' | 'backward' | 'slopeBackward')[]} calls
 * @property {readonly ('columns' | 'seed')[]} options
 */
/** @template T @param {T} value @returns {T} */
function deepFreeze(value) {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** Every activation, in the order of the page. Frozen. */
export const catalogue = deepFreeze(/** @type {readonly Readonly<Entry>[]} */ (entries));

/**
 * The catalogue's entry with this name or framework alias, such as 'leakyRelu', 'torch.nn.LeakyReLU' or, for ONNX,
 * 'LeakyRelu'; undefined if there is none.
 * @param {string} name
 */
export function find(name) {
  return (
    catalogue.find((entry) => entry.name === name) ??
    catalogue.find((entry) => Object.values(entry.aliases).some((names) => names.includes(name)))
  );
}
