/** Writes a scene as an SVG picture, for files and for browsers without scripts. Needs no document. */
import { format } from '../messages/format.js';
import { markOf, pathOf, shapesAbove, shapesBelow, strokes } from './shapes.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Range} Range */
/** @typedef {import('./canvas.js').Look} Look */
/** @typedef {import('./shapes.js').Area} Area */
/** @typedef {import('./shapes.js').Shape} Shape */
/** Characters that XML cannot hold in any form. https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r -\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/gu;
/** @param {string} text */
const escaped = (text) => text.replace(forbidden, '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param {string} name @param {Record<string, string | number | undefined>} attributes @param {string[]} children */
function tag(name, attributes, ...children) {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const words = given.map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('');
  return children.length > 0 ? `<${name}${words}>${children.join('')}</${name}>` : `<${name}${words}/>`;
}

/** About `count` round numbers in a range. @param {Range} range @param {number} count */
function ticks({ min, max }, count) {
  const minStep = (max - min) / count;
  // Not Math.log10() and **, whose last bit may differ between engines.
  const power = Number(minStep.toExponential().replace(/.*e/, '1e'));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= minStep) ?? 10) * power;
  const first = Math.ceil(min / step);
  const length = Math.floor(max / step) - first + 1;
  return Array.from({ length }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/**
 * Maps values to pixels, rounded to a tenth of a pixel.
 * @param {number} from @param {number} to @param {Range} range @returns {(value: number) => number}
 */
const scale = (from, to, { min, max }) => {
  const factor = (to - from) / (max - min);
  return (value) => Math.round((from + (value - min) * factor) * 10) / 10;
};

/** Where an axis crosses another: at 0, or at the end next to it. @param {Range} range */
const origin = ({ min, max }) => Math.min(Math.max(0, min), max);

/** @param {Shape} shape */
const pathTag = ({ d, at, fill, opacity, stroke, width, dash }) =>
  tag('path', {
    d,
    stroke,
    'stroke-width': width,
    'stroke-dasharray': dash?.join(' ') || undefined,
    'stroke-linejoin': stroke ? 'round' : undefined,
    fill,
    'fill-opacity': opacity,
    transform: at && `translate(${at.join(' ')})`,
  });

/**
 * @param {Scene} scene @param {Look} look
 * @param {{ width: number, height: number, title: string, legend: boolean }} options in pixels; with a legend below
 * @returns {string}
 */
export function svgOf(scene, look, { width, height, title, legend }) {
  const [left, top, right] = [52, 12, 18];
  const rows = legend ? legendOf(scene, look) : [];
  // Closer where little room would be left for the plot.
  const rowHeight = Math.min(22, Math.floor((height - 80) / rows.length));
  const bottom = 30 + (legend ? rowHeight * rows.length + 8 : 0);
  const size = { width: width - left - right, height: height - top - bottom };
  const x = scene.kind === 'curves' ? scene.x : { min: 0, max: scene.names.length };
  const [toX, toHeight] = [scale(0, size.width, x), scale(size.height, 0, scene.y)];
  // Some programs cannot hold coordinates far outside the picture.
  const toY = (/** @type {number} */ y) => Math.min(Math.max(toHeight(y), -size.height), 2 * size.height);
  const area = { top: 0, bottom: size.height, toX, toY };
  const [x0, y0] = [toX(origin(x)), toY(origin(scene.y))];
  const xTicks = scene.kind === 'curves' ? ticks(x, size.width / 80) : [];
  const yTicks = ticks(scene.y, size.height / 45);
  const text = (/** @type {number} */ at, /** @type {number} */ y, /** @type {string} */ words, anchor = 'middle') =>
    tag('text', { x: left + at, y: top + y, 'text-anchor': anchor, fill: look.text }, escaped(words));

  const verticals = xTicks.map((at) => `M${toX(at)} 0V${size.height}`);
  const horizontals = yTicks.map((at) => `M0 ${toY(at)}H${size.width}`);
  const grid = pathTag({ d: [...verticals, ...horizontals].join(''), stroke: look.grid, width: 1 });
  const axes = pathTag({ d: `M0 ${y0}H${size.width}M${x0} 0V${size.height}`, stroke: look.axis, width: 1.5 });
  const content =
    scene.kind === 'curves'
      ? [
          grid,
          ...shapesBelow(scene, area, look).map(pathTag),
          axes,
          ...lines(scene, area, look).map(pathTag),
          ...shapesAbove(scene, area, look).map(pathTag),
        ]
      : [grid, ...bars(scene, area, y0, look), axes];
  const words = [
    ...xTicks.map((at) => text(toX(at), y0 + 18, format(at))),
    ...(scene.kind === 'bars' ? scene.names.map((name, i) => text(toX(i + 0.5), size.height + 18, name)) : []),
    ...yTicks.filter((at) => at !== 0 || x0 === 0).map((at) => text(x0 - 8, toY(at) + 4, format(at), 'end')),
  ];
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': title,
      'font-family': look.font,
      'font-size': 12,
      fill: 'none',
    },
    legend ? tag('rect', { width, height, fill: look.background }) : '',
    tag('svg', { x: left, y: top, ...size, overflow: 'hidden' }, ...content),
    ...words,
    ...rows.flatMap(([picture, label], i) => {
      const y = height - rowHeight * (rows.length - i);
      return [tag('g', { transform: `translate(16 ${y})` }, picture), text(54 - left, y + 4 - top, label, 'start')];
    }),
  );
}

/**
 * The first curve lies on top, as on the canvas.
 * @param {import('./scene.js').Curves} scene @param {Area} area @param {Look} look @returns {Shape[]}
 */
const lines = (scene, area, look) =>
  scene.lines
    .map(({ curve, dash, points }) => ({ d: pathOf(points, area), stroke: look.curves[curve], ...strokes[dash] }))
    .reverse();

/** @param {import('./scene.js').Bars} scene @param {Area} area @param {number} y0 of the axis @param {Look} look */
function bars({ values }, { toX, toY }, y0, look) {
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

/** What a stroke that is not solid shows. */
const strokeNames = { dashed: 'f′(x)', dotted: '∂f/∂a' };

/** The rows of the legend: the curves, and the strokes of their derivatives. @param {Scene} scene @param {Look} look */
const legendOf = (scene, look) => [
  ...scene.labels.map((label, i) => [line(i, scene, look), label]),
  ...Object.entries(strokeNames)
    .filter(([name]) => 'lines' in scene && scene.lines.some(({ dash }) => dash === name))
    .map(([name, label]) => [
      pathTag({ d: 'M0 0h28', stroke: look.text, ...strokes[/** @type {'dashed'} */ (name)] }),
      label,
    ]),
];

/** The legend's sample of curve i. @param {number} i @param {Scene} scene @param {Look} look */
const line = (i, scene, look) =>
  pathTag({ d: 'M0 0h28', stroke: look.curves[i], width: strokes.solid.width }) +
  (scene.labels.length > 1 && scene.kind === 'curves' ? pathTag(markOf(i, 14, 0, look)) : '');

/** The picture before the name of curve i. @param {number} i @param {Scene} scene @param {Look} look */
export const swatchOf = (i, scene, look) =>
  tag('svg', { viewBox: '0 -7 28 14', width: 28, height: 14, 'aria-hidden': 'true' }, line(i, scene, look));
