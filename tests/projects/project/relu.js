import { relu } from 'activation-kernels';

console.log(...relu(Float32Array.of(-1, 2)));
