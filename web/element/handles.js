/** Handles: points on curves that set a parameter, and the value of a parameter that puts its handle at a place. */
import { find } from '../package/catalogue.js';
import { activation } from '../package/kernels.js';
import { sample } from '../package/sample.js';
import { around, touches } from './layout.js';

/** @typedef {import('./scene.js').Range} Range */
/** @typedef {import('./scene.js').Point} Point */
/**
 * The handle of a parameter of curve number `curve`, at x and y. Where the parameter moves kinks, the handle is one of them
 * and moves along x; elsewhere it stays at its x and moves along y.
 * @typedef {Point & { curve: number, parameter: Readonly<import('../package/catalogue.js').Parameter>, value: number, limits: Range, axis: 'x' | 'y', at: (value: number) => Point }} Handle
 */

/** @param {number} value @param {Range} range */
export const clamp = (value, { min, max }) => Math.min(Math.max(value, min), max);

/** The room around a handle, in pixels. */
const reach = 14;

/**
 * The handles of a plot, at most one for each parameter: none where the range does not show what the parameter does.
 * @param {import('../package/types.js').Plot} plot @param {Range} range of x @param {import('./layout.js').Area} area
 * @param {import('./layout.js').Box[]} labels to avoid @param {Handle} [held] which stays the same point
 * @returns {Handle[]}
 */
export function handlesOf({ functions }, { min, max }, area, labels, held) {
  /** @type {Handle[]} */
  const handles = [];
  const pixelsOf = (/** @type {Point} */ { x, y }) => /** @type {const} */ ([area.toX(x), area.toY(y)]);
  functions.forEach(({ name, parameters: given }, curve) => {
    const { parameters: all = [], options = [] } = find(name) ?? {};
    all.forEach((parameter, i) => {
      const value = given[parameter.name];
      if (held?.curve === curve && held.parameter === parameter) {
        handles.push({ ...held, value, ...held.at(value) });
        return;
      }
      const isOrdered = (/** @type {typeof parameter | undefined} */ p) => p?.domain === 'notBelowPrevious';
      const limits = {
        min: isOrdered(parameter) ? given[all[i - 1].name] : parameter.min,
        max: isOrdered(all[i + 1]) ? given[all[i + 1].name] : parameter.max,
      };
      // The bounds of a random slope are the curves whose slope is not random.
      const isRandom = options.includes('seed');
      const parametersAt = (/** @type {number} */ v) =>
        Object.fromEntries(all.map((p) => [p.name, isRandom || p === parameter ? v : given[p.name]]));
      const f = (/** @type {number[]} */ xs, /** @type {number} */ v) =>
        activation(name)(Float32Array.from(xs), parametersAt(v));
      // Beside the ends of the limits, because no kink is left at λ = 0.
      const kinksAt = (/** @type {number} */ v) =>
        sample(name, {
          ...{ min: -1e6, max: 1e6, step: 2e6 },
          ...parametersAt(clamp(v, { min: limits.min + 1e-5, max: limits.max - 1e-5 })),
        }).kinks.map(({ x }) => x);

      /** Where the handle can be. @type {{ axis: 'x' | 'y', at: Handle['at'], weight: number }[]} */
      const places = [];
      const [lowest, highest] = [limits.min, limits.max].map(kinksAt);
      lowest.forEach((kink, k) => {
        const at = (/** @type {number} */ v) => {
          const x = kinksAt(v)[k];
          return { x, y: f([x], v)[0] };
        };
        if (kink !== highest[k]) places.unshift({ axis: 'x', at, weight: 1 });
      });
      if (places.length === 0) {
        const xs = Array.from({ length: 41 }, (_, k) => min + (0.1 + 0.02 * k) * (max - min));
        const [less, more] = [-1, 1].map((sign) => clamp(value + sign * parameter.step, limits));
        const [low, high] = [less, more].map((v) => f(xs, v));
        const effects = [...high].map((y, k) => Math.abs(y - low[k]));
        const pixel = 1 / (area.toY(0) - area.toY(1));
        const largest = Math.max(...effects, pixel / 10);
        xs.forEach((x, k) => {
          places.push({ axis: 'y', at: (v) => ({ x, y: f([x], v)[0] }), weight: effects[k] / largest });
        });
      }

      const others = handles.map((other) => around(...pixelsOf(other), reach));
      const boxes = [...labels, ...others, ...others]; // another handle is more in the way than a label
      let bestScore = Number.NEGATIVE_INFINITY;
      /** @type {Handle | undefined} */
      let best;
      for (const { weight, ...place } of places) {
        const point = place.at(value);
        const [x, y] = pixelsOf(point);
        const isSeen = x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
        const box = around(x, y, reach);
        const score = weight - boxes.filter((other) => touches(other, box)).length / 2;
        if (!isSeen || weight < 0.25 || score <= bestScore) continue;
        bestScore = score;
        best = { curve, parameter, value, limits, ...place, ...point };
      }
      if (best) handles.push(best);
    });
  });
  return handles;
}

/**
 * The value that moves a handle to a coordinate on its axis, to a tenth of a step.
 * @param {Handle} handle @param {number} target
 */
export function valueAt({ axis, at, limits, parameter }, target) {
  let { min: low, max: high } = limits;
  const sign = Math.sign(at(high)[axis] - at(low)[axis]);
  const isBelow = (/** @type {number} */ value) => sign * (at(value)[axis] - target) < 0;
  if (!isBelow(low)) return low;
  if (isBelow(high)) return high;
  // By bisection, because the coordinate rises or falls with the value.
  for (let i = 0; i < 28; ++i) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  const perUnit = 10 ** (1 - Math.floor(Math.log10(parameter.step)));
  return clamp(Math.round(low * perUnit) / perUnit, limits);
}
