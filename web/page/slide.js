/** Pictures to export: the plot with a title and axis names, as SVG, and the names of the files. */
import { colors } from '../element/colors.js';
import { shareBelow } from '../element/layout.js';
import { kindOf, sceneOf } from '../element/scene.js';
import { escaped } from '../element/svg.js';
import { toSVG } from '../element/toSVG.js';
import { find } from '../package/catalogue.js';
import { gridOf } from '../package/grid.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {{ size: keyof typeof sizes, theme: 'light' | 'dark', text: number, title: string, legend: boolean, axes: boolean }} Slide `text`: how many times larger than usual */

/** Half the pixels of a PNG. */
export const sizes = {
  article: { width: 960, height: 640 },
  wide: { width: 960, height: 540 },
  classic: { width: 800, height: 600 },
};

/** @param {Plot} plot @param {Slide} slide @param {'en' | 'zh-Hant'} lang @returns {string} */
export function slideOf(plot, { size, theme, text, title, legend, axes }, lang) {
  const { width, height } = sizes[size];
  // A larger text is a smaller picture, enlarged.
  const [wide, high] = [Math.round(width / text), Math.round(height / text)];
  const scene = sceneOf(plot);
  const hasNames = axes && scene.kind === 'curves';
  const top = (title ? 44 : 0) + (hasNames ? 16 : 0);
  const right = hasNames ? 18 : 0;
  const whole = toSVG(plot, { width: wide - right, height: high - top, theme, lang, legend });
  const { background, text: fill } = colors[theme];
  const words = (/** @type {string} */ content, /** @type {string} */ attributes) =>
    `<text fill="${fill}" ${attributes}>${escaped(content)}</text>`;
  const names = [];
  const areas = [...whole.matchAll(/<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)];
  if (hasNames) {
    const [x, y, w, h] = areas[areas.length - 1].slice(1).map(Number);
    // The areas of a stack have captions of their own.
    const isStack = areas.length > 1;
    const [x0, y0] = [shareBelow(scene.x), shareBelow((isStack && scene.stack ? scene.stack[1] : scene).y)];
    const italic = 'font-style="italic" font-size="14"';
    names.push(words('x', `x="${x + w + 8}" y="${top + y + h * (1 - y0) + 4}" ${italic}`));
    if (!isStack)
      names.push(
        words(
          plot.derivative ? 'f(x), f′(x)' : 'f(x)',
          `x="${x + w * x0}" y="${top - 2}" text-anchor="middle" ${italic}`,
        ),
      );
  }
  const heading = title
    ? words(title, `x="${wide / 2}" y="32" text-anchor="middle" font-size="20" font-weight="600"`)
    : '';
  const picture = whole.replace('<svg ', `<svg y="${top}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${width}" height="${height}" font-family="system-ui, sans-serif"><rect width="${wide}" height="${high}" fill="${background}"/>${heading}${picture}${names.join('')}</svg>`;
}

/**
 * The name of a file, which says what is in it: "relu-leakyRelu=0.07_-20-to-20". Every file system accepts it.
 * @param {Plot} plot
 */
export function fileNameOf(plot) {
  const short = (/** @type {number} */ value) => Number(value.toPrecision(4));
  const names = plot.functions.map(({ name, parameters }) => {
    const isPlain = find(name)?.parameters.every((p) => parameters[p.name] === p.default);
    return isPlain ? name : `${name}=${Object.values(parameters).map(short)}`;
  });
  const { min, max } = gridOf(plot);
  const range = kindOf(plot) === 'elementwise' ? `${short(min)}-to-${short(max)}` : plot.logits.map(short);
  const parts = [names.join('-') || 'activation-functions', ...(plot.derivative ? ['derivative'] : []), String(range)];
  return parts.join('_').slice(0, 200);
}
