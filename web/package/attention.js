/** Softmax with the options of attention: checks, and copies of the arrays to and from the scratch. */
import { arrayType, finite, show } from './checks.js';
import { always, never, notBehind, overwrites, part, protect } from './chunks.js';

/** @typedef {import('./module.js').Module} Module */
/**
 * The options of attention after their checks.
 * @typedef {object} Attention
 * @property {number} scale
 * @property {Uint8Array | Float32Array | undefined} mask
 * @property {number | undefined} offset query i may use the keys up to i + offset; undefined: all keys
 * @property {number} queries rows of a head
 * @property {number | Float32Array} sink −∞: none
 * @property {boolean} zeros
 */

/** In the module's order. */
const forms = ['value', 'backward', 'sinkBackward'];
const alignments = [undefined, false, true, 'lowerRight', 'upperLeft'];

/**
 * Returns undefined if no option of attention is given.
 * @param {string} form @param {string} call @param {any} options @param {Float32Array} x @param {number} columns
 * @returns {Attention | undefined}
 */
export function readAttention(form, call, options, x, columns) {
  const { scale = 1, mask, causal, queries, sink, masked = 'nan' } = options ?? {};
  if (form === 'sinkBackward' && sink === undefined)
    throw new TypeError(`${call}: sink must be a number or a Float32Array, not undefined`);
  const isPlain = mask === undefined && causal === undefined && queries === undefined && sink === undefined;
  if (isPlain && scale === 1 && masked === 'nan') return undefined;
  finite(call, 'scale', scale);
  if (mask !== undefined) checkMask(call, mask, x, columns);
  if (!alignments.includes(causal))
    throw new RangeError(`${call}: causal must be true, false, "upperLeft" or "lowerRight", not ${show(causal)}`);
  const rows = columns && x.length / columns;
  if (queries !== undefined && !(Number.isInteger(queries) && queries > 0 && rows % queries === 0))
    throw new RangeError(
      `${call}: queries must be a positive integer that divides the number of rows, ${rows}, not ${show(queries)}`,
    );
  const perHead = queries ?? rows;
  if (arrayType(sink) === 'Float32Array') {
    const heads = perHead && rows / perHead;
    if (sink.length !== heads)
      throw new RangeError(`${call}: sink must have one number for each head, ${heads}, not ${sink.length}`);
  } else if (sink !== undefined) finite(call, 'sink', sink);
  if (masked !== 'nan' && masked !== 'zeros')
    throw new RangeError(`${call}: masked must be nan or zeros, not ${show(masked)}`);
  return {
    scale,
    mask,
    offset: causal ? (causal === 'upperLeft' ? 0 : columns - perHead) : undefined,
    queries: perHead,
    sink: sink ?? Number.NEGATIVE_INFINITY,
    zeros: masked === 'zeros',
  };
}

/** @param {string} call @param {any} mask @param {Float32Array} x @param {number} columns */
function checkMask(call, mask, x, columns) {
  if (!/^(Uint8|Float32)Array$/.test(arrayType(mask) ?? '')) {
    const advice = Array.isArray(mask) ? '; wrap it: Uint8Array.from(mask.flat())' : '';
    throw new TypeError(
      `${call}: mask must be a Uint8Array, where 0 forbids, or a Float32Array to add, where −∞ forbids, not ${show(mask)}${advice}`,
    );
  }
  const { length } = mask;
  if (x.length > 0 ? length > 0 && length % columns === 0 && x.length % length === 0 : length === 0) return;
  throw new RangeError(
    `${call}: the length of mask must divide that of x, ${x.length}, and be a multiple of columns, ${columns}, not ${length}`,
  );
}

/**
 * Copies the mask of the elements [from, from + n) to the scratch, as numbers to add. A mask shorter than x repeats.
 * @param {Module} module @param {Uint8Array | Float32Array} mask @param {number} from @param {number} n
 */
function setMask(module, mask, from, n) {
  const isAdded = mask.BYTES_PER_ELEMENT === 4;
  for (let i = 0, at = from % mask.length; i < n; at = 0) {
    const count = Math.min(n - i, mask.length - at);
    if (isAdded) module.mask.set(part(/** @type {Float32Array} */ (mask), at, count), i);
    else setBytes(module.mask, i, /** @type {Uint8Array} */ (mask), at, count);
    i += count;
  }
}

/** @param {Float32Array} to @param {number} i @param {Uint8Array} bytes @param {number} at @param {number} n */
function setBytes(to, i, bytes, at, n) {
  for (let k = 0; k < n; ++k) to[i + k] = bytes[at + k] === 0 ? Number.NEGATIVE_INFINITY : 0;
}

/**
 * @param {Module} module @param {string} form @param {Attention} attention @param {number} columns
 * @param {Float32Array} x @param {Float32Array | undefined} gradient @param {Float32Array} out
 */
export function computeAttention(module, form, attention, columns, x, gradient, out) {
  const { scale, offset, queries, zeros } = attention;
  const sink = typeof attention.sink === 'number' ? attention.sink : protect(attention.sink, out, never);
  const [index, isSink] = [forms.indexOf(form), form === 'sinkBackward'];
  const inScratch = Math.floor(module.x.length / columns);
  const isLong = inScratch === 0;
  const given = attention.mask;
  const isInWay = given && overwrites(out, given, never);
  const mask = isInWay ? new (given.BYTES_PER_ELEMENT === 4 ? Float32Array : Uint8Array)(given) : given;
  const input = protect(x, out, isLong && !isSink ? always : notBehind);
  const slopes = protect(gradient, out, isLong && !isSink ? never : notBehind);
  // Long rows are computed in place: later passes read the results of earlier ones.
  const all = !isLong ? input : isSink ? new Float32Array(input) : out;
  if (all === out) out.set(input);
  if (!mask) module.mask.fill(0);
  for (let row = 0, count = 1; row < x.length / columns; row += count) {
    const query = row % queries;
    const start = row * columns;
    const fetch = (/** @type {number} */ from, /** @type {number} */ n) => {
      module.x.set(part(all, start + from, n));
      if (slopes) module.gradient.set(part(slopes, start + from, n));
      if (mask) setMask(module, mask, start + from, n);
    };
    const keys = offset === undefined ? columns : query + offset + 1;
    const logit = typeof sink === 'number' ? sink : sink[Math.floor(row / queries)];
    if (!isLong) {
      count = Math.min(inScratch, queries - query);
      fetch(0, count * columns);
      module.attention(index, count, columns, keys, offset === undefined ? 0 : 1, scale, logit, zeros);
      out.set(part(module.x, 0, isSink ? count : count * columns), isSink ? row : start);
      continue;
    }
    const fetchAllowed = (/** @type {number} */ from, /** @type {number} */ n) => {
      if (!mask) module.mask.fill(0);
      fetch(from, n);
      module.mask.fill(Number.NEGATIVE_INFINITY, Math.max(keys - from, 0));
    };
    const writeBack = (/** @type {number} */ from, /** @type {number} */ n) =>
      all.set(part(module.x, 0, n), start + from);
    module.longAttention(index, columns, scale, logit, zeros, fetchAllowed, writeBack);
    if (isSink) out[row] = module.x[0];
  }
}
