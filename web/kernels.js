/**
 * The package's border: checks what callers pass, moves it through the WebAssembly module's fixed scratch in
 * cache-sized pieces, and says in a sentence what is wrong.
 */
import instantiate from '../build/kernels/kernels.js';
import { catalogue } from './catalogue.js';

/** @typedef {import('./catalogue.js').Entry} Entry */

/**
 * @template Parameters
 * @typedef {Parameters & { out?: Float32Array | undefined }} Options `out` receives the result. It has the length of
 *   `x` and may be `x` itself or overlap it in any way: the result is as if `x` had been read first.
 */
/**
 * An elementwise activation. Every call throws a TypeError or RangeError before anything is written if an array is
 * not an attached Float32Array or has another length than `x`, or an option is unknown or not a finite number.
 * @template Parameters
 * @typedef {object} Calls
 * @property {string} name
 * @property {(x: Float32Array, options?: Options<Parameters>) => Float32Array} derivative f′(x), element by element
 * @property {(gradient: Float32Array, x: Float32Array, options?: Options<Parameters>) => Float32Array} backward
 *   gradient · f′(x): from the gradient of a loss with respect to f(x) to the one with respect to x
 */
/**
 * @template Parameters
 * @typedef {((x: Float32Array, options?: Options<Parameters>) => Float32Array) & Calls<Parameters>} Elementwise
 */

/**
 * Whether the engine has WebAssembly with SIMD; where it is false, every call throws and says so.
 * The bytes are a module of one function: i32.const 0, i8x16.splat, i8x16.popcnt. The last instruction came with the
 * final SIMD proposal, so early previews of SIMD do not count.
 */
export const supported =
  typeof WebAssembly === 'object' &&
  WebAssembly.validate(
    Uint8Array.of(
      ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
      ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
    ),
  );

/** @type {ReturnType<typeof compile> | undefined} */
let compiled;

function compile() {
  const module = instantiate();
  return { ...module, x: module.x(), gradient: module.gradient(), parameters: module.parameters() };
}

function load() {
  if (compiled) return compiled;
  if (!supported)
    throw new Error(
      'activation-kernels: this engine lacks WebAssembly SIMD; Chrome 91, Firefox 89, Safari 16.4, Node 16.4 and newer have it',
    );
  try {
    compiled = compile();
    return compiled;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `activation-kernels: the WebAssembly module could not be compiled (${reason}); ` +
        "a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src",
      { cause },
    );
  }
}

/**
 * Compiles the kernels now instead of at the first call. Optional. Rejects where a call would throw.
 * @returns {Promise<void>}
 */
export async function ready() {
  load();
}

/** @param {unknown} value how an error sentence shows it */
export function show(value) {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `a value of type ${Object.prototype.toString.call(value).slice(8, -1)}`;
}

/** @param {string} call @param {string} name @param {unknown} value */
export function finite(call, name, value) {
  if (typeof value !== 'number') throw new TypeError(`${call}: ${name} must be a number, not ${show(value)}`);
  if (!Number.isFinite(Math.fround(value)))
    throw new RangeError(`${call}: ${name} must be finite as a 32-bit float, not ${value}`);
  return value;
}

// The getter behind every typed array's Symbol.toStringTag sees through subclasses and realms (an iframe's arrays are
// as good), and nothing can forge it.
const brand = /** @type {{ get(): unknown }} */ (
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Float32Array.prototype), Symbol.toStringTag)
).get;

/** @param {string} call @param {string} name @param {unknown} array @returns {asserts array is Float32Array} */
function checkArray(call, name, array) {
  if (brand.call(array) !== 'Float32Array')
    throw new TypeError(`${call}: ${name} must be a Float32Array, not ${show(array)}`);
  const view = /** @type {Float32Array} */ (array);
  if (view.length > 0) return;
  try {
    view.keys(); // throws where the view has lost its memory; its length of 0 alone does not tell
  } catch {
    throw new TypeError(`${call}: the buffer of ${name} is detached or has shrunk below the view`);
  }
}

/** @param {string} call @param {string} name @param {Float32Array} array @param {Float32Array} x */
function checkLength(call, name, array, x) {
  if (array.length !== x.length)
    throw new RangeError(`${call}: ${name} must have the length of x, ${x.length}, not ${array.length}`);
}

/**
 * The values of an activation's parameters, in their order. Options besides the parameters and `others` are errors.
 * @param {string} call
 * @param {Entry} entry
 * @param {any} options
 * @param {readonly string[]} others
 * @returns {number[]}
 */
