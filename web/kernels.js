/** The package's calls: every activation as a function over Float32Array, with its derivative and backward passes. */
import { catalogue } from './catalogue.js';
import { checkArray, checkLength, readColumns, readParameters, readSeed, show } from './checks.js';
import { load } from './module.js';
import { chain, compute } from './pieces.js';

/** @typedef {import('./catalogue.js').Entry} Entry */
/** @typedef {import('./pieces.js').Form} Form */

/**
 * @template Parameters
 * @typedef {Parameters & { out?: Float32Array | undefined }} Options `out` receives the result, whose length it has.
 *   It may be an input itself or overlap one in any way: the result is as if the inputs had been read first.
 */
/**
 * An elementwise activation. Every call throws a TypeError or RangeError before anything is written if an array is
 * not an attached Float32Array or has another length than `x`, or an option is unknown or not a number of its domain.
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
 * @template Parameters
 * @typedef {object} SlopeBackward
 * @property {(gradient: Float32Array, x: Float32Array, options?: Options<Parameters>) => Float32Array} slopeBackward
 *   gradient · ∂f/∂slope, element by element: x times the gradient where x ≤ 0, else 0. The sum over all elements that
 *   share a slope is the gradient of the loss with respect to it.
 */
/**
 * @typedef {Options<{ columns?: number | undefined }>} RowOptions `columns`: how many elements make a row of the
 *   row-major matrix x, a divisor of its length, even for gated functions. Default: x.length, one row.
 */
/**
 * An activation of whole rows. Calls throw as elementwise ones do, and if `columns` does not divide the length.
 * @typedef {object} RowCalls
 * @property {string} name
 * @property {(gradient: Float32Array, x: Float32Array, options?: RowOptions) => Float32Array} backward for each row
 *   the gradient of a loss with respect to f(x) times the Jacobian of f: the gradient with respect to x
 */
/** @typedef {((x: Float32Array, options?: RowOptions) => Float32Array) & RowCalls} Row */
/**
 * A gated activation: of each row its first half a times f(b) of its second half b. Rows of the result are half as
 * long. Calls throw as those of whole rows do.
 * @typedef {object} GatedCalls
 * @property {string} name
 * @property {(gradient: Float32Array, x: Float32Array, options?: RowOptions) => Float32Array} backward from the
 *   gradient of a loss with respect to the result, half as long as x, to the one with respect to x
 */
/** @typedef {((x: Float32Array, options?: RowOptions) => Float32Array) & GatedCalls} Gated */

const parametersOf = catalogue.map(({ parameters }) => parameters.map(({ name }) => name));
const optionsOf = catalogue.map(({ options }, index) => [...parametersOf[index], ...options, 'out']);

/**
 * @param {Form} form
 * @param {number} index in the catalogue
 * @param {string} call for error sentences
 * @param {Float32Array} x
 * @param {Float32Array | undefined} gradient
 * @param {any} options
 */
function run(form, index, call, x, gradient, options) {
  const entry = catalogue[index];
  const { kind } = entry;
  const values = readParameters(call, entry, options, optionsOf[index]);
  const seed = entry.options.includes('seed') ? readSeed(call, options?.seed) : undefined;
  const given = options?.out;
  checkArray(call, 'x', x);
  const columns = kind === 'elementwise' ? 0 : readColumns(call, entry, options?.columns, x);
  const halves = kind === 'gated' ? 2 : 1;
  const length = form === 'value' ? x.length / halves : x.length;
  if (form === 'backward' || form === 'slopeBackward') {
    checkArray(call, 'gradient', gradient);
    checkLength(call, 'gradient', gradient, x, x.length / halves);
  }
  if (given !== undefined) {
    checkArray(call, 'out', given);
    checkLength(call, 'out', given, x, length);
  }

  const module = load();
  const out = given ?? new Float32Array(length);
  for (let i = 0; i < values.length; ++i) module.parameters[i] = values[i];
  compute(module, { form, index, columns, halves, seed, x, gradient }, out);
  return out;
}

