/** The picture of a plot as SVG, made without a browser: `activation-kernels/svg`. */
import { checkOptions, show, typeOf } from '../package/checks.js';
import { parsePlot } from '../package/grammar.js';
import { closestLanguage, isLanguageTag } from '../package/languages.js';
import { isQuery } from '../package/reader.js';
import { lookIn } from './colors.js';
import { pictureOf } from './picture.js';

/** @import { Plot, Reading } from '../package/types.js' */

/**
 * The options of toSVG().
 * @typedef {object} PictureOptions
 * @property {number | undefined} [width] in pixels, from 240 to 10000; 960 if omitted
 * @property {number | undefined} [height] in pixels, from 240 to 10000; 640 if omitted
 * @property {'light' | 'dark' | 'light dark' | undefined} [theme] the colours. Those of `light dark` follow the colour
 *   scheme of the page that contains the markup. If omitted: the plot's theme, or light
 * @property {'en' | 'zh-Hant' | (string & {}) | undefined} [lang] language of the description for screen readers, as any
 *   language tag. If omitted, or neither English nor Chinese: the plot's, or English
 * @property {boolean | undefined} [legend] whether the picture has a background and a legend; true if omitted
 */

/** What people write for each theme. @type {[RegExp, 'light' | 'dark' | 'light dark'][]} */
const themes = [
  [/^light$/i, 'light'],
  [/^dark$/i, 'dark'],
  [/^(light\W+dark|dark\W+light)$/i, 'light dark'],
];
/** What people write for true and for false. @type {[RegExp, boolean][]} */
const flags = [
  [/^(true|yes|on|1)$/i, true],
  [/^(false|no|off|0)$/i, false],
];

/** @param {string} name @param {unknown} value @param {string} allowed @returns {never} */
function refuse(name, value, allowed) {
  throw new RangeError(`toSVG: ${name} must be one of ${allowed}, not ${show(value)}`);
}

/** @template T @param {string} name @param {unknown} value @param {[RegExp, T][]} meanings @returns {T} */
function meant(name, value, meanings) {
  const text = typeof value === 'string' ? value.trim() : show(value);
  const found = meanings.find(([pattern]) => pattern.test(text));
  return found ? found[1] : refuse(name, value, meanings.map(([, meaning]) => meaning).join(', '));
}

/**
 * The picture of a plot as an SVG document, with the same bytes in every engine and from the element's own `toSVG()`,
 * unless its author has set other colours or another font.
 *
 * `toSVG('functions=relu gelu&min=-5&max=5', { width: 720, height: 450 })`
 * @param {Partial<Plot> | Reading | string | URLSearchParams} plot or its query string
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
  const { theme = read.theme ?? 'light', lang = read.lang ?? 'en', legend = true, ...size } = options;
  if (typeof lang !== 'string' || !lang.trim() || !isLanguageTag(lang)) refuse('lang', lang, 'en, zh-Hant');
  const language = closestLanguage(lang) ?? read.lang ?? 'en';
  return pictureOf(read, lookIn(meant('theme', theme, themes)), language, size, meant('legend', legend, flags));
}
