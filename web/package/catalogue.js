/** The list of activations, as the build read it off cpp/catalogue.h. */
import entries from '../../build/kernels/catalogue.json' with { type: 'json' };

/** @import { ActivationName } from '../../build/kernels/activations.js' */

/**
 * A parameter of an activation. Kernels take every finite float32 value of its domain; from `min` to `max` in steps of
 * `step` is what a plot offers.
 * @typedef {object} Parameter
 * @property {string} name of the option
 * @property {string} symbol in the formula
 * @property {number} default where the option is not given
 * @property {number} min of the sliders of plots
 * @property {number} max of the sliders of plots
 * @property {number} step of the sliders of plots
 * @property {'all' | 'notNegative' | 'positive'} domain which finite float32 values it may have
 */
/**
 * An activation as the catalogue describes it.
 * @typedef {object} Entry
 * @property {ActivationName} name of the export
 * @property {string} label its name for people
 * @property {'elementwise' | 'row' | 'gated'} kind what a call takes: single elements, rows, or rows of two halves
 * @property {'basic' | 'rectifier' | 'smooth' | 'sigmoid' | 'shrinkage' | 'row' | 'gated'} family where the page lists it
 * @property {string} formula f(x) as TeX in x and the parameters' symbols; of a row f_i in x_i; of a gated one in a and b,
 *   the halves of a row
 * @property {string} derivative f′(x) as TeX; of a row the Jacobian, of a gated one the gradient
 * @property {Readonly<Record<'torch' | 'keras' | 'onnx' | 'jax' | 'tfjs', readonly string[]>>} aliases what each framework
 *   calls the same function
 * @property {readonly Readonly<Parameter>[]} parameters options of a call
 * @property {readonly ('derivative' | 'backward' | 'slopeBackward')[]} calls what it has beside its value
 * @property {readonly ('columns' | 'seed')[]} options what a call takes besides the parameters and `out`
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
 * @param {ActivationName | (string & {})} name
 */
export function find(name) {
  return (
    catalogue.find((entry) => entry.name === name) ??
    catalogue.find((entry) => Object.values(entry.aliases).some((names) => names.includes(name)))
  );
}
