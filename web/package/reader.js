/** Reads the words of a plot or of an experiment, and notes what it cannot read. */
import { notes as packageNotes } from '../messages/en.js';
import { catalogue, find } from './catalogue.js';
import { show, typeOf } from './checks.js';
import { plotWords } from './plotWords.js';
import { bySimilarity } from './suggest.js';

/** @import { Note, PlotFunction, Source } from './types.js' */
/** @typedef {{ min: number, max: number }} Range */
/**
 * @template {string} [Code=never]
 * @typedef {(key: string, code: Code | keyof typeof packageNotes, values: Record<string, string | number>) => void} AddNote
 */
/** @typedef {(key: string, name: string, text: string | null | undefined, range: Range) => number | undefined} ReadNumber */

/**
 * @template {string} [Code=never]
 * @param {Source} source
 * @param {Record<Code, import('../messages/en.js').Sentence>} [more] sentences besides the package's
 */
export function reader(source, more) {
  const isQuery = typeof source === 'string' || typeOf(source) === 'URLSearchParams'; // of any realm
  const words = /** @type {Record<string, string | null | undefined>} */ (
    isQuery ? Object.fromEntries(new URLSearchParams(/** @type {string} */ (source))) : source
  );
  /** @type {Record<string, import('../messages/en.js').Sentence>} */
  const sentences = { ...packageNotes, ...more };
  /** @type {Note[]} */
  const notes = [];
  /** @type {AddNote<Code>} */
  const note = (key, code, values) => {
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    notes.push({ key, code, values: texts, message: sentences[code](texts) });
  };

  /** @type {ReadNumber} */
  const number = (key, name, text, { min, max }) => {
    if (text === null || text === undefined) return undefined;
    const value = text.trim() === '' ? Number.NaN : Number(text.replace('−', '-'));
    if (Number.isNaN(value)) note(key, 'notANumber', { name, given: show(text) });
    else if (value < min || value > max) note(key, 'outOfRange', { name, given: show(text), min, max });
    else return value;
  };

  /** @template {string} T @param {string} key @param {readonly T[]} choices @returns {T | undefined} */
  const oneOf = (key, choices) => {
    const given = words[key];
    if (given === null || given === undefined || given === '') return undefined;
    const found = choices.find((word) => word.toLowerCase() === given.toLowerCase());
    if (!found) note(key, 'notOneOf', { name: key, given: show(given), allowed: choices.join(', ') });
    return found;
  };

  return {
    words,
    notes,
    note,
    number,
    oneOf,
    /** @returns {PlotFunction[] | undefined} undefined if the word is absent */
    functions: () => (words.functions == null ? undefined : readFunctions(words.functions, note, number)),
    surroundings: () => ({
      lang: oneOf('lang', plotWords.lang.choices),
      theme: oneOf('theme', plotWords.theme.choices),
    }),
  };
}

/**
 * @param {string} text
 * @param {AddNote} note
 * @param {ReadNumber} number
 * @returns {PlotFunction[]}
 */
function readFunctions(text, note, number) {
  /** @type {import('./catalogue.js').Entry | undefined} */
  let first;
  const { maxCount, maxLength } = plotWords.functions;
  if (text.length > maxLength) note('functions', 'tooLong', { name: 'functions', max: maxLength });
  const calls = [...text.slice(0, maxLength).matchAll(/([^\s(),]+)\s*(?:\(([^()]*)\)?)?/g)];
  if (calls.length > maxCount) note('functions', 'tooMany', { max: maxCount });
  return calls.slice(0, maxCount).flatMap(([, given, list = '']) => {
    const entry = find(given);
    if (!entry) {
      const names = catalogue.map((known) => known.name);
      note('functions', 'unknownFunction', {
        given: show(given),
        allowed: bySimilarity(given, names).slice(0, 3).join(', '),
      });
      return [];
    }
    first ??= entry;
    if (entry.kind !== first.kind) {
      note('functions', 'otherKind', { name: entry.name, first: first.name });
      return [];
    }
    const parameters = Object.fromEntries(entry.parameters.map((parameter) => [parameter.name, parameter.default]));
    for (const pair of list.split(',').filter((item) => item.trim() !== '')) {
      const [name, ...value] = pair.split('=').map((word) => word.trim());
      const parameter = entry.parameters.find((candidate) => candidate.name === name);
      const allowed = entry.parameters.map((candidate) => candidate.name).join(', ');
      if (!parameter) note('functions', 'unknownParameter', { given: show(name), name: entry.name, allowed });
      else parameters[name] = number('functions', name, value.join('='), parameter) ?? parameter.default;
    }
    entry.parameters.forEach(({ name, domain, max }, i) => {
      const min = parameters[entry.parameters[i - 1]?.name];
      if (domain !== 'notBelowPrevious' || parameters[name] >= min) return;
      note('functions', 'outOfRange', { name, given: parameters[name], min, max });
      parameters[name] = min;
    });
    return [{ name: entry.name, parameters }];
  });
}
