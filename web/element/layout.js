/** Where a picture has its axes, labels and bars, in pixels. canvas.js and svg.js draw the same layout. */
import { around, ascent, isWithin, labelAt, round, touches, widthOf } from './labels.js';
import { distance, placeNames, traceOf } from './names.js';
import { hasStrips } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Curves} Curves */
/** @typedef {import('./scene.js').Range} Range */
/** @typedef {import('./labels.js').Box} Box */
/** @typedef {import('./labels.js').Label} Label */
/** @typedef {Box & { toX: (x: number) => number, toY: (y: number) => number }} Area */
/** @typedef {{ curve: number, x: number, y: number, width: number, height: number }} Bar */
/**
 * An area with what it shows, in pixels of the whole picture; `grid` and `axes` are SVG paths.
 * @typedef {{ scene: Scene, area: Area, grid: string, axes: string, labels: Label[], bars: Bar[] }} Panel
 */
/** The part of the picture that a panel may fill, and whether it is the lowest one, which has the labels of x. @typedef {{ from: number, to: number, isLast: boolean }} Place */
/** Makes the label of a tick. @typedef {(words: string, at: number) => Label} Side */

const margin = 12;
/** Between the areas of a stack, because the labels of both y axes can reach beyond the edges. */
const gap = 16;
/** In a lower picture f and f′ share one area, because two would be too small to read. */
const minStackHeight = 200;

