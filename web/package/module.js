/** Compiles the kernels once, at the first call or in ready(). */
import instantiate from '../../build/kernels/kernels.js';
import wasm, { version } from '../../build/kernels/wasm.js';
import { cspAdvice, serverAdvice } from '../messages/en.js';
import { checkOptions, show, typeOf } from './checks.js';
import { reasonOf } from './errors.js';
import { checkSupport, compileInlined, decode, instanceOf, isInBrowser } from './wasm.js';

/** @import { WasmSource } from './types.js' */

export { supported } from './wasm.js';

/** @typedef {import('../../build/kernels/kernels.js').Kernels} Kernels */
/** @typedef {{ x: Float32Array, gradient: Float32Array, mask: Float32Array, parameters: Float32Array }} Scratch */
/** @typedef {Omit<Kernels, keyof Scratch> & Scratch} Module the exports, with the arrays of the scratch in place of
 *   the functions that return them */

/** @type {Module | undefined} */
let compiled;

/** @param {WebAssembly.Module} code */
function start(code) {
  const module = instanceOf(instantiate, code);
  const { x, gradient, mask, parameters } = module; // plots have no mask
  return { ...module, x: x(), gradient: gradient(), mask: mask?.(), parameters: parameters() };
}

/** The module of cpp/bindings.cpp. @returns {Module} */
export function load() {
  // In Cloudflare Workers, which compile no bytes, the build imports the module.
  compiled ??= start(typeof wasm === 'string' ? compileInlined(decode(wasm)) : wasm);
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
  checkOptions('ready', options, ['wasm']);
  const { wasm: source } = options;
  if (source === undefined) {
    load();
    return;
  }
  checkSupport();
  if (!isSource(source))
    throw new TypeError(`ready: wasm must be a URL, a Response, bytes or a WebAssembly.Module, not ${show(source)}`);
  if (compiled) return;
  const { code, name } = await codeOf(source);
  const [section] = WebAssembly.Module.customSections(code, 'activation-kernels');
  const found = section && String.fromCharCode(...new Uint8Array(section)); // Jest's jsdom has no TextDecoder
  if (!found) throw new Error(`ready: ${name} is WebAssembly, but not a kernels.wasm of this package`);
  if (found !== version)
    throw new Error(`ready: ${name} is of version ${found}, and this package of version ${version}`);
  compiled ??= start(code);
}

/** Each realm has classes of its own, and some engines lack some classes. @param {unknown} source */
const isSource = (source) =>
  ArrayBuffer.isView(source) || /^(String|URL|Response|(Shared)?ArrayBuffer)$/.test(typeOf(source)) || isModule(source);

/**
 * @param {any} source a WasmSource @param {string} [name] of bytes
 * @returns {Promise<{ code: WebAssembly.Module, name: string }>}
 */
async function codeOf(source, name = 'wasm') {
  const type = typeOf(source);
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source;
    return { code: await compileBytes(name, new Uint8Array(buffer, byteOffset, byteLength)), name };
  }
  if (type === 'ArrayBuffer' || type === 'SharedArrayBuffer') return codeOf(new Uint8Array(source), name);
  if (typeof source === 'string' || type === 'URL') return codeOf(await contentOf(String(source)), String(source));
  if (type === 'Response') return codeIn(source);
  return { code: source, name: 'the module' };
}

/** @param {unknown} source */
function isModule(source) {
  try {
    return WebAssembly.Module.customSections(/** @type {WebAssembly.Module} */ (source), '').length === 0;
  } catch {
    return false;
  }
}

/** A response, or the bytes of a file, which Node.js cannot fetch. @param {string} address */
async function contentOf(address) {
  // Not an import, which bundlers for browsers would try to resolve.
  const files = /** @type {any} */ (globalThis).process?.getBuiltinModule?.('fs');
  try {
    return await (files && /^file:/i.test(address) ? files.promises.readFile(new URL(address)) : fetch(address));
  } catch (cause) {
    const advice =
      files && !/^\w\w+:/.test(address) ? '; in Node.js pass the bytes of the file, readFileSync(path)' : '';
    throw new Error(`ready: ${address} could not be fetched (${reasonOf(cause)})${advice}`, { cause });
  }
}

/** @param {Response} response */
async function codeIn(response) {
  const name = response.url || 'the response';
  if (!response.ok) throw new Error(`ready: ${name} answered ${response.status} ${response.statusText}`.trim());
  // compileStreaming() requires this type, and a response of its own realm.
  const isStreamed =
    response.headers.get('content-type') === 'application/wasm' &&
    typeof Response === 'function' &&
    response instanceof Response &&
    WebAssembly.compileStreaming;
  if (!isStreamed) return codeOf(await response.arrayBuffer(), name);
  return { code: await compile(name, WebAssembly.compileStreaming(response)), name };
}

/** @param {string} name @param {Uint8Array<any>} bytes */
function compileBytes(name, bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 15));
  if (!start.startsWith('\0asm'))
    throw new Error(`ready: ${name} is not WebAssembly: ${bytes.length} bytes that begin with ${show(start)}`);
  return compile(name, WebAssembly.compile(bytes.slice())); // a copy: engines compile no shared memory
}

/** @param {string} name @param {Promise<WebAssembly.Module>} code */
const compile = (name, code) =>
  code.catch((cause) => {
    const advice = isInBrowser() ? cspAdvice : serverAdvice;
    throw new Error(`ready: ${name} could not be compiled (${reasonOf(cause)}); ${advice}`, { cause });
  });
