/** A digest of the weights that the lab's network learns with each activation; it is the same in every engine. */

/**
 * After 200 steps of each optimiser at each task.
 * @param {typeof import('../../web/lab/network.js')} lab
 * @param {readonly string[]} activations
 * @returns {Promise<Record<string, string>>} SHA-256 of the weights by activation, in hexadecimal
 */
export async function labDigests({ createNetwork, tasks, optimisers }, activations) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const activation of activations) {
    const learnt = [];
    for (const { name: task } of tasks())
      for (const optimiser of optimisers) {
        const network = createNetwork({ task, optimiser, activation, layers: [16, 7] });
        network.step(200);
        const weights = network.weights();
        // As in digest.js.
        for (let i = 0; i < weights.length; ++i) if (Number.isNaN(weights[i])) weights[i] = 0.123;
        learnt.push(weights);
      }
    const hash = await crypto.subtle.digest('SHA-256', await new Blob(learnt).arrayBuffer());
    all[activation] = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return all;
}
