/** The package's calls: every activation as a function over Float32Array, with its derivative and backward passes. */
import { namesOf } from './aliases.js';
import { computeAttention, readAttention } from './attention.js';
import { catalogue, find } from './catalogue.js';
import {
  allocate,
  checkArray,
  checkLength,
  checkOptions,
  readColumns,
  readParameters,
  readSeed,
  show,
} from './checks.js';
import { chain, compute } from './chunks.js';
import { gatedCallsOf } from './gated.js';
import { load } from './module.js';
import { didYouMean, similar } from './suggest.js';

/** @import { Entry } from './catalogue.js' */
/** @import { Form } from './chunks.js' */
/** @import { ActivationName } from '../../build/kernels/activations.js' */

/**
 * The option of every call.
 * @typedef {object} Out
 * @property {Float32Array | undefined} [out] receives the result, and has its length. It may be an input itself or
 *   overlap one in any way: the result is as if all inputs had been read first.
 */
/**
 * The options of a call.
 * @template Parameters
 * @typedef {Parameters & Out} Options
 */
/**
 * The calls of an elementwise activation besides its value.
 * @template Parameters
 * @template {string} [Name=string]
 * @typedef {object} Calls
 * @property {Name} name in the catalogue
 * @property {(x: Float32Array, options?: Options<Parameters>) => Float32Array} derivative f′(x), element by element.
 *   The result has the length of x.
 * @property {(gradient: Float32Array, x: Float32Array, options?: Options<Parameters>) => Float32Array} backward
 *   gradient · f′(x): from the gradient of a loss with respect to f(x) to the one with respect to x. `gradient`, the
 *   result and `out` have the length of x; the options are those of the forward pass. As in every product of floats, an
 *   infinite gradient times a slope of 0 is NaN; PyTorch's and JAX's ReLU return 0 there.
 */
/**
 * An elementwise activation: called with x, it returns f(x), a Float32Array of the same length. Every call throws a
 * TypeError or RangeError, before it writes anything, if an array is not a Float32Array, is detached or has the wrong
 * length, or if an option is unknown or outside its domain.
 * @template Parameters
 * @template {string} [Name=string]
 * @typedef {((x: Float32Array, options?: Options<Parameters>) => Float32Array) & Calls<Parameters, Name>} Elementwise
 */
/**
 * The call of an activation with learned slopes.
 * @template Parameters
 * @typedef {object} SlopeBackward
 * @property {(gradient: Float32Array, x: Float32Array, options?: Options<Parameters>) => Float32Array} slopeBackward
 *   gradient · ∂f/∂slope, element by element: x times the gradient where x ≤ 0, else 0. The sum over all elements that
 *   share a slope is the gradient of the loss with respect to it. xielu has two slopes: here ∂f/∂slope is x² where x > 0
 *   and eˣ − 1 − x elsewhere, so the gradient of alphaP is the sum over the elements with x > 0, and that of alphaN the
 *   sum over the others. The result has the length of x.
 */
/**
 * The option of row functions.
 * @typedef {object} Columns
 * @property {number | undefined} [columns] length of a row of the row-major matrix x: a divisor of its length, and
 *   even for gated activations. If omitted, x is one row.
 */
/**
 * The options of a call of a row function.
 * @typedef {Options<Columns>} RowOptions
 */
/**
 * The calls of a row function besides its value.
 * @template {string} [Name=string]
 * @typedef {object} RowCalls
 * @property {Name} name in the catalogue
 * @property {(gradient: Float32Array, x: Float32Array, options?: RowOptions) => Float32Array} backward for each row the
 *   gradient of a loss with respect to f(x) times the Jacobian of f: the gradient with respect to x. `gradient`, the
 *   result and `out` have the length of x.
 */
/**
 * A row function: called with x, it returns f of each row, a Float32Array of the same length. A row without a
 * limit, such as a row of −∞ alone in softmax, becomes NaN. Calls throw as elementwise ones do, and if
 * `columns` does not divide the length of x.
 * @template {string} [Name=string]
 * @typedef {((x: Float32Array, options?: RowOptions) => Float32Array) & RowCalls<Name>} Row
 */
/**
 * A row function that returns one number for each row, and otherwise as a Row: the result, the gradient of `backward` and
 * `out` have one number for each row.
 * @template {string} [Name=string]
 * @typedef {Row<Name>} Reduction
 */
