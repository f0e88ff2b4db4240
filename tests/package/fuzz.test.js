/**
 * Random input by fast-check: a million cases, the same in every run. `FUZZ=10 npm run fuzz` runs ten times as many,
 * with a new seed each time. fast-check shrinks and prints a failing case, which then becomes a test of its own.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { activation, catalogue, formatPlot, parsePlot, pipe } from 'activation-kernels';
import fc from 'fast-check';
import { measure } from '../../web/lab/benchmark.js';
import { formatExperiment, parseExperiment } from '../../web/lab/grammar.js';
import { keys as experimentKeys, labWords } from '../../web/lab/labWords.js';
import { Training } from '../../web/lab/training.js';
import { labSentence } from '../../web/messages/index.js';
import { runs, times } from '../fuzz.js';

/** @param {string} name @param {number} cases @param {fc.IRawProperty<any>} property */
const fuzz = (name, cases, property) =>
  test(`${name}: ${(cases * times).toLocaleString('en')} cases`, () => {
    fc.assert(property, runs(cases));
  });

const names = catalogue.map(({ name }) => name);
const elementwise = catalogue.filter(({ kind }) => kind === 'elementwise');
const keys = Object.keys(parsePlot('').plot);

/** Random words: numbers, names, calls, fragments of markup, any text. */
const word = fc.oneof(
  fc.double().map(String),
  fc.integer({ min: -30, max: 30 }).map(String),
  fc.constantFrom(...names, 'en', 'zh-Hant', 'dark', 'moons', '', ' ', 'NaN', '1e400', '−5', '0x10', '"><script>'),
  fc
    .array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom('', '(alpha=2)', '(beta=', '(slope=1e9)', '()', '(,)')),
      {
        maxLength: 10,
      },
    )
    .map((calls) => calls.flat().join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
/** @param {readonly string[]} known */
const words = (known) =>
  fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 12 })), fc.option(word), {
    maxKeys: 8,
    noNullPrototype: true,
  });

/** @param {import('../../web/package/types.js').Note[]} notes */
function assertSaid(notes) {
  for (const note of notes)
    for (const said of [note.message, labSentence('en', note), labSentence('zh-Hant', note)])
      assert.ok(said.length > 5 && !/undefined|\[object|NaN,/.test(said.replaceAll(/"[^"]*"?/g, '')), said);
}

/** @param {string | Record<string, string | null>} source */
function assertPlot(source) {
  const { plot, notes } = parsePlot(source);
  assertSaid(notes);
  const again = parsePlot(formatPlot(plot));
  assert.deepEqual(again, { plot, notes: [] });
}

fuzz(
  'parsePlot accepts any string, and reads back what formatPlot prints',
  300_000,
  fc.property(fc.string({ unit: 'binary', maxLength: 80 }), assertPlot),
);
fuzz('parsePlot accepts any attributes', 200_000, fc.property(words(keys), assertPlot));
fuzz(
  'parsePlot accepts any query, and none takes long',
  50_000,
  fc.property(words(keys), (given) =>
    assertPlot(new URLSearchParams(Object.entries(given).map(([key, value]) => [key, value ?? ''])).toString()),
  ),
);
fuzz(
  'parseExperiment accepts any words, and reads back what formatExperiment prints',
  150_000,
  fc.property(words(experimentKeys), (source) => {
    const { experiment, notes } = parseExperiment(source);
    assertSaid(notes);
    assert.deepEqual(parseExperiment(formatExperiment(experiment)), { experiment, notes: [] });
  }),
);

/** Any experiment: each function in its own range of parameters. */
const experiments = fc
  .record({
    experiment: fc.constantFrom(...labWords.experiment.choices),
    functions: fc
      .array(
        fc
          .constantFrom(...elementwise)
          .chain(({ name, parameters }) =>
            fc
              .tuple(...parameters.map((p) => fc.double({ min: p.min, max: p.max, noNaN: true })))
              .map((values) => `${name}(${values.map((value, i) => `${parameters[i].name}=${value}`)})`),
          ),
        { minLength: 1, maxLength: labWords.functions.maxCount },
      )
      .map((list) => list.join(' ')),
    pass: fc.constantFrom(...labWords.pass.choices),
    size: fc.constantFrom(...labWords.size.choices),
    task: fc.constantFrom(...labWords.task.choices),
    optimiser: fc.constantFrom(...labWords.optimiser.choices),
    rate: fc.double({ min: labWords.rate.min, max: labWords.rate.max, noNaN: true }).map(String),
    seed: fc.integer({ min: labWords.seed.min, max: labWords.seed.max }).map(String),
  })
  .map((words) => parseExperiment(words).experiment);
fuzz(
  'an experiment that parses also runs',
  500,
  fc.property(experiments, (experiment) => {
    const { functions, pass, size } = experiment;
    if (experiment.experiment === 'cost') {
      const steps = measure(functions, pass, size);
      for (const _ of functions) for (const _pair of 'fk') assert.equal(typeof steps.next().value, 'number');
    } else {
      const training = new Training(experiment);
      training.advance();
      assert.deepEqual(
        training.moments.map(({ length }) => length),
        functions.map(() => 2),
      );
    }
  }),
);

/** Floats of any bits. */
const floats = (/** @type {number} */ maxLength) =>
  fc
    .array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength })
    .map((bits) => new Float32Array(Int32Array.from(bits).buffer));

/** An elementwise activation with parameters of its domains. */
const chosen = fc
  .constantFrom(...elementwise)
  .chain((entry) =>
    fc.record({
      entry: fc.constant(entry),
      parameters: fc.record(
        Object.fromEntries(
          entry.parameters.map(({ name, domain }) => [
            name,
            fc.float({
              noNaN: true,
              noDefaultInfinity: true,
              min: domain === 'all' ? undefined : domain === 'positive' ? 2 ** -100 : 0,
            }),
          ]),
        ),
        { requiredKeys: [] },
      ),
      form: fc.constantFrom('value', ...entry.calls),
    }),
  )
  .filter(({ entry, parameters }) =>
    entry.parameters.every(({ name, domain, default: initial }, i) => {
      const before = entry.parameters[i - 1];
      return (
        domain !== 'notBelowPrevious' || (parameters[name] ?? initial) >= (parameters[before.name] ?? before.default)
      );
    }),
  );

/** @param {any} f @param {string} form */
const callOf = (f, form) =>
  form === 'value'
    ? (/** @type {Float32Array} */ x, /** @type {Float32Array} */ _, /** @type {object} */ options) => f(x, options)
    : form === 'derivative'
      ? (/** @type {Float32Array} */ x, /** @type {Float32Array} */ _, /** @type {object} */ options) =>
          f.derivative(x, options)
      : (/** @type {Float32Array} */ x, /** @type {Float32Array} */ g, /** @type {object} */ options) =>
          f[form](g, x, options);

fuzz(
  'the result of an element does not depend on the others',
  60_000,
  fc.property(chosen, floats(9), ({ entry, parameters, form }, x) => {
    const call = callOf(activation(entry.name), form);
    const gradient = x.toReversed();
    const all = call(x, gradient, parameters);
    x.forEach((value, i) => {
      const [alone] = call(Float32Array.of(value), gradient.subarray(i, i + 1), parameters);
      assert.ok(Object.is(all[i], alone), `${entry.name} ${form} of ${value}: ${all[i]}, alone ${alone}`);
    });
  }),
);

fuzz(
  'out may overlap the inputs in any way',
  120_000,
  fc.property(chosen, floats(40), fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), (given, memory, n, a, b, c) => {
    const { entry, parameters, form } = given;
    const length = Math.min(n, memory.length);
    const at = (/** @type {number} */ offset) => {
      const from = Math.min(offset, memory.length - length);
      return memory.subarray(from, from + length);
    };
    const call = callOf(activation(entry.name), form);
    const [x, gradient, out] = [at(a), at(b), at(c)];
    const wanted = call(x.slice(), gradient.slice(), parameters);
    const around = memory.slice();
    assert.equal(call(x, gradient, { ...parameters, out }), out);
    assert.deepEqual(out, wanted);
    around.set(out, (out.byteOffset - memory.byteOffset) / 4);
    assert.deepEqual(new Uint32Array(memory.buffer), new Uint32Array(around.buffer)); // NaNs too
  }),
);

