/** The WebAssembly module: whether the engine can run it, and compiling it once, when it is first needed. */
import instantiate from '../build/kernels/kernels.js';
import wasm from '../build/kernels/wasm.js';

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

/** @returns {Module} */
function compile() {
  const wasmBinary = new Uint8Array(wasm.length);
  for (let i = 0; i < wasm.length; ++i) wasmBinary[i] = wasm.charCodeAt(i) - 32;
  const module = instantiate({ wasmBinary });
  return { ...module, x: module.x(), gradient: module.gradient(), parameters: module.parameters() };
}

/** The module of cpp/bindings.cpp. @returns {Module} */
export function load() {
  if (compiled) return compiled;
  if (!supported)
    throw new Error(
      'activation-kernels: this engine lacks WebAssembly SIMD; Chrome 91, Firefox 89, Safari 16.4, Node 16.4 and newer have it',
    );
  try {
    compiled = compile();
    return compiled;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `activation-kernels: the WebAssembly module could not be compiled (${reason}); ` +
        "a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src",
      { cause },
    );
  }
}

/**
 * Compiles the kernels now instead of at the first call. Optional. Rejects where a call would throw.
 * @returns {Promise<void>}
 */
export async function ready() {
  load();
}
