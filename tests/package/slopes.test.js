/** Seeded random slopes, gradients with respect to a slope, and the domains of parameters. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from 'activation-kernels';
import { assertResult, calls, namesOf, someFloats } from './helpers.js';
import { philox } from './philox.js';

test('the oracle of the random numbers returns the known answers of Random123', () => {
  const ones = Array(4).fill(0xffffffff);
  assert.deepEqual(philox([0, 0, 0, 0], [0, 0]), [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
  assert.deepEqual(philox(ones, ones.slice(2)), [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]);
  assert.deepEqual(
    philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]),
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  );
});

/** @param {number} n @param {number} seed @param {number} lower @param {number} upper */
const slopes = (n, seed, lower, upper) =>
  Float32Array.from({ length: n }, (_, i) => {
    const u = (philox([i >> 2, 0, 0, 0], [seed, 0])[i % 4] >>> 8) / 2 ** 24;
    return Math.fround(lower) + (Math.fround(upper) - Math.fround(lower)) * u;
  });

const { rrelu, prelu } = calls;
const n = 3 * 4096 + 7;

test('rrelu with a seed has its own slope for every element, the same in all calls', () => {
  const [x, gradient] = [someFloats(n), someFloats(n, 2)];
  for (const seed of [0, 1, 2 ** 31, 2 ** 32 - 1])
    for (const [lower, upper] of [
      [1 / 8, 1 / 3],
      [0, 1],
      [-2, 0],
      [0, 0],
    ]) {
      const options = { lower, upper, seed };
      const slope = slopes(n, seed, lower, upper);
      let i = 0;
      const next = () => slope[i++ % n];
      // The limit at -∞ is 0 where the slope is.
      const steep = (/** @type {number} */ v, /** @type {number} */ s) => (s === 0 && v === -Infinity ? -0 : s * v);
      assertResult(rrelu(x, options), (v, _, s = next()) => (v > 0 ? v : steep(v, s)), x, x);
      const derivative = (/** @type {number} */ v, s = next()) => (Number.isNaN(v) ? NaN : v > 0 ? 1 : s);
      assertResult(rrelu.derivative(x, options), (v) => derivative(v), x, x);
      assertResult(rrelu.backward(gradient, x, options), (v, g) => g * derivative(v), x, gradient);
    }
});

test('slopes depend only on the seed and the index, not on the length, out or earlier calls', () => {
  const x = new Float32Array(n).fill(-1);
  const all = rrelu(x, { seed: 5 });
  for (const m of [1, 3, 4, 5, 4095, 4096, 4097, n])
    assert.deepEqual(rrelu(x.subarray(0, m), { seed: 5 }), all.subarray(0, m));
  assert.notDeepEqual(rrelu(x, { seed: 6 }), all);
  assert.deepEqual(rrelu(x, { seed: undefined }), rrelu(x));
  const buffer = new Float32Array(n + 3).fill(-1);
  assert.deepEqual(rrelu(buffer.subarray(0, n), { seed: 5, out: buffer.subarray(3) }), all);
  const shares = Array(4).fill(0);
  for (const y of all) shares[Math.floor(((-y - 1 / 8) / (1 / 3 - 1 / 8)) * 4)] += 1;
  for (const share of shares) assert.ok(Math.abs(share - n / 4) < 200, `${shares}`);
});

test('a seed is a 32-bit integer, and only rrelu accepts one', () => {
  const [x, out] = [Float32Array.of(-1), Float32Array.of(42)];
  for (const seed of [-1, 0.5, 2 ** 32, NaN, Infinity])
    for (const [call, run] of /** @type {[string, () => void][]} */ ([
      ['rrelu', () => rrelu(x, { seed, out })],
      ['rrelu.derivative', () => rrelu.derivative(x, { seed, out })],
      ['rrelu.backward', () => rrelu.backward(x, x, { seed, out })],
      ['rrelu.slopeBackward', () => rrelu.slopeBackward(x, x, { seed, out })],
    ]))
      assert.throws(run, {
        name: 'RangeError',
        message: `${call}: seed must be an integer from 0 to 4294967295, not ${seed}`,
      });
  assert.throws(() => rrelu(x, { seed: '1', out }), {
    name: 'TypeError',
    message: 'rrelu: seed must be a number, not "1"',
  });
  assert.throws(() => prelu(x, { seed: 1 }), {
    name: 'TypeError',
    message: /unknown option "seed"; allowed: slope, out/,
  });
  assert.equal(out[0], 42);
});

