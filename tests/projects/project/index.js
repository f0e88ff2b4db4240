import * as library from 'activation-kernels';
import 'activation-kernels/plot';
import wasm from './address.js';
import { digests } from './digest.js';

async function main() {
  if (location.search === '?wasm') await library.ready({ wasm });
  document.body.dataset.kernels = JSON.stringify(await digests(library));
}

main();

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = (/** @type {MessageEvent} */ { data }) => {
  document.body.dataset.worker = JSON.stringify(data);
};
