/** The languages of plots and experiments, and which of them is the best for a reader. */

/** @typedef {'en' | 'zh-Hant'} Language */

/** Chinese, and those of its languages that have codes of their own; all of them are written in Chinese characters. */
const chinese = /^\s*(?:zh|cmn|yue|nan|hak|wuu|gan|hsn|lzh)(?:[-_]|\s*$)/i;

/**
 * Whether a text is empty or has the form of a language tag; POSIX writes `_` for its `-`.
 * https://www.rfc-editor.org/rfc/rfc4647#section-2.1
 * @param {string} tag
 */
export const isLanguageTag = (tag) => /^(?:[a-z]{1,8}(?:[-_][a-z\d]{1,8})*)?$/i.test(tag.trim());

/**
 * The language for a tag, found by lookup: `zh-TW`, `zh-HK` and `zh` are zh-Hant, `en-GB` is en. Undefined if neither is
 * close. https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 * @param {string} tag @returns {Language | undefined}
 */
export function closestLanguage(tag) {
  if (chinese.test(tag)) return 'zh-Hant';
  return /^\s*en(?:[-_]|\s*$)/i.test(tag) ? 'en' : undefined;
}
