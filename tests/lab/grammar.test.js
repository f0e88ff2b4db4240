/** The words of an experiment, what it says in both languages, and the loops that it times. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { activation, find } from 'activation-kernels';
import { isNoisy, measure, spreadOf } from '../../web/lab/benchmark.js';
import { choices, formatExperiment, parseExperiment } from '../../web/lab/grammar.js';
import { loops } from '../../web/lab/loops.js';
import { messages } from '../../web/messages/lab.js';
import { messages as plotMessages } from '../../web/messages/plot.js';

for (const experiment of choices.experiment) {
  test(`${experiment}: the defaults are printed as its name alone`, () => {
    const { experiment: read, notes } = parseExperiment({ experiment });
    assert.deepEqual(notes, []);
    assert.equal(formatExperiment(read), `experiment=${experiment}`);
  });

  test(`${experiment}: what is printed is read back`, () => {
    const query =
      `experiment=${experiment}&functions=elu(alpha=2)+gelu&pass=backward&size=65536&task=iris&optimiser=adam&rate=0.3` +
      '&seed=7&lang=zh-Hant&theme=dark';
    const { experiment: read, notes } = parseExperiment(query);
    assert.deepEqual(notes, []);
    assert.equal(formatExperiment(read), query);
    assert.deepEqual(read.functions, [
      { name: 'elu', parameters: { alpha: 2 } },
      { name: 'gelu', parameters: {} },
    ]);
    assert.equal(read.size, 65536);
  });
}

/** @type {Record<string, [key: string, code: string]>} */
const wrong = {
  'experiment=life': ['experiment', 'notOneOf'],
  'functions=gelo': ['functions', 'unknownFunction'],
  'functions=softmax': ['functions', 'wholeRows'],
  'functions=relu+elu+gelu+silu+tanh': ['functions', 'tooMany'],
  'pass=sideways': ['pass', 'notOneOf'],
  'size=5': ['size', 'notOneOf'],
  'task=<b>': ['task', 'notOneOf'],
  'optimiser=hope': ['optimiser', 'notOneOf'],
  'rate=0': ['rate', 'outOfRange'],
  'rate=1e7': ['rate', 'outOfRange'],
  'rate=fast': ['rate', 'notANumber'],
  'seed=-1': ['seed', 'outOfRange'],
  'seed=1.5': ['seed', 'notAnInteger'],
  'theme=sepia': ['theme', 'notOneOf'],
};
for (const [query, [key, code]] of Object.entries(wrong))
  test(`${query} is named, and all else runs`, () => {
    const { experiment, notes } = parseExperiment(query);
    assert.deepEqual(
      notes.map((note) => [note.key, note.code]),
      [[key, code]],
    );
    assert.ok(experiment.functions.length > 0);
    assert.deepEqual(parseExperiment(formatExperiment(experiment)).notes, []);
    assert.match(plotMessages['zh-Hant'].note(notes[0]), /\p{Script=Han}/u);
  });

test('both languages say the same things, and Chinese nothing in English', () => {
  const shapeOf = (/** @type {object} */ texts) =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'object' ? Object.keys(value).map((own) => `${key}.${own}`) : [`${key}: ${typeof value}`],
    );
  const { en, 'zh-Hant': zh } = messages;
  assert.deepEqual(shapeOf(zh), shapeOf(en));
  for (const [key, value] of Object.entries(zh))
    if (typeof value === 'string' && !['value', 'adam'].includes(key)) assert.match(value, /\p{Script=Han}/u, key);
});

