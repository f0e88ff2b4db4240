/** Samples a curve: a grid by index, every kink, and both sides of every jump. */
import { catalogue, find } from './catalogue.js';
import { finite, readParameters } from './checks.js';
import { activation } from './kernels.js';
import { load } from './module.js';
import { gridIn, viewOf } from './range.js';

/** @import { ActivationName } from '../../build/kernels/activations.js' */
/** @import { Entry } from './catalogue.js' */

/**
 * A place where f or f′ jumps.
 * @typedef {object} Kink
 * @property {number} x where f or f′ jumps
 * @property {[number, number]} y the limits of f from the left and from the right
 * @property {[number, number]} derivative the limits of f′
 * @property {[number, number]} at the values of f and f′ there
 */
/**
 * A curve as points.
 * @typedef {object} Samples
 * @property {Float32Array} x ascending; where f jumps, x occurs twice
 * @property {Float32Array} y f(x); where f jumps, the limit from the left, then the one from the right
 * @property {Float32Array} derivative f′(x); where only f′ jumps, the value of the kernel
 * @property {Kink[]} kinks where f or f′ jumps, ascending
 */

const maxPoints = 1_000_000;

/** @param {number} x the float32 next to x, in the direction of ±1 */
function neighbour(x, /** @type {1 | -1} */ direction) {
  const float = Float32Array.of(x);
  const bits = new Int32Array(float.buffer);
  if (x === 0) return direction * 2 ** -149;
  bits[0] += x > 0 === direction > 0 ? 1 : -1;
  return float[0];
}

/**
 * Samples an elementwise activation at min + i · step, at `max`, and at every kink between.
 *
 * `sample('leakyRelu', { min: -20, max: 20, step: 0.1, negativeSlope: 0.07 })` has 401 points.
 * @param {ActivationName | (string & {})} name in the catalogue, or a framework's alias
 * @param {{ min?: number, max?: number, step?: number } & Record<string, number | undefined>} [options]
 *   `min`, `max` (those of a plot of this function alone), `step` ((max − min) / 400) and the activation's parameters
 * @returns {Samples}
 * @throws {TypeError | RangeError} if the name or an option is unknown, the function is not elementwise, a number is not
 *   finite or outside its domain, min is not below max, step is not positive, or there would be more than a million
 *   points
 */
export function sample(name, options) {
  /** @type {import('./kernels.js').Elementwise<Record<string, number>>} */
  const f = activation(find(name)?.name ?? name);
  const entry = /** @type {Entry} */ (find(name));
  if (entry.kind !== 'elementwise') throw new TypeError(`sample: ${entry.name} is not elementwise and has no curve`);
  const names = entry.parameters.map((parameter) => parameter.name);
  const values = readParameters('sample', entry, options, [...names, 'min', 'max', 'step']);
  const given = Object.entries({ min: options?.min, max: options?.max, step: options?.step });
  for (const [key, value] of given) if (value !== undefined) finite('sample', key, value);
  const parameters = Object.fromEntries(entry.parameters.map(({ name }, i) => [name, values[i]]));
  const all = [...kinks(entry, values)]
    .filter((at, i, ascending) => Number.isFinite(at) && at !== ascending[i - 1])
    .map((at) => limits(f, at, parameters))
    .filter(({ jumps, derivative: [left, right] }) => jumps || left !== right);
  const view = viewOf([{ name: entry.name, kinks: all.map(({ x }) => x) }]);
  const { min, max, step } = gridIn(view, options ?? {});
  if (!(Math.fround(min) < Math.fround(max)))
    throw new RangeError(`sample: min must be below max as 32-bit floats, not ${min} with max ${max}`);
  if (!(step > 0)) throw new RangeError(`sample: step must be above 0, not ${step}`);
  const last = Math.floor((max - min) / step);
  if (last >= maxPoints)
    throw new RangeError(`sample: step must be at least ${(max - min) / (maxPoints - 1)} for this range, not ${step}`);

  const sides = all.filter(({ x }) => x > min && x < max);
  const x = [];
  const pending = [...sides];
  for (let i = 0; i <= last + 1; ++i) {
    const next = Math.fround(i > last ? max : Math.min(min + i * step, max));
    for (; pending[0]?.x <= next; pending.shift()) x.push(pending[0].x, ...(pending[0].jumps ? [pending[0].x] : []));
    if (x.length === 0 || next > x[x.length - 1]) x.push(next);
  }
  const points = Float32Array.from(x);
  const y = f(points, parameters);
  const derivative = f.derivative(points, parameters);
  for (const side of sides) {
    if (!side.jumps) continue;
    const at = points.indexOf(side.x);
    y.set(side.y, at);
    derivative.set(side.derivative, at);
  }
  return { x: points, y, derivative, kinks: sides.map(({ jumps, ...kink }) => kink) };
}

/**
 * Returns the limits at `x`, read at the neighbouring floats, and whether f jumps, that is, changes by more than its
 * slopes and one rounding explain. If it does not, both limits are f(x).
 * @param {import('./kernels.js').Elementwise<Record<string, number>>} f
 * @param {number} x
 * @param {Record<string, number>} parameters
 */
function limits(f, x, parameters) {
  const around = Float32Array.of(neighbour(x, -1), x, neighbour(x, 1));
  const [before, at, after] = f(around, parameters);
  const [left, middle, right] = f.derivative(around, parameters);
  const slope = Math.abs(left) + Math.abs(right);
  const rounding = 2 ** -22 * (Math.abs(before) + Math.abs(after)) + 2 ** -148;
  const jumps = Math.abs(after - before) > slope * (around[2] - around[0]) + rounding;
  /** @type {Kink} */
  const kink = { x, y: jumps ? [before, after] : [at, at], derivative: [left, right], at: [at, middle] };
  return { ...kink, jumps };
}

/**
 * Where f or f′ jumps, ascending.
 * @param {Entry} entry elementwise
 * @param {number[]} values of its parameters
 */
function kinks(entry, values) {
  const module = load();
  module.parameters.set(values);
  return module.x.slice(0, module.kinks(catalogue.indexOf(entry)));
}
