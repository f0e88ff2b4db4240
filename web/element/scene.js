/** Makes the scene of a plot: everything to draw, in the plot's coordinates. canvas.js and svg.js draw it. */
import { format } from '../messages/format.js';
import { catalogue, find } from '../package/catalogue.js';
import { gridOf } from '../package/grid.js';
import { activation } from '../package/kernels.js';
import { minHeight } from '../package/range.js';
import { curveOf, extrasOf, slopesOf } from './curve.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {import('./curve.js').Curve} Curve */
/** @typedef {import('./curve.js').Point} Point */
/** @typedef {import('../package/sample.js').Samples} Samples */
/** @typedef {{ min: number, max: number }} Range */
/** A part of curve number `curve`. @template Part @typedef {Part & { curve: number }} Of */
/**
 * The parts of curves, each with the number of its curve.
 * @typedef {object} Curves
 * @property {'curves'} kind
 * @property {string[]} labels of the curves
 * @property {string[]} [names] short labels, which the curves carry
 * @property {number[]} colors the curves' places in the palette
 * @property {Curve[]} [made] the curves of a plot
 * @property {Samples[]} samples of the curves
 * @property {Of<Curve['line']>[]} lines
 * @property {Of<Curve['dots'][number]>[]} dots
 * @property {Of<Curve['bands'][number]>[]} bands
 * @property {Of<Curve['saturated'][number]>[]} saturated
 * @property {Range} x
 * @property {number} step from one sample to the next
 * @property {Range} y
 * @property {boolean} [isFramed] whether the axes lie at the left and lower edges, wherever 0 is
 * @property {[Curves, Curves]} [stack] f and f′ for areas one above the other; the samples of the second have f′ as `y`
 * @property {'f' | 'f′'} [part] of a stack
 */
/**
 * Bars: `names` of the elements of a row, and for each function its values.
 * @typedef {object} Bars
 * @property {'bars'} kind
 * @property {string[]} labels of the functions
 * @property {number[]} colors the functions' places in the palette
 * @property {string[]} names of the bars
 * @property {number[][]} values one list for each function
 * @property {Range} y
 */
/** @typedef {Curves | Bars} Scene */

/** 'Leaky ReLU (a = 0.07)' @param {import('../package/types.js').PlotFunction} curve */
export function labelOf({ name, parameters }) {
  const entry = find(name);
  const values = entry?.parameters.map((p) => `${p.symbol} = ${format(parameters[p.name])}`).join(', ');
  return `${entry?.label}${values ? ` (${values})` : ''}`;
}

/** The labels of a plot's functions, with parameters only where a function occurs more than once. @param {Pick<Plot, 'functions'>} plot */
export const shortLabels = ({ functions }) =>
  functions.map((curve) => {
    const isAlone = functions.filter(({ name }) => name === curve.name).length === 1;
    return isAlone ? (find(curve.name)?.label ?? curve.name) : labelOf(curve);
  });

/**
 * The place of each function in the palette: its rank among them in the catalogue, so that the order in which a reader has
 * chosen them does not matter. One function with several parameters takes its places in the given order.
 * @param {readonly { name: string }[]} functions
 */
export function colorsOf(functions) {
  const ranks = functions.map(({ name }) =>
    catalogue.indexOf(/** @type {import('../package/catalogue.js').Entry} */ (find(name))),
  );
  const order = [...functions.keys()].sort((a, b) => ranks[a] - ranks[b]);
  return functions.map((_, i) => order.indexOf(i));
}

/** x₁, x₂, … @param {string} letter @param {number} i from 0 */
export const subscripted = (letter, i) => letter + String(i + 1).replace(/\d/g, (d) => '₀₁₂₃₄₅₆₇₈₉'[Number(d)]);

/** The kind of a plot, which is that of its first function. @param {Pick<Plot, 'functions'>} plot */
export const kindOf = ({ functions: [first] }) => (first && find(first.name)?.kind) ?? 'elementwise';

/**
 * Kinks at one x, by function, as the messages have them: jumps of f with its limits, corners with their slopes.
 * @param {[label: string, kink: import('../package/sample.js').Kink][]} kinks
 */
export function sidesOf(kinks) {
  /** @param {string} label @param {[number, number]} sides @returns {import('../messages/en.js').Sides} */
  const sides = (label, [left, right]) => [label, format(left), format(right)];
  const isJump = (/** @type {import('../package/sample.js').Kink} */ { y }) => y[0] !== y[1];
  return {
    jumps: kinks.filter(([, kink]) => isJump(kink)).map(([label, { y }]) => sides(label, y)),
    corners: kinks.filter(([, kink]) => !isJump(kink)).map(([label, { derivative }]) => sides(label, derivative)),
  };
}

