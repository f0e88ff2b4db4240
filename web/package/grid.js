/** Where a plot samples x: the range and the step, whether the plot gives them or not. */
import { find } from './catalogue.js';

/** @typedef {import('./catalogue.js').View} Range */

/** The narrowest width that 32-bit floats can draw. @param {Range} range */
export const minWidth = ({ min, max }) => Math.max(1e-6, 1e-5 * Math.max(Math.abs(min), Math.abs(max)));

/** The narrowest height: the least 32-bit float above 0. Chart.js never returns from much narrower ones. */
export const minHeight = 2 ** -149;

/**
 * The smallest range that holds the views of all functions. For ReLU and Leaky ReLU, and for no function, the range of the
 * tutorial from which this project grew.
 * @param {readonly { name: string }[]} functions @returns {Range}
 */
function viewOf(functions) {
  const views = functions.flatMap(({ name }) => find(name)?.view ?? []);
  if (views.length === 0 || functions.every(({ name }) => /^(relu|leakyRelu)$/.test(name)))
    return { min: -20, max: 20 };
  return { min: Math.min(...views.map(({ min }) => min)), max: Math.max(...views.map(({ max }) => max)) };
}

/**
 * The range of x and the step of a plot. An end that it does not give is that of the functions' views, or as far from the
 * given end as the views are wide if it would not lie beyond it.
 * @param {{ functions: readonly { name: string }[] } & { [key in 'min' | 'max' | 'step']?: number | undefined }} plot
 */
export function gridOf({ functions, min, max, step }) {
  const view = viewOf(functions);
  const isWide = (/** @type {Range} */ range) => range.max - range.min >= minWidth(range);
  const range = { min: min ?? view.min, max: max ?? view.max };
  if (!isWide(range)) {
    const width = Math.max(view.max - view.min, 2 * minWidth(range));
    if (max === undefined) range.max = range.min + width;
    else if (min === undefined) range.min = range.max - width;
  }
  return { ...range, step: step ?? (range.max - range.min) / 400 };
}
