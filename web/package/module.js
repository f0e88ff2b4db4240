/** Compiles the kernels once, at the first call or in ready(). */
import instantiate from '../../build/kernels/kernels.js';
import wasm, { version } from '../../build/kernels/wasm.js';
import { cspAdvice } from '../messages/en.js';
import { show } from './checks.js';
import { reasonOf } from './errors.js';
import { checkSupport, compileInlined, instanceOf } from './wasm.js';

/** @import { WasmSource } from './types.js' */

export { supported } from './wasm.js';

/** @typedef {import('../../build/kernels/kernels.js').Kernels} Kernels */
/** @typedef {{ x: Float32Array, gradient: Float32Array, parameters: Float32Array }} Scratch */
/** @typedef {Omit<Kernels, keyof Scratch> & Scratch} Module the exports, with the arrays of the scratch in place of
 *   the functions that return them */

/** @type {Module | undefined} */
let compiled;

/** @param {WebAssembly.Module} code */
function start(code) {
  const module = instanceOf(instantiate, code);
  return { ...module, x: module.x(), gradient: module.gradient(), parameters: module.parameters() };
}

/** The module of cpp/bindings.cpp. @returns {Module} */
export function load() {
  compiled ??= start(compileInlined(wasm));
  return compiled;
}

/**
 * Compiles the kernels now. Optional: otherwise the first call compiles them.
 * @param {{ wasm?: WasmSource | undefined }} [options] `wasm`: the package's `kernels.wasm`, to compile in place of the
 *   copy that the package contains: while it downloads, for example, or already compiled and posted to a Worker.
 *   Ignored once the kernels are compiled.
 * @returns {Promise<void>} rejects if a call would throw, or if `wasm` is not of this version; in the second case calls
 *   still work
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
    // compileStreaming() requires this type.
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
    throw new Error(`ready: ${name} could not be compiled (${reasonOf(cause)}); ${cspAdvice}`, { cause });
  });
