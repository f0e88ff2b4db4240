/** Gated functions against plain formulas in doubles, in every convention. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, find, gated } from 'activation-kernels';
import { loops } from '../../web/lab/loops.js';
import { calls, generator, namesOf, someFloats, untyped } from './helpers.js';
import { gates, swish } from './rowOracles.js';

// The scratch holds 4,096 floats.
const shapes = [2, 4, 6, 8, 10, 14, 400, 4094, 4096, 4098, 10_000].map((columns) => [3, columns]);
shapes.push([1000, 6], [2100, 2], [1, 2 ** 17]);

/** Which elements of a row are activated, and which are the other part, by index. @type {Record<string, (i: number, half: number) => [number, number]>} */
const places = {
  first: (i, half) => [i, half + i],
  second: (i, half) => [half + i, i],
  interleaved: (i) => [2 * i, 2 * i + 1],
};

/** The activated elements of all rows, and the others. @param {Float32Array} x @param {number} columns @param {string} gate @returns {[Float32Array, Float32Array]} */
function partsOf(x, columns, gate) {
  const half = columns / 2;
  const [activated, other] = [new Float32Array(x.length / 2), new Float32Array(x.length / 2)];
  for (let i = 0; i < x.length / 2; ++i) {
    const row = Math.floor(i / half) * columns;
    const [from, beside] = places[gate](i % half, half);
    activated[i] = x[row + from];
    other[i] = x[row + beside];
  }
  return [activated, other];
}

/** The array with these parts: the inverse of partsOf(). @param {Float32Array[]} parts @param {number} columns @param {string} gate */
function joined([activated, other], columns, gate) {
  const half = columns / 2;
  const x = new Float32Array(2 * activated.length);
  for (let i = 0; i < activated.length; ++i) {
    const row = Math.floor(i / half) * columns;
    const [from, beside] = places[gate](i % half, half);
    x[row + from] = activated[i];
    x[row + beside] = other[i];
  }
  return x;
}

/** @param {Float32Array} actual @param {(i: number) => number} expected */
function assertEach(actual, expected) {
  for (let i = 0; i < actual.length; ++i)
    if (!Object.is(actual[i], expected(i))) assert.fail(`[${i}]: ${actual[i]}, expected ${expected(i)}`);
}

/**
 * @param {Float32Array} actual @param {(i: number) => number} exact @param {string} what @param {number} most in ULP
 * @param {(i: number) => number} [least] the ULP is at least that of this number: digits of slopes near 0 cancel
 */
function assertNear(actual, exact, what, most, least = () => 0) {
  for (let i = 0; i < actual.length; ++i) {
    const wanted = exact(i);
    const unit = ulpOf(Math.max(Math.abs(wanted), Math.abs(least(i))));
    const error = Object.is(actual[i], Math.fround(wanted)) ? 0 : Math.abs(actual[i] - wanted) / unit;
    if (!(error <= most)) assert.fail(`${what}[${i}]: ${actual[i]}, exactly ${wanted}, ${error} ULP`);
  }
}
const ulpOf = (/** @type {number} */ size) => 2 ** Math.max(Math.floor(Math.log2(size)) - 23, -149);

/** A formula with its limits at −∞ and ∞. @param {(x: number) => number} formula @param {[number, number]} limits */
const withLimits = (formula, limits) => (/** @type {number} */ x) =>
  Number.isNaN(x) ? NaN : x === -Infinity ? limits[0] : x === Infinity ? limits[1] : formula(x);

/**
 * Numbers of both signs, with zeros, NaN, and infinities on one side only: the product of a limit 0 and ∞ has no value.
 * @param {number} n @param {number} seed @param {boolean} hasInfinities
 */
const someParts = (n, seed, hasInfinities) =>
  someFloats(n, seed).map((x) => (hasInfinities || Math.abs(x) < Infinity ? x : 0.5));

const most = 0.51; // ULP