/**
 * The options of softmax for attention: x holds rows of scores [heads × queries × keys], and `columns` is the number of
 * keys. f_i = e^z_i / (e^sink + Σ_j e^z_j) with z = scale · x + mask.
 * @typedef {object} AttentionOptions
 * @property {number | undefined} [scale] multiplies x, in double precision: any finite float32. If omitted, 1.
 * @property {Uint8Array | Float32Array | undefined} [mask] a Uint8Array, where 0 forbids an element, or a Float32Array to
 *   add, where −∞ forbids it. Its length is a multiple of `columns` that divides the length of x, over which it repeats: one
 *   row for all rows, one head for all heads, or all of x. A forbidden element has the result 0 and the gradient 0, whatever
 *   x is. If omitted, every element is allowed.
 * @property {boolean | 'lowerRight' | 'upperLeft' | undefined} [causal] whether query i may only use the keys j ≤ i + keys −
 *   queries, so that the last query uses all keys, as in FlashAttention since 2.1 (`true`, 'lowerRight'); or j ≤ i, as in
 *   PyTorch's and JAX's `is_causal` ('upperLeft'). Both are the same if there are as many queries as keys. If omitted, false.
 * @property {number | undefined} [queries] rows of a head: a divisor of the number of rows. If omitted, x is one head.
 * @property {number | Float32Array | undefined} [sink] a logit that takes part in the sum only: a finite number, or an array
 *   with one for each head. Burn's quiet_softmax has 0. If omitted, there is none.
 * @property {'nan' | 'zeros' | undefined} [masked] what a row without an allowed finite score becomes. If omitted, NaN, as
 *   in PyTorch.
 */
/**
 * softmax: a row function with the options of attention.
 * @template {string} [Name=string]
 * @typedef {((x: Float32Array, options?: RowOptions & AttentionOptions) => Float32Array) & AttentionCalls<Name>} Attentive
 */
/**
 * The calls of softmax besides its value.
 * @template {string} [Name=string]
 * @typedef {object} AttentionCalls
 * @property {Name} name in the catalogue
 * @property {(gradient: Float32Array, x: Float32Array, options?: RowOptions & AttentionOptions) => Float32Array} backward for
 *   each row the gradient of a loss with respect to f(x) times the Jacobian of f: the gradient with respect to x. `gradient`,
 *   the result and `out` have the length of x; the options are those of the forward pass.
 * @property {(gradient: Float32Array, x: Float32Array, options: RowOptions & AttentionOptions) => Float32Array} sinkBackward
 *   the gradient of a loss with respect to the sink, one number for each row: their sum over the rows of a head is the
 *   gradient of its learned sink. `gradient` has the length of x; the options are those of the forward pass, with `sink`.
 */
/**
 * The options of gated activations. With g for the part that is activated and u for the other one, the result is
 * f(min(g, limit)) · (clamp(u, −limit, limit) + offset).
 * @typedef {object} GateOptions
 * @property {number | undefined} [limit] above 0. Beyond the limit the gradient is 0, and at the limit it is the one from
 *   inside, as in PyTorch's clamp. If omitted, Infinity, which changes nothing.
 * @property {number | undefined} [offset] any finite float32. If omitted, 0.
 */
/**
 * The option of gated activations with one array.
 * @typedef {object} GateOption
 * @property {'first' | 'second' | 'interleaved' | undefined} [gate] the part of each row that is activated: its first or
 *   second half, or the even elements, counted from 0, where the odd ones are the other part. If omitted, the part that
 *   the catalogue names, and the first half for gated(f).
 */
/**
 * The option of swiglu, whose gate is x σ(alpha · x).
 * @typedef {object} Alpha
 * @property {number | undefined} [alpha] any finite float32. If omitted, 1.
 */
/**
 * The options of a call of a gated activation with one array.
 * @template [Parameters={}]
 * @typedef {Parameters & RowOptions & GateOption & GateOptions} GatedOptions
 */
/**
 * The two parts of a gated activation, each in an array of its own.
 * @typedef {object} Parts
 * @property {Float32Array} gate of the part that is activated
 * @property {Float32Array} value of the part that it multiplies
 */
/**
 * The calls of a gated activation besides its value.
 * @template {string} [Name=string]
 * @template [Parameters={}]
 * @typedef {object} GatedCalls
 * @property {Name} name in the catalogue
 * @property {((gradient: Float32Array, x: Float32Array, options?: GatedOptions<Parameters>) => Float32Array) & ((gradient: Float32Array, gate: Float32Array, value: Float32Array, options?: Parameters & GateOptions & { out?: Parts | undefined }) => Parts)} backward
 *   from the gradient of a loss with respect to the result to the one with respect to the inputs. With x, `gradient` is
 *   half as long as x, and the result and `out` have the length of x. With `gate` and `value`, all arrays have the same
 *   length, and the result holds both gradients, in the arrays of `out` if they are given; these must not overlap each other.
 */
