/** The WebAssembly module: whether the engine can run it, and compiling it once, when it is first needed. */
import instantiate from '../build/kernels/kernels.js';
import wasm, { version } from '../build/kernels/wasm.js';
import { show } from './checks.js';

/** @import { WasmSource } from './types.js' */

/**
 * Whether the engine has WebAssembly with SIMD; where it is false, every call throws and says so.
 * The bytes are a module of one function: i32.const 0, i8x16.splat, i8x16.popcnt. The last instruction came with the
 * final SIMD proposal, so early previews of SIMD do not count.
 */
export const supported =
  typeof WebAssembly === 'object' &&
  WebAssembly.validate(
    Uint8Array.of(
      ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
      ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
    ),
  );

/** @typedef {import('../build/kernels/kernels.js').Kernels} Kernels */
/** @typedef {{ x: Float32Array, gradient: Float32Array, parameters: Float32Array }} Scratch */
/** @typedef {Omit<Kernels, keyof Scratch> & Scratch} Module the exports, and the arrays themselves for what gives them */

/** @type {Module | undefined} */
let compiled;

/** The bytes that the package brings. */
function inlined() {
  const bytes = new Uint8Array(wasm.length);
  for (let i = 0; i < wasm.length; ++i) bytes[i] = wasm.charCodeAt(i) - 32;
  return bytes;
}

/** @param {WebAssembly.Module} code */
function start(code) {
  /** @type {unknown} */
  let failure;
  try {
    const module = instantiate({
      instantiateWasm(imports, receive) {
        try {
          return receive(new WebAssembly.Instance(code, imports));
        } catch (error) {
          failure = error; // the glue would lose it
          throw error;
        }
      },
    });
    return { ...module, x: module.x(), gradient: module.gradient(), parameters: module.parameters() };
  } catch (error) {
    throw failure ?? error;
  }
}

function checkSupport() {
  if (supported) return;
  throw new Error(
    'activation-kernels: this engine lacks WebAssembly SIMD; Chrome 91, Firefox 89, Safari 16.4, Node 16.4 and newer have it',
  );
}

/** @param {unknown} error */
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

const advice = "a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";

/** The module of cpp/bindings.cpp. @returns {Module} */
export function load() {
  if (compiled) return compiled;
  checkSupport();
  try {
    compiled = start(new WebAssembly.Module(inlined()));
    return compiled;
  } catch (cause) {
    throw new Error(
      `activation-kernels: the WebAssembly module could not be compiled (${reasonOf(cause)}); ${advice}`,
      { cause },
    );
  }
}

/**
 * Compiles the kernels now instead of at the first call. Optional: a call compiles what the package brings inside.
 * @param {{ wasm?: WasmSource | undefined }} [options] `wasm`: the package's `kernels.wasm` to take in its place, such as
 *   one compiled while it downloads, or compiled elsewhere and posted to a Worker. Not looked at once the kernels are
 *   compiled.
 * @returns {Promise<void>} rejects where a call would throw, or if `wasm` is not this version's; calls still work then
 */
export async function ready(options = {}) {
  for (const key in options)
    if (key !== 'wasm') throw new TypeError(`ready: unknown option ${show(key)}; allowed: wasm`);
  const { wasm: source } = options;
  if (source === undefined || compiled) {
    load();
    return;
  }
  checkSupport();
  const { code, name } = await codeOf(source);
  const [section] = WebAssembly.Module.customSections(code, 'activation-kernels');
  const found = section && new TextDecoder().decode(section);
  if (!found) throw new Error(`ready: ${name} is WebAssembly, but not a kernels.wasm of this package`);
  if (found !== version)
    throw new Error(`ready: ${name} is of version ${found}, and this package of version ${version}`);
  compiled ??= start(code);
}

/** @param {WasmSource} source @returns {Promise<{ code: WebAssembly.Module, name: string }>} */
async function codeOf(source) {
  if (source instanceof WebAssembly.Module) return { code: source, name: 'the module' };
  if (typeof source === 'string' || source instanceof URL) {
    const response = await fetch(source).catch((cause) => {
      throw new Error(`ready: ${source} could not be fetched (${reasonOf(cause)})`, { cause });
    });
    return codeOf(response);
  }
  if (source instanceof Response) {
    const name = source.url || 'the response';
    if (!source.ok) throw new Error(`ready: ${name} answered ${source.status} ${source.statusText}`.trim());
    // Only what has this type can be compiled while it downloads.
    if (source.headers.get('content-type') === 'application/wasm')
      return { code: await compile(name, WebAssembly.compileStreaming(source)), name };
    return { code: await compileBytes(name, new Uint8Array(await source.arrayBuffer())), name };
  }
  const name = 'wasm';
  if (source instanceof ArrayBuffer) return { code: await compileBytes(name, new Uint8Array(source)), name };
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source;
    return { code: await compileBytes(name, new Uint8Array(buffer, byteOffset, byteLength)), name };
  }
  throw new TypeError(`ready: wasm must be an address, a Response, bytes or a WebAssembly.Module, not ${show(source)}`);
}

/** @param {string} name @param {Uint8Array<any>} bytes */
function compileBytes(name, bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 15));
  if (!start.startsWith('\0asm'))
    throw new Error(`ready: ${name} is not WebAssembly: ${bytes.length} bytes that begin with ${show(start)}`);
  return compile(name, WebAssembly.compile(bytes));
}

/** @param {string} name @param {Promise<WebAssembly.Module>} code */
const compile = (name, code) =>
  code.catch((cause) => {
    throw new Error(`ready: ${name} could not be compiled (${reasonOf(cause)}); ${advice}`, { cause });
  });