test('slopeBackward is the gradient times x where x is not positive, for any slopes', () => {
  const [x, gradient] = [someFloats(n), someFloats(n, 2)];
  const formula = (/** @type {number} */ v, /** @type {number} */ g) => g * (v > 0 ? 0 : v);
  for (const [f, options] of [
    [prelu, {}],
    [prelu, { slope: -2 }],
    [rrelu, {}],
    [rrelu, { seed: 3, lower: -1 }],
  ]) {
    assertResult(f.slopeBackward(gradient, x, options), formula, x, gradient);
    const out = gradient.slice();
    assert.equal(f.slopeBackward(out, x, { ...options, out }), out);
    assertResult(out, formula, x, gradient);
  }
  assert.throws(() => prelu.slopeBackward(gradient.subarray(1), x), {
    name: 'RangeError',
    message: `prelu.slopeBackward: gradient must have the length of x, ${n}, not ${n - 1}`,
  });
  for (const name of namesOf('elementwise'))
    assert.equal('slopeBackward' in calls[name], ['prelu', 'rrelu', 'xielu'].includes(name), name);
});

test("xielu's slopeBackward has the gradient of alphaP where x is positive and that of alphaN elsewhere", () => {
  const { xielu } = calls;
  const x = Float32Array.of(-Infinity, -100, -3, -0.5, -0.0625, -0, 0, 0.0625, 3, 200, Infinity, NaN);
  const gradient = x.map((_, i) => [1, -0.5, 2][i % 3]);
  for (const options of [{}, { alphaP: 2, alphaN: -1, beta: 3 }]) {
    const result = xielu.slopeBackward(gradient, x, options);
    x.forEach((v, i) => {
      const expected = Math.fround(gradient[i] * (v > 0 ? v * v : Math.expm1(v) - v));
      if (Number.isFinite(expected)) assert.ok(Math.abs(result[i] - expected) <= 2 ** -23 * Math.abs(expected), `${v}`);
      else assert.ok(Object.is(result[i], expected), `${v}: ${result[i]}`);
    });
  }
  // The sum over x > 0 is the slope of the loss along alphaP, and the rest that along alphaN.
  const finite = x.subarray(1, 10);
  const weights = gradient.subarray(1, 10);
  const loss = (/** @type {object} */ options) =>
    xielu(finite, options).reduce(
      (/** @type {number} */ sum, /** @type {number} */ y, /** @type {number} */ i) => sum + weights[i] * y,
      0,
    );
  const parts = xielu.slopeBackward(weights, finite);
  for (const [name, isOwn] of /** @type {const} */ ([
    ['alphaP', (/** @type {number} */ v) => v > 0],
    ['alphaN', (/** @type {number} */ v) => v <= 0],
  ])) {
    const slope = finite.reduce((/** @type {number} */ sum, v, i) => sum + (isOwn(v) ? parts[i] : 0), 0);
    const difference = loss({ [name]: 1.5 }) - loss({ [name]: 0.5 });
    assert.ok(Math.abs(slope - difference) < 1e-5 * Math.abs(slope), `${name}: ${slope}, ${difference}`);
  }
});

test('a parameter outside its domain is a RangeError with what is allowed', () => {
  const [x, out] = [new Float32Array(2), new Float32Array(2).fill(42)];
  const domains = new Set();
  for (const { name, parameters } of catalogue)
    for (const { name: parameter, domain } of parameters) {
      domains.add(domain);
      const [text, wrong] = {
        all: ['', []],
        notNegative: ['at least 0', [-1, -1e-45]],
        positive: ['above 0', [-1, 0, -0]],
        notBelowPrevious: ['at least lower, 0.125', [-1, 0.1249]], // rrelu's
      }[domain];
      for (const value of wrong)
        for (const [call, run] of /** @type {[string, () => void][]} */ ([
          [name, () => calls[name](x, { [parameter]: value, out })],
          [`${name}.derivative`, () => calls[name].derivative(x, { [parameter]: value, out })],
          [`${name}.backward`, () => calls[name].backward(x, x, { [parameter]: value, out })],
          ['sample', () => calls.sample(name, { [parameter]: value })],
        ]))
          assert.throws(run, { name: 'RangeError', message: `${call}: ${parameter} must be ${text}, not ${value}` });
      const right = {
        all: [-3e38, -1, 0],
        notNegative: [0, -0, 1e-45],
        positive: [1e-45, 3e38],
        notBelowPrevious: [0.125, 1, 3e38],
      }[domain];
      for (const value of right) calls[name](x, { [parameter]: value });
    }
  assert.deepEqual(domains, new Set(['all', 'notNegative', 'positive', 'notBelowPrevious']));
  assert.throws(() => rrelu(x, { lower: 0.5, upper: 0.25, out }), {
    name: 'RangeError',
    message: 'rrelu: upper must be at least lower, 0.5, not 0.25',
  });
  assert.throws(() => rrelu(x, { lower: 0.5, out }), {
    message: /^rrelu: upper must be at least lower, 0\.5, not 0\.333/,
  });
  rrelu(x, { lower: 0.5, upper: 0.5 });
  assert.throws(() => calls.celu(x, { alpha: 1e-50 }), {
    message: 'celu: alpha must be above 0, not 1e-50, which is 0 as a 32-bit float',
  });
  assert.deepEqual(out, Float32Array.of(42, 42));
});
