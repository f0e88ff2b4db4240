/** The catalogue, find() and the package's exports. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue, find, supported } from 'activation-kernels';
import { calls, names, untyped } from './helpers.js';

test('the exports are the activations and the documented names', () => {
  const documented = [
    'activation',
    'catalogue',
    'find',
    'formatPlot',
    'gated',
    'parsePlot',
    'pipe',
    'ready',
    'sample',
    'supported',
  ];
  assert.deepEqual(Object.keys(calls).sort(), [...names, ...documented].sort());
  assert.equal(supported, true);
});

test('every entry has the documented keys with the documented types', () => {
  assert.ok(catalogue.length >= 5);
  for (const entry of catalogue) {
    const keys = [
      'name',
      'label',
      'kind',
      'family',
      'formula',
      'derivative',
      ...(entry.kind === 'elementwise' ? ['view'] : entry.kind === 'gated' ? ['gate', 'activated'] : []),
      ...(entry.name === 'logSumExp' ? ['reduces'] : []),
      'aliases',
      'parameters',
      'calls',
      'options',
    ];
    assert.deepEqual(Object.keys(entry), keys);
    for (const text of [entry.name, entry.label, entry.formula, entry.derivative]) assert.match(text, /./);
    assert.match(entry.kind, /^(elementwise|row|gated)$/);
    const families =
      entry.kind === 'elementwise' ? ['basic', 'rectifier', 'smooth', 'sigmoid', 'shrinkage'] : [entry.kind];
    assert.ok(families.includes(entry.family), entry.name);
    const frameworks = 'torch keras onnx jax tfjs huggingFace timm mlx ggml webnn coreml nnlib'.split(' ');
    assert.deepEqual(Object.keys(entry.aliases), frameworks);
    for (const alias of Object.values(entry.aliases).flat()) assert.match(alias, /^[\wσ.]+(\(.+\))?$/);
    for (const parameter of entry.parameters) {
      const { name, symbol, domain, slider, aliases, ...numbers } = parameter;
      assert.match(name, /^[a-z]\w*$/);
      assert.match(symbol, /./);
      for (const alias of aliases) assert.match(alias, /^[a-z]\w*$/);
      assert.deepEqual(Object.keys(numbers), ['default', 'min', 'max', 'step']);
      assert.deepEqual(Object.keys(slider), ['min', 'max']);
      assert.ok([...Object.values(numbers), ...Object.values(slider)].every(Number.isFinite));
      assert.match(domain, /^(all|notNegative|positive|notBelowPrevious)$/);
    }
  }
});

test('every entry lists its calls and their options', () => {
  const rowOptions = { elementwise: [], row: ['columns'], gated: ['columns', 'gate', 'limit', 'offset'] };
  /** @type {Record<string, string[]>} */
  const own = {
    rrelu: ['seed'],
    softmax: ['scale', 'mask', 'causal', 'queries', 'sink', 'masked'],
    swiglu: ['alpha'],
  };
  for (const { name, kind, calls: forms, options } of catalogue) {
    assert.deepEqual(Object.keys(calls[name]), forms, name);
    const slope = ['prelu', 'rrelu', 'xielu'].includes(name) ? ['slopeBackward'] : [];
    const sink = name === 'softmax' ? ['sinkBackward'] : [];
    assert.deepEqual(forms, kind === 'elementwise' ? ['derivative', 'backward', ...slope] : ['backward', ...sink]);
    assert.deepEqual(options, [...rowOptions[kind], ...(own[name] ?? [])]);
  }
  for (const [kind, known] of Object.entries({
    row: ['softmax', 'logSoftmax', 'softmin', 'logSumExp', 'hardmax', 'sparsemax', 'entmax15'],
    gated: ['glu', 'reglu', 'geglu', 'gegluTanh', 'gegluQuick', 'swiglu', 'seglu', 'bilinear'],
  }))
    for (const name of known) assert.equal(find(name)?.kind, kind, name);
});

test('numbers are decimals, not rounded to float32', () => {
  assert.deepEqual(find('leakyRelu')?.parameters, [
    {
      name: 'negativeSlope',
      symbol: 'a',
      default: 0.01,
      min: -2,
      max: 2,
      step: 0.01,
      slider: { min: 0, max: 0.5 },
      domain: 'all',
      aliases: ['alpha'],
    },
  ]);
});

test('a slider has at most 100 steps, within the limits, with the default on a step', () => {
  for (const { name, parameters } of catalogue)
    for (const { name: parameter, min, max, step, slider, default: initial } of parameters) {
      const message = `${name}: ${parameter}`;
      const steps = (/** @type {number} */ value) => (value - slider.min) / step;
      assert.ok(min <= slider.min && slider.min <= initial && initial <= slider.max && slider.max <= max, message);
      assert.ok(steps(slider.max) <= 100, message);
      // The slider can also widen to the limits, with the same steps.
      for (const value of [initial, slider.max, min, max])
        assert.ok(Math.abs(steps(value) - Math.round(steps(value))) < 1e-9, `${message}: ${value}`);
    }
});

test('sliders cover the values of the tutorial, of the frameworks and of papers', () => {
  /** @type {[string, string, number[]][]} */
  const known = [
    ['leakyRelu', 'negativeSlope', [0, 0.01, 0.07, 0.1, 0.2, 0.3]],
    ['prelu', 'slope', [0, 0.25, 0.681]],
    ['rrelu', 'upper', [1 / 8, 1 / 3]],
    ['elu', 'alpha', [0.1, 1, 1.6733]],
    ['hardSigmoid', 'slope', [1 / 6, 0.2, 0.5]],
    ['silu', 'beta', [0, 1, 1.702]],
    ['squareplus', 'b', [4, 4 * Math.LN2 ** 2]],
    ['softCap', 'cap', [30, 50]],
    ['scaledTanh', 'alpha', [1, 1.7159]],
    ['xielu', 'alphaN', [0.8]],
    ['selu', 'gamma', [1, 1.0507, 2]],
  ];
  for (const [name, parameter, values] of known) {
    const slider = find(name)?.parameters.find((p) => p.name === parameter)?.slider;
    for (const value of values)
      assert.ok(slider && slider.min <= value && value <= slider.max, `${name}: ${parameter} ${value}`);
  }
});

test('the catalogue survives a round trip through JSON', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(catalogue)), catalogue);
});

test('the catalogue is deeply frozen', () => {
  /** @param {unknown} value */
  const check = (value) => {
    if (typeof value !== 'object' || value === null) return;
    assert.ok(Object.isFrozen(value));
    Object.values(value).forEach(check);
  };
  check(catalogue);
  assert.throws(() => untyped(catalogue).push(1), TypeError);
});

test('find() finds every entry by its name and by every alias', () => {
  for (const entry of catalogue)
    for (const name of [entry.name, ...Object.values(entry.aliases).flat()]) assert.equal(find(name), entry, name);
  assert.equal(find('torch.nn.LeakyReLU')?.name, 'leakyRelu');
});

test('no framework has one name for two functions', () => {
  for (const framework of Object.keys(catalogue[0].aliases)) {
    const all = catalogue.flatMap(({ aliases }) => aliases[/** @type {'torch'} */ (framework)]);
    assert.deepEqual(all, [...new Set(all)]);
  }
});

test('find() returns undefined for any other name', () => {
  for (const name of ['', 'leaky', 'toString', '__proto__', 'constructor', undefined, null, 0, {}, []])
    assert.equal(find(untyped(name)), undefined);
});
