/** The SVG picture of a plot that has been read, for the element and for toSVG(). */
import { plot as texts } from '../messages/index.js';
import { show, typeOf } from '../package/checks.js';
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

/** @param {Plot} plot @param {import('./canvas.js').Look} look @param {'en' | 'zh-Hant'} lang @param {Size} size */
export function pictureOf(plot, look, lang, size, legend = true) {
  const other = typeOf(size) !== 'Object' ? show(size) : Object.keys(size).find((key) => !/^(width|height)$/.test(key));
  if (other) throw new TypeError(`toSVG: size must be { width, height }, not ${other}`);
  const { width = 960, height = 640 } = size;
  for (const [name, value] of Object.entries({ width, height })) {
    if (typeof value !== 'number') throw new TypeError(`toSVG: ${name} must be a number, not ${show(value)}`);
    if (!(value >= range.min && value <= range.max))
      throw new RangeError(`toSVG: ${name} must be from ${range.min} to ${range.max}, not ${value}`);
  }
  const scene = sceneOf(plot);
  return svgOf(scene, look, { width, height, title: summaryOf(plot, scene, lang), legend }).svg;
}
