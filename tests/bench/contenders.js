/** The contenders for one activation: our calls and kernels, a hand-written loop, and other libraries. */
import { readFile } from 'node:fs/promises';
import { loops } from './loops.js';

/** @typedef {import('./measure.js').Contender} Contender */

/**
 * `count` arrays of n random numbers. If the arrays are short, there are 1 MiB of them: branch prediction would learn the
 * signs of a single short array, and a loop with a branch would seem several times as fast as it is.
 * @typedef {object} Arrays
 * @property {number} n
 * @property {number} count
 * @property {Float32Array[]} x
 * @property {number} stride from one array to the next, in elements
 */

/** @param {Float32Array} numbers @param {number} n @returns {Arrays} */
export function divide(numbers, n) {
  const stride = Math.ceil(n / 16) * 16; // every array begins at a cache line, as a new array does
  const count = Math.max(1, Math.floor(2 ** 18 / stride));
  return { n, count, stride, x: Array.from({ length: count }, (_, i) => numbers.subarray(i * stride, i * stride + n)) };
}

/**
 * The module of kernels.cpp.
 * @typedef {object} Kernels
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize computes what C++ cannot at compile time
 * @property {() => number} addressOfX
 * @property {() => number} addressOfOut
 * @property {() => number} addressOfParameters
 * @property {(activation: number, n: number, from: number, to: number) => void} value
 * @property {(activation: number, n: number, from: number, to: number) => void} derivative
 * @property {(activation: number, n: number, gradient: number, from: number, to: number) => void} backward
 * @property {(n: number, from: number, to: number) => void} copy
 */

/** @param {Float32Array} numbers the content of its array x */
export async function loadKernels(numbers) {
  const file = new URL('../../build/kernels/tests/bench/bench.wasm', import.meta.url);
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  const kernels = /** @type {Kernels} */ (/** @type {unknown} */ (instance.exports));
  kernels._initialize();
  new Float32Array(kernels.memory.buffer, kernels.addressOfX(), numbers.length).set(numbers);
  return kernels;
}

/**
 * @typedef {object} Libraries
 * @property {import('./rivals.js').Package} ours
 * @property {Kernels} kernels
 * @property {import('./rivals.js').Tensorflow | undefined} tensorflow
 * @property {import('./rivals.js').Onnx | undefined} onnx
 */
/** @typedef {Omit<Contender, 'group' | 'n' | 'count'>} Member */

export const groups = {
  wholeCall: 'whole call',
  between: 'kernel, from one array to another',
  inPlace: 'kernel, in place',
  derivative: 'kernel of the derivative, in place',
};

/**
 * The contenders for one activation at one length. The groups are whole calls, from array to array in JavaScript, and
 * kernels, on arrays in WebAssembly memory, out of place or in place.
 * @param {Libraries} libraries
 * @param {import('./rivals.js').Entry} entry
 * @param {Float32Array} numbers
 * @param {number} n
 * @returns {Contender[]}
 */
export function contenders(libraries, entry, numbers, n) {
  /** @param {string} group @param {(Member | undefined)[]} members @param {Arrays} arrays */
  const gathered = (group, members, { n, count }) =>
    members.flatMap((member) => (member ? [{ group, n, count, ...member }] : []));
  /** @type {string} */
  const kind = entry.kind;
  if (kind === 'elementwise') {
    const arrays = divide(numbers, n);
    return [
      ...gathered(groups.wholeCall, wholeCalls(libraries, entry, arrays), arrays),
      ...Object.entries(bareKernels(libraries, entry, arrays)).flatMap(([group, members]) =>
        gathered(group, members, arrays),
      ),
    ];
  }
  // Rows of a small classifier, of ImageNet's classes, and a single row. Gated functions hardly depend on the length.
  const even = n - (n % 2);
  const rows = kind === 'gated' ? { 'rows of 400': 400 } : { 'rows of 10': 10, 'rows of 1,000': 1000, 'one row': even };
  return Object.entries(rows).flatMap(([title, columns]) => {
    if (columns > n) return [];
    const arrays = divide(numbers, n - (n % columns));
    const isOneRow = columns === arrays.n && kind === 'row'; // the bare kernels take one row only
    const kernels = isOneRow ? bareKernels(libraries, entry, arrays, columns)[groups.between] : [];
    return [
      ...gathered(`${groups.wholeCall}, ${title}`, wholeCalls(libraries, entry, arrays, columns), arrays),
      ...gathered(`${groups.between}, ${title}`, kernels, arrays),
    ];
  });
}

