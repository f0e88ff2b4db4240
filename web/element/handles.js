/** Handles: the points of curves that set a parameter, and the value that moves a handle to a place. */
import { find } from '../package/catalogue.js';
import { kinksOf } from '../package/grid.js';
import { activation } from '../package/kernels.js';
import { around, touches } from './labels.js';
import { clamp } from './pointer.js';

/** @typedef {import('./scene.js').Range} Range */
/** @typedef {import('./scene.js').Point} Point */
/**
 * Where a handle is for each value: on kink number `key`, or on the curve at x = `key`.
 * @typedef {{ axis: 'x' | 'y', key: number, at: (value: number) => Point }} Place
 */
/**
 * The handle of a parameter of curve number `curve`, at x and y. Where the parameter moves kinks, the handle is one of them
 * and moves along x; elsewhere it stays at its x and moves along y.
 * @typedef {Point & Place & { curve: number, parameter: Readonly<import('../package/catalogue.js').Parameter>, value: number }} Handle
 */

/** The room around a handle, in pixels. */
const reach = 14;

/**
 * The handles of a plot, at most one for each parameter, and none if the range does not show its effect.
 * @param {import('../package/types.js').Plot} plot @param {{ x: Range, y: Range }} ranges @param {import('./layout.js').Area} area
 * @param {readonly import('./labels.js').Label[]} labels of the plot; a handle that can be anywhere on its curve keeps off them
 * @param {Handle} [held] which stays on the same kink or at the same x
 * @returns {Handle[]}
 */
export function handlesOf({ functions }, { x: { min, max }, y: heights }, area, labels, held) {
  /** @type {Handle[]} */
  const handles = [];
  const pixelsOf = (/** @type {Point} */ { x, y }) => /** @type {const} */ ([area.toX(x), area.toY(y)]);
  functions.forEach(({ name, parameters: given }, curve) => {
    const { parameters: all = [], options = [] } = find(name) ?? {};
    if (options.includes('seed')) return; // the curve shows only the mean of both slopes
    all.forEach((parameter) => {
      const value = given[parameter.name];
      const { min: low, max: high, step } = parameter;
      const parametersAt = (/** @type {number} */ v) => ({ ...given, [parameter.name]: v });
      const f = (/** @type {number[]} */ xs, /** @type {number} */ v) =>
        activation(name)(Float32Array.from(xs), parametersAt(v));
      // Just inside the limits, because there is no kink at λ = 0.
      const kinksAt = (/** @type {number} */ v) =>
        kinksOf({ name, parameters: parametersAt(clamp(v, low + 1e-5, high - 1e-5)) });

      /** @type {(key: number) => Place} */
      const onKink = (key) => ({
        axis: 'x',
        key,
        at: (v) => {
          const kinks = kinksAt(v);
          const x = kinks[Math.min(key, kinks.length - 1)]; // two kinks may meet
          return { x, y: f([x], v)[0] };
        },
      });
      /** @type {(key: number) => Place} */
      const onCurve = (key) => ({ axis: 'y', key, at: (v) => ({ x: key, y: f([key], v)[0] }) });
      const isHeld = held?.curve === curve && held.parameter === parameter;
      /** Where the handle can be. @type {(Place & { weight: number })[]} */
      const places = [];
      if (isHeld) places.push({ ...(held.axis === 'x' ? onKink : onCurve)(held.key), weight: 1 });
      else {
        const [lowest, highest] = [low, high].map(kinksAt);
        highest.forEach((kink, k) => {
          if (kink !== lowest[k]) places.unshift({ ...onKink(k), weight: 1 });
        });
      }
      if (places.length === 0) {
        const xs = Array.from({ length: 41 }, (_, k) => min + (0.1 + 0.02 * k) * (max - min));
        const [less, more] = [-1, 1].map((sign) => clamp(value + sign * step, low, high));
        const before = f(xs, less);
        const effects = [...f(xs, more)].map((y, k) => Math.abs(y - before[k]));
        const pixel = (heights.max - heights.min) / (area.bottom - area.top);
        const largest = Math.max(...effects, pixel / 100); // near some limits one step is hardly seen
        xs.forEach((x, k) => {
          places.push({ ...onCurve(x), weight: effects[k] / largest });
        });
      }

      const boxes = handles.map((other) => around(...pixelsOf(other), reach));
      let bestScore = Number.NEGATIVE_INFINITY;
      /** @type {Handle | undefined} */
      let best;
      for (const { weight, ...place } of places) {
        const point = place.at(value);
        const [x, y] = pixelsOf(point);
        const box = around(x, y, reach);
        const isOnLabel = place.axis === 'y' && labels.some((label) => touches(label.box, box, -4)); // its ring alone
        const score = weight - boxes.filter((other) => touches(other, box)).length - Number(isOnLabel);
        if (isHeld || (weight > 0.25 && score > bestScore && touches(around(x, y, 0), area))) {
          bestScore = score;
          best = { curve, parameter, value, ...place, ...point };
        }
      }
      if (best) handles.push(best);
    });
  });
  return handles;
}

/**
 * The value that moves a handle to a coordinate on its axis, by bisection, because the coordinate is monotonic in the
 * value.
 * @param {Handle} handle @param {number} target
 */
export function valueAt({ axis, at, parameter }, target) {
  let { min, max } = parameter;
  const isRising = at(max)[axis] > at(min)[axis];
  for (let i = 0; i < 28; ++i) {
    const middle = (min + max) / 2;
    if (at(middle)[axis] < target === isRising) min = middle;
    else max = middle;
  }
  // The limits may have more decimals.
  if (max === parameter.max) return max;
  return min === parameter.min ? min : clamp(Number(max.toFixed(3)), parameter.min, parameter.max);
}
