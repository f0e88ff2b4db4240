/** Support check, compilation and instances of both WebAssembly modules, the kernels and the lab. */
import { notes, serverAdvice } from '../messages/en.js';
import { codedError, reasonOf } from './errors.js';

// A module of one function: i32.const 0, i8x16.splat, i8x16.popcnt. The last instruction came with the final SIMD
// proposal, so early previews of SIMD do not pass.
const simdModule = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/** Whether the engine has WebAssembly SIMD. If it is false, every call throws an error that says so. */
export const supported = /* @__PURE__ */ (() =>
  typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(simdModule)))();

export function checkSupport() {
  if (!supported) throw codedError(notes, typeof WebAssembly === 'object' ? 'noSimd' : 'noWebAssembly');
}

/** A WebAssembly.Module; without DOM types, the type has no name. @typedef {any} Code */

/** Whether this is a page or its Worker, where a policy decides what may be compiled. */
export const isInBrowser = () => typeof location === 'object';

/** English only: no reader sees the errors of a server. @satisfies {Record<string, import('./errors.js').Sentence>} */
const serverNotes = {
  notCompiledOnServer: ({ reason }) =>
    `activation-kernels: the WebAssembly module could not be compiled (${reason}); ${serverAdvice}`,
};

/** @param {unknown} cause */
function compileError(cause) {
  const reason = reasonOf(cause);
  // Firefox throws a string when memory runs out.
  const isMemory = cause instanceof RangeError || /memory/i.test(reason);
  const code = isMemory ? 'noMemory' : isInBrowser() ? 'notCompiled' : 'notCompiledOnServer';
  return codedError({ ...notes, ...serverNotes }, code, { reason }, cause);
}

/** The bytes that `encode` in tools/exports.js wrote as text. @param {string} text @returns {Uint8Array} */
export function decode(text) {
  const bytes = new Uint8Array(text.length);
  const digit = (/** @type {number} */ i) => text.charCodeAt(i) - (text.charCodeAt(i) < 92 ? 35 : 36);
  let length = 0;
  for (let i = 0; i < text.length; ++i) {
    const place = digit(i);
    bytes[length++] = 239 + (place < 89 ? place : 89 + (place - 89) * 91 + digit(++i));
  }
  return bytes.subarray(0, length);
}

/**
 * Takes bytes, not the text itself, because a minifier would copy the text into this function and keep the argument.
 * @param {Uint8Array} bytes @returns {Code}
 */
export function compileInlined(bytes) {
  checkSupport();
  try {
    return new WebAssembly.Module(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
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
