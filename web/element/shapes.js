/** The parts of a scene besides axes and bars, as SVG paths. canvas.js and svg.js draw the same list. */
import { plotWords } from '../package/plotWords.js';
import { hasStrips, marksOn } from './scene.js';

/** @typedef {import('./scene.js').Curves} Curves */
/** @typedef {import('./canvas.js').Look} Look */
/**
 * @typedef {object} Shape
 * @property {string} d an SVG path around `at`
 * @property {[number, number]} [at] (0, 0) unless given
 * @property {string} [fill] a colour
 * @property {number} [opacity] of the fill
 * @property {string} [stroke] a colour
 * @property {number} [width] of the stroke
 * @property {number[]} [dash] of the stroke
 */
/** Where the plot lies, in pixels. @typedef {Pick<import('./layout.js').Area, 'top' | 'bottom' | 'toX' | 'toY'>} Area */

const markShapes = [
  'M4.2 0A4.2 4.2 0 1 1 -4.2 0A4.2 4.2 0 1 1 4.2 0Z',
  'M-3.8 -3.8H3.8V3.8H-3.8Z',
  'M0 -5L4.7 3.4H-4.7Z',
  'M0 -5.4L5.4 0L0 5.4L-5.4 0Z',
  'M-1.6 -5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6Z',
  'M0 5L4.7 -3.4H-4.7Z',
  'M-4.4 -2.2L-2.2 -4.4L0 -2.2L2.2 -4.4L4.4 -2.2L2.2 0L4.4 2.2L2.2 4.4L0 2.2L-2.2 4.4L-4.4 2.2L-2.2 0Z',
  'M0 -5.6L1.5 -1.9L5.3 -1.7L2.3 0.7L3.3 4.5L0 2.4L-3.3 4.5L-2.3 0.7L-5.3 -1.7L-1.5 -1.9Z',
];

/**
 * Marks that tell the curves apart without colour, as SVG paths around (0, 0). When the colours repeat, the marks start
 * one shape later: no two curves have the same colour and the same mark.
 */
export const marks = Array.from(
  { length: plotWords.functions.maxCount },
  (_, i) => markShapes[(i + Math.floor(i / markShapes.length)) % markShapes.length],
);

/** Strokes of f (solid), f′ (dashed) and ∂f/∂a (dotted), in pixels. */
export const strokes = {
  solid: { width: 2.5, dash: [] },
  dashed: { width: 2, dash: [6, 4] },
  dotted: { width: 2, dash: [2, 4] },
};

/** The lines of the grid and of the axes. */
export const rules = { grid: { width: 1 }, axes: { width: 1 } };
/** The width of the stroke in the background's colour behind a text, of which half is seen. */
export const halo = 4;

/** @param {import('./scene.js').Point[]} points @param {Area} area */
export function pathOf(points, { toX, toY }) {
  let command = 'M';
  return points
    .map(({ x, y }) => {
      const isGap = Number.isNaN(y);
      const step = isGap ? '' : `${command}${toX(x)} ${toY(y)}`;
      command = isGap ? 'M' : 'L';
      return step;
    })
    .join('');
}

/**
 * Below the lines: where curves are saturated, and what random slopes can reach.
 * @param {Curves} scene @param {Area} area @param {Look} look @returns {Shape[]}
 */
export function shapesBelow(scene, area, look) {
  const { saturated, bands, samples, colors } = scene;
  const { top, bottom, toX } = area;
  return [
    ...saturated.flatMap(({ curve, from, to }) => {
      const fill = look.curves[colors[curve]];
      const strip = (/** @type {number} */ y, /** @type {number} */ height) =>
        `M${toX(from)} ${y}H${toX(to)}v${height}H${toX(from)}Z`;
      return [
        { d: strip(top, bottom - top), fill, opacity: 0.08 },
        // The strips of the curves lie one below the other, so that none hides another.
        ...(hasStrips(scene) ? [{ d: strip(bottom - 6 * (samples.length - curve), 5), fill, opacity: 0.7 }] : []),
      ];
    }),
    ...bands.map(({ curve, points }) => ({
      d: `${pathOf(points, area)}Z`,
      fill: look.curves[colors[curve]],
      opacity: 0.18,
    })),
  ];
}

/**
 * Above the lines: marks that tell curves apart, and dots at kinks.
 * @param {Curves} scene @param {Area} area @param {Look} look @returns {Shape[]}
 */
export function shapesAbove(scene, { toX, toY }, look) {
  return [
    ...marksOn(scene, look.isColorless).map(({ curve, x, y }) => markOf(scene.colors[curve], toX(x), toY(y), look)),
    ...scene.dots.map(({ curve, x, y, open }) =>
      dotOf(toX(x), toY(y), look.curves[scene.colors[curve]], open && look.background),
    ),
  ];
}

/**
 * The mark of a curve.
 * @param {number} color its place in the palette @param {number} x @param {number} y @param {Look} look @returns {Shape}
 */
export const markOf = (color, x, y, look) => ({ d: marks[color], at: [x, y], fill: look.curves[color] });

/** What each kind of line shows of a reading. */
const shownBy = /** @type {const} */ ({ solid: 'y', dashed: 'derivative', dotted: 'slope' });

/**
 * A dot on each line where the reader reads x, with a halo that sets it off from the other lines.
 * @param {Curves} scene @param {Area} area @param {Look} look @param {number} x @param {import('./scene.js').Reading[]} readings
 * @returns {Shape[]}
 */
export const readingDots = ({ lines, colors }, { toX, toY }, look, x, readings) =>
  lines.flatMap(({ curve, dash }) => {
    const y = readings[curve][shownBy[dash]];
    if (y === undefined || !Number.isFinite(y)) return [];
    const fill = look.curves[colors[curve]];
    return [{ d: 'M5 0A5 5 0 1 1 -5 0A5 5 0 1 1 5 0Z', at: [toX(x), toY(y)], fill, stroke: look.background, width: 2 }];
  });

/**
 * The dot at a kink.
 * @param {number} x @param {number} y @param {string} color @param {string | false} hole its colour @returns {Shape}
 */
const dotOf = (x, y, color, hole) => ({
  d: 'M4 0A4 4 0 1 1 -4 0A4 4 0 1 1 4 0Z',
  at: [x, y],
  fill: hole || color,
  stroke: color,
  width: 2,
});