for (const [name, oracle] of Object.entries(gates)) {
  const { half, name: activation } = oracle;
  const f = calls[name];
  const value = withLimits(oracle.value, oracle.limits);
  const slope = withLimits(oracle.slope, oracle.slopes ?? [0, 1]);

  for (const gate of Object.keys(places)) {
    test(`${name} with gate ${gate} is the ${activation} of that part of each row times the other part, within ${most} ULP`, () => {
      for (const [rows, columns] of shapes) {
        const n = (rows * columns) / 2;
        const parts = [someParts(n, columns, true), someParts(n, columns + 1, false)];
        const x = joined(parts, columns, gate);
        const [activated, other] = partsOf(x, columns, gate);
        assert.deepEqual([activated, other], parts);
        const y = f(x, { columns, gate });
        assert.equal(y.length, other.length);
        assertNear(y, (i) => value(activated[i]) * other[i], `${rows} × ${columns} `, most);
        assert.deepEqual(f(activated, other), y);
        const out = new Float32Array(other.length);
        assert.equal(f(activated, other, { out }), out);
        assert.deepEqual(out, y);
      }
    });

    test(`${name}.backward with gate ${gate} returns the gradients of both parts, within ${most} ULP`, () => {
      for (const [rows, columns] of shapes) {
        const n = (rows * columns) / 2;
        const gradient = someParts(n, 3, false);
        const x = joined([someParts(n, columns, true), someParts(n, columns + 1, false)], columns, gate);
        const [activated, other] = partsOf(x, columns, gate);
        const result = f.backward(gradient, x, { columns, gate });
        assert.equal(result.length, x.length);
        const [ofActivated, ofOther] = partsOf(result, columns, gate);
        assertNear(ofOther, (i) => gradient[i] * value(activated[i]), 'other', most);
        const outer = (/** @type {number} */ i) => gradient[i] * other[i];
        assertNear(
          ofActivated,
          (i) => outer(i) * slope(activated[i]),
          'activated',
          most,
          (i) => outer(i) / 4,
        );
        const both = f.backward(gradient, activated, other);
        assertEach(both.gate, (i) => ofActivated[i]);
        assertEach(both.value, (i) => ofOther[i]);
      }
    });
  }

  test(`${name} with a limit and an offset has the values and gradients of clamp, at the limit those from inside`, () => {
    for (const [limit, offset] of [
      [2, 1],
      [0.5, 0],
      [Infinity, -0.25],
    ]) {
      const n = 3001;
      const [g, u, gradient] = [1, 2, 3].map((seed) => someParts(n, seed, false));
      g.set([limit, limit * 1.01, -limit, 3 * -limit].map((x) => (Number.isFinite(x) ? x : 1)));
      u.set([limit, -limit, limit * 1.01, limit * -1.01].map((x) => (Number.isFinite(x) ? x : 1)));
      const low = (/** @type {number} */ x) => (x > limit ? limit : x);
      const clamp = (/** @type {number} */ x) => (x < -limit ? -limit : low(x));
      // The sum is a float of its own, as in PyTorch.
      const factor = u.map((x) => clamp(x) + offset);
      const options = { limit, offset };
      assertNear(f(g, u, options), (i) => value(low(g[i])) * factor[i], 'value', most);
      const both = f.backward(gradient, g, u, options);
      const inside = (/** @type {number} */ x) => Math.abs(x) <= limit || Number.isNaN(x);
      const outer = (/** @type {number} */ i) => (g[i] > limit ? 0 : gradient[i] * factor[i]);
      assertNear(
        both.gate,
        (i) => (g[i] > limit ? 0 : outer(i) * slope(g[i])),
        'gate',
        most,
        (i) => outer(i) / 4,
      );
      assertNear(both.value, (i) => (inside(u[i]) ? gradient[i] * value(low(g[i])) : 0), 'value', most);
      for (const gate of Object.keys(places)) {
        const columns = 2 * n;
        assert.deepEqual(f(joined([g, u], columns, gate), { gate, ...options }), f(g, u, options));
        const [toG, toU] = partsOf(
          f.backward(gradient, joined([g, u], columns, gate), { gate, ...options }),
          columns,
          gate,
        );
        assert.deepEqual({ gate: toG, value: toU }, both);
      }
    }
    const [x, y] = [someFloats(24), someFloats(24, 2)];
    for (const options of [
      {},
      { limit: undefined, offset: undefined },
      { limit: Infinity, offset: 0 },
      { limit: 1e300 },
    ])
      assert.deepEqual(f(x, y, options), f(x, y));
  });

  test(`${name} activates the ${half} half unless it is told otherwise`, () => {
    const [x, gradient] = [someFloats(24), someFloats(12, 2)];
    for (const options of [undefined, {}, { gate: undefined }]) {
      assert.deepEqual(f(x, options), f(x, { gate: half }));
      assert.deepEqual(f.backward(gradient, x, options), f.backward(gradient, x, { gate: half }));
    }
    assert.equal(find(name)?.gate, half);
  });

  test(`${name} of two arrays: out may be any of the inputs, or overlap one`, () => {
    const n = 9000;
    const memory = someFloats(4 * n, 5);
    const [gate, value, gradient] = [0, 1, 2].map((i) => memory.slice(i * n, i * n + n));
    const wanted = f(gate, value);
    const both = f.backward(gradient, gate, value);
    for (const shift of [0, 1, -1, 4096])
      for (const over of [1, 2]) {
        const shared = new Float32Array(memory);
        const at = (/** @type {number} */ i, by = 0) => new Float32Array(shared.buffer, 4 * (i * n + by), n);
        assert.deepEqual(f(at(0), at(1), { out: at(over, shift) }), wanted);
      }
    const shared = new Float32Array(memory);
    const at = (/** @type {number} */ i) => shared.subarray(i * n, i * n + n);
    const out = { gate: at(1), value: at(0) };
    assert.equal(f.backward(at(2), at(0), at(1), { out }), out);
    assertEach(out.gate, (i) => both.gate[i]);
    assertEach(out.value, (i) => both.value[i]);
    assert.deepEqual(f.backward(new Float32Array(0), new Float32Array(0), new Float32Array(0)), {
      gate: new Float32Array(0),
      value: new Float32Array(0),
    });
  });

  test(`${name}: errors name a wrong gate and wrong arrays, and what is allowed`, () => {
    const x = new Float32Array(12);
    const five = new Float32Array(5);
    const backward = `${name}.backward`;
    for (const [call, type, message] of /** @type {[() => unknown, string, string][]} */ ([
      [() => f(x, { gate: 'third' }), 'RangeError', `${name}: gate must be first, second or interleaved, not "third"`],
      [() => f(x, { gate: 1 }), 'RangeError', `${name}: gate must be first, second or interleaved, not 1`],
      [() => f(x, five), 'RangeError', `${name}: value must have the length of gate, 12, not 5`],
      [() => f(x, x, { out: five }), 'RangeError', `${name}: out must have the length of gate, 12, not 5`],
      [
        () => f(x, x, { columns: 4 }),
        'TypeError',
        `${name}: unknown option "columns"; allowed: ${name === 'swiglu' ? 'alpha, ' : ''}limit, offset, out`,
      ],
      [() => f(x, { limit: 0 }), 'RangeError', `${name}: limit must be above 0 as a 32-bit float, not 0`],
      [() => f(x, x, { limit: NaN }), 'RangeError', `${name}: limit must be above 0 as a 32-bit float, not NaN`],
      [() => f(x, { limit: '7' }), 'TypeError', `${name}: limit must be a number, not "7"`],
      [
        () => f(x, x, { offset: Infinity }),
        'RangeError',
        `${name}: offset must be finite as a 32-bit float, not Infinity`,
      ],
      [() => f.backward(x, x, x, { offset: null }), 'TypeError', `${backward}: offset must be a number, not null`],
      [
        () => f(x, new Float64Array(12)),
        'TypeError',
        `${name}: value must be a Float32Array, not a Float64Array; wrap it: Float32Array.from(value)`,
      ],
      [() => f.backward(five, x, x), 'RangeError', `${backward}: gradient must have the length of gate, 12, not 5`],
      [
        () => f.backward(x, x, x, { out: { gate: x, value: x } }),
        'RangeError',
        `${backward}: out.gate and out.value must not overlap`,
      ],
      [
        () => f.backward(x, x, x, { out: { gate: x } }),
        'TypeError',
        `${backward}: out.value must be a Float32Array, not undefined`,
      ],
      [
        () => f.backward(x, x, x, { out: x }),
        'TypeError',
        `${backward}: out: options must be an object such as { gate: … }, not a Float32Array`,
      ],
    ]))
      assert.throws(call, { name: type, message });
  });

  test(`${name}: without columns x is one row, and an empty array has no rows`, () => {
    const x = someFloats(24);
    assert.deepEqual(f(x), f(x, { columns: 24 }));
    assert.deepEqual(f.backward(x.subarray(12), x), f.backward(x.subarray(12), x, { columns: 24 }));
    const empty = new Float32Array(0);
    assert.deepEqual([f(empty), f(empty, { columns: 4 }), f.backward(empty, empty)], [empty, empty, empty]);
  });

  test(`${name}: errors name wrong columns and lengths, and what is allowed`, () => {
    const x = new Float32Array(12);
    for (const columns of [0, 3, 1, 8, -2, 2.5, NaN])
      assert.throws(() => f(x, { columns }), {
        name: 'RangeError',
        message: `${name}: columns must be a positive even integer that divides the length of x, 12, not ${columns}`,
      });
    assert.throws(() => f(new Float32Array(5)), { name: 'RangeError', message: / even .* length of x, 5, not 5$/ });
    const message = (/** @type {string} */ form, /** @type {string} */ what) =>
      `${form}: ${what} must have half the length of x, 6, not 12`;
    assert.throws(() => f(x, { out: x }), { name: 'RangeError', message: message(name, 'out') });
    assert.throws(() => f.backward(x, x), { name: 'RangeError', message: message(`${name}.backward`, 'gradient') });
    assert.throws(() => f.backward(x.subarray(6), x, { out: x.subarray(6) }), {
      name: 'RangeError',
      message: `${name}.backward: out must have the length of x, 12, not 6`,
    });
  });
}

