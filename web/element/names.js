/** The names at the lines of a picture: above or below their line, and far from others. */
import { ascent, descent, isWithin, labelAt, touches, widthOf } from './labels.js';

/** @typedef {import('./scene.js').Curves} Curves */
/** @typedef {import('./labels.js').Box} Box */
/** @typedef {import('./labels.js').Label} Label */
/** @typedef {import('./layout.js').Area} Area */
/** The lowest and the highest pixel of a line in each column of the area. @typedef {{ low: number[], high: number[] }} Trace */

/** The width of the columns in which names avoid lines. */
const columnWidth = 4;

/** The distance from which other lines no longer matter to a name. */
const far = 25;

/** @param {import('./scene.js').Point[]} points @param {Area} area @returns {Trace} */
export function traceOf(points, { left, right, top, bottom, toX, toY }) {
  const count = Math.ceil((right - left) / columnWidth);
  const trace = { low: Array(count).fill(Number.POSITIVE_INFINITY), high: Array(count).fill(Number.NEGATIVE_INFINITY) };
  const columnOf = (/** @type {number} */ pixel) => Math.min(Math.floor((pixel - left) / columnWidth), count - 1);
  let fromX = Number.NaN;
  let fromY = Number.NaN;
  for (const { x, y } of points) {
    const toPixel = toX(x);
    const toHeight = Math.min(Math.max(toY(y), top - 1e4), bottom + 1e4);
    const last = columnOf(toPixel);
    for (let i = columnOf(fromX); i <= last; ++i)
      // The part of the segment in this column.
      for (let edge = i; edge <= i + 1; ++edge) {
        const at = Math.min(Math.max(left + edge * columnWidth, fromX), toPixel);
        const height = at === toPixel ? toHeight : fromY + ((toHeight - fromY) * (at - fromX)) / (toPixel - fromX);
        if (height < trace.low[i]) trace.low[i] = height;
        if (height > trace.high[i]) trace.high[i] = height;
      }
    fromX = Number.isNaN(y) ? Number.NaN : toPixel;
    fromY = toHeight;
  }
  return trace;
}

/** The pixels between a line and a box, above or below it; 0 where the line crosses it. @param {Trace} trace @param {Box} box @param {Area} area */
export function distance({ low, high }, box, { left }) {
  const last = Math.min(Math.floor((box.right - left) / columnWidth), low.length - 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = Math.max(Math.floor((box.left - left) / columnWidth), 0); i <= last; ++i)
    nearest = Math.min(nearest, Math.max(low[i] - box.bottom, box.top - high[i], 0));
  return nearest;
}

/**
 * The names of the lines, each above or below its line, preferably at the right end and far from other lines. A curve that
 * has no place of its own gets its name where it coincides with others. A line without any place gets no name; the legend
 * has all names.
 * @param {Curves} scene @param {Area} area @param {Trace[]} traces of the lines
 * @param {Box[]} obstacles @param {Label[]} ofTicks labels that a name should not displace
 */
export function placeNames({ lines, names }, area, traces, obstacles, ofTicks) {
  /** @type {Label[]} */
  const placed = [];
  if (!names || lines.length < 2) return placed;
  const inner = { left: area.left + 2, right: area.right - 2, top: area.top + 1, bottom: area.bottom - 1 };
  const box = { left: 0, right: 0, top: 0, bottom: 0 }; // one for all places, of which there are thousands
  /** The best place of the name of line `i`. @param {number} i @param {boolean} isShared whether other lines may lie there too */
  const placeOf = (i, isShared) => {
    const { curve, dash } = lines[i];
    const words = { solid: names[curve], dashed: `${names[curve]}′`, dotted: '∂f/∂a' }[dash];
    const width = widthOf(words);
    const { low, high } = traces[i];
    const span = Math.ceil(width / columnWidth) + 1;
    let [best, bestScore] = [/** @type {Label | undefined} */ (undefined), Number.NEGATIVE_INFINITY];
    for (let c = low.length - span; c >= 0; c -= 2) {
      let [highest, lowest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let k = c; k < c + span; ++k) {
        highest = Math.min(highest, low[k]);
        lowest = Math.max(lowest, high[k]);
      }
      const steepness = lowest - highest;
      const preference = (20 * c) / low.length - steepness / 2;
      if (far + preference <= bestScore) continue; // no gap could make it the best
      for (const y of [highest - 5 - descent, lowest + 5 + ascent]) {
        const at = area.left + c * columnWidth + 2;
        box.left = at;
        box.right = at + width;
        box.top = y - ascent;
        box.bottom = y + descent;
        if (!isWithin(box, inner) || obstacles.some((other) => touches(other, box, 2))) continue;
        if (placed.some((other) => touches(other.box, box, 4))) continue;
        // No other line may be nearer to the label than its own.
        const least = distance(traces[i], box, area) + (isShared ? -1 : 2);
        let gap = far;
        for (let k = 0; k < traces.length && gap >= least; ++k)
          if (k !== i) gap = Math.min(gap, distance(traces[k], box, area));
        if (gap < least) continue;
        const displaced = ofTicks.filter((tick) => touches(tick.box, box, 2)).length;
        const score = gap + preference - 30 * displaced;
        if (score > bestScore) [best, bestScore] = [{ ...labelAt(words, at, y, 'start'), curve }, score];
      }
    }
    return best;
  };

  // Names of f come first, because those of f′ may find no room.
  const order = [...lines.keys()].sort((a, b) => Number(lines[a].dash !== 'solid') - Number(lines[b].dash !== 'solid'));
  /** Returns whether there was a place. */
  const place = (/** @type {number} */ i, isShared = false) => {
    const label = placeOf(i, isShared);
    if (label) placed.push(label);
    return Boolean(label);
  };
  const others = order.filter((i) => !place(i));
  for (const i of others) if (lines[i].dash === 'solid') place(i, true);
  return placed;
}
