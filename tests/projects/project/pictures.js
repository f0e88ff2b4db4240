import * as library from 'activation-kernels';
import { toSVG } from 'activation-kernels/svg';
import { pictures } from './digest.js';

console.log(JSON.stringify(await pictures(library, toSVG)));