test('swiglu with alpha, limit and offset is the gate of gpt-oss, ONNX’s and ggml’s with an alpha', () => {
  const [g, u] = [someParts(5000, 1, false), someParts(5000, 2, false)].map((x) => x.map((v) => 4 * v));
  const [alpha, limit, offset] = [1.702, 7, 1];
  const low = (/** @type {number} */ x) => (x > limit ? limit : x);
  const gate = swish(Math.fround(alpha));
  const expected = (/** @type {number} */ i) =>
    Math.fround(low(u[i]) < -limit ? -limit + offset : low(u[i]) + offset) * gate.value(low(g[i]));
  assertNear(calls.swiglu(g, u, { alpha, limit, offset }), expected, 'gpt-oss', 0.51);
  assertNear(
    calls.swiglu(joined([g, u], 10, 'interleaved'), { alpha, limit, offset, gate: 'interleaved' }),
    expected,
    'rows',
    0.51,
  );
  for (const alpha of [0, 0.5, -1, 2.5]) {
    assertNear(calls.swiglu(g, u, { alpha }), (i) => swish(alpha).value(g[i]) * u[i], `alpha ${alpha}`, 0.51);
    const both = calls.swiglu.backward(u, g, g, { alpha });
    assertNear(both.value, (i) => swish(alpha).value(g[i]) * u[i], `alpha ${alpha}`, 0.51);
    const outer = (/** @type {number} */ i) => (g[i] * u[i]) / 4;
    assertNear(both.gate, (i) => swish(alpha).slope(g[i]) * g[i] * u[i], `alpha ${alpha}`, 0.51, outer);
  }
  assert.throws(() => calls.swiglu(g, { alpha: NaN }), {
    name: 'RangeError',
    message: 'swiglu: alpha must be finite as a 32-bit float, not NaN',
  });
  assert.throws(() => calls.geglu(g, { alpha: 1 }), {
    name: 'TypeError',
    message: 'geglu: unknown option "alpha"; allowed: columns, gate, limit, offset, out',
  });
});

