/** Samples one curve of a plot, and converts the samples to lines, dots and areas. */
import { find } from '../package/catalogue.js';
import { activation } from '../package/kernels.js';
import { sample } from '../package/sample.js';

/** @typedef {import('../package/sample.js').Samples} Samples */
/** @typedef {{ x: number, y: number }} Point a y of NaN ends a stroke */
/** A line: f solid, f′ dashed, ∂f/∂a dotted. @typedef {{ dash: 'solid' | 'dashed' | 'dotted', points: Point[] }} Line */
/** A dot at a kink, open at a limit that differs from the value. @typedef {Point & { open: boolean }} Dot */
/**
 * @typedef {object} Curve
 * @property {string} key identifies the inputs of the curve
 * @property {Samples} samples
 * @property {Line} line
 * @property {Dot[]} dots of f
 * @property {{ lines: Line[], dots: Dot[] }} slopes of f′, if the plot shows it
 * @property {{ points: Point[] }[]} bands polygons around all lines of a random slope
 * @property {{ from: number, to: number }[]} saturated the intervals of x where |f′| < 0.01, if the plot shows them
 */

/** |f′| below this counts as saturated, except around an extremum, where f′ changes its sign. */
export const saturatedBelow = 0.01;

/**
 * Whether the slope of a function is random in training, or the only parameter and learned. A plot also shows what random
 * slopes can reach, or the derivative with respect to a learned one.
 * @param {string} name
 */
export function extrasOf(name) {
  const entry = find(name);
  const isRandom = Boolean(entry?.options.includes('seed'));
  return { isRandom, isLearned: entry?.parameters.length === 1 && entry.calls.includes('slopeBackward') };
}

/**
 * @param {import('../package/types.js').PlotFunction} f
 * @param {{ min: number, max: number, step: number }} grid
 * @param {{ derivative: boolean, saturation: boolean }} shown
 * @param {Curve[]} [last] the curves of the last scene. While a slider changes one curve, the others stay the same objects.
 * @returns {Curve}
 */
export function curveOf({ name, parameters }, grid, { derivative, saturation }, last) {
  const key = JSON.stringify([name, parameters, grid, derivative, saturation]);
  const same = last?.find((curve) => curve.key === key);
  if (same) return same;
  const { isRandom, isLearned } = extrasOf(name);
  const samples = sample(name, { ...grid, ...parameters });
  const { x } = samples;
  /** @type {Curve['slopes']} */
  const slopes = { lines: [], dots: [] };
  if (derivative) {
    slopes.lines.push({ dash: 'dashed', points: derivativePoints(samples) });
    slopes.dots.push(...dotsOf(samples, 'derivative', 1));
  }
  if (derivative && isLearned)
    slopes.lines.push({ dash: 'dotted', points: Array.from(slopesOf(name, x), (y, i) => ({ x: x[i], y })) });
  const slopesAt = (/** @type {Float32Array} */ xs) => activation(name).derivative(xs, parameters);
  return {
    key,
    samples,
    line: { dash: 'solid', points: valuePoints(samples) },
    dots: dotsOf(samples, 'y', 0),
    slopes,
    bands: isRandom && grid.min < 0 ? [{ points: bandOf(x, Object.values(parameters)) }] : [],
    saturated: saturation ? saturatedIn(samples, slopesAt) : [],
  };
}

/** ∂f/∂a, which does not depend on a. @param {string} name @param {Float32Array} x @returns {Float32Array} */
export const slopesOf = (name, x) => activation(name).slopeBackward(new Float32Array(x.length).fill(1), x);

/** The polygon between the lines of the lower and the upper slope. @param {Float32Array} x @param {number[]} slopes */
function bandOf(x, [lower, upper]) {
  const [from, to] = [x[0], Math.min(x[x.length - 1], 0)];
  return [
    { x: from, y: lower * from },
    { x: to, y: lower * to },
    { x: to, y: upper * to },
    { x: from, y: upper * from },
  ];
}

/** The points of f. Where f jumps, the samples hold x twice, and the stroke ends. @param {Samples} samples */
function valuePoints({ x, y }) {
  const points = [];
  for (let i = 0; i < x.length; ++i) {
    if (i > 0 && x[i] === x[i - 1]) points.push({ x: x[i], y: Number.NaN });
    points.push({ x: x[i], y: y[i] });
  }
  return points;
}

/** The points of f′. The stroke ends at every kink, where f′ jumps. @param {Samples} samples */
function derivativePoints({ x, derivative, kinks }) {
  const points = [];
  let next = 0;
  for (let i = 0; i < x.length; ++i) {
    const kink = kinks[next];
    if (kink && x[i] === kink.x) {
      const [left, right] = kink.derivative;
      points.push({ x: kink.x, y: left }, { x: kink.x, y: Number.NaN }, { x: kink.x, y: right });
      if (x[i + 1] === kink.x) ++i;
      ++next;
    } else points.push({ x: x[i], y: derivative[i] });
  }
  return points;
}

/** The dots of f or f′: closed at its value, open at limits that differ from the value. */
function dotsOf(/** @type {Samples} */ { kinks }, /** @type {'y' | 'derivative'} */ of, /** @type {0 | 1} */ which) {
  return kinks.flatMap(({ x, at, [of]: limits }) => {
    const open = [...new Set(limits)].filter((limit) => limit !== at[which]);
    return [...open.map((y) => ({ x, y, open: true })), { x, y: at[which], open: false }];
  });
}

/** @param {number} slope a float32, so a slope of 0.01 is compared with the nearest float */
const flat = (slope) => Math.abs(slope) < Math.fround(saturatedBelow);

/** @param {Samples} samples @param {(x: Float32Array) => Float32Array} slopesAt */
function saturatedIn({ x, derivative, kinks }, slopesAt) {
  /** @type {{ from: number, to: number }[]} */
  const stretches = [];
  for (let i = 1; i < x.length; ++i) {
    // The value of f′ at a kink is a convention, so its limits decide.
    const left = kinks.find((kink) => kink.x === x[i - 1])?.derivative[1] ?? derivative[i - 1];
    const right = kinks.find((kink) => kink.x === x[i])?.derivative[0] ?? derivative[i];
    if (!flat(left) || !flat(right)) continue;
    const last = stretches.at(-1);
    if (last?.to === x[i - 1]) last.to = x[i];
    else stretches.push({ from: x[i - 1], to: x[i] });
  }
  const step = (x[x.length - 1] - x[0]) / 400;
  /** The sign of the first slope that is not flat, from x in a direction; 0 if the curve levels off. */
  const signBeyond = (/** @type {number} */ from, /** @type {1 | -1} */ direction) => {
    const places = Float32Array.from({ length: 40 }, (_, k) => from + direction * step * 2 ** k);
    return Math.sign(slopesAt(places).find((slope) => !flat(slope)) ?? 0);
  };
  return stretches.filter(({ from, to }) => signBeyond(from, -1) * signBeyond(to, 1) >= 0);
}
