import { relu } from 'activation-kernels';

relu(Float32Array.of(-1, 2)).fill(0);
// @ts-expect-error
relu('1');
