/** The table under a plot, which is its legend too, and the values where the reader points. */
import { format } from '../messages/format.js';
import { create, svg, table } from './dom.js';
import { barNames, colorsOf, kindOf, labelOf, markedIn, readAt, shortLabels, sidesOf } from './scene.js';
import { marks } from './shapes.js';

/** @typedef {import('./scene.js').Reading} Reading */
/** @typedef {import('./scene.js').Curves} Curves */
/** @typedef {typeof import('../messages/en.js').plot} Messages */
/**
 * The values at one place.
 * @typedef {{ table: Node[], kink: string, text: string }} Values `text` is for screen readers
 */

/**
 * A sample of a curve's line, or of a function's bars.
 * @param {number} place in the palette @param {{ isBar?: boolean, mark?: boolean, derivative?: boolean }} options `mark`:
 *   whether the mark is seen also with colours; undefined if there is none
 */
export function swatch(place, { isBar = false, mark, derivative = false }) {
  const color = `var(--color-${place + 1})`;
  const picture = svg('svg', { class: 'swatch', viewBox: '0 0 30 14', 'aria-hidden': 'true' });
  const y = derivative ? 5 : 7;
  if (isBar) picture.append(svg('path', { d: 'M8 0H22V14H8Z', fill: color }));
  else picture.append(svg('path', { d: `M0 ${y}H30`, stroke: color, 'stroke-width': 3 }));
  if (derivative)
    picture.append(svg('path', { d: 'M0 12H30', stroke: color, 'stroke-width': 2, 'stroke-dasharray': '6 4' }));
  if (mark !== undefined)
    picture.append(
      svg('path', {
        d: marks[place],
        fill: color,
        transform: `translate(15 ${y})`,
        class: mark ? 'mark seen' : 'mark',
      }),
    );
  return picture;
}

/** A label that can break only between the name and the parameters, and between these. @param {string} label */
export function partsOf(label) {
  const [name, ...others] = label.split(/ (?=\()/);
  const unbroken = (/** @type {string} */ parameters) => parameters.replaceAll(' = ', '\u00a0=\u00a0');
  return [name, ...others.flatMap((text) => [' ', create('span', { class: 'parameters' }, unbroken(text))])];
}

/** @param {number | undefined} value */
const text = (value) => (value === undefined ? '–' : format(value));

/**
 * A row for each curve, with dashes before there are values.
 * @param {string[]} labels @param {number[]} colors @param {boolean} derivative @param {Curves} [scene]
 * @param {number} [x] @param {Reading[]} [readings]
 */
function curvesTable(labels, colors, derivative, scene, x, readings = []) {
  const hasSlope = readings.some(({ slope }) => slope !== undefined);
  const heads = [`x = ${text(x)}`, 'f(x)', 'f′(x)', ...(hasSlope ? ['∂f/∂a'] : [])];
  const marked = scene && markedIn(scene);
  const rows = labels.map((label, i) => {
    const mark = labels.length > 1 ? Boolean(marked?.has(i)) : undefined;
    const reading = readings[i];
    const values = [reading?.y, reading?.derivative, ...(hasSlope ? [reading.slope] : [])];
    return [[swatch(colors[i], { mark, derivative }), ...partsOf(label)], ...values.map(text)];
  });
  return table(heads, rows);
}

/**
 * A row for each bar, a column for each function.
 * @param {string[]} labels @param {number[]} colors @param {string[]} names @param {number[][]} [values]
 */
const barsTable = (labels, colors, names, values) =>
  table(
    ['', ...labels.map((label, i) => [swatch(colors[i], { isBar: true }), label])],
    names.map((name, i) => [name, ...labels.map((_, k) => text(values?.[k][i]))]),
  );

/** The table of a plot that is not drawn yet. @param {import('../package/types.js').Plot} plot */
export function emptyTable(plot) {
  const [labels, colors] = [plot.functions.map(labelOf), colorsOf(plot.functions)];
  return kindOf(plot) === 'elementwise'
    ? curvesTable(labels, colors, plot.derivative)
    : barsTable(labels, colors, barNames(plot));
}

/**
 * The text about the kinks at x.
 * @param {import('../package/types.js').Plot} plot @param {import('./scene.js').Curves} scene @param {number} x a float
 * @param {Messages} messages
 */
function kinksAt(plot, { samples }, x, messages) {
  const names = shortLabels(plot);
  /** @type {Parameters<typeof sidesOf>[0]} */
  const here = [];
  samples.forEach(({ kinks }, i) => {
    for (const kink of kinks) if (kink.x === x) here.push([names[i], kink]);
  });
  const { jumps, corners } = sidesOf(here);
  return messages.kinks(jumps, corners);
}

/**
 * The longest text of `kinksAt`, or '' if there are no kinks.
 * @param {import('../package/types.js').Plot} plot @param {import('./scene.js').Scene} scene @param {Messages} messages
 */
export function longestKinks(plot, scene, messages) {
  if (scene.kind === 'bars') return '';
  const texts = scene.samples.flatMap(({ kinks }) => kinks.map(({ x }) => kinksAt(plot, scene, x, messages)));
  return texts.sort((a, b) => b.length - a.length)[0] ?? '';
}

/**
 * @param {import('../package/types.js').Plot} plot @param {import('./scene.js').Curves} scene @param {number} x
 * @param {Messages} messages @returns {Values}
 */
export function curvesAt(plot, scene, x, messages) {
  const { labels } = scene;
  const readings = readAt(plot, x);
  const kink = kinksAt(plot, scene, Math.fround(x), messages);
  const words = readings.map(({ y, derivative, slope }, i) => {
    const values = `f(x) = ${format(y)}, f′(x) = ${format(derivative)}`;
    return `${labels[i]}: ${values}${slope === undefined ? '' : `, ∂f/∂a = ${format(slope)}`}`;
  });
  return {
    table: curvesTable(labels, scene.colors, plot.derivative, scene, x, readings),
    kink,
    text: [`x = ${format(x)}`, ...words, ...(kink ? [kink] : [])].join('; '),
  };
}

/** @param {import('./scene.js').Bars} scene @param {number} i index of a bar @returns {Values} */
export const barsAt = ({ labels, colors, names, values }, i) => ({
  table: barsTable(labels, colors, names, values),
  kink: '',
  text: [names[i], ...labels.map((label, k) => `${label}: ${format(values[k][i])}`)].join('; '),
});
