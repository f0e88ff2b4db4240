/** Checks of arguments. Each error names the call, the value, and what is allowed. */
import { didYouMean } from './suggest.js';

/** @typedef {import('./catalogue.js').Entry} Entry */
/** @typedef {import('./catalogue.js').Parameter} Parameter */

/** The name of a value's type, in any realm. @param {unknown} value */
export function typeOf(value) {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return 'Object'; // whose Symbol.toStringTag throws, or a revoked proxy
  }
}

/** A value as error messages show it. @param {unknown} value */
export function show(value) {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `${/^(A|E|I|O)/.test(typeOf(value)) ? 'an' : 'a'} ${typeOf(value)}`;
}

/** @param {string} call @param {string} name @param {unknown} value @returns {number} */
function number(call, name, value) {
  if (typeof value !== 'number') throw new TypeError(`${call}: ${name} must be a number, not ${show(value)}`);
  return value;
}

/** @param {string} call @param {string} name @param {unknown} value */
export function finite(call, name, value) {
  const given = number(call, name, value);
  if (!Number.isFinite(Math.fround(given)))
    throw new RangeError(`${call}: ${name} must be finite as a 32-bit float, not ${given}`);
  return given;
}

/**
 * The domains of parameters, with their wording in errors.
 * @type {Record<Parameter['domain'], { has(float: number, previous: number): boolean, text: string }>}
 */
const domains = {
  all: { has: () => true, text: '' },
  notNegative: { has: (float) => float >= 0, text: 'at least 0' },
  positive: { has: (float) => float > 0, text: 'above 0' },
  notBelowPrevious: { has: (float, previous) => float >= previous, text: 'at least' },
};

/** Options that row functions have in other libraries. @type {[RegExp, string][]} */
const rowAdvice = [
  [
    /^(ax[ei]s|dims?|dimension)$/i,
    '; columns is the length of a row, and rows lie one after another in x: for another axis, transpose x',
  ],
  [/^(temp|temperature)$/i, '; divide x by it before the call'],
];

/**
 * What to write instead of an unknown option.
 * @param {string} key @param {Pick<Entry, 'parameters'>} entry @param {readonly string[]} allowed
 */
function advice(key, { parameters }, allowed) {
  if (allowed.includes('scale') && /^temp/i.test(key)) return '; pass its inverse as scale';
  const [, text] = (allowed.includes('columns') && rowAdvice.find(([option]) => option.test(key))) || [];
  // Elsewhere a function's only parameter can have another name, such as alpha for negativeSlope.
  const isMisnamed = parameters.length === 1 && !/^(columns|gate)$/.test(key);
  return text ?? (didYouMean(key, allowed) || (isMisnamed ? `; did you mean ${parameters[0].name}?` : ''));
}

/**
 * Any option that is not allowed is an error.
 * @param {string} call @param {any} options @param {readonly string[]} allowed
 * @param {(key: string, allowed: readonly string[]) => string} advise what to write instead of an unknown option
 */
export function checkOptions(call, options, allowed, advise = didYouMean) {
  if (typeof options !== 'object' || options === null || Array.isArray(options) || ArrayBuffer.isView(options)) {
    const example = allowed.length > 0 ? ` such as { ${allowed[0]}: … }` : '';
    throw new TypeError(`${call}: options must be an object${example}, not ${show(options)}`);
  }
  for (const key in options)
    if (!allowed.includes(key)) {
      const known = allowed.join(', ') || 'none';
      throw new TypeError(`${call}: unknown option ${show(key)}; allowed: ${known}${advise(key, allowed)}`);
    }
}

/**
 * Returns the values of an activation's parameters, in order. Any option that is not allowed is an error.
 * @param {string} call
 * @param {Pick<Entry, 'parameters'>} entry
 * @param {any} options
 * @param {readonly string[]} allowed
 * @returns {number[]}
 */
export function readParameters(call, entry, options, allowed) {
  const { parameters } = entry;
  if (options === undefined) return parameters.map((parameter) => parameter.default);
  checkOptions(call, options, allowed, (key) => advice(key, entry, allowed));
  /** @type {number[]} */
  const values = [];
  for (let i = 0; i < parameters.length; ++i)
    values.push(readParameter(call, parameters[i], options[parameters[i].name], parameters[i - 1], values[i - 1]));
  return values;
}

/**
 * @param {string} call @param {Parameter} parameter @param {unknown} value @param {Parameter | undefined} previous
 * @param {number} before its value
 */
function readParameter(call, { name, default: initial, domain }, value, previous, before) {
  const given = value === undefined ? initial : finite(call, name, value);
  const { has, text } = domains[domain];
  if (has(Math.fround(given), Math.fround(before))) return given;
  const rounded = has(given, before) ? `, which is ${Math.fround(given)} as a 32-bit float` : '';
  const bound = domain === 'notBelowPrevious' ? ` ${previous?.name}, ${before}` : '';
  throw new RangeError(`${call}: ${name} must be ${text}${bound}, not ${given}${rounded}`);
}