/** @param {Plot} plot @param {Scene} [last] its unchanged curves are used again @returns {Scene} */
export function sceneOf(plot, last) {
  return kindOf(plot) === 'elementwise' ? curvesOf(plot, last) : barsOf(plot);
}

/** The names of a plot's bars: one for each element of the row, or one alone for numbers of the whole row. @param {Plot} plot */
export const barNames = (plot) =>
  plot.functions.length > 0 && plot.functions.every(({ name }) => find(name)?.reduces)
    ? ['x']
    : kindOf(plot) === 'row'
      ? plot.logits.map((logit, i) => `${subscripted('x', i)} = ${format(logit)}`)
      : plot.logits.slice(plot.logits.length / 2).map((_, i) => `${subscripted('a', i)}, ${subscripted('b', i)}`);

/** The input row of a plot of bars. The temperature divides it for row functions only. @param {Plot} plot @returns {Float32Array} */
export const rowOf = (plot) =>
  Float32Array.from(plot.logits, (logit) => (kindOf(plot) === 'row' ? logit / plot.temperature : logit));

/** @param {Plot} plot @returns {Bars} */
function barsOf(plot) {
  const { functions, ymin, ymax } = plot;
  const row = rowOf(plot);
  const names = barNames(plot);
  // Beside functions of every element, a number of the whole row stands at each of them.
  const values = functions.map(({ name }) => {
    const all = /** @type {Float32Array} */ (activation(name)(row));
    return names.map((_, i) => all[i % all.length]);
  });
  const all = values.flat();
  const range = roomy(Math.min(0, ...all), Math.max(0, ...all));
  const y = within({ min: Math.min(...all) < 0 ? range.min : 0, max: range.max }, ymin, ymax);
  return {
    kind: 'bars',
    labels: functions.map(labelOf),
    colors: colorsOf(functions),
    names,
    values,
    y,
  };
}

/** @param {Plot} plot @param {Scene | undefined} last @returns {Curves} */
function curvesOf(plot, last) {
  const { functions, derivative, stacked, ymin, ymax } = plot;
  const { min, max, step } = gridOf(plot);
  const made = functions.map((curve) =>
    curveOf(curve, { min, max, step }, plot, last?.kind === 'curves' ? last.made : undefined),
  );
  /** The parts of all curves, each with the number of its curve. @template T @param {(curve: Curve) => T[]} partsOf */
  const all = (partsOf) => made.flatMap((own, curve) => partsOf(own).map((part) => ({ ...part, curve })));
  /** @type {Curves} */
  const scene = {
    kind: 'curves',
    labels: functions.map(labelOf),
    names: shortLabels(plot),
    colors: colorsOf(functions),
    made,
    samples: made.map((own) => own.samples),
    lines: all(({ line }) => [line]),
    dots: all(({ dots }) => dots),
    bands: all(({ bands }) => bands),
    saturated: all(({ saturated }) => saturated),
    x: { min, max },
    step,
    y: { min, max },
  };
  if (!derivative) return { ...scene, y: within(extent(scene), ymin, ymax) };
  const slopes = { lines: all(({ slopes }) => slopes.lines), dots: all(({ slopes }) => slopes.dots) };
  const both = { ...scene, lines: [...scene.lines, ...slopes.lines], dots: [...scene.dots, ...slopes.dots] };
  both.y = within(extent(both), ymin, ymax);
  if (stacked) {
    const samples = scene.samples.map((own) => ({ ...own, y: own.derivative }));
    both.stack = [
      { ...scene, part: 'f', y: within(extent(scene), ymin, ymax) },
      { ...scene, ...slopes, bands: [], samples, part: 'f′', y: extent({ ...slopes, bands: [] }) },
    ];
  }
  return both;
}

/** Curves coincide where they differ by less than this share of the range of y, over this share of the range of x. */
const coincidence = { y: 0.001, x: 0.3 };

/** @typedef {Of<Point> & { isHidden: boolean }} Mark a place on a curve, and whether another curve coincides with it around there */
/** The marks of each scene, which is drawn again at every move of the pointer. @type {WeakMap<Curves, Mark[]>} */
const found = new WeakMap();

/**
 * Where curves carry their marks: up to seven on each curve, at other x than on the other curves. They stand only where a
 * curve coincides with another, unless every curve has to be known without its colour.
 * @param {Curves} scene @param {boolean} [isColorless]
 */
