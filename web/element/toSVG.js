/** The picture of a plot as SVG, made without a browser: `activation-kernels/svg`. */
import { checkOptions, show, typeOf } from '../package/checks.js';
import { parsePlot } from '../package/grammar.js';
import { plotWords } from '../package/plotWords.js';
import { isQuery } from '../package/reader.js';
import { lookIn } from './colors.js';
import { pictureOf } from './picture.js';

/** @import { Plot } from '../package/types.js' */

/**
 * The options of toSVG().
 * @typedef {object} PictureOptions
 * @property {number | undefined} [width] in pixels, from 240 to 10000; 960 if omitted
 * @property {number | undefined} [height] in pixels, from 240 to 10000; 640 if omitted
 * @property {'light' | 'dark' | 'light dark' | undefined} [theme] the colours. Those of `light dark` follow the colour
 *   scheme of the page that contains the markup. If omitted: the plot's theme, or light
 * @property {'en' | 'zh-Hant' | undefined} [lang] language of the description for screen readers. If omitted: the
 *   plot's, or English
 * @property {boolean | undefined} [legend] whether the picture has a background and a legend; true if omitted
 */

/** @param {string} name @param {unknown} value @param {readonly string[]} choices */
function checkChoice(name, value, choices) {
  if (!choices.includes(/** @type {string} */ (value)))
    throw new RangeError(`toSVG: ${name} must be one of ${choices.join(', ')}, not ${show(value)}`);
}

/**
 * The picture of a plot as an SVG document, with the same bytes in every engine and from the element's own `toSVG()`,
 * unless its author has set other colours or another font.
 *
 * `toSVG('functions=relu gelu&min=-5&max=5', { width: 720, height: 450 })`
 * @param {Partial<Plot> | string | URLSearchParams} plot or its query string
 * @param {PictureOptions} [options]
 * @returns {string}
 * @throws {TypeError | RangeError} if the plot cannot be read or drawn, an option is unknown, or a value is not allowed
 */
export function toSVG(plot, options = {}) {
  checkOptions('toSVG', options, ['width', 'height', 'theme', 'lang', 'legend']);
  if (!isQuery(plot) && typeOf(plot) !== 'Object')
    throw new TypeError(`toSVG: plot must be a plot or its query string, not ${show(plot)}`);
  const { plot: read, notes } = parsePlot(plot);
  if (notes.length > 0)
    throw new RangeError(
      `toSVG: ${notes
        .map(({ message }) => message)
        .join(' ')
        .replace(/\.$/, '')}`,
    );
  const { theme = read.theme ?? 'light', lang = read.lang ?? 'en', legend, ...size } = options;
  checkChoice('theme', theme, ['light', 'dark', 'light dark']);
  checkChoice('lang', lang, plotWords.lang.choices);
  return pictureOf(read, lookIn(theme), lang, size, legend);
}
