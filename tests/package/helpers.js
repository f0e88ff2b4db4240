/** Shared by the tests of the package: its calls by name, seeded inputs, and an oracle for one activation. */
import assert from 'node:assert/strict';
import * as kernels from 'activation-kernels';

export const calls = /** @type {Record<string, any>} */ (kernels);
export const names = kernels.catalogue.map(({ name }) => name);
/** @param {'elementwise' | 'row' | 'gated'} kind @returns {string[]} */
export const namesOf = (kind) => kernels.catalogue.filter((entry) => entry.kind === kind).map(({ name }) => name);

/** @param {unknown} value @returns {any} what the types forbid and callers do all the same */
export const untyped = (value) => value;

/** @param {number} seed @returns {() => number} from 0 to 1, the same ones each time */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number} n @param {number} [seed] numbers of both signs, among them zeros, infinities and NaN */
export function someFloats(n, seed = 1) {
  const random = generator(seed);
  const special = [0, -0, Infinity, -Infinity, NaN];
  return Float32Array.from({ length: n }, () =>
    random() < 0.1 ? special[Math.floor(random() * 5)] : random() * 8 - 4,
  );
}

/** leakyRelu represents all: its result differs from x, it has a parameter, and its derivative is neither 0 nor 1. */
export const slope = 0.07;
const a = Math.fround(slope);

/** @typedef {(x: number, gradient: number) => number} Formula */
/** @typedef {(x: Float32Array, gradient: Float32Array, options?: { out?: Float32Array }) => Float32Array} Call */
/** @type {{ name: string, call: Call, formula: Formula }[]} */
export const forms = [
  {
    name: 'leakyRelu',
    call: (x, _, options) => kernels.leakyRelu(x, { negativeSlope: slope, ...options }),
    formula: (x) => (x > 0 ? x : a * x),
  },
  {
    name: 'leakyRelu.derivative',
    call: (x, _, options) => kernels.leakyRelu.derivative(x, { negativeSlope: slope, ...options }),
    formula: (x) => (x > 0 ? 1 : a + 0 * (x === -Infinity ? 0 : x)),
  },
  {
    name: 'leakyRelu.backward',
    call: (x, gradient, options) => kernels.leakyRelu.backward(gradient, x, { negativeSlope: slope, ...options }),
    formula: (x, gradient) => gradient * (x > 0 ? 1 : a + 0 * (x === -Infinity ? 0 : x)),
  },
];

/** @param {Float32Array} actual @param {Formula} formula @param {Float32Array} x @param {Float32Array} gradient */
export function assertResult(actual, formula, x, gradient) {
  assert.equal(actual.length, x.length);
  for (let i = 0; i < x.length; ++i) {
    const expected = Math.fround(formula(x[i], gradient[i]));
    if (!Object.is(actual[i], expected)) assert.fail(`[${i}] of ${x.length}: ${actual[i]}, expected ${expected}`);
  }
}

/** The error of a float in units of the last place of the exact value. */
export function ulps(/** @type {number} */ actual, /** @type {number} */ exact) {
  if (Object.is(actual, exact) || actual === exact) return 0;
  const unit = 2 ** Math.max(Math.floor(Math.log2(Math.abs(exact))) - 23, -149);
  const error = Math.abs(actual - exact) / unit;
  return Number.isNaN(error) ? Infinity : error;
}

/** Pages that are not isolated have shared memory, but not its name. @type {typeof SharedArrayBuffer} */
export const SharedBuffer =
  globalThis.SharedArrayBuffer ?? new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.constructor;

/** Two buffers of the same memory. @param {number} bytes @returns {[ArrayBufferLike, ArrayBufferLike]} */
export function sharedTwice(bytes) {
  const pages = Math.ceil(bytes / 2 ** 16);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages + 1, shared: true });
  const { buffer } = memory;
  memory.grow(1);
  assert.notEqual(memory.buffer, buffer);
  new Uint8Array(buffer)[0] = 42;
  assert.equal(new Uint8Array(memory.buffer)[0], 42);
  return [buffer, memory.buffer];
}
