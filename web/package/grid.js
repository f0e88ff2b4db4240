/** Where a plot samples x: the range and the step, whether the plot gives them or not. */
import { find } from './catalogue.js';
import { plotWords } from './plotWords.js';
import { gridIn, viewOf } from './range.js';
import { sample } from './sample.js';

/** @typedef {{ name: string, parameters?: Record<string, number> }} Curve */

/** The range of x and the step of a plot. @param {{ functions: readonly Curve[] } & Parameters<typeof gridIn>[1]} plot */
export function gridOf({ functions, min, max, step }) {
  const isGiven = min !== undefined && max !== undefined;
  const view = isGiven ? { min, max } : viewOf(functions.map((curve) => ({ ...curve, kinks: kinksOf(curve) })));
  const grid = gridIn(view, { min, max, step }, plotWords.max.max);
  const width = grid.max - grid.min;
  return { ...grid, step: Math.min(Math.max(grid.step, width / plotWords.step.maxCount), width) };
}

/** Every x at which f or f′ jumps. If f has no parameters, the view of the catalogue already shows them all. @param {Curve} curve */
export function kinksOf({ name, parameters }) {
  const entry = find(name);
  if (entry?.kind !== 'elementwise' || entry.parameters.length === 0) return [];
  try {
    return sample(name, { min: -1e6, max: 1e6, step: 2e6, ...parameters }).kinks.map(({ x }) => x);
  } catch {
    return []; // the page prints programs also where the kernels cannot run
  }
}
