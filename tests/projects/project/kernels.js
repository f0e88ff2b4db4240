import * as library from 'activation-kernels';
import { digests } from './digest.js';

console.log(JSON.stringify(await digests(library)));
