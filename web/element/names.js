/** The names at the lines of a picture: above or below their line, and far from others. */
import { ascent, descent, isWithin, labelAt, touches, widthOf } from './labels.js';

/** @typedef {import('./scene.js').Curves} Curves */
/** @typedef {import('./labels.js').Box} Box */
/** @typedef {import('./labels.js').Label} Label */
/** @typedef {import('./layout.js').Area} Area */
/** The lowest and the highest pixel of a line in each column of the area. @typedef {{ low: number[], high: number[] }} Trace */

/** The width of the columns in which names avoid lines. */
const columnWidth = 4;

/** @param {import('./scene.js').Point[]} points @param {Area} area @returns {Trace} */
export function traceOf(points, { left, right, top, bottom, toX, toY }) {
  const count = Math.ceil((right - left) / columnWidth);
  const trace = { low: Array(count).fill(Number.POSITIVE_INFINITY), high: Array(count).fill(Number.NEGATIVE_INFINITY) };
  let [fromX, fromY] = [Number.NaN, Number.NaN];
  for (const { x, y } of points) {
    const [toPixel, toHeight] = [toX(x), Math.min(Math.max(toY(y), top - 1e4), bottom + 1e4)];
    const columns = [fromX, toPixel].map((pixel) => Math.min(Math.floor((pixel - left) / columnWidth), count - 1));
    for (let i = columns[0]; i <= columns[1]; ++i) {
      // The part of the segment in this column.
      for (const edge of [i, i + 1]) {
        const at = Math.min(Math.max(left + edge * columnWidth, fromX), toPixel);
        const height = at === toPixel ? toHeight : fromY + ((toHeight - fromY) * (at - fromX)) / (toPixel - fromX);
        if (height < trace.low[i]) trace.low[i] = height;
        if (height > trace.high[i]) trace.high[i] = height;
      }
    }
    [fromX, fromY] = [Number.isNaN(y) ? Number.NaN : toPixel, toHeight];
  }
  return trace;
}

/** The columns of a box. @param {Box} box @param {Area} area */
const columnsOf = (box, { left }) => [box.left, box.right].map((pixel) => Math.floor((pixel - left) / columnWidth));

/** The pixels between a line and a box, above or below it; 0 where the line crosses it. @param {Trace} trace @param {Box} box @param {Area} area */
export function distance({ low, high }, box, area) {
  const [first, last] = columnsOf(box, area);
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = Math.max(first, 0); i <= last && i < low.length; ++i)
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
export function namesOf({ lines, names }, area, traces, obstacles, ofTicks) {
  /** @type {Label[]} */
  const placed = [];
  if (!names || lines.length < 2) return placed;
  const inner = { left: area.left + 2, right: area.right - 2, top: area.top + 1, bottom: area.bottom - 1 };
  // Names of f come first, because those of f′ may find no room.
  const order = [...lines.keys()].sort((a, b) => Number(lines[a].dash !== 'solid') - Number(lines[b].dash !== 'solid'));
  for (const [turn, i] of order.entries()) {
    const { curve, dash } = lines[i];
    const isShared = turn >= lines.length; // those without a place of their own come again
    const words = { solid: names[curve], dashed: `${names[curve]}′`, dotted: '∂f/∂a' }[dash];
    const width = widthOf(words);
    const { low, high } = traces[i];
    const span = Math.ceil(width / columnWidth) + 1;
    let [best, bestScore] = [/** @type {Label | undefined} */ (undefined), Number.NEGATIVE_INFINITY];
    for (let c = low.length - span; c >= 0; c -= 2) {
      const [highest, lowest] = [Math.min(...low.slice(c, c + span)), Math.max(...high.slice(c, c + span))];
      for (const y of [highest - 5 - descent, lowest + 5 + ascent]) {
        const label = labelAt(words, area.left + c * columnWidth + 2, y, 'start');
        const { box } = label;
        if (!isWithin(box, inner) || obstacles.some((other) => touches(other, box, 2))) continue;
        if (placed.some((other) => touches(other.box, box, 4))) continue;
        // No other line may be nearer to the label than its own.
        const gap = Math.min(25, ...traces.flatMap((trace, k) => (k === i ? [] : distance(trace, box, area))));
        if (gap < distance(traces[i], box, area) + (isShared ? -1 : 2)) continue;
        const steepness = lowest - highest;
        const displaced = ofTicks.filter((tick) => touches(tick.box, box, 2)).length;
        const score = gap + (20 * c) / low.length - steepness / 2 - 30 * displaced;
        if (score > bestScore) [best, bestScore] = [{ ...label, curve }, score];
      }
    }
    if (best) placed.push(best);
    else if (dash === 'solid' && !isShared) order.push(i);
  }
  return placed;
}
