import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import * as library from 'activation-kernels';
import { digests } from './digest.js';

if (isMainThread) new Worker(new URL(import.meta.url)).on('message', (all) => console.log(JSON.stringify(all)));
else parentPort?.postMessage(await digests(library));
