/** An oracle of the random numbers: Philox4x32-10 in big integers. */

/** @param {number[]} counter @param {number[]} key @returns {number[]} */
export function philox(counter, key) {
  const [m0, m1, mask] = [0xd2511f53n, 0xcd9e8d57n, 0xffffffffn];
  let [a, b, c, d] = counter.map(BigInt);
  let [k, l] = key.map(BigInt);
  for (let round = 0; round < 10; ++round) {
    [a, b, c, d] = [((m1 * c) >> 32n) ^ b ^ k, (m1 * c) & mask, ((m0 * a) >> 32n) ^ d ^ l, (m0 * a) & mask];
    [k, l] = [(k + 0x9e3779b9n) & mask, (l + 0xbb67ae85n) & mask];
  }
  return [a, b, c, d].map(Number);
}
