/** Moves arrays of any length through the module's scratch, in chunks that fit in the cache. */
import { gates } from './checks.js';

/** @typedef {import('./module.js').Module} Module */
/** @typedef {'value' | 'derivative' | 'backward' | 'slopeBackward'} Form */
/** @typedef {{ gate: (typeof gates)[number], limit: number, offset: number }} Gating */
/**
 * A checked call. `columns` is 0 for an elementwise function. x is `shrink` times as long as f(x) and its gradient: 2 with
 * `gating`, for the gated function of this activation, `columns` for a row function that reduces, else 1.
 * @typedef {object} Work
 * @property {Form} form
 * @property {number} index of the activation
 * @property {number} columns
 * @property {Gating | undefined} gating
 * @property {number} shrink
 * @property {number | undefined} seed
 * @property {Float32Array} x
 * @property {Float32Array | undefined} gradient
 */

/** The forms that depend on random slopes, in the module's order. slopeBackward does not depend on the slope. */
const formsInTraining = ['value', 'derivative', 'backward'];

/**
 * Returns the input, or a copy if writing `out` could overwrite numbers that have not been read yet.
 * @template {Float32Array | undefined} Input
 * @param {Input} input
 * @param {Float32Array} out
 * @param {(distance: number) => boolean} isSafe whether `out` may start that many bytes after an input that
 *   it overlaps
 * @returns {Input}
 */
export function protect(input, out, isSafe) {
  return input && overwrites(out, input, isSafe) ? /** @type {Input} */ (new Float32Array(input)) : input;
}

/** @param {Float32Array} out @param {Float32Array | Uint8Array} input @param {(distance: number) => boolean} isSafe */
export function overwrites(out, input, isSafe) {
  const [a, b] = [out.buffer, input.buffer];
  if (a !== b) return isShared(a) && isShared(b);
  const distance = out.byteOffset - input.byteOffset;
  return distance < input.byteLength && -distance < out.byteLength && !isSafe(distance);
}
// Two SharedArrayBuffer objects can share one memory: each structured clone is a new object.
const isShared = (/** @type {ArrayBufferLike} */ buffer) => buffer[Symbol.toStringTag] === 'SharedArrayBuffer';
export const always = () => true;
export const never = () => false;
export const notBehind = (/** @type {number} */ distance) => distance <= 0;
const atTheStart = (/** @type {number} */ distance) => distance === 0;

/** A view of n elements; unlike subarray(), without the species constructor. @param {Float32Array} array @param {number} from @param {number} n */
export function part(array, from, n) {
  return n === array.length ? array : new Float32Array(array.buffer, array.byteOffset + 4 * from, n);
}

/** @type {Float32Array | undefined} */
let view;

/** The first n floats of the scratch. Cached, because consecutive calls often have the same size. @param {Module} module @param {number} n */
function first(module, n) {
  if (view?.length !== n) view = part(module.x, 0, n);
  return view;
}

/** @param {Module} module @param {Work} work @param {Float32Array} out */
export function compute(module, work, out) {
  const isGated = work.gating !== undefined;
  if (work.gating?.gate === 'interleaved') work.columns = 0; // pairs of neighbours need no rows
  const isLong = work.columns > module.x.length;
  // Elements and whole rows are read before their results are written.
  const inOrder = !isLong && !isGated;
  const isReduced = !isGated && work.shrink > 1;
  const isInOrder = inOrder || (isReduced && work.form === 'value');
  work.x = protect(work.x, out, isInOrder ? notBehind : isGated ? atTheStart : always);
  work.gradient = protect(work.gradient, out, inOrder && !isReduced ? notBehind : never);
  if (!isLong) wholeRows(module, work, out);
  else if (isGated) longGatedRows(module, work, out);
  else longRows(module, work, out);
}

/** @param {Module} module @param {Form} form @param {number} index @param {Gating} gating @param {number} rows @param {number} columns */
function runGated(module, form, index, { gate, limit, offset }, rows, columns) {
  module[form === 'value' ? 'gated' : 'gatedBackward'](index, gates.indexOf(gate), limit, offset, rows, columns);
}

/** @param {Module} module @param {Work} work @param {Float32Array} out */
function wholeRows(module, { form, index, columns, gating, shrink, seed, x, gradient }, out) {
  const chunk = columns > 0 ? module.x.length - (module.x.length % columns) : module.x.length;
  for (let from = 0; from < x.length; from += chunk) {
    const n = Math.min(chunk, x.length - from);
    const row = columns || n;
    module.x.set(part(x, from, n));
    if (gradient) module.gradient.set(part(gradient, from / shrink, n / shrink));
    if (gating) runGated(module, form, index, gating, n / row, row);
    else if (seed === undefined || !formsInTraining.includes(form)) module[form](index, n / row, row);
    else module.training(index, formsInTraining.indexOf(form), n, seed, from);
    if (form === 'value') out.set(first(module, n / shrink), from / shrink);
    else out.set(first(module, n), from);
  }
}

