/** Glides: after an example, Reset or Undo, the range and the parameters of the plot reach their new values in 200 ms. */
import { kindOf } from '../element/scene.js';
import { formatPlot } from '../package/grammar.js';
import { gridOf } from '../package/grid.js';

/** @typedef {import('../package/types.js').Plot} Plot */

const duration = 200;
const isStill = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {number} from @param {number} to @param {number} share */
const mix = (from, to, share) => from + (to - from) * share;

/** The functions of `to`, on the way from `from`. @param {Plot} from @param {Plot} to @param {number} share from 0 to 1 @returns {Plot} */
function between(from, to, share) {
  const [start, end] = [gridOf(from), gridOf(to)];
  const functions = to.functions.map(({ name, parameters }, i) => {
    const old = from.functions[i]?.name === name ? from.functions[i].parameters : parameters;
    const values = Object.entries(parameters).map(([key, value]) => [key, mix(old[key], value, share)]);
    return { name, parameters: Object.fromEntries(values) };
  });
  const [min, max] = /** @type {const} */ (['min', 'max']).map((key) => mix(start[key], end[key], share));
  return { ...to, functions, min, max, step: undefined };
}

/**
 * @param {Plot} from @param {Plot} to @param {(plot: Plot) => void} draw each plot on the way
 * @param {() => void} arrive draws the last one @returns {() => void} ends the glide at once
 */
export function glide(from, to, draw, arrive) {
  const isCurves = [from, to].every((plot) => kindOf(plot) === 'elementwise');
  const [first, last] = [0, 1].map((share) => formatPlot(between(from, to, share)));
  let frame = 0;
  const end = () => {
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    frame = 0;
    arrive();
  };
  /** @type {number | undefined} */
  let start;
  const move = (/** @type {number} */ now) => {
    start ??= now;
    const time = (now - start) / duration;
    if (time >= 1) return end();
    draw(between(from, to, time * (2 - time)));
    frame = requestAnimationFrame(move);
  };
  if (isStill.matches || !isCurves || first === last) arrive();
  else frame = requestAnimationFrame(move);
  return end;
}
