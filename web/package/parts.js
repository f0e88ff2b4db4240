/** Gated activations whose two parts are arrays of their own. */
import { allocate, checkArray, checkOptions } from './checks.js';
import { computeParts, overlap } from './chunks.js';

/**
 * A gated activation of two arrays, or its backward pass.
 * @param {'value' | 'backward'} form
 * @param {string} call for errors
 * @param {() => import('./module.js').Module} load loads the module, with the parameters in it
 * @param {number} index of the activation
 * @param {import('./chunks.js').Gating} gating
 * @param {[gate: Float32Array, value: Float32Array]} parts
 * @param {Float32Array | undefined} gradient undefined for the value
 * @param {any} given the option out
 */
export function runParts(form, call, load, index, gating, parts, gradient, given) {
  const [gate, value] = parts;
  const { length } = gate;
  /** @param {string} name @param {unknown} array */
  const check = (name, array) => {
    checkArray(call, name, array);
    if (array.length !== length)
      throw new RangeError(`${call}: ${name} must have the length of gate, ${length}, not ${array.length}`);
  };
  check('gate', gate);
  check('value', value);
  if (form === 'value') {
    if (given !== undefined) check('out', given);
    const module = load();
    const out = given ?? allocate(call, length);
    computeParts(module, index, gating, parts, undefined, [out]);
    return out;
  }
  check('gradient', gradient);
  if (given !== undefined) {
    checkOptions(`${call}: out`, given, ['gate', 'value']);
    check('out.gate', given.gate);
    check('out.value', given.value);
    if (overlap(given.gate, given.value)) throw new RangeError(`${call}: out.gate and out.value must not overlap`);
  }
  const module = load();
  const out = given ?? { gate: allocate(call, length), value: allocate(call, length) };
  computeParts(module, index, gating, parts, gradient, [out.gate, out.value]);
  return out;
}
