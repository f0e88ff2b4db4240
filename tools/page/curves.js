/** Small pictures of functions without labels, from the same kernels as the plots. */
import { sceneOf } from '../../web/element/scene.js';
import { pathOf } from '../../web/element/shapes.js';
import { parsePlot } from '../../web/package/grammar.js';
import { gridOf } from '../../web/package/grid.js';
import { straighten } from './straighten.js';

const [width, height] = [160, 100];
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** An SVG of curves or bars, whose colours a style sheet sets by the classes f0, f1, … @param {string} query @returns {string} */
export function thumbnail(query) {
  const { plot } = parsePlot(query);
  const { min, max } = gridOf(plot);
  const scene = sceneOf({ ...plot, step: (max - min) / 64 });
  const x = scene.kind === 'curves' ? scene.x : { min: 0, max: scene.names.length };
  const toX = (/** @type {number} */ at) => round(((at - x.min) / (x.max - x.min)) * width);
  const toY = (/** @type {number} */ at) => round(((scene.y.max - at) / (scene.y.max - scene.y.min)) * height);
  const area = { top: 0, bottom: height, toX, toY };
  const axes = `<path class="axis" d="M0 ${toY(0)}H${width}${scene.kind === 'curves' ? `M${toX(0)} 0V${height}` : ''}"/>`;
  const shapes =
    scene.kind === 'curves'
      ? scene.lines.map(({ curve, points }) => `<path class="f${curve}" d="${pathOf(points, area)}"/>`).reverse()
      : scene.values.map((values, curve) => {
          const wide = 0.7 / scene.values.length;
          const bars = values.map((y, i) => `M${toX(i + 0.15 + wide * (curve + 0.5))} ${toY(0)}V${toY(y)}`);
          return `<path class="f${curve} bars" d="${bars.join('')}"/>`;
        });
  const paths = straighten(shapes.join(''));
  return `<svg class="thumbnail" viewBox="0 0 ${width} ${height}" aria-hidden="true">${axes}${paths}</svg>`;
}
