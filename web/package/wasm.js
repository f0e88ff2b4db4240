/** Support check, compilation and instances of both WebAssembly modules, the kernels and the lab. */
import { notes } from '../messages/en.js';
import { codedError, reasonOf } from './errors.js';

// A module of one function: i32.const 0, i8x16.splat, i8x16.popcnt. The last instruction came with the final SIMD
// proposal, so early previews of SIMD do not pass.
const simdModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** Whether the engine has WebAssembly SIMD. If it is false, every call throws an error that says so. */
export const supported = typeof WebAssembly === 'object' && WebAssembly.validate(simdModule);

export function checkSupport() {
  if (!supported) throw codedError(notes, 'noSimd');
}

/** A WebAssembly.Module; without DOM types, the type has no name. @typedef {any} Code */

/** @param {unknown} cause */
function compileError(cause) {
  const reason = reasonOf(cause);
  // Firefox throws a string when memory runs out.
  const isMemory = cause instanceof RangeError || /memory/i.test(reason);
  return codedError(notes, isMemory ? 'noMemory' : 'notCompiled', { reason }, cause);
}

/** @param {string} text a module's bytes, encoded by tools/exports.js @returns {Code} */
export function compileInlined(text) {
  checkSupport();
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i) - 32;
  try {
    return new WebAssembly.Module(bytes);
  } catch (cause) {
    throw compileError(cause);
  }
}

/**
 * @template T @param {(module: import('../../build/kernels/kernels.js').Start) => T} instantiate
 * @param {Code} code
 */
export function instanceOf(instantiate, code) {
  /** @type {unknown} */
  let failure;
  const module = instantiate({
    instantiateWasm(imports, receive) {
      try {
        return receive(new WebAssembly.Instance(code, imports));
      } catch (error) {
        // Thrown here, the error would also reject a promise inside Emscripten's code, which nothing handles.
        failure = error;
        return {};
      }
    },
  });
  if (failure) throw compileError(failure);
  return module;
}
