/** An activation that TensorFlow.js lacks, over its tensors and with its gradients: for models, tf.grad and optimizers. */
import * as tf from '@tensorflow/tfjs-core';
import { hardSwish as kernel } from 'activation-kernels';

export const hardSwish = tf.customGrad((x, save) => {
  save([x]);
  return {
    value: tf.tensor(kernel(x.dataSync()), x.shape),
    gradFunc: (gradient, [x]) => tf.tensor(kernel.backward(gradient.dataSync(), x.dataSync()), x.shape),
  };
});
