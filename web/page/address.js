/** Query strings of the pages. */
import { encode } from '../package/grammar.js';

/** A query as readable as formatPlot() prints it. @param {Iterable<[key: string, word: string]>} words */
export const queryOf = (words) =>
  Array.from(words, ([key, word]) => (word === '' ? key : `${key}=${encode(word)}`)).join('&');
