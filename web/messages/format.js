/** Numbers as people read them. */

/** Six significant digits, a true minus sign. @param {number} value */
export function format(value) {
  return String(Number(value.toPrecision(6)))
    .replace(/-/g, '−')
    .replace('Infinity', '∞');
}

/** Two significant digits. @param {number} value */
export const twoDigits = (value) => format(Number(value.toPrecision(2)));

/** A range in two digits; a single number if both ends have the same. @param {number} min @param {number} max @param {string} to */
export function range(min, max, to) {
  const [low, high] = [twoDigits(min), twoDigits(max)];
  return low === high ? low : low + to + high;
}
