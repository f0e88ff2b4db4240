/** The programs that the page exports: Python compiles those in Python, Node.js runs those in JavaScript. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { catalogue, parsePlot } from 'activation-kernels';
import { codeOf } from '../../web/page/code.js';
import { calls, namesOf } from '../package/helpers.js';
import { runPython } from '../python.js';

/** Each function with its defaults, and with each parameter at a third of its range. */
const forms = catalogue.flatMap(({ name, kind, parameters }) => {
  const between = Object.fromEntries(parameters.map((p) => [p.name, p.min + (p.max - p.min) / 3]));
  const words = Object.entries(between).map(([key, value]) => `${key}=${value}`);
  return [
    { name, kind, options: {}, query: `functions=${name}` },
    ...(parameters.length > 0
      ? [{ name, kind, options: between, query: `functions=${name}(${words.join(',')})` }]
      : []),
  ];
});

test('the programs of all frameworks compile as Python', () => {
  const programs = [];
  for (const { query } of forms)
    for (const more of [
      '',
      '&derivative&saturation',
      '&stacked&saturation',
      '&min=-3&max=-1&ymin=-5&logits=1 2 3 4&temperature=3',
    ])
      for (const language of /** @type {const} */ (['numpy', 'torch', 'keras', 'jax']))
        programs.push(codeOf(parsePlot(query + more).plot, language));
  const compile =
    'import json, sys\nprint(sum(compile(p, "program", "exec") is not None for p in json.load(sys.stdin)))';
  assert.equal(runPython(compile, programs), programs.length);
  assert.equal(runPython(compile, ['x = 1']), 1);
  assert.throws(() => runPython(compile, ['x = (']));
});

test('the JavaScript programs print the values of every function', () => {
  const cwd = fileURLToPath(new URL('../..', import.meta.url)); // here the package resolves its own name
  const run = (/** @type {string} */ query) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', codeOf(parsePlot(query).plot, 'js')], {
      cwd,
      encoding: 'utf8',
    });
  const all = namesOf('elementwise');
  for (let i = 0; i < all.length; i += 8) {
    const printed = run(`functions=${all.slice(i, i + 8).join(' ')}&min=-1&max=1&step=0.5`);
    const expected = all.slice(i, i + 8).map((name) => calls[name](Float32Array.of(1)));
    for (const [value] of expected) assert.ok(printed.includes(String(value)), `${value} in ${printed}`);
  }
  const bars = run('functions=softmax&logits=0 0&temperature=4');
  assert.match(bars, /0\.5,\s*0\.5/);
  assert.match(run('functions=glu&logits=2 0'), /\[\s*1\s*\]/);
});

test('functions with their default parameters are plain calls where the framework has the same defaults', () => {
  const told = (/** @type {string} */ query, /** @type {'torch'} */ language) =>
    /lambda x: (.+)\),$/m.exec(codeOf(parsePlot(`functions=${query}`).plot, language))?.[1];
  for (const [query, language, call] of /** @type {[string, any, string][]} */ ([
    ['silu', 'torch', 'F.silu(x)'],
    ['silu', 'numpy', 'x * sigmoid(x)'],
    ['silu(beta=2)', 'torch', 'x * torch.sigmoid(2 * x)'],
    ['leakyRelu', 'torch', 'F.leaky_relu(x)'],
    ['leakyRelu', 'keras', 'keras.activations.leaky_relu(x, negative_slope=0.01)'], // Keras has 0.2
    ['hardSigmoid', 'jax', 'jax.nn.hard_sigmoid(x)'],
    ['softplus', 'keras', 'keras.activations.softplus(x)'],
    ['elu(alpha=2)', 'jax', 'jax.nn.elu(x, alpha=2)'],
  ]))
    assert.equal(told(query, language), call);
});

test('the programs draw f′ below f on the same x axis', () => {
  for (const language of /** @type {const} */ (['numpy', 'torch', 'keras', 'jax'])) {
    const program = codeOf(parsePlot('functions=gelu&stacked').plot, language);
    assert.match(program, /plt\.subplots\(2, sharex=True\)/);
    assert.match(program, /^ {4}line, = axes\.plot\(.*\n {4}below\.plot\(x, .*"--"/m);
    assert.equal(codeOf(parsePlot('functions=softmax&stacked').plot, language).includes('subplots'), false);
  }
});

test('the programs have the range of y that the reader has set, for curves and for bars', () => {
  for (const [query, ends] of [
    ['functions=relu&ymin=-5', /axes\.set_ylim\(bottom=-5\)/],
    ['functions=relu&ymin=-5&ymax=3', /axes\.set_ylim\(bottom=-5, top=3\)/],
    ['functions=softmax&ymax=1', /plt\.ylim\(top=1\)/],
  ])
    for (const language of /** @type {const} */ (['numpy', 'torch', 'keras', 'jax']))
      assert.match(codeOf(parsePlot(String(query)).plot, language), /** @type {RegExp} */ (ends));
});