test('swiglu keeps the limits of silu: an infinite gate times 0 is NaN', () => {
  const g = Float32Array.of(Infinity, Infinity, Infinity, -Infinity, -Infinity, NaN, -0, 3);
  const u = Float32Array.of(0, 1e-45, -2, 3e38, -2, 1, 2, -0);
  const [swiglu, glu] = [
    [NaN, Infinity, -Infinity, -0, 0, NaN, -0, -0],
    [0, 1.401298464324817e-45, -2, 0, -0, NaN, 1, -0],
  ];
  assertEach(calls.swiglu(g, u), (i) => swiglu[i]);
  assertEach(calls.glu(g, u), (i) => glu[i]);
});

/** Parameters other than the defaults. @type {Record<string, Record<string, number>>} */
const others = {
  elu: { alpha: 2 },
  celu: { alpha: 0.5 },
  leakyRelu: { negativeSlope: 0.2 },
  silu: { beta: 2 },
  hardTanh: { minValue: -0.5, maxValue: 2 },
};

for (const name of namesOf('elementwise')) {
  const [f, own] = [calls[name], gated(calls[name])];
  const random = generator(7);
  const [g, u, gradient] = [0, 1, 2].map(() => Float32Array.from({ length: 4500 }, () => random() * 12 - 6));

  test(`gated(${name}) is ${name} of one part times the other, with the parameters of ${name}`, () => {
    for (const options of [undefined, ...(others[name] ? [others[name]] : [])]) {
      const [open, slope] = [f(g, options), f.derivative(g, options)];
      const y = own(g, u, options);
      const both = own.backward(gradient, g, u, options);
      // The activation and its slope are themselves within half an ULP or so.
      assertNear(y, (i) => open[i] * u[i], 'value', 2);
      assertNear(both.value, (i) => open[i] * gradient[i], 'gradient of the value', 2);
      assertNear(both.gate, (i) => slope[i] * u[i] * gradient[i], 'gradient of the gate', 2.5);
      const plain = loops[name];
      if (plain) {
        const values = (find(name)?.parameters ?? []).map((p) => options?.[p.name] ?? p.default);
        const [formula, ofGate] = [new Float32Array(g.length), new Float32Array(g.length)];
        plain.value(g, formula, ...values);
        plain.backward(gradient, g, ofGate, ...values);
        y.forEach((v, i) => {
          const [size, sum] = [Math.abs(u[i]), Math.abs(formula[i] * u[i])];
          assert.ok(Math.abs(v - formula[i] * u[i]) <= 2e-6 * (size + sum), `${v}, ${formula[i] * u[i]}`);
          assert.ok(Math.abs(both.gate[i] - ofGate[i] * u[i]) <= 2e-5 * (1 + Math.abs(ofGate[i])) * size);
        });
      }
      for (const gate of Object.keys(places)) {
        const x = joined([g, u], 10, gate);
        assert.deepEqual(own(x, untyped({ ...options, columns: 10, gate })), y);
        const [ofActivated, ofOther] = partsOf(
          own.backward(gradient, x, untyped({ ...options, columns: 10, gate })),
          10,
          gate,
        );
        assert.deepEqual({ gate: ofActivated, value: ofOther }, both);
      }
    }
    assert.deepEqual(own(g), own(g, { gate: 'first' }));
    assert.equal(own.name, `gated(${name})`);
    assert.ok(Object.isFrozen(own));
  });
}

