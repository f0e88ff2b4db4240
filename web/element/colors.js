/**
 * The colours of plots. Functions have the colours of `curves` in the order of the catalogue, which `colorsOf` counts; more
 * functions than colours repeat the colours, with other marks.
 * In CIEDE2000, any two colours differ by at least 10, also as eyes with deuteranopia, protanopia and tritanopia see them, and
 * any two of the first five by at least 17. For other eyes, the first five differ by at least 27. Each has a contrast of at
 * least 4.5 with the background. colors.test.js computes these claims.
 */
import { plotWords } from '../package/plotWords.js';

/** @typedef {{ background: string, text: string, axis: string, grid: string, note: string, curves: readonly string[] }} Colors */

const { maxCount } = plotWords.functions;
/** @param {string[]} palette */
const repeat = (palette) => Array.from({ length: maxCount }, (_, i) => palette[i % palette.length]);

/** @type {Record<'light' | 'dark', Colors>} */
export const colors = {
  light: {
    background: '#ffffff',
    text: '#3c434d',
    axis: '#6b7280',
    grid: '#e7e9ee',
    note: '#9a3412',
    curves: repeat(['#016cfd', '#c25400', '#005e49', '#990087', '#3d2d00', '#003440', '#580010', '#71747a']),
  },
  dark: {
    background: '#14181f',
    text: '#c9d1db',
    axis: '#8b95a3',
    grid: '#262d37',
    note: '#fdba74',
    curves: repeat(['#9fbaff', '#fa3e16', '#00a869', '#c35ea3', '#b9c600', '#7df2e9', '#ffb4a7', '#9a9da4']),
  },
};

/** The font of pictures. */
export const pictureFont = 'system-ui, sans-serif';

/**
 * The colours and the font of plots in a theme. In `light dark`, they follow the colour scheme of the page.
 * @param {'light' | 'dark' | 'light dark'} theme @returns {import('./canvas.js').Look}
 */
export function lookIn(theme) {
  if (theme !== 'light dark') return { ...colors[theme], font: pictureFont };
  const { light, dark } = colors;
  const both = (/** @type {'text' | 'axis' | 'grid' | 'background'} */ name) =>
    `light-dark(${light[name]}, ${dark[name]})`;
  return {
    text: both('text'),
    axis: both('axis'),
    grid: both('grid'),
    background: both('background'),
    curves: light.curves.map((color, i) => `light-dark(${color}, ${dark.curves[i]})`),
    font: pictureFont,
  };
}

/**
 * The colours of the site's pages. Their style sheets use them as custom properties of these names.
 * @type {Record<'light' | 'dark', Record<string, string>>}
 */
export const pageColors = {
  light: {
    page: '#f4f6f9',
    card: colors.light.background,
    'code-keyword': colors.light.curves[0],
    'code-number': colors.light.curves[1],
    'code-string': colors.light.curves[2],
    'code-name': colors.light.curves[3],
    text: '#1b2430',
    soft: '#566070',
    line: '#d5dae2',
    field: '#8a93a0',
    accent: '#0b62c4',
    'on-accent': '#ffffff',
    mark: '#fdf0d5',
    wrong: '#b3261e',
  },
  dark: {
    page: '#0c0f14',
    card: colors.dark.background,
    'code-keyword': colors.dark.curves[0],
    'code-number': colors.dark.curves[1],
    'code-string': colors.dark.curves[2],
    'code-name': colors.dark.curves[3],
    text: '#e3e8ef',
    soft: '#9aa5b4',
    line: '#303845',
    field: '#5c6675',
    accent: '#6cb2ff',
    'on-accent': '#0c0f14',
    mark: '#3a2d12',
    wrong: '#ffb4ab',
  },
};
