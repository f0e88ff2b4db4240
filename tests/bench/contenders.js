/** Who takes part for one activation: our calls and kernels, the hand-written loop and the rivals. */
import { readFile } from 'node:fs/promises';
import { loops } from './loops.js';

/** @typedef {import('./measure.js').Contender} Contender */

/**
 * `count` arrays of n random numbers. Small arrays are many, 1 MiB together: a processor learns the signs of a short
 * array that comes again and again by heart, and a loop with a branch would look several times as fast as it is.
 * @typedef {object} Arrays
 * @property {number} n
 * @property {number} count
 * @property {Float32Array[]} x
 * @property {number} stride from one array to the next, in elements
 */

/** @param {Float32Array} numbers @param {number} n @returns {Arrays} */
export function divide(numbers, n) {
  const stride = Math.ceil(n / 16) * 16; // every array begins a cache line, as a fresh one does
  const count = Math.max(1, Math.floor(2 ** 18 / stride));
  return { n, count, stride, x: Array.from({ length: count }, (_, i) => numbers.subarray(i * stride, i * stride + n)) };
}

/**
 * The module of kernels.cpp.
 * @typedef {object} Kernels
 * @property {WebAssembly.Memory} memory
 * @property {() => number} addressOfX
 * @property {() => number} addressOfOut
 * @property {() => number} addressOfParameters
 * @property {(activation: number, n: number, from: number, to: number) => void} value
 * @property {(activation: number, n: number, from: number, to: number) => void} derivative
 * @property {(activation: number, n: number, gradient: number, from: number, to: number) => void} backward
 * @property {(n: number, from: number, to: number) => void} copy
 */

/** @param {Float32Array} numbers what its array x is filled with */
export async function loadKernels(numbers) {
  const file = new URL('../../build/kernels/tests/bench/bench.wasm', import.meta.url);
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  const kernels = /** @type {Kernels} */ (/** @type {unknown} */ (instance.exports));
  new Float32Array(kernels.memory.buffer, kernels.addressOfX(), numbers.length).set(numbers);
  return kernels;
}

/**
 * Who takes part for one activation. The groups: whole calls, from array to array in JavaScript, and kernels, on
 * arrays in WebAssembly memory, from one to another or in place.
 * @param {object} libraries
 * @param {import('./rivals.js').Package} libraries.ours
 * @param {Kernels} libraries.kernels
 * @param {import('./rivals.js').Tensorflow | undefined} libraries.tensorflow
 * @param {import('./rivals.js').Onnx | undefined} libraries.onnx
 * @param {import('./rivals.js').Entry} entry
 * @param {Arrays} arrays
 * @returns {Contender[]}
 */
export function contenders({ ours, kernels, tensorflow, onnx }, entry, { n, count, stride, x }) {
  const f = /** @type {any} */ (ours)[entry.name];
  const values = entry.parameters.map((parameter) => parameter.default);
  const [a, b, c] = values; // because spreading an array in a call takes longer than a short loop
  const loop = loops[entry.name];
  const ops = tensorflow && x.map(tensorflow.op);
  const expected = () => f(x[0]);
  const out = new Float32Array(n);

  const index = ours.catalogue.indexOf(entry);
  /** @param {number} address @param {number} length */
  const floats = (address, length) => new Float32Array(kernels.memory.buffer, address, length);
  floats(kernels.addressOfParameters(), values.length).set(values);
  const source = floats(kernels.addressOfX(), count * stride);
  const target = floats(kernels.addressOfOut(), count * stride);
  /** @param {number} i */
  const from = (i) => source.byteOffset + 4 * stride * i;
  /** @param {number} i */
  const to = (i) => target.byteOffset + 4 * stride * i;
  const y = () => target.subarray(0, n);
  const restore = () => target.set(source);

  /** @type {Record<string, (Omit<Contender, 'group'> | undefined)[]>} */
  const groups = {
    'whole call': [
      { name: 'ours with out', expected, run: (i) => f(x[i], { out }) },
      { name: 'ours without', expected, run: (i) => f(x[i]) },
      loop && { name: 'JS loop', expected, run: (i) => loop(x[i], out, a, b, c), y: () => out },
      tensorflow && { name: 'TensorFlow.js', expected, run: (i) => tensorflow.whole(x[i]) },
      onnx && { name: 'ONNX Runtime', expected, run: (i) => onnx(x[i]), isAsync: true },
    ],
    'kernel, from one array to another': [
      { name: 'ours', expected, run: (i) => kernels.value(index, n, from(i), to(0)), y },
      { name: 'v128 copy', expected: () => x[0], run: (i) => kernels.copy(n, from(i), to(0)), y },
      ops && {
        name: 'TensorFlow.js op',
        expected,
        run: (i) => ops[i].run(),
        y: () => ops[0].y(),
        release: () => ops.map((op) => op.release()),
      },
    ],
    'kernel, in place': [
      { name: 'ours', expected, run: (i) => kernels.value(index, n, to(i), to(i)), y, restore },
      { name: 'v128 copy', expected: () => x[0], run: (i) => kernels.copy(n, to(i), to(i)), y, restore },
    ],
    'kernel of the derivative, in place': [
      {
        name: 'ours',
        expected: () => f.derivative(x[0]),
        run: (i) => kernels.derivative(index, n, to(i), to(i)),
        y,
        restore,
      },
      {
        name: 'ours, backward',
        expected: () => f.backward(x[0], x[0]),
        run: (i) => kernels.backward(index, n, from(i), to(i), to(i)),
        y,
        restore,
      },
    ],
  };
  return Object.entries(groups).flatMap(([group, members]) =>
    members.flatMap((member) => (member ? [{ group, ...member }] : [])),
  );
}
