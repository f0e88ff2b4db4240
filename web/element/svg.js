/** A scene as an SVG picture: for saving, and for readers whose browser runs no scripts. Needs no document. */
import { format } from '../messages/format.js';
import { marks } from './colors.js';
import { marksOn } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Range} Range */
/** @typedef {import('./canvas.js').Look} Look */
/**
 * The plot's area and the ways into it.
 * @typedef {object} Frame
 * @property {number} width
 * @property {number} height
 * @property {(x: number) => number} toX
 * @property {(y: number) => number} toY
 * @property {Look} look
 */

/** What XML cannot hold in any form. https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r -\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/gu;
/** @param {string} text */
const escaped = (text) => text.replace(forbidden, '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param {string} name @param {Record<string, string | number | undefined>} attributes @param {string[]} children */
function tag(name, attributes, ...children) {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const words = given.map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('');
  return children.length > 0 ? `<${name}${words}>${children.join('')}</${name}>` : `<${name}${words}/>`;
}

/** Round numbers in a range, about `count` of them. @param {Range} range @param {number} count */
function ticks({ min, max }, count) {
  const least = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= least) ?? 10) * power;
  const first = Math.ceil(min / step);
  const length = Math.floor(max / step) - first + 1;
  return Array.from({ length }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** @param {number} from @param {number} to @param {Range} range @returns {(value: number) => number} to a tenth of a pixel */
const scale = (from, to, { min, max }) => {
  const factor = (to - from) / (max - min);
  return (value) => Math.round((from + (value - min) * factor) * 10) / 10;
};

/** @param {Range} range the place of 0, or of the end next to it */
const origin = ({ min, max }) => Math.min(Math.max(0, min), max);

/** @param {string} d @param {string} stroke @param {number} width @param {string} [dash] */
const stroked = (d, stroke, width, dash) =>
  tag('path', { d, stroke, 'stroke-width': width, 'stroke-dasharray': dash, 'stroke-linejoin': 'round' });

/** A mark of curve i. @param {number} i @param {number} x @param {number} y @param {Look} look */
const mark = (i, x, y, look) => tag('path', { d: marks[i], fill: look.curves[i], transform: `translate(${x} ${y})` });

const dashes = { solid: undefined, dashed: '6 4', dotted: '2 4' };

/**
 * @param {Scene} scene @param {Look} look
 * @param {{ width: number, height: number, title: string, legend: boolean }} options in pixels; with a legend below
 * @returns {string}
 */
export function svgOf(scene, look, { width, height, title, legend }) {
  const [left, top, right] = [52, 12, 18];
  const bottom = 30 + (legend ? 22 * scene.labels.length + 8 : 0);
  const area = { width: width - left - right, height: height - top - bottom };
  const x = scene.kind === 'curves' ? scene.x : { min: 0, max: scene.names.length };
  /** @type {Frame} */
  const frame = { ...area, toX: scale(0, area.width, x), toY: scale(area.height, 0, scene.y), look };
  const { toX, toY } = frame;
  const [x0, y0] = [toX(origin(x)), toY(origin(scene.y))];
  const xTicks = scene.kind === 'curves' ? ticks(x, area.width / 80) : [];
  const yTicks = ticks(scene.y, area.height / 45);
  const text = (/** @type {number} */ at, /** @type {number} */ y, /** @type {string} */ words, anchor = 'middle') =>
    tag('text', { x: left + at, y: top + y, 'text-anchor': anchor, fill: look.text }, escaped(words));

  const grid = [
    ...xTicks.map((at) => `M${toX(at)} 0V${area.height}`),
    ...yTicks.map((at) => `M0 ${toY(at)}H${area.width}`),
  ];
  const axes = `M0 ${y0}H${area.width}M${x0} 0V${area.height}`;
  const content = [
    stroked(grid.join(''), look.grid, 1),
    ...(scene.kind === 'curves' ? under(scene, frame) : bars(scene, frame, y0)),
    stroked(axes, look.axis, 1.5),
    ...(scene.kind === 'curves' ? over(scene, frame) : []),
  ];
  const words = [
    ...xTicks.map((at) => text(toX(at), y0 + 18, format(at))),
    ...(scene.kind === 'bars' ? scene.names.map((name, i) => text(toX(i + 0.5), area.height + 18, name)) : []),
    ...yTicks.filter((at) => at !== 0 || x0 === 0).map((at) => text(x0 - 8, toY(at) + 4, format(at), 'end')),
  ];
  const rows = legend
    ? scene.labels.map((label, i) => entry(label, i, scene, height - 22 * (scene.labels.length - i), look))
    : [];
  return tag(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
      ...{ role: 'img', 'aria-label': title, 'font-family': look.font, 'font-size': 12, fill: 'none' },
    },
    legend ? tag('rect', { width, height, fill: look.background }) : '',
    tag('svg', { x: left, y: top, ...area, overflow: 'hidden' }, ...content),
    ...words,
    ...rows,
  );
}

