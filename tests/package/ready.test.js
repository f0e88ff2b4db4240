/** ready({ wasm }): kernels.wasm from other sources, and errors for anything else. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import test, { after } from 'node:test';
import { promisify } from 'node:util';

const file = new URL('../../dist/kernels.wasm', import.meta.url);
const project = new URL('../..', import.meta.url);
const bytes = readFileSync(file);

/** @param {string} from @param {string} to of the same length: the version stands in the last bytes */
function edited(from, to) {
  const copy = Buffer.from(bytes);
  copy.write(to, copy.lastIndexOf(from), 'latin1');
  return copy;
}
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const other = version.replace(/^\d/, '9');
const html = '<!doctype html><title>Not found</title>';
/** @type {Record<string, [status: number, type: string, body: string | Buffer]>} */
const files = {
  '/kernels.wasm': [200, 'application/wasm', bytes],
  '/untyped.wasm': [200, 'application/octet-stream', bytes],
  '/gone.wasm': [404, 'text/html', html],
  '/page.wasm': [200, 'text/html', html],
  '/page-as.wasm': [200, 'application/wasm', html],
  '/cut.wasm': [200, 'application/octet-stream', bytes.subarray(0, 1000)],
  '/empty.wasm': [200, 'application/octet-stream', ''],
  '/other.wasm': [200, 'application/wasm', edited(version, other)],
  '/foreign.wasm': [200, 'application/wasm', Buffer.from([0, 97, 115, 109, 1, 0, 0, 0])],
};
const server = createServer(({ url = '' }, response) => {
  const [status, type, body] = files[url];
  response.writeHead(status, { 'content-type': type }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
after(() => server.close());
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const site = `http://127.0.0.1:${port}`;

/**
 * What ready() and a call after it do in a process of their own, and how often bytes were compiled synchronously.
 * @param {string} wasm an expression
 */
async function outcome(wasm) {
  const code = `
    let inlined = 0;
    const Module = WebAssembly.Module;
    WebAssembly.Module = new Proxy(Module, { construct: (target, given) => (++inlined, Reflect.construct(target, given)) });
    const { readFileSync } = await import('node:fs');
    const { runInNewContext } = await import('node:vm');
    const bytes = readFileSync(new URL('${file}'));
    const { ready, relu } = await import('activation-kernels');
    let error;
    try { await ready({ wasm: ${wasm} }); } catch (thrown) { error = { name: thrown.name, message: thrown.message }; }
    const before = inlined;
    const y = [...relu(Float32Array.of(-1, 2))];
    await ready();
    console.log(JSON.stringify({ error, before, inlined, y }));`;
  // Not runModule(): the server has to answer in the meantime.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: project,
  });
  return JSON.parse(stdout);
}

for (const wasm of [
  `'${site}/kernels.wasm'`,
  `new URL('${site}/kernels.wasm')`,
  `await fetch('${site}/kernels.wasm')`,
  `'${site}/untyped.wasm'`,
  'bytes',
  'new DataView(bytes.buffer, bytes.byteOffset, bytes.length)',
  'Uint8Array.from(bytes).buffer',
  'await WebAssembly.compile(bytes)',
  'Object.assign(new Uint8Array(new SharedArrayBuffer(bytes.length)), bytes)',
  'Object.assign(new Uint8Array(new SharedArrayBuffer(bytes.length)), bytes).buffer',
  `'${file}'`,
  `new URL('${file}')`,
  // Of another realm:
  "runInNewContext('new WebAssembly.Module(bytes)', { bytes })",
  "runInNewContext('Uint8Array.from(bytes)', { bytes })",
  "runInNewContext('Uint8Array.from(bytes).buffer', { bytes })",
])
  test(`ready({ wasm: ${wasm.replace(site, '…').replace(String(file), 'file:…')} }) compiles nothing else`, async () => {
    assert.deepEqual(await outcome(wasm), { before: 0, inlined: 0, y: [0, 2] });
  });

/** @type {Record<string, [name: string, message: string | RegExp]>} */
const failures = {
  [`'${site}/gone.wasm'`]: ['Error', `ready: ${site}/gone.wasm answered 404 Not Found`],
  [`'${site}/page.wasm'`]: [
    'Error',
    `ready: ${site}/page.wasm is not WebAssembly: 39 bytes that begin with "<!doctype html>"`,
  ],
  [`'${site}/page-as.wasm'`]: ['Error', /^ready: http:.*\/page-as\.wasm could not be compiled \(.*magic/],
  [`'${site}/cut.wasm'`]: ['Error', /^ready: http:.*\/cut\.wasm could not be compiled \(/],
  [`'${site}/empty.wasm'`]: ['Error', `ready: ${site}/empty.wasm is not WebAssembly: 0 bytes that begin with ""`],
  [`'${site}/other.wasm'`]: [
    'Error',
    `ready: ${site}/other.wasm is of version ${other}, and this package of version ${version}`,
  ],
  [`'${site}/foreign.wasm'`]: [
    'Error',
    `ready: ${site}/foreign.wasm is WebAssembly, but not a kernels.wasm of this package`,
  ],
  "'http://127.0.0.1:1/kernels.wasm'": [
    'Error',
    /^ready: http:\/\/127\.0\.0\.1:1\/kernels\.wasm could not be fetched \(/,
  ],
  "'file:///nowhere/kernels.wasm'": [
    'Error',
    /^ready: file:\/\/\/nowhere\/kernels\.wasm could not be fetched \(ENOENT/,
  ],
  "'/assets/kernels.wasm'": [
    'Error',
    /^ready: \/assets\/kernels\.wasm could not be fetched \(.*\); in Node\.js pass the bytes of the file, readFileSync\(path\)$/,
  ],
  "{ [Symbol.toStringTag]: 'WebAssembly.Module' }": [
    'TypeError',
    'ready: wasm must be a URL, a Response, bytes or a WebAssembly.Module, not a WebAssembly.Module',
  ],
  'new Uint8Array(3)': ['Error', 'ready: wasm is not WebAssembly: 3 bytes that begin with "\\u0000\\u0000\\u0000"'],
  7: ['TypeError', 'ready: wasm must be a URL, a Response, bytes or a WebAssembly.Module, not 7'],
  null: ['TypeError', 'ready: wasm must be a URL, a Response, bytes or a WebAssembly.Module, not null'],
};
for (const [wasm, [name, message]] of Object.entries(failures))
  test(`ready({ wasm: ${wasm.replace(site, '…')} }) rejects, and calls still work`, async () => {
    const { error, ...rest } = await outcome(wasm);
    assert.equal(error.name, name);
    if (typeof message === 'string') assert.equal(error.message, message);
    else assert.match(error.message, message);
    assert.deepEqual(rest, { before: 0, inlined: 1, y: [0, 2] });
  });

test('ready() names its option if another one is given', async () => {
  const { ready } = await import('activation-kernels');
  // @ts-expect-error an unknown option
  await assert.rejects(ready({ url: 'kernels.wasm' }), {
    name: 'TypeError',
    message: 'ready: unknown option "url"; allowed: wasm',
  });
});

test('ready() ignores other sources once the kernels are compiled', async () => {
  const { ready, relu } = await import('activation-kernels');
  relu(Float32Array.of(1));
  await ready({ wasm: `${site}/gone.wasm` });
  // But a value that is no source at all is still a mistake.
  for (const wasm of [5, null, {}, []])
    await assert.rejects(ready(/** @type {any} */ ({ wasm })), {
      name: 'TypeError',
      message:
        /^ready: wasm must be a URL, a Response, bytes or a WebAssembly\.Module, not (5|null|an Object|an Array)$/,
    });
  await assert.rejects(ready(/** @type {any} */ ('kernels.wasm')), {
    name: 'TypeError',
    message: 'ready: options must be an object such as { wasm: … }, not "kernels.wasm"',
  });
});

test('ready() compiles bytes where there is nothing but ECMAScript and WebAssembly', async () => {
  // As in the vm contexts of test environments, which lack Response, URL, fetch and TextDecoder.
  const code = `
    import { readFileSync } from 'node:fs';
    import vm from 'node:vm';
    const context = vm.createContext({ bytes: readFileSync(new URL('${file}')) });
    const module = new vm.SourceTextModule(readFileSync(new URL('${new URL('../../dist/activation-kernels.js', import.meta.url)}'), 'utf8'), { context });
    await module.link(() => {});
    await module.evaluate();
    context.library = module.namespace;
    const run = (source) => vm.runInContext(source, context);
    const missing = run("['Response', 'URL', 'fetch', 'TextDecoder', 'process'].filter((name) => !(name in globalThis))");
    const failed = await run("library.ready({ wasm: 'kernels.wasm' }).catch((error) => error.message)");
    await run('library.ready({ wasm: bytes })');
    console.log(JSON.stringify([missing.length, failed, run('Array.from(library.relu(Float32Array.of(-1, 2)))')]));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '--eval', code],
    { cwd: project },
  );
  assert.deepEqual(JSON.parse(stdout), [5, 'ready: kernels.wasm could not be fetched (fetch is not defined)', [0, 2]]);
});
