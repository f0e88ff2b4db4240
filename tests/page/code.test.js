/** The programs that the page exports: Python compiles those in Python, Node.js runs those in JavaScript. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { catalogue, parsePlot } from 'activation-kernels';
import { codeOf } from '../../web/page/code.js';
import { calls, generator, namesOf } from '../package/helpers.js';
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

/** The x and the gaps of a program, read as Python would. @param {string} program */
function readProgram(program) {
  const numbers = (/** @type {string} */ list) => list.split(', ').filter(Boolean).map(Number);
  const [, min, step, count] = program.match(/x = \[(\S+) \+ i \* (\S+) for i in range\((\d+)\)\]/) ?? [];
  const x = Array.from({ length: Number(count) }, (_, i) => Number(min) + i * Number(step));
  for (const [, i, value] of program.matchAll(/^x\[(\d+)\] = (\S+)/gm)) x[Number(i)] = Number(value);
  const [, more = ''] = program.match(/x = sorted\(\[\*x, (.*)\]\)/) ?? [];
  const gaps = [...program.matchAll(/, \[(.*?)\], \[(.*?)\]\),$/gm)].map(([, f, slope]) => [f, slope].map(numbers));
  return { x: [...x, ...numbers(more)].sort((a, b) => a - b), gaps };
}

test('in ranges of any width, strokes end between each jump and the next x, and nowhere else', () => {
  const random = generator(7);
  const between = (/** @type {number} */ low, /** @type {number} */ high) => low + random() * (high - low);
  for (let round = 0; round < 1000; ++round) {
    const theta = Math.round(between(-40, 40)) / [1, 10, 3][round % 3] / 10;
    const [name, kinks, isJump] = /** @type {[string, number[], boolean][]} */ ([
      [`threshold(threshold=${theta},value=3.05)`, [theta], true],
      [`hardShrink(lambd=${Math.abs(theta)})`, theta === 0 ? [] : [-Math.abs(theta), Math.abs(theta)], true],
      ['hardTanh', [-1, 1], false],
      ['leakyRelu', [0], false],
    ])[round % 4];
    const width = 10 ** between(Math.log10(2e-5 * (1 + Math.abs(theta))), 6);
    const min = Number(((kinks[0] ?? 0) - between(0, width)).toPrecision(random() < 0.5 ? 3 : 12));
    const max = Number((min + width).toPrecision(12));
    if (!(max - min > 1e-5 * Math.max(Math.abs(min), Math.abs(max)))) continue;
    const query = `functions=${name}&min=${min}&max=${max}&derivative${random() < 0.3 ? `&step=${(max - min) / 30.5}` : ''}`;
    const { x, gaps } = readProgram(codeOf(parsePlot(query).plot, round % 2 ? 'numpy' : 'torch'));
    assert.ok(
      x.every((at, i) => i === 0 || at > x[i - 1]),
      query,
    );
    // The kernels' kinks are floats; a kink at an end of the range has no sides.
    const inside = kinks.filter((at) => Math.fround(at) > min && Math.fround(at) < max);
    const ends = inside.flatMap((kink) => {
      const decimals = Array.from({ length: 9 }, (_, n) => Number(Math.fround(kink).toPrecision(n + 1)));
      const i = x.indexOf(decimals.find((at) => Math.fround(at) === Math.fround(kink)) ?? kink);
      assert.ok(i >= 0, `${query}: ${kink} is missing`);
      return [
        [x[i - 1], x[i]],
        [x[i], x[i + 1]],
      ].filter(([low, high]) => low !== undefined && high !== undefined);
    });
    gaps[0]?.forEach((list, k) => {
      const wanted = k === 1 || isJump ? ends : [];
      assert.equal(list.length, wanted.length, `${query}: ${list}`);
      wanted.forEach(([low, high], n) => {
        assert.ok(list[n] > low && list[n] < high, `${query}: ${list[n]} is not between ${low} and ${high}`);
      });
    });
    assert.equal(gaps.length, ends.length > 0 ? 1 : 0, query);
  }
});
