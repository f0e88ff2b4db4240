/** Numbers as people read them. */

/** Six significant digits, a true minus sign. @param {number} value */
export function format(value) {
  return String(Number(value.toPrecision(6)))
    .replace(/-/g, '−')
    .replace('Infinity', '∞');
}

/** Two significant digits. @param {number} value */
export const twoDigits = (value) => format(Number(value.toPrecision(2)));