/** @param {import('./scene.js').Point[]} points @param {Frame} frame */
function path(points, { toX, toY, height }) {
  // What lies far outside would overflow some programs' coordinates.
  const near = (/** @type {number} */ y) => Math.min(Math.max(toY(y), -height), 2 * height);
  let move = 'M';
  return points
    .map(({ x, y }) => {
      const step = Number.isNaN(y) ? '' : `${move}${toX(x)} ${near(y)}`;
      move = Number.isNaN(y) ? 'M' : 'L';
      return step;
    })
    .join('');
}

/** Bands and stretches. @param {import('./scene.js').Curves} scene @param {Frame} frame */
function under({ bands, saturated, samples }, frame) {
  const { toX, height, look } = frame;
  return [
    ...saturated.flatMap(({ curve, from, to }) => {
      const strip = { x: toX(from), width: toX(to) - toX(from), fill: look.curves[curve] };
      const low = height - 6 * (samples.length - curve);
      return [
        tag('rect', { ...strip, y: 0, height, 'fill-opacity': 0.08 }),
        tag('rect', { ...strip, y: low, height: 5, 'fill-opacity': 0.7 }),
      ];
    }),
    ...bands.map(({ curve, points }) =>
      tag('path', { d: `${path(points, frame)}Z`, fill: look.curves[curve], 'fill-opacity': 0.18 }),
    ),
  ];
}

/** Lines, dots and marks. @param {import('./scene.js').Curves} scene @param {Frame} frame */
function over(scene, frame) {
  const { toX, toY, look } = frame;
  return [
    // The first curve lies on top, as on the canvas.
    ...scene.lines
      .map(({ curve, dash, points }) =>
        stroked(path(points, frame), look.curves[curve], dash === 'solid' ? 2.5 : 2, dashes[dash]),
      )
      .reverse(),
    ...marksOn(scene).map(({ curve, x, y }) => mark(curve, toX(x), toY(y), look)),
    ...scene.dots.map(({ curve, x, y, open }) => {
      const color = look.curves[curve];
      const fill = open ? look.background : color;
      return tag('circle', { cx: toX(x), cy: toY(y), r: 4, fill, stroke: color, 'stroke-width': 2 });
    }),
  ];
}

/** @param {import('./scene.js').Bars} scene @param {Frame} frame @param {number} y0 */
function bars({ values }, { toX, toY, look }, y0) {
  const wide = (toX(1) - toX(0)) * 0.8;
  return values.flatMap((list, curve) =>
    list.map((value, i) => {
      const [y, width] = [toY(value), wide / values.length];
      const x = toX(i + 0.1) + curve * width;
      return tag('rect', {
        x,
        y: Math.min(y, y0),
        width: Math.max(width - 2, width / 2),
        height: Math.abs(y - y0),
        fill: look.curves[curve],
      });
    }),
  );
}

/** A row of the legend. @param {string} label @param {number} i @param {Scene} scene @param {number} y @param {Look} look */
const entry = (label, i, scene, y, look) =>
  line(i, scene, 16, y, look) + tag('text', { x: 54, y: y + 4, fill: look.text }, escaped(label));

/** A piece of curve i. @param {number} i @param {Scene} scene @param {number} x @param {number} y @param {Look} look */
const line = (i, scene, x, y, look) =>
  stroked(`M${x} ${y}h28`, look.curves[i], 2.5) +
  (scene.labels.length > 1 && scene.kind === 'curves' ? mark(i, x + 14, y, look) : '');

/** What stands before the name of curve i. @param {number} i @param {Scene} scene @param {Look} look */
export const swatchOf = (i, scene, look) =>
  tag('svg', { viewBox: '0 0 28 14', width: 28, height: 14, 'aria-hidden': 'true' }, line(i, scene, 0, 7, look));