test('gated functions of the catalogue have the bits of gated() with their activation', () => {
  const [x, gradient] = [someFloats(600), someFloats(300, 2)];
  for (const { name, gate, activated } of catalogue) {
    if (!activated) continue;
    const own = gated(calls[activated]);
    assert.equal(gates[name].name, activated);
    assert.deepEqual(own(x, { gate }), calls[name](x));
    assert.deepEqual(own.backward(gradient, x, { gate }), calls[name].backward(gradient, x));
  }
});

test('a gated function throws if options follow a value that is not an array', () => {
  const [gate, value] = [Float32Array.of(1, 2), Float32Array.of(3, 4)];
  for (const [call, told] of /** @type {[() => unknown, RegExp][]} */ ([
    [
      () => calls.swiglu(gate, untyped(undefined), { limit: 7 }),
      /^swiglu: value must be a Float32Array, not undefined/,
    ],
    [() => calls.swiglu(gate, untyped({}), { gate: 'second' }), /^swiglu: value must be a Float32Array, not/],
    [
      () => calls.swiglu.backward(value, gate, untyped(undefined), { limit: 7 }),
      /^swiglu.backward: value must be a Float32Array, not undefined/,
    ],
    [() => calls.swiglu(gate, { gate: untyped(null) }), /^swiglu: gate must be .*, not null/],
  ]))
    assert.throws(call, { message: told });
});

