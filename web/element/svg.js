/** Writes a scene as an SVG picture, for files and for browsers without scripts. Needs no document. */
import { fontSize, round, widthOf } from './labels.js';
import { layoutOf } from './layout.js';
import { markedIn } from './scene.js';
import { halo, markOf, pathOf, rules, shapesAbove, shapesBelow, strokes } from './shapes.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./labels.js').Label} Label */
/** @typedef {import('./canvas.js').Look} Look */
/** @typedef {import('./shapes.js').Area} Area */
/** @typedef {import('./shapes.js').Shape} Shape */
/** Characters that XML cannot hold in any form. https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r -\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/gu;
/** @param {string} text */
export const escaped = (text) => text.replace(forbidden, '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param {string} name @param {Record<string, string | number | undefined>} attributes @param {string[]} children */
function tag(name, attributes, ...children) {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const words = given.map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('');
  return children.length > 0 ? `<${name}${words}>${children.join('')}</${name}>` : `<${name}${words}/>`;
}

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

/** @param {Label} label @param {string} [color] if it differs from that of the group */
const textTag = ({ words, x, y, anchor }, color) =>
  tag('text', { x, y, 'text-anchor': anchor, fill: color }, escaped(words));

/**
 * @param {Scene} scene @param {Look} look
 * @param {{ width: number, height: number, title: string, legend: boolean }} options in pixels; with a legend below
 * @returns {{ svg: string, panels: import('./layout.js').Panel[] }}
 */
export function svgOf(scene, look, { width, height, title, legend }) {
  const { rows, height: below } = legend ? legendOf(scene, look, width) : { rows: [], height: 0 };
  if (height - below < minHeight)
    throw new RangeError(`toSVG: with this legend, height must be at least ${minHeight + below}, not ${height}`);
  const panels = layoutOf(scene, { width, height: height - below });
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': title,
      'font-family': look.font,
      'font-size': fontSize,
      fill: 'none',
    },
    legend ? tag('rect', { width, height, fill: look.background }) : '',
    ...panels.flatMap((panel) => tagsOf(panel, look, height)),
    rows.length > 0 ? tag('g', { transform: `translate(0 ${height - below})` }, ...rows) : '',
  );
  return { svg, panels };
}

/** @param {import('./layout.js').Panel} panel @param {Look} look @param {number} height of the picture */
function tagsOf({ scene, grid, axes, bars, labels, ...panel }, look, height) {
  const { left, top, right, bottom, toY } = panel.area;
  const size = { width: round(right - left), height: round(bottom - top) };
  // Some programs cannot hold coordinates far outside the picture.
  const area = {
    ...panel.area,
    toY: (/** @type {number} */ y) => Math.min(Math.max(toY(y), -height), 2 * height),
  };
  const colorOf = (/** @type {number} */ curve) => look.curves[scene.colors[curve]];
  const content = [
    pathTag({ d: grid, stroke: look.grid, ...rules.grid }),
    ...bars.map(({ curve, ...box }) => tag('rect', { ...box, fill: colorOf(curve) })),
    ...(scene.kind === 'curves' ? shapesBelow(scene, area, look).map(pathTag) : []),
    pathTag({ d: axes, stroke: look.axis, ...rules.axes }),
    ...(scene.kind === 'curves' ? [...lines(scene, area, look), ...shapesAbove(scene, area, look)].map(pathTag) : []),
  ];
  return [
    tag(
      'svg',
      { x: left, y: top, ...size, viewBox: `${left} ${top} ${size.width} ${size.height}`, overflow: 'hidden' },
      ...content,
    ),
    tag(
      'g',
      {
        fill: look.text,
        stroke: look.background,
        'stroke-width': halo,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      },
      ...labels.map((label) => textTag(label, label.curve === undefined ? undefined : colorOf(label.curve))),
    ),
  ];
}

/**
 * The first curve lies on top, as on the canvas.
 * @param {import('./scene.js').Curves} scene @param {Area} area @param {Look} look @returns {Shape[]}
 */
const lines = (scene, area, look) =>
  scene.lines
    .map(({ curve, dash, points }) => ({
      d: pathOf(points, area),
      stroke: look.curves[scene.colors[curve]],
      ...strokes[dash],
    }))
    .reverse();

/** What a stroke that is not solid shows. */
const strokeNames = { dashed: 'f′(x)', dotted: '∂f/∂a' };

const rowHeight = 17;
/** The least height of a plot above its legend. */
const minHeight = 72;

/** Joins the parts of a text into rows that are at most `room` wide, unless a single part is wider. @param {string[]} parts @param {number} room */
export function wrap(parts, room) {
  const rows = [''];
  for (const part of parts) {
    const longer = rows[rows.length - 1] + part;
    if (widthOf(longer.trim()) <= room) rows[rows.length - 1] = longer;
    else rows.push(part);
  }
  return rows.map((row) => row.trim()).filter(Boolean);
}

/** The curves and the strokes of their derivatives, in as many columns as have room. @param {Scene} scene @param {Look} look @param {number} width */
export function legendOf(scene, look, width) {
  const entries = [
    ...scene.labels.map((label, i) => ({ picture: line(i, scene, look), label })),
    ...Object.entries(strokeNames)
      .filter(([name]) => 'lines' in scene && scene.lines.some(({ dash }) => dash === name))
      .map(([name, label]) => ({
        picture: pathTag({ d: 'M0 0h28', stroke: look.text, ...strokes[/** @type {'dashed'} */ (name)] }),
        label,
      })),
  ];
  const [indent, gap] = [38, 20];
  const widest = indent + gap + Math.max(...entries.map(({ label }) => widthOf(label)), 0);
  const columns = Math.min(Math.max(Math.floor((width - 32 + gap) / widest), 1), Math.max(entries.length, 1));
  let y = rowHeight / 2;
  /** @type {string[]} */
  const rows = [];
  for (let i = 0; i < entries.length; i += columns) {
    let next = y;
    entries.slice(i, i + columns).forEach(({ picture, label }, k) => {
      const x = 16 + k * widest;
      rows.push(tag('g', { transform: `translate(${round(x)} ${y})` }, picture));
      wrap(label.split(/(?= )/), width - 32 - indent).forEach((words, row) => {
        rows.push(tag('text', { x: round(x + indent), y: y + 4 + row * 15, fill: look.text }, escaped(words)));
        next = Math.max(next, y + row * 15);
      });
    });
    y = next + rowHeight;
  }
  return { rows, height: entries.length > 0 ? y - rowHeight / 2 + 8 : 0 };
}

/** The legend's sample of function i. @param {number} i @param {Scene} scene @param {Look} look */
function line(i, scene, look) {
  const color = scene.colors[i];
  if (scene.kind === 'bars') return tag('rect', { x: 7, y: -7, width: 14, height: 14, fill: look.curves[color] });
  const isMarked = markedIn(scene, look.isColorless).has(i);
  return (
    pathTag({ d: 'M0 0h28', stroke: look.curves[color], width: strokes.solid.width }) +
    (isMarked ? pathTag(markOf(color, 14, 0, look)) : '')
  );
}

/** The picture before the name of curve i. @param {number} i @param {Scene} scene @param {Look} look */
export const swatchOf = (i, scene, look) =>
  tag('svg', { viewBox: '0 -7 28 14', width: 28, height: 14, 'aria-hidden': 'true' }, line(i, scene, look));
