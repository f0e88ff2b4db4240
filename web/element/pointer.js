/** Reading values and changing the range of x, with a pointer and with the keyboard. */
import { plotWords } from '../package/plotWords.js';
import { minWidth } from '../package/range.js';
import { addGestures } from './gestures.js';
import { snap } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Range} Range */
/** A scene, and where its x axis lies in CSS pixels. @typedef {{ scene: Scene, left: number, right: number }} Placed */
/** The ends of an x axis, and where they lie. @typedef {Range & { left: number, right: number }} Axis */
/**
 * @typedef {object} Reader
 * @property {() => Placed | undefined} shown nothing before the first drawing
 * @property {() => Range} range of the attributes, from which a gesture starts
 * @property {() => number} position where the reader is: x, or the index of a bar
 * @property {(position: number) => void} moveTo
 * @property {() => void} leave
 * @property {(range: { min: number, max: number }, isZoom: boolean) => void} setRange
 */

/** By how many steps each key moves. @type {Record<string, number>} */
const keySteps = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** By how many steps a key moves, undefined for other keys. @param {KeyboardEvent} event */
export const stepsOf = ({ key, ctrlKey, altKey, metaKey }) =>
  ctrlKey || altKey || metaKey ? undefined : keySteps[key];

/** @param {HTMLElement} frame that a canvas fills @param {Reader} reader */
export function addReader(frame, { shown, range, position, moveTo, leave, setRange }) {
  /** The x axis before the gesture. @type {Axis | undefined} */
  let start;
  frame.addEventListener('keydown', (event) => {
    const steps = stepsOf(event);
    const now = shown();
    if (steps === undefined || !now) return;
    event.preventDefault();
    moveTo(walk(now.scene, position(), steps));
  });
  frame.addEventListener('blur', leave);
  addGestures(frame, {
    read: (pixel) => {
      const now = shown();
      if (now) moveTo(positionAt(now, pixel));
    },
    leave,
    start: () => {
      const now = shown();
      start = now?.scene.kind === 'curves' ? { ...range(), left: now.left, right: now.right } : undefined;
    },
    change: (from, to) => {
      const next = start && shown()?.scene.kind === 'curves' && rangeAfter(start, from, to);
      if (next) setRange(next, to[1] - to[0] !== from[1] - from[0]);
    },
  });
}

/** @param {number} value @param {number} min @param {number} max */
export const clamp = (value, min, max) => Math.min(Math.max(value, min), max);

/** @param {Scene} scene @param {number} position @param {number} steps */
function walk(scene, position, steps) {
  if (scene.kind === 'bars') return clamp(Math.round(position) + steps, 0, scene.names.length - 1);
  const { min, max } = scene.x;
  // By index, so that walking does not drift off the samples.
  const index = Math.round((position - min) / scene.step) + steps;
  return clamp(min + index * scene.step, min, max);
}

/** @param {Placed} shown @param {number} pixel from the left edge of the canvas */
function positionAt({ scene, left, right }, pixel) {
  const share = clamp((pixel - left) / (right - left), 0, 1);
  if (scene.kind === 'bars') return Math.min(Math.floor(share * scene.names.length), scene.names.length - 1);
  const { min, max } = scene.x;
  const width = max - min;
  return snap(scene, min + share * width, (5 * width) / (right - left));
}

/**
 * The range of x after a gesture has moved two points from the pixels `from` to the pixels `to`; undefined if a plot
 * could not draw it.
 * @param {Axis} before @param {[number, number]} from @param {[number, number]} to
 */
function rangeAfter({ min, max, left, right }, from, to) {
  const zoom = (to[1] - to[0]) / (from[1] - from[0]);
  const width = (max - min) / zoom;
  const share = (/** @type {number} */ pixel) => (pixel - left) / (right - left);
  const low = min + share(from[0]) * (max - min) - share(to[0]) * width;
  const { max: limit } = plotWords.max;
  // Fingers that cross make a negative width.
  if (!(width > 1e-3 && width < limit && Math.abs(low) + width < limit)) return;
  const digit = 10 ** (Math.floor(Math.log10(width)) - 3); // rounded, so that addresses stay short
  const round = (/** @type {number} */ value) => Number((Math.round(value / digit) * digit).toPrecision(12));
  const range = { min: round(low), max: round(low + width) };
  return range.max - range.min < minWidth(range) ? undefined : range;
}