const spread = { low: 1, median: 2, high: 3 };
const table = {
  size: 401,
  pass: /** @type {const} */ ('value'),
  timings: [
    { name: 'tanh', loop: { ...spread, median: 8 }, kernel: spread, ratio: 4 },
    { name: 'relu', loop: { ...spread, median: 4 }, kernel: { ...spread, median: 0.5 }, ratio: 8 },
  ],
};
test('a conclusion tells what was measured', () => {
  assert.equal(
    messages.en.cost(table, (name) => name.toUpperCase(), false),
    'As a loop, RELU is the cheapest with 4 ns per number; TANH takes 2 times as long. In WebAssembly they take 0.5 to 2 ns; so many times as fast as the loop: TANH 4, RELU 8.',
  );
  assert.match(messages.en.cost(table, String, true), /busy with other things/);
  const learned = [
    { label: 'A', loss: 0.5, diverged: /** @type {const} */ (false) },
    { label: 'B', loss: 0.001, diverged: /** @type {const} */ (false) },
    { label: 'C', loss: Number.NaN, diverged: 7 },
  ];
  assert.equal(
    messages.en.convergence(learned, 100, 3),
    'After 100 epochs the smallest loss is B’s, 0.001. What A reached by then, 0.5, B had after epoch 3. C diverged at step 7: its numbers outgrew 32-bit floats.',
  );
});

test('a spread is the median and the quartiles', () => {
  assert.deepEqual(spreadOf([5, 1, 4, 2, 3]), { low: 2, median: 3, high: 4 });
});

const relu = [{ name: 'relu', parameters: {} }];

for (const pass of /** @type {const} */ (['value', 'backward']))
  test(`measures the ${pass} step by step`, () => {
    const steps = measure(relu, pass, 401);
    const shares = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    assert.deepEqual(shares, shares.toSorted());
    assert.equal(shares.at(-1), 1);
    const [{ name, loop, kernel, ratio }] = step.value.timings;
    assert.equal(name, 'relu');
    for (const { low, median, high } of [loop, kernel]) assert.ok(0 < low && low <= median && median <= high);
    assert.ok(ratio > 0);
  });

test('a clock that stands still is said, and nothing hangs', () => {
  const { now } = performance;
  performance.now = () => 5;
  try {
    assert.throws(() => measure(relu, 'value', 401).next(), /^Error: the clock stands still$/);
  } finally {
    performance.now = now;
  }
});

test('a wait while the clock is looked at does not make everything longer', () => {
  const { now } = performance;
  const { value } = loops.relu;
  let time = 0;
  let looks = 0;
  performance.now = () => {
    time += ++looks === 4 ? 1000 : 0.1;
    return time;
  };
  loops.relu.value = () => {
    time += 0.001;
  };
  try {
    measure(relu, 'value', 401).next();
    assert.ok(looks > 4 && time < 1100, `${time} ms`);
  } finally {
    performance.now = now;
    loops.relu.value = value;
  }
});

test('what has become fast since it was first run is measured for as long as all else', () => {
  const { now } = performance;
  const { value } = loops.relu;
  performance.now = () => Math.floor(now.call(performance));
  let until = 0;
  loops.relu.value = () => {
    until ||= now.call(performance) + 100;
    while (now.call(performance) < until);
  };
  try {
    const steps = measure(relu, 'value', 401);
    let step = steps.next();
    while (!step.done) step = steps.next();
    assert.ok(step.value.timings[0].loop.low > 0, JSON.stringify(step.value));
  } finally {
    performance.now = now;
    loops.relu.value = value;
  }
});

test('measurements that vary too much are called noisy', () => {
  const calm = {
    ...table,
    timings: [{ ...table.timings[0], loop: { low: 7, median: 8, high: 9 }, kernel: { low: 2, median: 2, high: 2 } }],
  };
  assert.equal(isNoisy(calm), false);
  assert.equal(isNoisy(table), true);
});

for (const [name, { value, backward }] of Object.entries(loops))
  test(`the loops of ${name} compute what the kernels do`, () => {
    const x = Float32Array.from({ length: 401 }, (_, i) => (i - 200) / 25);
    const gradient = x.map((at) => Math.cos(at));
    const out = new Float32Array(x.length);
    const parameters = find(name)?.parameters.map((p) => p.default) ?? [];
    const near = (/** @type {Float32Array} */ wanted) =>
      out.forEach((y, i) => {
        assert.ok(Math.abs(y - wanted[i]) < 1e-5, `${name}(${x[i]}) = ${y}, not ${wanted[i]}`);
      });
    value(x, out, ...parameters);
    near(activation(name)(x));
    backward(gradient, x, out, ...parameters);
    near(activation(name).backward(gradient, x));
  });