test('gated(hardSigmoid): its own offset is an option, and the other part has none', () => {
  const own = gated(calls.hardSigmoid);
  const [gate, value] = [Float32Array.of(0, 1, -9), Float32Array.of(10, 2, 3)];
  assert.deepEqual(own(gate, value, { offset: 0.5 }), own(gate, value));
  const wanted = Float32Array.from(value, (v, i) => v * calls.hardSigmoid(gate, { offset: 0.25 })[i]);
  assert.deepEqual(own(gate, value, { offset: 0.25 }), wanted);
});

test('gated(): errors name its own calls, and say which functions can be the gate', () => {
  const x = new Float32Array(12);
  for (const [call, type, message] of /** @type {[() => unknown, string, string][]} */ ([
    [
      () => gated(untyped('mish')),
      'TypeError',
      'gated: activation must be an elementwise activation, not "mish"; pass the function: mish, or activation("mish")',
    ],
    [
      () => gated(untyped(calls.softmax)),
      'TypeError',
      'gated: activation must be an elementwise activation, not softmax; softmax takes whole rows: call it by itself',
    ],
    [
      () => gated(untyped(calls.mish.derivative)),
      'TypeError',
      'gated: activation must be an elementwise activation, not derivative',
    ],
    [
      () => gated(untyped(Math.tanh)),
      'TypeError',
      'gated: activation must be an elementwise activation, not tanh; this tanh is of another module, or of another copy of this package',
    ],
    [
      () => gated(untyped(undefined)),
      'TypeError',
      'gated: activation must be an elementwise activation, not undefined',
    ],
    [
      () => gated(calls.elu)(x, untyped({ beta: 1 })),
      'TypeError',
      'gated(elu): unknown option "beta"; allowed: columns, gate, alpha, limit, offset, out; did you mean alpha?',
    ],
    [
      () => gated(calls.softplus)(x, x, untyped({ beta: 0 })),
      'RangeError',
      'gated(softplus): beta must be above 0, not 0',
    ],
    [
      () => gated(calls.elu).backward(x, x),
      'RangeError',
      'gated(elu).backward: gradient must have half the length of x, 6, not 12',
    ],
  ]))
    assert.throws(call, { name: type, message });
});
