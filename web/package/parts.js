/** Gated activations whose two parts are arrays of their own. */
import { allocate, checkArray, checkOptions } from './checks.js';
import { computeParts, overlap } from './chunks.js';
import { load } from './module.js';

/**
 * A gated activation of two arrays.
 * @param {number} index in the catalogue
 * @param {string} call for errors
 * @param {Float32Array} gate
 * @param {Float32Array} value
 * @param {Float32Array | undefined} gradient undefined for the value
 * @param {any} options
 */
export function runParts(index, call, gate, value, gradient, options) {
  if (options !== undefined) checkOptions(call, options, ['out']);
  const { length } = gate;
  /** @param {string} name @param {unknown} array */
  const check = (name, array) => {
    checkArray(call, name, array);
    if (array.length !== length)
      throw new RangeError(`${call}: ${name} must have the length of gate, ${length}, not ${array.length}`);
  };
  check('gate', gate);
  check('value', value);
  const given = options?.out;
  if (gradient === undefined) {
    if (given !== undefined) check('out', given);
    const module = load();
    const out = given ?? allocate(call, length);
    computeParts(module, index, [gate, value], undefined, [out]);
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
  computeParts(module, index, [gate, value], gradient, [out.gate, out.value]);
  return out;
}
