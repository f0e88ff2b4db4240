/**
 * Tests that need a process of their own. In engines without WebAssembly SIMD, and under policies that forbid compiling
 * it, imports work and calls throw an error with the reason. All calls use one module, whose memory does not grow.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

/**
 * The output of a module in a new Node.js process, in which `activation-kernels` can be imported.
 * @param {string} code @param {...string} flags
 */
function runModule(code, ...flags) {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  return execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', code], { cwd, encoding: 'utf8' });
}

/** @type {Record<string, { prelude: string, supported: boolean, message: RegExp }>} */
const engines = {
  'an engine without WebAssembly': {
    prelude: 'delete globalThis.WebAssembly;',
    supported: false,
    message: /^activation-kernels: there is no WebAssembly here; Node\.js has none with --jitless, /,
  },
  'an engine without WebAssembly SIMD': {
    prelude: 'WebAssembly.validate = () => false;',
    supported: false,
    message: /^activation-kernels: this engine lacks WebAssembly SIMD; .*Safari 16\.4/,
  },
  'a page whose policy forbids compiling': {
    prelude: `globalThis.location = {};
    WebAssembly.Module = function () {
      throw new WebAssembly.CompileError("violates the policy's directive");
    };`,
    supported: true,
    message: /could not be compiled \(violates the policy's directive\).*'wasm-unsafe-eval' in script-src$/,
  },
  'a server that compiles no bytes': {
    prelude: `WebAssembly.Module = function () {
      throw new WebAssembly.CompileError('Wasm code generation disallowed by embedder');
    };`,
    supported: true,
    message:
      /\(Wasm code .* embedder\); a server that compiles no bytes needs the module of activation-kernels\/kernels\.wasm: /,
  },
  'an engine without memory': {
    prelude: "WebAssembly.Instance = function () { throw new RangeError('Out of memory'); };",
    supported: true,
    message: /not enough memory for the WebAssembly module \(Out of memory\); calls work again once there is$/,
  },
};

for (const [engine, { prelude, supported, message }] of Object.entries(engines))
  test(`in ${engine}, importing works and every use throws one clear error`, () => {
    const result = JSON.parse(
      runModule(`
        ${prelude}
        const { supported, ready, relu, sample, catalogue, find, parsePlot } = await import('activation-kernels');
        const errors = [];
        for (const use of [
          () => relu(new Float32Array(3)),
          () => relu.derivative(new Float32Array(0)),
          () => relu.backward(new Float32Array(3), new Float32Array(3)),
          () => sample('relu'),
          () => ready(),
          () => relu(new Float32Array(3)),
        ])
          try { await use(); } catch (error) { errors.push({ name: error.name, message: error.message }); }
        let wrong;
        try { relu([]) } catch (error) { wrong = error.name; }
        const untouched = new Float32Array(3).fill(42);
        try { relu(new Float32Array(3), { out: untouched }) } catch {}
        const { plot } = parsePlot('functions=relu');
        console.log(JSON.stringify({
          supported, errors, wrong, out: [...untouched], found: find('relu') === catalogue.find((e) => e.name === 'relu'),
          functions: plot.functions.length,
        }));`),
    );
    assert.equal(result.supported, supported);
    assert.equal(result.errors.length, 6);
    for (const error of result.errors) {
      assert.equal(error.name, 'Error');
      assert.match(error.message, message);
    }
    assert.equal(result.wrong, 'TypeError');
    assert.deepEqual([result.out, result.found, result.functions], [[42, 42, 42], true, 1]);
  });

test('node --jitless is told that it has no WebAssembly', () => {
  const code =
    "import { relu } from 'activation-kernels'; try { relu(new Float32Array(1)); } catch (e) { console.log(e.message); }";
  assert.match(runModule(code, '--jitless'), /^activation-kernels: there is no WebAssembly here; .*--jitless/);
});

test('calls work once there is enough memory', () => {
  const result = runModule(`
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function () { throw new RangeError('Out of memory'); };
    const { ready, relu } = await import('activation-kernels');
    for (const use of [() => relu(Float32Array.of(-1, 2)), ready]) try { await use(); } catch {}
    WebAssembly.Instance = Instance;
    await ready();
    console.log(relu(Float32Array.of(-1, 2)).join());`);
  assert.equal(result, '0,2\n');
});

test('too little memory for a result is a RangeError of the call, and out avoids it', () => {
  const result = JSON.parse(
    runModule(`
      const { relu, glu, pipe } = await import('activation-kernels');
      const x = new Float32Array(1000).fill(-1);
      globalThis.Float32Array = new Proxy(Float32Array, {
        construct(target, given, self) {
          if (typeof given[0] === 'number' && given[0] >= 500) throw new RangeError('Array buffer allocation failed');
          return Reflect.construct(target, given, self);
        },
      });
      const errors = [() => relu(x), () => relu.derivative(x), () => glu(x), () => pipe(x, [relu])].map((use) => {
        try { return use(); } catch ({ name, message, cause }) { return [name, message, cause.message]; }
      });
      console.log(JSON.stringify({ errors, out: relu(x, { out: x })[999] }));`),
  );
  const sentence = (/** @type {string} */ call, /** @type {number} */ n) => [
    'RangeError',
    `${call}: there is not enough memory for a result of ${n} numbers`,
    'Array buffer allocation failed',
  ];
  assert.deepEqual(result, {
    errors: [sentence('relu', 1000), sentence('relu.derivative', 1000), sentence('glu', 500), sentence('pipe', 1000)],
    out: 0,
  });
});

test('ready() resolves every time, and calls work before and after', async () => {
  const out = runModule(`
    import { ready, relu } from 'activation-kernels';
    const early = relu(Float32Array.of(-1, 2));
    const results = [await ready(), await ready()];
    console.log(JSON.stringify([[...early], results.map(String), [...relu(Float32Array.of(-1, 2))]]));`);
  assert.deepEqual(JSON.parse(out), [
    [0, 2],
    ['undefined', 'undefined'],
    [0, 2],
  ]);
});

test('many calls compile one module and do not grow its memory or the heap', () => {
  const code = `
    let memory, modules = 0;
    const { Instance, Memory } = WebAssembly;
    WebAssembly.Instance = function (...given) {
      const instance = new Instance(...given);
      modules += 1;
      memory = Object.values(instance.exports).find((value) => value instanceof Memory);
      return instance;
    };
    const { leakyRelu } = await import('activation-kernels');
    const x = new Float32Array(8);
    function bytes() {
      for (let i = 0; i < 100_000; ++i) leakyRelu.backward(x, x, { negativeSlope: i, out: x });
      gc();
      return { modules, wasm: memory.buffer.byteLength, heap: process.memoryUsage().heapUsed };
    }
    console.log(JSON.stringify([bytes(), bytes()]));`;
  const [before, after] = JSON.parse(runModule(code, '--expose-gc'));
  assert.equal(after.modules, 1);
  assert.ok(before.wasm > 0);
  assert.equal(after.wasm, before.wasm);
  assert.ok(after.heap - before.heap < 1_000_000, `${after.heap - before.heap} bytes more for 100,000 calls`);
});
