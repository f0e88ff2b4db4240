/** Checks of arguments. Each error names the call, the value, and what is allowed. */

/** @typedef {import('./catalogue.js').Entry} Entry */

/** A value as error messages show it. @param {unknown} value */
export function show(value) {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `a value of type ${Object.prototype.toString.call(value).slice(8, -1)}`;
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

/** The domains of parameters, with their wording in errors. */
const domains = {
  all: { has: () => true, text: '' },
  notNegative: { has: (/** @type {number} */ float) => float >= 0, text: 'at least 0' },
  positive: { has: (/** @type {number} */ float) => float > 0, text: 'above 0' },
};

/**
 * Returns the values of an activation's parameters, in order. Any option that is not allowed is an error.
 * @param {string} call
 * @param {Pick<Entry, 'parameters'>} entry
 * @param {any} options
 * @param {readonly string[]} allowed
 * @returns {number[]}
 */
export function readParameters(call, { parameters }, options, allowed) {
  if (options === undefined) return parameters.map((parameter) => parameter.default);
  if (typeof options !== 'object' || options === null || Array.isArray(options) || ArrayBuffer.isView(options))
    throw new TypeError(`${call}: options must be an object, not ${show(options)}`);
  for (const key in options) {
    if (!allowed.includes(key))
      throw new TypeError(`${call}: unknown option ${show(key)}; allowed: ${allowed.join(', ') || 'none'}`);
  }
  const values = [];
  for (const parameter of parameters) values.push(readParameter(call, parameter, options[parameter.name]));
  return values;
}

/** @param {string} call @param {import('./catalogue.js').Parameter} parameter @param {unknown} value */
function readParameter(call, { name, default: initial, domain }, value) {
  if (value === undefined) return initial;
  const given = finite(call, name, value);
  const { has, text } = domains[domain];
  if (has(Math.fround(given))) return given;
  const rounded = has(given) ? `, which is ${Math.fround(given)} as a 32-bit float` : '';
  throw new RangeError(`${call}: ${name} must be ${text}, not ${given}${rounded}`);
}

/**
 * Returns the length of a row in x.
 * @param {string} call @param {Entry} entry @param {unknown} given @param {Float32Array} x
 */
export function readColumns(call, { kind }, given, x) {
  const columns = given === undefined ? x.length : number(call, 'columns', given);
  if (given === undefined && columns === 0) return 0;
  const [multiple, text] = kind === 'gated' ? [2, 'a positive even integer'] : [1, 'a positive integer'];
  if (!(columns > 0 && columns % multiple === 0 && x.length % columns === 0))
    throw new RangeError(`${call}: columns must be ${text} that divides the length of x, ${x.length}, not ${columns}`);
  return columns;
}

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
const brand = /** @type {{ get(): unknown }} */ (
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Float32Array.prototype), Symbol.toStringTag)
).get;

/** @param {string} call @param {string} name @param {unknown} array @returns {asserts array is Float32Array} */
export function checkArray(call, name, array) {
  if (brand.call(array) !== 'Float32Array')
    throw new TypeError(`${call}: ${name} must be a Float32Array, not ${show(array)}`);
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
 * @param {number} length that of x or half of it
 */
export function checkLength(call, name, array, x, length) {
  if (array.length === length) return;
  const wanted = length === x.length ? 'the length of x' : 'half the length of x';
  throw new RangeError(`${call}: ${name} must have ${wanted}, ${length}, not ${array.length}`);
}
