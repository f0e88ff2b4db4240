/** The list of activations, as the build read it off cpp/catalogue.h. */
import entries from '../build/kernels/catalogue.json' with { type: 'json' };

/**
 * A parameter of an activation. Kernels take every finite float32 value; from `min` to `max` in steps of `step` is
 * what a plot offers.
 * @typedef {Readonly<{ name: string, symbol: string, default: number, min: number, max: number, step: number }>} Parameter
 */
/**
 * An activation as the catalogue describes it. `formula` and `derivative` are TeX in x and the parameters' symbols;
 * `aliases` lists what each framework calls the same function.
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} label
 * @property {'elementwise'} kind
 * @property {string} formula
 * @property {string} derivative
 * @property {Readonly<Record<'torch' | 'keras' | 'onnx' | 'jax' | 'tfjs', readonly string[]>>} aliases
 * @property {readonly Parameter[]} parameters
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