fuzz(
  'pipe() has the bits of its calls',
  20_000,
  fc.property(fc.array(chosen, { maxLength: 5 }), floats(9), (given, x) => {
    const steps = given.filter(({ form }) => form === 'value' || form === 'derivative');
    const work = steps.map(({ entry, form, parameters }) => {
      const f = /** @type {any} */ (activation(entry.name));
      return /** @type {[any, Record<string, number>]} */ ([form === 'value' ? f : f.derivative, parameters]);
    });
    const wanted = work.reduce((y, [f, parameters]) => f(y, parameters), x);
    assert.deepEqual(pipe(x, work), wanted);
  }),
);

fuzz(
  'a call with any arguments computes, or throws a described error and writes nothing',
  100_000,
  fc.property(
    fc.constantFrom(...names),
    fc.constantFrom('value', 'derivative', 'backward', 'slopeBackward'),
    fc.anything({ withTypedArray: true, withBigInt: true, withDate: true, maxDepth: 1 }),
    fc.option(floats(6)),
    fc.dictionary(
      fc.constantFrom('alpha', 'negativeSlope', 'beta', 'out', 'columns', 'seed', 'lower', 'upper', 'other'),
      fc.oneof(fc.anything({ maxDepth: 0 }), fc.float(), floats(6)),
      { maxKeys: 3, noNullPrototype: true },
    ),
    (name, form, anything, array, options) => {
      const f = /** @type {any} */ (activation(name));
      if (form !== 'value' && !f[form]) return;
      const { out } = options;
      const before = out instanceof Float32Array ? out.slice() : undefined;
      try {
        const result = callOf(f, form)(/** @type {any} */ (array ?? anything), /** @type {any} */ (anything), options);
        assert.ok(result instanceof Float32Array);
      } catch (error) {
        assert.ok(error instanceof TypeError || error instanceof RangeError, String(error));
        assert.match(error.message, /^\w+(\.\w+)?: \w+/);
        if (before) assert.deepEqual(out, before);
      }
    },
  ),
);