/** About `count` round numbers in a range. @param {Range} range @param {number} count */
function ticks({ min, max }, count) {
  const minStep = (max - min) / Math.max(count, 1);
  // Not Math.log10() and **, whose last bit may differ between engines.
  const power = Number(minStep.toExponential().replace(/.*e/, '1e'));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= minStep) ?? 10) * power;
  const first = Math.ceil(min / step);
  const length = Math.floor(max / step) - first + 1;
  return Array.from({ length }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** All digits of a tick, which is a round number. @param {number} at */
const wordsOf = (at) => String(at).replaceAll('-', '−');

/** @param {number} from a pixel @param {number} to another @param {Range} range @returns {(value: number) => number} */
const scale = (from, to, { min, max }) => {
  const factor = (to - from) / (max - min);
  return (value) => round(from + (value - min) * factor);
};

/** How much of a range is below 0, from 0 to 1. @param {Range} range */
export const shareBelow = ({ min, max }) => Math.min(Math.max(-min / (max - min), 0), 1);

/**
 * The margin that leaves `room` between the edge of the picture and 0, where `share` is the part of the axis before 0:
 * margin + share · (others − margin) ≥ room.
 * @param {number} room @param {number} share @param {number} others
 */
const marginFor = (room, share, others) =>
  round(share === 1 ? margin : Math.max(margin, (room - share * others) / (1 - share)));

/** The middle of a pixel, where a line of width 1 fills that pixel and no other. @param {number} at */
const crisp = (at) => Math.floor(at) + 0.5;

/**
 * One panel, or those of a stack from top to bottom.
 * @param {Scene} scene @param {{ width: number, height: number }} size @returns {Panel[]}
 */
export function layoutOf(scene, { width, height }) {
  const scenes = (scene.kind === 'curves' && height >= minStackHeight && scene.stack) || [scene];
  const edges = [0, ...(scenes.length > 1 ? [Math.round(height / 2)] : []), height];
  const measured = scenes.map((own, i) => {
    const place = { from: edges[i], to: edges[i + 1], isLast: i === scenes.length - 1 };
    return { own, place, ...heightOf(own, place) };
  });
  const room = Math.max(...measured.map(({ yTicks }) => roomOf(yTicks)));
  return measured.map(({ own, place, ...heights }) => panelOf(own, place, heights, width, room));
}

/** @param {number[]} yTicks the room of their labels */
const roomOf = (yTicks) => Math.max(...yTicks.map((at) => widthOf(wordsOf(at))), 0) + 10;

/** How much of the range of y is below the x axis. @param {Scene} scene */
const shareBelowAxis = (scene) => (scene.kind === 'curves' && scene.isFramed ? 0 : shareBelow(scene.y));

/** The upper and the lower edge of an area, and the ticks between them. @param {Scene} scene @param {Place} place */
function heightOf(scene, { from, to, isLast }) {
  const belowZero = shareBelowAxis(scene);
  const top = from + (belowZero === 1 && isLast ? 26 : from > 0 ? gap / 2 : margin);
  const below = scene.kind === 'curves' ? marginFor(24, belowZero, to - top) : 26;
  const bottom = to - (isLast ? below : gap / 2);
  return { top, bottom, yTicks: ticks(scene.y, (bottom - top) / 45) };
}

/**
 * @param {Scene} scene @param {Place} place @param {ReturnType<typeof heightOf>} heights
 * @param {number} width of the picture @param {number} room of the labels of y @returns {Panel}
 */
function panelOf(scene, { from, to, isLast }, { top, bottom, yTicks }, width, room) {
  const isCurves = scene.kind === 'curves';
  const x = isCurves ? scene.x : { min: 0, max: scene.names.length };
  // The axes cross at 0, or lie at the edge next to it.
  const beforeZero = isCurves && scene.isFramed ? 0 : shareBelow(x);
  const belowZero = shareBelowAxis(scene);
  const inner = width - (beforeZero === 1 ? room : 16);
  const left = marginFor(room, beforeZero, inner);
  const right = Math.max(inner, left + 1); // also in a box narrower than the labels
  const area = { left, right, top, bottom, toX: scale(left, right, x), toY: scale(bottom, top, scene.y) };
  const [x0, y0] = [left + beforeZero * (right - left), bottom - belowZero * (bottom - top)].map(round);
  const xTicks = isCurves ? ticksApart(x, right - left) : [];
  const rules = (/** @type {number[]} */ xs, /** @type {number[]} */ ys) =>
    [...xs.map((at) => `M${crisp(at)} ${top}V${bottom}`), ...ys.map((at) => `M${left} ${crisp(at)}H${right}`)].join('');
  const panel = { scene, area, grid: rules(xTicks.map(area.toX), yTicks.map(area.toY)), axes: rules([x0], [y0]) };

  /** @type {Side} */
  const before = (words, at) => labelAt(words, x0 - 7, at + 4, 'end');
  if (!isCurves) {
    const labels = [...yTicks.map((at) => before(wordsOf(at), area.toY(at))), ...barLabels(scene.names, area)];
    return { ...panel, labels, bars: barsOf(scene, area, y0) };
  }
  const traces = scene.lines.map(({ points }) => traceOf(points, area));
  const dots = scene.dots.map((dot) => around(area.toX(dot.x), area.toY(dot.y), 6));
  const picture = { left: 1, right: width - 1, top: from, bottom: to - 1 };
  const fits = (/** @type {Label} */ { box }) => isWithin(box, picture) && !dots.some((dot) => touches(dot, box));
  const isFree = (/** @type {Label} */ label) =>
    fits(label) && traces.every((trace) => distance(trace, label.box, area) > 2);
  /** @type {Side[]} */
  const [after, below, above] = [
    (words, at) => labelAt(words, x0 + 7, at + 4, 'start'),
    (words, at) => labelAt(words, at, y0 + 17, 'middle'),
    (words, at) => labelAt(words, at, y0 - 7, 'middle'),
  ];
  /**
   * The labels of one half of an axis. They stand on the side where more of them are free, and a label that is not free
   * changes sides. One that lines cross on both sides is left out, unless no other is left: it would cut them.
   * @param {number[]} values @param {(value: number) => number} to @param {Side[]} sides
   */
  const half = (values, to, sides) => {
    const rows = values.map((value) => sides.map((side) => side(wordsOf(value), to(value))));
    const count = (/** @type {number} */ side) => rows.filter((row) => isFree(row[side])).length;
    const order = [...sides.keys()].sort((a, b) => count(b) - count(a));
    const free = rows.flatMap((row) => order.map((side) => row[side]).find(isFree) ?? []);
    return free.length > 0 ? free : rows.map((row) => row[order[0]]);
  };
  /** @param {number[]} values @param {(value: number) => number} to @param {Side[]} sides */
  const axis = (values, to, sides) =>
    [values.filter((value) => value > 0), values.filter((value) => value < 0)].flatMap((own) => half(own, to, sides));
  /** An axis at the edge has its labels outside. @param {Side} low @param {Side} high @param {number} share */
  const sidesOf = (low, high, share) => (share === 0 ? [low] : share === 1 ? [high] : [low, high]);
  const [xSides, ySides] = [sidesOf(below, above, belowZero), sidesOf(before, after, beforeZero)];
  /** Where both axes have a 0, one in a corner is enough. */
  const zeros = () => {
    const [hasX, hasY] = [xTicks.includes(0), yTicks.includes(0)];
    if (!hasX || !hasY || scene.isFramed)
      return [...(hasX && isLast ? half([0], area.toX, xSides) : []), ...(hasY ? half([0], area.toY, ySides) : [])];
    const corners = [17, -7].flatMap((dy) => [
      labelAt('0', x0 - 7, y0 + dy, 'end'),
      labelAt('0', x0 + 7, y0 + dy, 'start'),
    ]);
    return [corners.find(isFree) ?? corners.find(fits)].flatMap((label) => label ?? []);
  };
  /** @type {Label[]} */
  const ofTicks = [];
  const ofX = isLast ? axis(xTicks, area.toX, xSides) : [];
  for (const label of [...zeros(), ...ofX, ...axis(yTicks, area.toY, ySides)])
    if (fits(label) && !ofTicks.some(({ box }) => touches(box, label.box, 4))) ofTicks.push(label);

  const caption = `${scene.part}(x)`;
  const corners = [top + ascent + 3, top + 2 * ascent + 9, bottom - 7].flatMap((y) => [
    labelAt(caption, left + 5, y, 'start'),
    labelAt(caption, right - 5, y, 'end'),
    // Curves like a V leave room only in the middle.
    labelAt(caption, x0 + 7, y, 'start'),
    labelAt(caption, x0 - 7, y, 'end'),
  ]);
  const axisOfX = { left, right, top: y0, bottom: y0 };
  const taken = [axisOfX, ...ofTicks.map(({ box }) => box)];
  const title = scene.part && corners.find((label) => isFree(label) && !taken.some((box) => touches(box, label.box)));
  if (title) ofTicks.push(title);

  const strips = hasStrips(scene) ? 6 * scene.samples.length : 0;
  const obstacles = [
    ...dots,
    ...(title ? [title.box] : []),
    { left: x0, right: x0, top, bottom },
    axisOfX,
    { left, right, top: bottom - strips, bottom },
  ];
  const names = placeNames(scene, area, traces, obstacles, ofTicks);
  const labels = [...ofTicks.filter(({ box }) => !names.some((name) => touches(name.box, box, 2))), ...names];
  return { ...panel, labels, bars: [] };
}

/** Ticks whose labels have room beside each other. @param {Range} range @param {number} pixels */
function ticksApart(range, pixels) {
  let found = ticks(range, pixels / 70);
  const widest = () => Math.max(...found.map((at) => widthOf(wordsOf(at))), 0) + 14;
  for (
    let i = 0;
    i < 3 && found.length > 1 && widest() > (pixels * (found[1] - found[0])) / (range.max - range.min);
    ++i
  )
    found = ticks(range, pixels / widest() / (i + 1));
  return found;
}

/** The labels of a row's elements: shorter, or fewer, where they would touch. @param {string[]} names @param {Area} area */
function barLabels(names, { left, right, bottom, toX }) {
  const room = (right - left) / names.length - 8;
  const widest = (/** @type {string[]} */ words) => Math.max(...words.map(widthOf), 0);
  const words = widest(names) <= room ? names : names.map((name) => name.replace(/ = .*/, ''));
  const every = Math.max(1, Math.ceil(widest(words) / room));
  return words.flatMap((word, i) => (i % every === 0 ? [labelAt(word, toX(i + 0.5), bottom + 18, 'middle')] : []));
}

/** @param {import('./scene.js').Bars} scene @param {Area} area @param {number} y0 of the axis @returns {Bar[]} */
function barsOf({ values }, { toX, toY, top, bottom }, y0) {
  const wide = ((toX(1) - toX(0)) * 0.8) / values.length;
  return values.flatMap((list, curve) =>
    list.map((value, i) => {
      const y = Math.min(Math.max(toY(value), top), bottom);
      const x = round(toX(i + 0.1) + curve * wide);
      return {
        curve,
        x,
        y: Math.min(y, y0),
        width: round(Math.max(wide - 2, wide / 2)),
        height: round(Math.abs(y - y0)),
      };
    }),
  );
}