/**
 * @param {Libraries} libraries @param {import('./rivals.js').Entry} entry @param {Arrays} arrays
 * @param {number} [columns]
 * @returns {(Member | undefined)[]}
 */
function wholeCalls({ ours, tensorflow, onnx }, entry, { n, x }, columns) {
  const f = /** @type {any} */ (ours)[entry.name];
  // Parameters one by one, because spreading an array in a call takes longer than a short loop.
  const [a, b, c] = columns ? [columns] : entry.parameters.map((parameter) => parameter.default);
  const loop = loops[entry.name];
  const options = columns && { columns };
  const expected = () => f(x[0], options);
  const out = new Float32Array(expected().length);
  const withOut = { ...options, out };
  const gradients = x.map((own) => own.subarray(0, out.length));
  const toX = { ...options, out: new Float32Array(n) };
  return [
    { name: 'ours with out', expected, run: (i) => f(x[i], withOut) },
    { name: 'ours without', expected, run: (i) => f(x[i], options) },
    {
      name: 'ours, backward',
      expected: () => f.backward(gradients[0], x[0], options),
      run: (i) => f.backward(gradients[i], x[i], toX),
    },
    loop && { name: 'JS loop', expected, run: (i) => loop(x[i], out, a, b, c), y: () => out },
    tensorflow && { name: 'TensorFlow.js', expected, run: (i) => tensorflow.whole(x[i], columns) },
    onnx && { name: 'ONNX Runtime', expected, run: (i) => onnx(x[i], columns), isAsync: true },
  ];
}

/**
 * Three cheap functions, one after another.
 * @param {import('./rivals.js').Package} ours @param {Float32Array} numbers @param {number} length
 * @returns {Contender[]}
 */
export function chains({ hardTanh, leakyRelu, pipe, relu }, numbers, length) {
  const { n, count, x } = divide(numbers, length);
  const out = new Float32Array(n);
  const oneByOne = (/** @type {Float32Array} */ x) => hardTanh(leakyRelu(relu(x)));
  const members = {
    pipe: (/** @type {number} */ i) => pipe(x[i], [relu, leakyRelu, hardTanh], { out }),
    'three calls with out': (/** @type {number} */ i) => {
      relu(x[i], { out });
      leakyRelu(out, { out });
      return hardTanh(out, { out });
    },
    'three calls without': (/** @type {number} */ i) => oneByOne(x[i]),
  };
  const common = { group: groups.wholeCall, n, count, expected: () => oneByOne(x[0]) };
  return Object.entries(members).map(([name, run]) => ({ ...common, name, run }));
}

/**
 * Calls with so few elements that the overhead of the call dominates.
 * @param {import('./rivals.js').Package} ours @param {Float32Array} numbers @param {number} length
 * @returns {Contender[]}
 */
export function shortCalls({ leakyRelu, relu }, numbers, length) {
  const { n, count, x } = divide(numbers, length);
  const out = new Float32Array(n);
  const common = { group: groups.wholeCall, n, count };
  return [
    { ...common, name: 'relu with out', expected: () => relu(x[0]), run: (i) => relu(x[i], { out }) },
    {
      ...common,
      name: 'leakyRelu with out',
      expected: () => leakyRelu(x[0], { negativeSlope: 0.1 }),
      run: (i) => leakyRelu(x[i], { negativeSlope: 0.1, out }),
    },
  ];
}

/**
 * @param {Libraries} libraries @param {import('./rivals.js').Entry} entry @param {Arrays} arrays
 * @param {number} [columns]
 * @returns {Record<string, (Member | undefined)[]>} by group
 */
function bareKernels({ ours, kernels, tensorflow }, entry, { n, count, stride, x }, columns) {
  const f = /** @type {any} */ (ours)[entry.name];
  const expected = () => f(x[0]);
  const index = ours.catalogue.indexOf(entry);
  // A gated function takes the parameters of its activation.
  const { parameters } = ours.find(entry.activated ?? entry.name) ?? entry;
  const values = parameters.map((parameter) => parameter.default);
  const ops = tensorflow && x.map((own) => tensorflow.op(own, columns));
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
  return {
    [groups.between]: [
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
    [groups.inPlace]: [
      { name: 'ours', expected, run: (i) => kernels.value(index, n, to(i), to(i)), y, restore },
      { name: 'v128 copy', expected: () => x[0], run: (i) => kernels.copy(n, to(i), to(i)), y, restore },
    ],
    [groups.derivative]: [
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
}
