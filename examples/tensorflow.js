/** An activation that TensorFlow.js lacks, as an operation with a gradient: it works in models, tf.grad and optimizers. */
import * as tf from '@tensorflow/tfjs-core';
import { hardSwish as kernel } from 'activation-kernels';

export const hardSwish = tf.customGrad((x, save) => {
  save([x]);
  return {
    value: tf.tensor(kernel(x.dataSync()), x.shape),
    gradFunc: (gradient, [x]) => tf.tensor(kernel.backward(gradient.dataSync(), x.dataSync()), x.shape),
  };
});
