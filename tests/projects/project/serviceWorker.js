import * as library from 'activation-kernels';
import { digests } from './digest.js';

addEventListener('install', (/** @type {any} */ event) => event.waitUntil(digests(library)));
addEventListener('message', async (event) => event.source?.postMessage(await digests(library)));
