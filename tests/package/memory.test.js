/** Shared, overlapping, resized and detached memory: the result is as if all inputs had been read first. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertResult, forms, SharedBuffer, sharedTwice, someFloats } from './helpers.js';

const n = 3 * 4096 + 5; // several chunks and a shorter one
const distances = [0, 1, 3, 4095, 4096, 4097, 2 * 4096 + 1, n - 1, n];
const bothDirections = [...new Set(distances.flatMap((distance) => [distance, -distance]))];

/** @param {ArrayBufferLike} buffer @param {number} distance in elements, from the middle of a buffer of three arrays */
const view = (buffer, distance) => new Float32Array(buffer, 4 * (n + distance), n);

/** @type {Record<string, () => [ArrayBufferLike, ArrayBufferLike]>} the input's and the output's buffer, the same memory */
const memories = {
  'an ArrayBuffer': () => {
    const buffer = someFloats(3 * n).buffer;
    return [buffer, buffer];
  },
  'a SharedArrayBuffer': () => {
    const buffer = new SharedBuffer(12 * n);
    new Float32Array(buffer).set(someFloats(3 * n));
    return [buffer, buffer];
  },
  'two SharedArrayBuffer objects of the same memory': () => {
    const [inputs, outputs] = sharedTwice(12 * n);
    new Float32Array(inputs, 0, 3 * n).set(someFloats(3 * n));
    return [inputs, outputs];
  },
  'a resizable ArrayBuffer': () => {
    const buffer = new ArrayBuffer(12 * n, { maxByteLength: 16 * n });
    new Float32Array(buffer).set(someFloats(3 * n));
    return [buffer, buffer];
  },
};

for (const { name, call, formula } of forms)
  for (const [memory, make] of Object.entries(memories)) {
    test(`${name}: out may overlap x in ${memory}, in both directions`, () => {
      for (const distance of bothDirections) {
        const [inputs, outputs] = make();
        const [x, gradient] = [view(inputs, 0).slice(), someFloats(n, 2)];
        const out = view(outputs, distance);
        assert.equal(call(view(inputs, 0), gradient, { out }), out);
        assertResult(out, formula, x, gradient);
      }
    });

    test(`${name}: out may be x in ${memory}`, () => {
      const [buffer] = make();
      const x = view(buffer, 0);
      const [before, gradient] = [x.slice(), someFloats(n, 2)];
      assert.equal(call(x, gradient, { out: x }), x);
      assertResult(x, formula, before, gradient);
    });
  }

const [backward] = forms.filter(({ name }) => name.endsWith('backward'));

for (const [memory, make] of Object.entries(memories))
  test(`backward: out may overlap x and the gradient differently in ${memory}`, () => {
    for (const toX of bothDirections)
      for (const toGradient of [-4097, -n + 1, -1, 0, 1, 3, 4096, n - 1]) {
        const [inputs, outputs] = make();
        const [x, gradient] = [view(inputs, toX), view(inputs, toGradient)];
        const [xBefore, gradientBefore] = [x.slice(), gradient.slice()];
        const out = view(outputs, 0);
        assert.equal(backward.call(x, gradient, { out }), out);
        assertResult(out, backward.formula, xBefore, gradientBefore);
      }
  });

test('backward: out may be the gradient, which may be x', () => {
  const [x, gradient] = [someFloats(n), someFloats(n, 2)];
  assertResult(backward.call(x, gradient.slice(), { out: gradient }), backward.formula, x, someFloats(n, 2));
  assertResult(backward.call(x, x, { out: x }), backward.formula, someFloats(n), someFloats(n));
});

for (const { name, call, formula } of forms) {
  test(`${name} accepts views that track the length of a resizable buffer`, () => {
    const growable = new SharedBuffer(4 * 100, { maxByteLength: 4 * n });
    const resizable = new ArrayBuffer(4 * 9000, { maxByteLength: 4 * n });
    const [x, out] = [new Float32Array(growable), new Float32Array(resizable)];
    growable.grow(4 * 5000);
    resizable.resize(4 * 5000);
    x.set(someFloats(5000));
    assert.equal(call(x, x, { out }), out);
    assertResult(out, formula, x, x);
    assert.equal(call(x, x).length, 5000);
  });

  /** @type {Record<string, (view: Float32Array) => void>} */
  const losses = {
    'has been detached': ({ buffer }) => structuredClone(buffer, { transfer: [/** @type {ArrayBuffer} */ (buffer)] }),
    'has shrunk below the view': ({ buffer }) => /** @type {ArrayBuffer} */ (buffer).resize(4),
  };
  for (const [loss, lose] of Object.entries(losses))
    test(`${name} throws a TypeError for an array whose buffer ${loss}`, () => {
      const places = name.endsWith('backward') ? ['x', 'gradient', 'out'] : ['x', 'out'];
      for (const length of [0, 8, n])
        for (const place of places) {
          const make = () => new Float32Array(new ArrayBuffer(4 * n + 16, { maxByteLength: 4 * n + 16 }), 16, length);
          /** @type {Record<string, Float32Array>} */
          const arrays = { x: make(), gradient: make(), out: make().fill(42) };
          lose(arrays[place]);
          assert.throws(() => call(arrays.x, arrays.gradient, { out: arrays.out }), {
            name: 'TypeError',
            message: `${name}: the buffer of ${place} is detached or has shrunk below the view`,
          });
          assert.ok(place === 'out' || arrays.out.every((value) => value === 42));
        }
    });
}
