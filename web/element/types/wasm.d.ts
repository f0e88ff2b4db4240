/** What a bundler imports from `kernels.wasm`: its URL, or a WebAssembly.Module. `ready({ wasm })` accepts both. */
import type { WasmSource } from '../../package/types.js';

declare const wasm: WasmSource;
export default wasm;