/**
 * A gated activation: one part of each row of x, activated, times the other part: a row half as long. Or `gate`,
 * activated, times `value`, two arrays of the same length, which is that of the result. Calls throw as those of row
 * functions do.
 * @template {string} [Name=string]
 * @template [Parameters={}]
 * @typedef {((x: Float32Array, options?: GatedOptions<Parameters>) => Float32Array) & ((gate: Float32Array, value: Float32Array, options?: Options<Parameters & GateOptions>) => Float32Array) & GatedCalls<Name, Parameters>} Gated
 */

const parametersOf = /* @__PURE__ */ catalogue.map(({ parameters }) => parameters.map(({ name }) => name));
const optionsOf = /* @__PURE__ */ catalogue.map(({ options }, index) => [...parametersOf[index], ...options, 'out']);

/**
 * @param {Form | 'sinkBackward'} form
 * @param {number} index in the catalogue
 * @param {string} call for errors
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
  const attention = entry.options.includes('mask') ? readAttention(form, call, options, x, columns) : undefined;
  const shrink = (entry.reduces && columns) || 1;
  const perRow = 'one number for each row of x';
  const length = x.length / (form === 'value' ? shrink : form === 'sinkBackward' ? columns || 1 : 1);
  if (form !== 'value' && form !== 'derivative') {
    checkArray(call, 'gradient', gradient);
    checkLength(call, 'gradient', gradient, x, x.length / shrink, perRow);
  }
  if (given !== undefined) {
    checkArray(call, 'out', given);
    checkLength(call, 'out', given, x, length, perRow);
  }

  const module = load();
  const out = given ?? allocate(call, length);
  if (attention) {
    computeAttention(module, form, attention, columns, x, gradient, out);
    return out;
  }
  for (let i = 0; i < values.length; ++i) module.parameters[i] = values[i];
  const work = { form: /** @type {Form} */ (form), index, columns, gating: undefined, shrink, seed, x, gradient };
  compute(module, work, out);
  return out;
}

/** The calls of the catalogue's gated activation. @param {Entry} entry */
function namedGate({ name, gate, activated, options }) {
  const of = /** @type {Entry} */ (catalogue.find((entry) => entry.name === activated));
  // alpha is the parameter of the activation.
  const parameters = options.includes('alpha') ? of.parameters.map((p) => ({ ...p, name: 'alpha' })) : [];
  return gatedCallsOf(name, catalogue.indexOf(of), of, parameters, gate);
}

const elementwise = /* @__PURE__ */ (() => catalogue.filter(({ kind }) => kind === 'elementwise').map(namesOf))();

/** The steps that pipe() accepts. @type {Map<unknown, { form: 'value' | 'derivative', index: number, call: string }>} */
const steps = new Map();

/** @param {number} index @param {string} name */
function callsOf(index, name) {
  const { kind } = catalogue[index];
  const gated = kind === 'gated' ? namedGate(catalogue[index]) : undefined;
  /** @type {Record<string, (...given: any[]) => unknown>} */
  const forms = {
    derivative: (x, options) => run('derivative', index, `${name}.derivative`, x, undefined, options),
    backward: (gradient, x, options) => run('backward', index, `${name}.backward`, x, gradient, options),
    slopeBackward: (gradient, x, options) => run('slopeBackward', index, `${name}.slopeBackward`, x, gradient, options),
    sinkBackward: (gradient, x, options) => run('sinkBackward', index, `${name}.sinkBackward`, x, gradient, options),
    ...gated,
  };
  const value =
    gated?.value ??
    ((/** @type {Float32Array} */ x, /** @type {unknown} */ options) =>
      run('value', index, name, x, undefined, options));
  for (const form of catalogue[index].calls) Object.assign(value, { [form]: forms[form] });
  if (kind === 'elementwise')
    steps
      .set(value, { form: 'value', index, call: `${name} in pipe` })
      .set(forms.derivative, { form: 'derivative', index, call: `${name}.derivative in pipe` });
  return Object.freeze(Object.defineProperty(value, 'name', { value: name }));
}

/** @type {Map<string, unknown>} */
const calls = /* @__PURE__ */ (() => new Map(catalogue.map(({ name }, index) => [name, callsOf(index, name)])))();

/**
 * The activation with this name in the catalogue; find() also knows its other names.
 * @overload
 * @param {Name} name
 * @returns {(typeof import('../../build/kernels/activations.js'))[Name]}
 * @template {ActivationName} Name
 */
