/** A digest of every result of an activation over fixed inputs; it is the same in every engine. */

/** Floats of every sign and exponent, eight each: zeros, subnormals, infinities and NaNs among them. */
export function everyExponent() {
  let state = 1;
  const mantissa = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 9;
  };
  const bits = Uint32Array.from({ length: 4096 }, (_, i) => ((i >>> 3) << 23) | (i % 8 === 0 ? 0 : mantissa()));
  return new Float32Array(bits.buffer);
}

/** @param {number} n finite numbers from -8 to 8, because one NaN makes a whole row NaN */
function moderate(n) {
  return Float32Array.from({ length: n }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >> 8) / 2 ** 20);
}

/** The defaults, and every parameter at both ends of its range. @param {any} entry */
function optionsOf({ parameters, options }) {
  const ends = parameters.flatMap((/** @type {any} */ { name, min, max, domain }, /** @type {number} */ i) => {
    const previous = domain === 'notBelowPrevious' ? parameters[i - 1].name : name;
    const next = parameters[i + 1]?.domain === 'notBelowPrevious' ? parameters[i + 1].name : name;
    return [
      { [previous]: min, [name]: min },
      { [name]: max, [next]: max },
    ];
  });
  return [{}, ...ends, ...(options.includes('seed') ? [{ seed: 7 }] : [])];
}

/** @param {any} f @param {any} entry @returns {Generator<Float32Array<ArrayBuffer>>} */
function* results(f, entry) {
  if (entry.kind === 'elementwise') {
    const x = everyExponent();
    const gradient = x.toReversed();
    for (const own of optionsOf(entry)) {
      yield f(x, own);
      yield f.derivative(x, own);
      yield f.backward(gradient, x, own);
      if (f.slopeBackward) yield f.slopeBackward(gradient, x, own);
    }
    return;
  }
  for (const columns of [2, 10, 1000, 10_000]) {
    const x = moderate(20_000);
    const y = f(x, { columns });
    yield y;
    yield f.backward(moderate(y.length).reverse(), x, { columns });
  }
}

/**
 * @param {any} library the package
 * @returns {Promise<Record<string, string>>} SHA-256 by activation, in hexadecimal
 */
export async function digests(library) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const entry of library.catalogue) {
    const bytes = [];
    for (const result of results(library[entry.name], entry)) {
      // The bits of a NaN may differ between engines.
      for (let i = 0; i < result.length; ++i) if (Number.isNaN(result[i])) result[i] = 0.123;
      bytes.push(result);
    }
    all[entry.name] = await sha256(await new Blob(bytes).arrayBuffer());
  }
  return all;
}

/** In hexadecimal. @param {BufferSource} bytes */
async function sha256(bytes) {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A digest of pictures of every activation.
 * @param {any} library the package @param {(plot: string, options: object) => string} toSVG
 * @returns {Promise<Record<string, string>>} SHA-256 by activation, in hexadecimal
 */
export async function pictures(library, toSVG) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const { name } of library.catalogue) {
    const wide = toSVG(`functions=${name}&derivative&saturation&lang=zh-Hant`, { width: 960, height: 640 });
    const near = toSVG(`functions=${name}&min=-0.003&max=0.007&theme=dark`, { width: 300, height: 240 });
    all[name] = await sha256(new TextEncoder().encode(wide + near));
  }
  return all;
}