export function readParameters(call, { parameters }, options, others) {
  if (options === undefined) return parameters.map((parameter) => parameter.default);
  if (typeof options !== 'object' || options === null || Array.isArray(options) || ArrayBuffer.isView(options))
    throw new TypeError(`${call}: options must be an object, not ${show(options)}`);
  for (const key in options) {
    if (others.includes(key) || parameters.some(({ name }) => name === key)) continue;
    const allowed = [...parameters.map(({ name }) => name), ...others].join(', ');
    throw new TypeError(`${call}: unknown option ${show(key)}; allowed: ${allowed}`);
  }
  return parameters.map(({ name, default: initial }) => {
    const given = options[name];
    return given === undefined ? initial : finite(call, name, given);
  });
}

/**
 * Whether writing `out` piece by piece, from its start, could change elements of `input` that are yet to be read.
 * @param {Float32Array} out @param {Float32Array} input
 */
function endangers(out, input) {
  if (out === input) return false;
  const [a, b] = [out.buffer, input.buffer];
  if (a !== b) {
    // Two SharedArrayBuffer objects may stand for the same memory (each structured clone is another object).
    const shared = (/** @type {ArrayBufferLike} */ buffer) => buffer[Symbol.toStringTag] === 'SharedArrayBuffer';
    return shared(a) && shared(b);
  }
  return out.byteOffset > input.byteOffset && out.byteOffset < input.byteOffset + input.byteLength;
}

/** @param {Float32Array} array @param {number} from @param {number} n a view of n elements, no species asked */
function part(array, from, n) {
  return n === array.length ? array : new Float32Array(array.buffer, array.byteOffset + 4 * from, n);
}

const callOptions = ['out'];

/**
 * @param {'value' | 'derivative' | 'backward'} kernel
 * @param {number} index in the catalogue
 * @param {string} call for error sentences
 * @param {Float32Array} x
 * @param {Float32Array | undefined} gradient
 * @param {any} options
 */
function run(kernel, index, call, x, gradient, options) {
  const values = readParameters(call, catalogue[index], options, callOptions);
  const given = options?.out;
  checkArray(call, 'x', x);
  if (kernel === 'backward') {
    checkArray(call, 'gradient', gradient);
    checkLength(call, 'gradient', gradient, x);
  }
  if (given !== undefined) {
    checkArray(call, 'out', given);
    checkLength(call, 'out', given, x);
    if (endangers(given, x)) x = new Float32Array(x);
    if (gradient && endangers(given, gradient)) gradient = new Float32Array(gradient);
  }

  const module = load();
  const out = given ?? new Float32Array(x.length);
  for (let i = 0; i < values.length; ++i) module.parameters[i] = values[i];
  for (let from = 0; from < x.length; from += module.x.length) {
    const n = Math.min(module.x.length, x.length - from);
    module.x.set(part(x, from, n));
    if (gradient) module.gradient.set(part(gradient, from, n));
    module[kernel](index, n);
    out.set(part(module.x, 0, n), from);
  }
  return out;
}

/** @type {Map<string, Elementwise<{}>>} */
const calls = new Map(
  catalogue.map(({ name }, index) => {
    /** @type {Elementwise<{}>} */
    const call = Object.assign(
      (/** @type {Float32Array} */ x, /** @type {unknown} */ options) =>
        run('value', index, name, x, undefined, options),
      {
        /** @param {Float32Array} x @param {unknown} options */
        derivative: (x, options) => run('derivative', index, `${name}.derivative`, x, undefined, options),
        /** @param {Float32Array} gradient @param {Float32Array} x @param {unknown} options */
        backward: (gradient, x, options) => run('backward', index, `${name}.backward`, x, gradient, options),
      },
    );
    return [name, Object.freeze(Object.defineProperty(call, 'name', { value: name }))];
  }),
);

/**
 * The calls of an activation of the catalogue.
 * @param {string} name
 * @returns {Elementwise<{}>}
 */
export function activation(name) {
  const call = calls.get(name);
  if (!call)
    throw new RangeError(`unknown activation ${show(name)}; known: ${catalogue.map((e) => e.name).join(', ')}`);
  return call;
}

/**
 * Where f or f′ jumps, ascending.
 * @param {Entry} entry
 * @param {number[]} values of its parameters
 * @returns {Float32Array}
 */
export function kinks(entry, values) {
  const module = load();
  module.parameters.set(values);
  return module.x.slice(0, module.kinks(catalogue.indexOf(entry)));
}
