/** The table under a plot: its legend, and what every function is where the reader points. */
import { marks } from './colors.js';
import { format } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Reading} Reading */

/** @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children */
export function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A piece of the line. @param {number} curve @param {Scene} scene @param {boolean} derivative */
function swatch(curve, scene, derivative) {
  const draw = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const color = `var(--color-${curve + 1})`;
  const picture = draw('svg', { class: 'swatch', viewBox: '0 0 30 14', 'aria-hidden': 'true' });
  const y = derivative ? 5 : 7;
  if (scene.kind === 'bars') picture.append(draw('path', { d: 'M8 0H22V14H8Z', fill: color }));
  else picture.append(draw('path', { d: `M0 ${y}H30`, stroke: color, 'stroke-width': '3' }));
  if (derivative)
    picture.append(draw('path', { d: 'M0 12H30', stroke: color, 'stroke-width': '2', 'stroke-dasharray': '6 4' }));
  if (scene.kind === 'curves' && scene.labels.length > 1)
    picture.append(draw('path', { d: marks[curve], fill: color, transform: `translate(15 ${y})` }));
  return picture;
}

const head = (/** @type {string} */ scope, /** @type {(Node | string)[]} */ ...children) =>
  create('th', { scope }, ...children);
const table = (/** @type {Node[]} */ heads, /** @type {Node[]} */ rows) => [
  create('thead', {}, create('tr', {}, ...heads)),
  create('tbody', {}, ...rows),
];

/**
 * A row for each curve.
 * @param {import('./scene.js').Curves} scene @param {Reading[]} readings @param {number} x @param {boolean} derivative
 */
export function curvesTable(scene, readings, x, derivative) {
  const isSloped = readings.some(({ slope }) => slope !== undefined);
  const heads = [`x = ${format(x)}`, 'f(x)', 'f′(x)', ...(isSloped ? ['∂f/∂a'] : [])].map((text) => head('col', text));
  const rows = scene.labels.map((label, i) => {
    const { y, derivative: slope, slope: learned } = readings[i];
    const cells = [y, slope, ...(isSloped ? [learned] : [])];
    return create(
      'tr',
      {},
      head('row', swatch(i, scene, derivative), label),
      ...cells.map((value) => create('td', {}, value === undefined ? '–' : format(value))),
    );
  });
  return table(heads, rows);
}

/** A row for each bar, a column for each function. @param {import('./scene.js').Bars} scene */
export function barsTable(scene) {
  const heads = [create('td', {}), ...scene.labels.map((label, i) => head('col', swatch(i, scene, false), label))];
  const rows = scene.names.map((name, i) =>
    create('tr', {}, head('row', name), ...scene.values.map((values) => create('td', {}, format(values[i])))),
  );
  return table(heads, rows);
}
