/** The sections in both languages, and the sentences of notes. */
import * as en from './en.js';
import * as zhHant from './zh-Hant.js';

/** @typedef {'en' | 'zh-Hant'} Language */
/** @typedef {{ code: string, values: Record<string, string> }} Note */

export const plot = { en: en.plot, 'zh-Hant': zhHant.plot };
export const frame = { en: en.frame, 'zh-Hant': zhHant.frame };
export const lab = { en: en.lab, 'zh-Hant': zhHant.lab };
export const live = { en: en.live, 'zh-Hant': zhHant.live };

/**
 * The sentence of a note's code in one of the sections. If none has the code, the error was unexpected.
 * @param {Note} note @param {Record<string, import('./en.js').Sentence>[]} sections
 */
function sentence({ code, values }, ...sections) {
  const sentences = Object.assign({}, ...sections);
  return Object.hasOwn(sentences, code) ? sentences[code](values) : sentences.notComputed(values);
}

// Each section by its name: a namespace in a variable would bring all sentences into every bundle.

/** The sentence of a plot's note, on a page. @param {Language} lang @param {Note} note @returns {string} */
export const plotSentence = (lang, note) =>
  lang === 'en'
    ? sentence(note, en.notes, en.plotNotes, en.pageNotes)
    : sentence(note, zhHant.notes, zhHant.plotNotes, zhHant.pageNotes);

/**
 * The same for the element. In English it is the note's own message: plot.js needs no second copy of the package's
 * sentences.
 * @param {Language} lang @param {Note & { message: string }} note @returns {string}
 */
export function elementSentence(lang, note) {
  if (lang === 'zh-Hant') return sentence(note, zhHant.notes, zhHant.plotNotes);
  return note.code === 'notComputed' ? en.plotNotes.notComputed() : note.message;
}

/** The sentence of an experiment's note. @param {Language} lang @param {Note} note @returns {string} */
export const labSentence = (lang, note) =>
  lang === 'en'
    ? sentence(note, en.notes, en.plotNotes, en.pageNotes, en.labNotes)
    : sentence(note, zhHant.notes, zhHant.plotNotes, zhHant.pageNotes, zhHant.labNotes);
