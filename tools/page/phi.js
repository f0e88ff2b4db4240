/** The picture of Φ in the article: the bell curve with a part of its area, and that part for every x. */
import { colors } from '../../web/element/colors.js';
import { svg } from '../../web/element/dom.js';
import { format } from '../../web/messages/format.js';
import { activation } from '../../web/package/kernels.js';

const [width, height, step] = [320, 190, 0.05];
const [left, right] = [-3.2, 3.2];
/** The point that the article explains. */
const at = 1;

const density = (/** @type {number} */ x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const gelu = activation('gelu');
/** GELU is x Φ(x). @param {number} x */
export const phi = (x) => (x === 0 ? 0.5 : gelu(Float32Array.of(x))[0] / x);

const both = (/** @type {'text' | 'axis'} */ name) => `light-dark(${colors.light[name]}, ${colors.dark[name]})`;
const [text, axis] = [both('text'), both('axis')];
const curve = `light-dark(${colors.light.curves[0]}, ${colors.dark.curves[0]})`;

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const toX = (/** @type {number} */ x) => round(10 + ((x - left) / (right - left)) * (width - 20));

/** @param {(x: number) => number} f @param {number} top the y at the upper edge */
function panel(f, top) {
  const base = height - 28;
  const toY = (/** @type {number} */ y) => round(base - (y / top) * (base - 26));
  const line = (/** @type {number} */ to) =>
    Array.from({ length: Math.round((to - left) / step) + 1 }, (_, i) => left + i * step)
      .map((x, i) => `${i === 0 ? 'M' : 'L'}${toX(x)} ${toY(f(x))}`)
      .join('');
  const words = (/** @type {string} */ said, /** @type {number} */ x, /** @type {number} */ y, anchor = 'middle') =>
    svg('text', { x, y, 'text-anchor': anchor, fill: text, 'font-size': 14 }, said);
  return {
    toY,
    line,
    words,
    frame: [
      svg('path', { d: `M${toX(left)} ${base}H${toX(right)}`, stroke: axis }),
      ...[-2, -1, 0, 1, 2].map((x) => words(format(x), toX(x), base + 18)),
    ],
    curve: svg('path', { d: line(right), stroke: curve, fill: 'none', 'stroke-width': 2.5 }),
  };
}

/** Two pictures side by side, or one below the other on a phone. @returns {Element[]} */
export function pictureOfPhi() {
  const share = format(Math.round(100 * phi(at)) / 100);
  const bell = panel(density, 0.42);
  const rising = panel(phi, 1.08);
  const picture = (/** @type {Element[]} */ ...children) =>
    svg(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', 'font-family': 'system-ui, sans-serif' },
      ...children,
    );
  const base = bell.toY(0);
  return [
    picture(
      svg('path', { d: `${bell.line(at)}V${base}H${toX(left)}Z`, fill: curve, 'fill-opacity': 0.2 }),
      ...bell.frame,
      bell.curve,
      svg('path', { d: `M${toX(at)} ${base}V${bell.toY(density(at))}`, stroke: curve, 'stroke-width': 1.5 }),
      bell.words(`${Math.round(100 * phi(at))}%`, toX(-0.1), bell.toY(0.14)),
    ),
    picture(
      svg('path', {
        d: `M${toX(at)} ${base}V${rising.toY(phi(at))}H${toX(left)}`,
        stroke: axis,
        fill: 'none',
        'stroke-dasharray': '3 4',
      }),
      ...rising.frame,
      rising.curve,
      svg('circle', { cx: toX(at), cy: rising.toY(phi(at)), r: 4, fill: curve }),
      rising.words(share, toX(left), rising.toY(phi(at)) - 7, 'start'),
      rising.words('Φ', toX(2.4), rising.toY(phi(2.4)) - 9),
    ),
  ];
}
