import * as library from 'activation-kernels';
import { digests } from './digest.js';

await library.ready({ wasm: import.meta.resolve('activation-kernels/kernels.wasm') });
console.log(JSON.stringify(await digests(library)));
