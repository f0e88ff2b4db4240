/** The calls of gated activations, with one array of rows or with an array for each part. */
import {
  allocate,
  checkArray,
  checkLength,
  readColumns,
  readGate,
  readLimit,
  readOffset,
  readParameters,
} from './checks.js';
import { compute } from './chunks.js';
import { load } from './module.js';
import { runParts } from './parts.js';

/** @import { Entry, Parameter } from './catalogue.js' */
/** @import { gates } from './checks.js' */

/**
 * @param {string} name for errors
 * @param {number} index of the activation
 * @param {Pick<Entry, 'parameters'>} activation
 * @param {readonly Parameter[]} parameters those that a call accepts: all or none of the activation's
 * @param {(typeof gates)[number]} [initial] the part that is activated unless the caller chooses another
 */
export function gatedCallsOf(name, index, activation, parameters, initial = 'first') {
  const entry = { parameters: parameters.length > 0 ? parameters : activation.parameters };
  const own = parameters.map((parameter) => parameter.name);
  const ofParts = [...new Set([...own, 'limit', 'offset', 'out'])];
  const ofRows = ['columns', 'gate', ...ofParts];

  /** The module, with the parameters in it. @param {number[]} values */
  function loadWith(values) {
    const module = load();
    for (let i = 0; i < values.length; ++i) module.parameters[i] = values[i];
    return module;
  }
  /** @param {string} call @param {any} options @param {(typeof gates)[number]} gate */
  const gatingOf = (call, options, gate) => ({
    gate,
    limit: readLimit(call, options?.limit),
    offset: readOffset(call, own.includes('offset') ? undefined : options?.offset), // hardSigmoid has an offset of its own
  });

  /** @param {'value' | 'backward'} form @param {string} call @param {Float32Array} x @param {Float32Array | undefined} gradient @param {any} options */
  function run(form, call, x, gradient, options) {
    const values = readParameters(call, entry, options, ofRows);
    checkArray(call, 'x', x);
    const columns = readColumns(call, { kind: 'gated' }, options?.columns, x);
    const { gate = initial } = options ?? {};
    const gating = gatingOf(call, options, readGate(call, gate));
    const length = form === 'value' ? x.length / 2 : x.length;
    const half = 'half the length of x';
    if (form === 'backward') {
      checkArray(call, 'gradient', gradient);
      checkLength(call, 'gradient', gradient, x, x.length / 2, half);
    }
    const given = options?.out;
    if (given !== undefined) {
      checkArray(call, 'out', given);
      checkLength(call, 'out', given, x, length, half);
    }
    const module = loadWith(values);
    const out = given ?? allocate(call, length);
    compute(module, { form, index, columns, gating, shrink: 2, seed: undefined, x, gradient }, out);
    return out;
  }

  /** @param {'value' | 'backward'} form @param {string} call @param {[Float32Array, Float32Array]} parts @param {Float32Array | undefined} gradient @param {any} options */
  function runBoth(form, call, parts, gradient, options) {
    const values = readParameters(call, entry, options, ofParts);
    return runParts(
      form,
      call,
      () => loadWith(values),
      index,
      gatingOf(call, options, 'first'),
      parts,
      gradient,
      options?.out,
    );
  }

  const backward = `${name}.backward`;
  /**
   * Whether a call has two arrays. Options after the second argument say that it has.
   * @param {string} call @param {any} second @param {any} options @returns {second is Float32Array}
   */
  function hasParts(call, second, options) {
    if (options !== undefined) checkArray(call, 'value', second);
    return ArrayBuffer.isView(second);
  }
  return {
    value: (/** @type {any} */ x, /** @type {any} */ second, /** @type {any} */ options) =>
      hasParts(name, second, options)
        ? runBoth('value', name, [x, second], undefined, options)
        : run('value', name, x, undefined, second),
    backward: (
      /** @type {any} */ gradient,
      /** @type {any} */ x,
      /** @type {any} */ third,
      /** @type {any} */ options,
    ) =>
      hasParts(backward, third, options)
        ? runBoth('backward', backward, [x, third], gradient, options)
        : run('backward', backward, x, gradient, third),
  };
}