/**
 * Returns the length of a row in x.
 * @param {string} call @param {Pick<Entry, 'kind'>} entry @param {unknown} given @param {Float32Array} x
 */
export function readColumns(call, { kind }, given, x) {
  const columns = given === undefined ? x.length : number(call, 'columns', given);
  if (given === undefined && columns === 0) return 0;
  const [multiple, text] = kind === 'gated' ? [2, 'a positive even integer'] : [1, 'a positive integer'];
  if (!(columns > 0 && columns % multiple === 0 && x.length % columns === 0))
    throw new RangeError(`${call}: columns must be ${text} that divides the length of x, ${x.length}, not ${columns}`);
  return columns;
}

/** The parts of a row that a gated function can activate, in the module's order. */
export const gates = /** @type {const} */ (['first', 'second', 'interleaved']);

/** @param {string} call @param {any} given @returns {(typeof gates)[number]} */
export function readGate(call, given) {
  if (!gates.includes(given))
    throw new RangeError(`${call}: gate must be first, second or interleaved, not ${show(given)}`);
  return given;
}

/** The limit of a gated function's inputs; Infinity is none. @param {string} call @param {unknown} given */
export function readLimit(call, given = Infinity) {
  const limit = number(call, 'limit', given);
  if (Math.fround(limit) > 0) return limit;
  throw new RangeError(`${call}: limit must be above 0 as a 32-bit float, not ${limit}`);
}

/** What a gated function adds to its other part. @param {string} call @param {unknown} given */
export const readOffset = (call, given = 0) => finite(call, 'offset', given);

/** @param {string} call @param {unknown} given @returns {number | undefined} */
export function readSeed(call, given) {
  if (given === undefined) return undefined;
  const seed = number(call, 'seed', given);
  if (seed >>> 0 !== seed)
    throw new RangeError(`${call}: seed must be an integer from 0 to ${2 ** 32 - 1}, not ${seed}`);
  return seed;
}

// This getter of all typed arrays works across subclasses and realms (an iframe's arrays are accepted), and cannot be
// forged.
const brand = /* @__PURE__ */ (() =>
  /** @type {{ get(): unknown }} */ (
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Float32Array.prototype), Symbol.toStringTag)
  ).get)();

/** The name of a typed array's type, or undefined. @param {unknown} array @returns {any} */
export const arrayType = (array) => brand.call(array);

/** How to pass the numbers of something else. @param {string} name @param {any} given */
function wrapping(name, given) {
  if (name === 'out') return ''; // the caller would not see the result
  if (typeof given === 'number') return `; wrap it: Float32Array.of(${name})`;
  if (typeof given !== 'object' || given === null) return '';
  if (typeof given.dataSync === 'function') return `; pass its numbers: ${name}.dataSync()`;
  if ('data' in given) return `; pass its numbers: ${name}.data`;
  if (/^(Shared)?ArrayBuffer$/.test(typeOf(given))) return `; wrap it: new Float32Array(${name})`;
  if (!(Symbol.iterator in given || 'length' in given)) return '';
  const isNested = Array.isArray(given) && given.some(Array.isArray);
  return `; wrap it: Float32Array.from(${name}${isNested ? '.flat()' : /^Big/.test(typeOf(given)) ? ', Number' : ''})`;
}

/** @param {string} call @param {string} name @param {unknown} array @returns {asserts array is Float32Array} */
export function checkArray(call, name, array) {
  if (arrayType(array) !== 'Float32Array')
    throw new TypeError(`${call}: ${name} must be a Float32Array, not ${show(array)}${wrapping(name, array)}`);
  const view = /** @type {Float32Array} */ (array);
  if (view.length > 0) return;
  try {
    view.keys(); // throws if the view is detached or out of bounds, but not if it is just empty
  } catch {
    throw new TypeError(`${call}: the buffer of ${name} is detached or has shrunk below the view`);
  }
}

/** Allocates a result. @param {string} call @param {number} length */
export function allocate(call, length) {
  try {
    return new Float32Array(length);
  } catch (cause) {
    throw new RangeError(`${call}: there is not enough memory for a result of ${length} numbers`, { cause });
  }
}

/**
 * @param {string} call @param {string} name @param {Float32Array} array @param {Float32Array} x
 * @param {number} length @param {string} [shorter] the length in words if it is not that of x
 */
export function checkLength(call, name, array, x, length, shorter) {
  if (array.length === length) return;
  const wanted = length === x.length ? 'the length of x' : shorter;
  throw new RangeError(`${call}: ${name} must have ${wanted}, ${length}, not ${array.length}`);
}