/** What pipe() takes. @type {Map<unknown, { form: 'value' | 'derivative', index: number, call: string }>} */
const steps = new Map();

/** @param {number} index @param {string} name */
function callsOf(index, name) {
  /** @type {Record<string, (...given: any[]) => Float32Array>} */
  const forms = {
    derivative: (x, options) => run('derivative', index, `${name}.derivative`, x, undefined, options),
    backward: (gradient, x, options) => run('backward', index, `${name}.backward`, x, gradient, options),
    slopeBackward: (gradient, x, options) => run('slopeBackward', index, `${name}.slopeBackward`, x, gradient, options),
  };
  const value = (/** @type {Float32Array} */ x, /** @type {unknown} */ options) =>
    run('value', index, name, x, undefined, options);
  for (const form of catalogue[index].calls) Object.assign(value, { [form]: forms[form] });
  if (catalogue[index].kind === 'elementwise')
    steps
      .set(value, { form: 'value', index, call: `${name} in pipe` })
      .set(forms.derivative, { form: 'derivative', index, call: `${name}.derivative in pipe` });
  return Object.freeze(Object.defineProperty(value, 'name', { value: name }));
}

const calls = new Map(catalogue.map(({ name }, index) => [name, callsOf(index, name)]));

/**
 * The calls of an activation of the catalogue.
 * @param {string} name
 * @returns {any} an Elementwise, Row or Gated, as the catalogue says
 */
export function activation(name) {
  const call = calls.get(name);
  if (!call)
    throw new RangeError(`unknown activation ${show(name)}; known: ${catalogue.map((e) => e.name).join(', ')}`);
  return call;
}

/**
 * An elementwise activation or its derivative, perhaps with parameters: `[elu, { alpha: 2 }]`.
 * @typedef {((x: Float32Array, options?: any) => Float32Array) | readonly [(x: Float32Array, options?: any) => Float32Array, Readonly<Record<string, number | undefined>>]} Step
 */
/**
 * Elementwise activations one after another: `pipe(x, [relu, [elu, { alpha: 2 }], tanh], { out })` is
 * `tanh(elu(relu(x), { alpha: 2 }), { out })`, but between them the numbers stay in the module's memory.
 * @param {Float32Array} x
 * @param {readonly Step[]} chained
 * @param {Options<{}>} [options]
 * @returns {Float32Array} as long as x
 * @throws {TypeError | RangeError} before anything is written, as the calls themselves do, and if a step is not elementwise
 */
export function pipe(x, chained, options) {
  readParameters('pipe', { parameters: [] }, options, ['out']);
  checkArray('pipe', 'x', x);
  if (!Array.isArray(chained)) throw new TypeError(`pipe: steps must be an array of activations, not ${show(chained)}`);
  // No map() and no spread: these would take longer than the kernels do with a short array.
  const work = [];
  for (let i = 0; i < chained.length; ++i) {
    const given = chained[i];
    const isPair = Array.isArray(given);
    const f = isPair ? given[0] : given;
    const step = steps.get(f);
    if (!step) {
      const shown = typeof f === 'function' ? f.name || 'a function' : show(f);
      throw new TypeError(`pipe: step ${i + 1} must be an elementwise activation or its derivative, not ${shown}`);
    }
    const { form, index, call } = step;
    work.push({
      form,
      index,
      values: readParameters(call, catalogue[index], isPair ? given[1] : undefined, parametersOf[index]),
    });
  }
  if (options?.out !== undefined) {
    checkArray('pipe', 'out', options.out);
    checkLength('pipe', 'out', options.out, x, x.length);
  }

  const module = load();
  const out = options?.out ?? new Float32Array(x.length);
  chain(module, work, x, out);
  return out;
}

/**
 * Where f or f′ jumps, ascending.
 * @param {Entry} entry elementwise
 * @param {number[]} values of its parameters
 * @returns {Float32Array}
 */
export function kinks(entry, values) {
  const module = load();
  module.parameters.set(values);
  return module.x.slice(0, module.kinks(catalogue.indexOf(entry)));
}
