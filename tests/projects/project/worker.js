import * as library from 'activation-kernels';
import { digests } from './digest.js';

digests(library).then((all) => postMessage(all));