/**
 * An activation whose name is known only at run time: an Elementwise, Row or Gated, as its kind in the catalogue says.
 * @overload
 * @param {string} name
 * @returns {any}
 * @throws {RangeError} if the catalogue has no such name
 */
/** @param {string} name @returns {any} */
export function activation(name) {
  const call = calls.get(name);
  if (!call) {
    const known = catalogue.map((entry) => entry.name);
    const own = typeof name === 'function' && /** @type {Function} */ (name).name;
    const advice = calls.has(own || '')
      ? `; pass the name, ${show(own)}`
      : typeof name === 'string'
        ? didYouMean(find(name)?.name ?? name, catalogue.map(namesOf))
        : '';
    throw new RangeError(`unknown activation ${show(name)}; known: ${known.join(', ')}${advice}`);
  }
  return call;
}

/**
 * A step of pipe(): an elementwise activation or its derivative, with parameters if in a pair: `[elu, { alpha: 2 }]`.
 * @typedef {((x: Float32Array, options?: any) => Float32Array) | readonly [(x: Float32Array, options?: any) => Float32Array, Readonly<Record<string, number | undefined>>]} Step
 */
/** What to write in place of a value that is no step of pipe(). @param {any} given */
function stepAdvice(given) {
  if (ArrayBuffer.isView(given)) return '; pass the function itself, without calling it';
  const isFunction = typeof given === 'function';
  const name = isFunction ? given.name : typeof given === 'string' ? given : '';
  const entry = find(name);
  if (entry && entry.kind !== 'elementwise') return `; ${entry.name} takes whole rows: call it by itself`;
  if (isFunction) return entry ? `; this ${name} is of another module, or of another copy of this package` : '';
  const [best] = entry ? [entry.name] : similar(name, elementwise);
  return best ? `; pass the function: ${best}, or activation("${best}")` : '';
}

/**
 * The gated activation with any elementwise activation as its gate: `gated(mish)(x)` is mish of the first half of x times
 * the second half. It is called as glu and swiglu are, and also takes the parameters of the activation:
 * `gated(elu)(gate, value, { alpha: 2 })`. rrelu has no `seed` there.
 * @template Parameters
 * @param {Elementwise<Parameters>} activation
 * @returns {Gated<string, Parameters>}
 * @throws {TypeError} if the activation is not elementwise
 */
export function gated(activation) {
  const step = steps.get(activation);
  if (step?.form !== 'value') {
    const shown = typeof activation === 'function' ? /** @type {Function} */ (activation).name : show(activation);
    const advice = step ? '' : stepAdvice(activation);
    throw new TypeError(`gated: activation must be an elementwise activation, not ${shown || 'a function'}${advice}`);
  }
  const entry = catalogue[step.index];
  const name = `gated(${entry.name})`;
  const { value, backward } = gatedCallsOf(name, step.index, entry, entry.parameters);
  return /** @type {any} */ (
    Object.freeze(Object.defineProperty(Object.assign(value, { backward }), 'name', { value: name }))
  );
}

/**
 * Elementwise activations one after another: `pipe(x, [relu, [elu, { alpha: 2 }], tanh], { out })` is
 * `tanh(elu(relu(x), { alpha: 2 }), { out })`, but in between the numbers stay in the module's memory.
 * @param {Float32Array} x
 * @param {readonly Step[]} chained
 * @param {Options<{}>} [options]
 * @returns {Float32Array} as long as x
 * @throws {TypeError | RangeError} as the calls themselves do, and if a step is not elementwise
 */
export function pipe(x, chained, options) {
  checkArray('pipe', 'x', x);
  if (!Array.isArray(chained)) {
    const name = typeof chained === 'string' ? chained : /** @type {any} */ (chained)?.name;
    const advice = calls.has(name) ? `; write [${name}]` : '';
    throw new TypeError(`pipe: steps must be an array of activations, not ${show(chained)}${advice}`);
  }
  if (options !== undefined) checkOptions('pipe', options, ['out']);
  // For short arrays, map() and spread would take longer than the kernels.
  const work = [];
  for (let i = 0; i < chained.length; ++i) {
    const given = chained[i];
    const isPair = Array.isArray(given);
    const f = isPair ? given[0] : given;
    const step = steps.get(f);
    if (!step) {
      const shown = typeof f === 'function' ? f.name || 'a function' : show(f);
      const wanted = 'an elementwise activation or its derivative';
      throw new TypeError(`pipe: step ${i + 1} must be ${wanted}, not ${shown}${stepAdvice(f)}`);
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
  const out = options?.out ?? allocate('pipe', x.length);
  chain(module, work, x, out);
  return out;
}