export function marksOn(scene, isColorless = false) {
  const all = found.get(scene) ?? allMarks(scene);
  found.set(scene, all);
  return all.filter(({ isHidden }) => isColorless || isHidden);
}

/** @param {Curves} scene @returns {Mark[]} */
function allMarks({ samples, x: { min, max }, y }) {
  const count = samples.length;
  if (count < 2) return [];
  const places = Array.from({ length: 141 }, (_, k) => min + (k / 140) * (max - min));
  const values = samples.map(({ x: xs, y: ys }) => places.map((place) => ys[nearest(xs, place)]));
  const tolerance = coincidence.y * (y.max - y.min);
  const isHiddenAt = (/** @type {number} */ curve, /** @type {number} */ place) =>
    values.some((other, i) => {
      if (i === curve) return false;
      const isSame = (/** @type {number} */ k) => Math.abs(other[k] - values[curve][k]) <= tolerance;
      let [from, to] = [place, place];
      while (isSame(from)) --from;
      while (isSame(to)) ++to;
      return to - from > 140 * coincidence.x;
    });
  return samples.flatMap(({ x: xs, y: ys }, curve) =>
    Array.from({ length: 7 }, (_, k) => {
      const share = (k + (curve + 0.5) / count) / 7;
      const i = nearest(xs, min + share * (max - min));
      return { curve, x: xs[i], y: ys[i], isHidden: isHiddenAt(curve, Math.round(share * 140)) };
    }).filter((mark) => mark.y >= y.min && mark.y <= y.max),
  );
}

/** Whether strips show saturation. In the area of f′ they would hide the curves, which are near 0 where f saturates. @param {Curves} scene */
export const hasStrips = ({ saturated, part }) => saturated.length > 0 && part !== 'f′';

/** The curves that have marks in any area. @param {Curves} scene @param {boolean} [isColorless] */
export const markedIn = (scene, isColorless) =>
  new Set((scene.stack ?? [scene]).flatMap((own) => marksOn(own, isColorless).map(({ curve }) => curve)));

/** @param {Float32Array} xs ascending @param {number} x @returns {number} the index of the nearest */
function nearest(xs, x) {
  let [low, high] = [0, xs.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - xs[low - 1] <= xs[low] - x ? low - 1 : low;
}

/** @param {number} low @param {number} high @returns {Range} with a margin of 5 % at both ends */
function roomy(low, high) {
  if (low > high) return { min: -1, max: 1 };
  const room = 0.05 * (high - low) || Math.max(1, Math.abs(low));
  return { min: low - room, max: high + room };
}

/** The range of all finite values. @param {Pick<Curves, 'lines' | 'bands' | 'dots'>} scene */
function extent({ lines, bands, dots }) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const points of [...lines.map((line) => line.points), ...bands.map((band) => band.points), dots])
    for (const { y } of points)
      if (Number.isFinite(y)) {
        low = Math.min(low, y);
        high = Math.max(high, y);
      }
  return roomy(low, high);
}

/**
 * The range, with the ends that the plot fixes.
 * @param {Range} range @param {number | undefined} min @param {number | undefined} max
 */
function within(range, min = range.min, max = range.max) {
  if (max - min >= minHeight) return { min, max };
  // Wide enough for its ends to differ.
  const width = Math.max(range.max - range.min, 1e-4 * Math.max(Math.abs(min), Math.abs(max)));
  return max === range.max ? { min, max: min + width } : { min: max - width, max };
}

/**
 * The values of a curve at x: f, f′, and ∂f/∂a where a is learned.
 * @typedef {{ y: number, derivative: number, slope?: number }} Reading
 */

/**
 * The values of every curve at x.
 * @param {Plot} plot @param {number} x
 * @returns {Reading[]}
 */
export function readAt({ functions }, x) {
  const at = Float32Array.of(x);
  return functions.map(({ name, parameters }) => {
    const f = activation(name);
    return {
      y: f(at, parameters)[0],
      derivative: f.derivative(at, parameters)[0],
      ...(extrasOf(name).isLearned ? { slope: slopesOf(name, at)[0] } : {}),
    };
  });
}

/**
 * The place to read near `x`: a kink closer than `reach`, else the nearest min + i · step.
 * @param {Curves} scene @param {number} x @param {number} reach
 */
export function snap({ samples, x: { min, max }, step }, x, reach) {
  const kinks = samples.flatMap((curve) => curve.kinks.map((kink) => kink.x));
  const [nearest] = kinks.sort((a, b) => Math.abs(a - x) - Math.abs(b - x));
  if (Math.abs(nearest - x) < reach) return nearest;
  return Math.min(Math.max(min + Math.round((x - min) / step) * step, min), max);
}