/**
 * Elementwise forms one after another, on each chunk while it is in the scratch.
 * @param {Module} module
 * @param {{ form: 'value' | 'derivative', index: number, values: number[] }[]} steps
 * @param {Float32Array} x
 * @param {Float32Array} out
 */
export function chain(module, steps, x, out) {
  const input = protect(x, out, notBehind);
  for (let from = 0; from < input.length; from += module.x.length) {
    const n = Math.min(module.x.length, input.length - from);
    module.x.set(part(input, from, n));
    for (const { form, index, values } of steps) {
      for (let i = 0; i < values.length; ++i) module.parameters[i] = values[i];
      module[form](index, 1, n);
    }
    out.set(first(module, n), from);
  }
}

/** Rows longer than the scratch, whose chunks the module fetches several times. @param {Module} module @param {Work} work @param {Float32Array} out */
function longRows(module, { form, index, columns, shrink, x, gradient }, out) {
  const isReduced = shrink > 1;
  const isValue = form === 'value';
  const isNumber = isReduced && isValue;
  const all = isNumber ? x : out;
  if (!isNumber) out.set(x); // computed in place from here on: later passes read the results of earlier ones
  for (let row = 0; row < x.length; row += columns) {
    const fetch = (/** @type {number} */ from, /** @type {number} */ n) => {
      module.x.set(part(all, row + from, n));
      if (gradient && !isReduced) module.gradient.set(part(gradient, row + from, n));
    };
    if (gradient && isReduced) module.gradient[0] = gradient[row / columns];
    const longRow = isValue ? module.longRowValue : module.longRowBackward;
    longRow(index, columns, fetch, (from, n) => out.set(part(module.x, 0, n), row + from));
    if (isNumber) out[row / columns] = module.x[0];
  }
}

/** Gated rows longer than the scratch: a chunk of both halves is a shorter gated row. @param {Module} module @param {Work} work @param {Float32Array} out */
function longGatedRows(module, { form, index, columns, gating, x, gradient }, out) {
  const half = columns / 2;
  const chunk = module.x.length / 2;
  for (let row = 0; row < x.length; row += columns)
    for (let from = 0; from < half; from += chunk) {
      const n = Math.min(chunk, half - from);
      module.x.set(part(x, row + from, n));
      module.x.set(part(x, row + half + from, n), n);
      if (gradient) module.gradient.set(part(gradient, row / 2 + from, n));
      runGated(module, form, index, /** @type {Gating} */ (gating), 1, 2 * n);
      if (form === 'value') out.set(part(module.x, 0, n), row / 2 + from);
      else
        for (const [at, to] of [
          [0, row + from],
          [n, row + half + from],
        ])
          out.set(part(module.x, at, n), to);
    }
}

/**
 * A gated function of two arrays, or its backward pass: chunks of both arrays are the halves of a row.
 * @param {Module} module @param {number} index @param {Gating} gating
 * @param {[gate: Float32Array, value: Float32Array]} parts
 * @param {Float32Array | undefined} gradient undefined for the value
 * @param {Float32Array[]} outs the result, or the gradients of both parts, of the length of each part
 */
export function computeParts(module, index, gating, parts, gradient, outs) {
  // Every chunk is read before a result is written.
  const safe = (/** @type {Float32Array} */ input) => outs.reduce((kept, out) => protect(kept, out, notBehind), input);
  const [gate, value] = parts.map(safe);
  const ofResult = gradient && safe(gradient);
  const chunk = module.x.length / 2;
  for (let from = 0; from < gate.length; from += chunk) {
    const n = Math.min(chunk, gate.length - from);
    module.x.set(part(gate, from, n));
    module.x.set(part(value, from, n), n);
    if (ofResult) module.gradient.set(part(ofResult, from, n));
    runGated(module, ofResult ? 'backward' : 'value', index, gating, 1, 2 * n);
    for (const [i, out] of outs.entries()) out.set(part(module.x, i * n, n), from);
  }
}

/** Whether two arrays lie in the same part of a buffer. @param {Float32Array} a @param {Float32Array} b */
export const overlap = (a, b) => a.buffer === b.buffer && overwrites(a, b, never);
