/** Texts and boxes in a picture, in pixels: how wide a text is, where it lies, and what touches it. */

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/**
 * A text whose baseline is at y, and the box that it needs. The name of a curve has its colour.
 * @typedef {{ words: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', box: Box, curve?: number }} Label
 */

export const fontSize = 12;
export const [ascent, descent] = [11, 3];

/** The widest of the usual fonts, in pixels for each kind of character. The same in every engine. @type {[RegExp, number][]} */
const widths = [
  [/[ .,:;|()′'fi-jI]|[lrt]/, 5],
  [/[mwMW%@]/, 11.9],
  [/[−=+<>]/, 10.1],
  [/[A-Z]/, 9.4],
  [/[\u2e80-\uffff]/, 12.5],
  [/./u, 7.7],
];
/** The room of a text. @param {string} words */
export const widthOf = (words) =>
  [...words].reduce((sum, c) => sum + (widths.find(([kind]) => kind.test(c))?.[1] ?? 0), 0);

/** To tenths. */
export const round = (/** @type {number} */ pixels) => Math.round(pixels * 10) / 10;

/** @param {Box} a @param {Box} b @param {number} [gap] */
export const touches = (a, b, gap = 0) =>
  a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;

/** @param {Box} inner @param {Box} outer */
export const isWithin = (inner, outer) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

/** @param {string} words @param {number} x @param {number} y @param {Label['anchor']} anchor @returns {Label} */
export function labelAt(words, x, y, anchor) {
  const width = widthOf(words);
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return {
    words,
    x: round(x),
    y: round(y),
    anchor,
    box: { left, right: left + width, top: y - ascent, bottom: y + descent },
  };
}

/** @param {number} x @param {number} y @param {number} reach @returns {Box} */
export const around = (x, y, reach) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
