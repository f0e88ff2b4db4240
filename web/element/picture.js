/** The SVG picture of a plot that has been read, for the element and for toSVG(). */
import { plot as texts } from '../messages/index.js';
import { show } from '../package/checks.js';
import { sceneOf } from './scene.js';
import { svgOf } from './svg.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {{ width?: number | undefined, height?: number | undefined }} Size in pixels */

const range = { min: 240, max: 10000 };

/** What a plot shows, for screen readers. @param {Plot} plot @param {import('./scene.js').Scene} scene @param {'en' | 'zh-Hant'} lang */
export const summaryOf = ({ derivative }, scene, lang) =>
  scene.kind === 'curves'
    ? texts[lang].curves(scene.labels, derivative, scene.x.min, scene.x.max)
    : texts[lang].bars(scene.labels, scene.names);

/** A side of the picture: 300, '300' or '300px'. @param {string} name @param {unknown} value */
function pixelsOf(name, value) {
  const isText = typeof value === 'string' && /^\s*[\d.]+\s*(px)?\s*$/i.test(value);
  const pixels = isText ? Number.parseFloat(value) : value;
  if (typeof pixels !== 'number') throw new TypeError(`toSVG: ${name} must be a number, not ${show(value)}`);
  if (!(pixels >= range.min && pixels <= range.max))
    throw new RangeError(`toSVG: ${name} must be from ${range.min} to ${range.max}, not ${pixels}`);
  return pixels;
}

/** @param {Plot} plot @param {import('./canvas.js').Look} look @param {'en' | 'zh-Hant'} lang @param {Size} size */
export function pictureOf(plot, look, lang, size, legend = true) {
  const { width = 960, height = 640 } = size;
  const sides = { width: pixelsOf('width', width), height: pixelsOf('height', height) };
  const scene = sceneOf(plot);
  return svgOf(scene, look, { ...sides, title: summaryOf(plot, scene, lang), legend }).svg;
}
