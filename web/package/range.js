/** Ranges of x and y: the narrowest that floats can draw, and the defaults of x. */
import { find } from './catalogue.js';

/** @typedef {import('./catalogue.js').Span} Range */

/** The narrowest width that 32-bit floats can draw. @param {Range} range */
export const minWidth = ({ min, max }) => Math.max(1e-6, 1e-5 * Math.max(Math.abs(min), Math.abs(max)));

/** The narrowest height: the least 32-bit float above 0. Chart.js never returns from much narrower ones. */
export const minHeight = 2 ** -149;

/**
 * The smallest range that holds the views of all functions, and their kinks with room on both sides. For ReLU and Leaky
 * ReLU, and for no function, the range of the tutorial from which this project grew.
 * @param {readonly { name: string, kinks: readonly number[] }[]} curves @returns {Range}
 */
export function viewOf(curves) {
  const views = curves.flatMap(({ name }) => find(name)?.view ?? []);
  if (views.length === 0 || curves.every(({ name }) => /^(relu|leakyRelu)$/.test(name))) return { min: -20, max: 20 };
  const view = { min: Math.min(...views.map(({ min }) => min)), max: Math.max(...views.map(({ max }) => max)) };
  const kinks = curves.flatMap((curve) => curve.kinks);
  const room = (Math.max(view.max, ...kinks) - Math.min(view.min, ...kinks)) / 8;
  // Multiples of a half are short numbers, and do not change while a kink moves a little.
  return {
    min: Math.min(view.min, ...kinks.map((x) => Math.floor(2 * (x - room)) / 2)),
    max: Math.max(view.max, ...kinks.map((x) => Math.ceil(2 * (x + room)) / 2)),
  };
}

/**
 * The range of x and the step of a plot. A missing end is that of the view. If the given end lies beyond the view, or so near
 * its end that hardly anything of it would be seen, the range is as wide as the view, up to the limit.
 * @param {Range} view @param {{ [key in 'min' | 'max' | 'step']?: number | undefined }} given
 * @param {number} [limit] of |x|
 */
export function gridIn(view, { min, max, step }, limit = Number.POSITIVE_INFINITY) {
  const width = view.max - view.min;
  const range = { min: min ?? view.min, max: max ?? view.max };
  const least = minWidth(range);
  if (range.max - range.min < Math.max(width / 16, least)) {
    const wide = Math.max(width, 2 * least);
    if (max === undefined) range.max = Math.min(range.min + wide, limit);
    else if (min === undefined) range.min = Math.max(range.max - wide, -limit);
  }
  return { ...range, step: step ?? (range.max - range.min) / 400 };
}
