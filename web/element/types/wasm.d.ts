/** `kernels.wasm`, imported: a bundler's address of it, or a WebAssembly.Module. `ready({ wasm })` takes both. */
import type { WasmSource } from '../../package/types.js';

declare const wasm: WasmSource;
export default wasm;
