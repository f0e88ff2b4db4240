/** The table under a plot: its legend, and what every function is where the reader points. */
import { format } from '../messages/format.js';
import { marks } from './colors.js';
import { create } from './dom.js';

/** @typedef {import('./scene.js').Reading} Reading */

/**
 * A piece of the line, or of the bar.
 * @param {number} curve @param {{ isBar?: boolean, isMarked?: boolean, derivative?: boolean }} options
 */
export function swatch(curve, { isBar = false, isMarked = false, derivative = false }) {
  const draw = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const color = `var(--color-${curve + 1})`;
  const picture = draw('svg', { class: 'swatch', viewBox: '0 0 30 14', 'aria-hidden': 'true' });
  const y = derivative ? 5 : 7;
  if (isBar) picture.append(draw('path', { d: 'M8 0H22V14H8Z', fill: color }));
  else picture.append(draw('path', { d: `M0 ${y}H30`, stroke: color, 'stroke-width': '3' }));
  if (derivative)
    picture.append(draw('path', { d: 'M0 12H30', stroke: color, 'stroke-width': '2', 'stroke-dasharray': '6 4' }));
  if (isMarked) picture.append(draw('path', { d: marks[curve], fill: color, transform: `translate(15 ${y})` }));
  return picture;
}

const head = (/** @type {string} */ scope, /** @type {(Node | string)[]} */ ...children) =>
  create('th', { scope }, ...children);
const cell = (/** @type {number | undefined} */ value) => create('td', {}, value === undefined ? '–' : format(value));
const table = (/** @type {Node[]} */ heads, /** @type {Node[]} */ rows) => [
  create('thead', {}, create('tr', {}, ...heads)),
  create('tbody', {}, ...rows),
];

/**
 * A row for each curve, dashes for what is not known yet.
 * @param {string[]} labels @param {boolean} derivative @param {number} [x] @param {Reading[]} [readings]
 */
export function curvesTable(labels, derivative, x, readings = []) {
  const isSloped = readings.some(({ slope }) => slope !== undefined);
  const heads = [`x = ${x === undefined ? '–' : format(x)}`, 'f(x)', 'f′(x)', ...(isSloped ? ['∂f/∂a'] : [])];
  const rows = labels.map((label, i) => {
    const { y, derivative: slope, slope: learned } = readings[i] ?? {};
    const cells = [y, slope, ...(isSloped ? [learned] : [])].map(cell);
    return create('tr', {}, head('row', swatch(i, { isMarked: labels.length > 1, derivative }), label), ...cells);
  });
  return table(
    heads.map((text) => head('col', text)),
    rows,
  );
}

/** A row for each bar, a column for each function. @param {string[]} labels @param {string[]} names @param {number[][]} [values] */
export function barsTable(labels, names, values = []) {
  const heads = [create('td', {}), ...labels.map((label, i) => head('col', swatch(i, { isBar: true }), label))];
  const rows = names.map((name, i) =>
    create('tr', {}, head('row', name), ...labels.map((_, k) => cell(values[k]?.[i]))),
  );
  return table(heads, rows);
}
