/** Reads the words of a plot or of an experiment, and notes what it cannot read. */
import { notes as packageNotes } from '../messages/en.js';
import { catalogue, find } from './catalogue.js';
import { show, typeOf } from './checks.js';
import { withoutEscapes } from './escapes.js';
import { closestLanguage, isLanguageTag } from './languages.js';
import { keys as plotKeys, plotWords } from './plotWords.js';
import { bySimilarity, lettersOf, resembles, similar, withoutModules } from './suggest.js';

/** @import { Note, PlotFunction, Source } from './types.js' */
/** @typedef {{ min: number, max: number }} Range */
/**
 * @template {string} [Code=never]
 * @typedef {(key: string, code: Code | keyof typeof packageNotes, values: Record<string, string | number>) => void} AddNote
 */
/** @typedef {(key: string, name: string, text: string | null | undefined, range: Range) => number | undefined} ReadNumber */

/** A URL and its parameters may be of any realm. @param {unknown} source @returns {source is string | URLSearchParams} */
export const isQuery = (source) => /^(String|URL.*)$/.test(typeOf(source));

/**
 * The words of a query or of a whole address, also of one that was escaped once more than needed (`&amp;min=1`), and of
 * functions alone (`relu gelu`).
 * @param {string | URLSearchParams} query
 */
export function readQuery(query) {
  const text = String(query).trimStart();
  const [address] = /^[^=&\s]*?[?#]+/.exec(text) ?? [''];
  const words = withoutEscapes(text.slice(address.length).replaceAll('#', '&'));
  const [first] = /^[^=&(]+(?=[&(]|$)/.exec(words) ?? ['']; // has no value
  const areNames =
    findSpelling(plain(first).split(/[\s+,、]/)[0]) ?? !(address || plotKeys.some((key) => key === first));
  return new URLSearchParams(first && areNames ? `functions=${words}` : words);
}

/**
 * Of a repeated word the first counts, as in URLSearchParams.get(). Mail programs and hosts add keys that resemble no word.
 * @param {string | URLSearchParams} query @param {readonly string[]} keys @returns {Record<string, string>}
 */
export const queryWords = (query, keys) =>
  Object.fromEntries([...readQuery(query)].filter(([key]) => resembles(key, keys)).reverse());

/** @param {unknown} source @param {readonly string[]} keys @returns {Record<string, string> | undefined} */
function wordsOf(source, keys) {
  if (isQuery(source)) return queryWords(source, keys);
  if (!/^(Object|DOMStringMap|Null|Undefined)$/.test(typeOf(source))) return undefined;
  const given = Object.entries(source ?? {}).filter(([, value]) => value != null);
  return Object.fromEntries(given.map(([key, value]) => [key, textOf(value)]));
}

/** @param {unknown} value */
const valueText = (value) => (Object(value) === value ? show(value) : String(value));

/** An empty text would shorten a list. @param {any} part */
const partText = (part) =>
  part?.name && typeof part.name === 'string' ? callOf(part) : valueText(part).trim() || 'NaN';

/**
 * A word as text, whatever its type. The parts of an array are separated by spaces, and functions are written as calls.
 * @param {unknown} value
 */
export const textOf = (value) =>
  typeof value === 'string'
    ? value
    : Array.from(
        Array.isArray(value) || ArrayBuffer.isView(value) ? /** @type {any} */ (value) : [value],
        partText,
      ).join(' ');

/** @param {{ name: string, parameters?: unknown }} given in any spelling; a parameter at its default is left out */
function callOf({ name, parameters }) {
  const entry = findSpelling(name);
  const pairs = Object.entries(parameters ?? {}).flatMap(([key, value]) => {
    const known = entry?.parameters.find((parameter) => lettersOf(parameter.name) === lettersOf(key));
    return (value ?? known?.default) === known?.default ? [] : `${known?.name ?? key}=${valueText(value)}`;
  });
  return (entry?.name ?? name) + (pairs.length > 0 ? `(${pairs})` : '');
}

/** A word without the escapes of a query and without full-width characters. @param {string} text */
export function plain(text) {
  const ascii = text.normalize('NFKC');
  try {
    return /%[\da-f]{2}/i.test(ascii) ? decodeURIComponent(ascii) : ascii;
  } catch {
    return ascii;
  }
}

/** A number as people write it: with any dash as its sign, and a decimal comma unless it could group thousands. @param {string} text */
function toNumber(text) {
  const given = plain(text)
    .trim()
    .replace(/\p{Dash}/gu, '-');
  const isGrouped = /^[-+]?[1-9]\d{0,2},\d{3}$/.test(given);
  return given === '' ? Number.NaN : Number(isGrouped ? given : given.replace(/^([-+]?\d*),(\d+)$/, '$1.$2'));
}

/**
 * @template {string} [Code=never]
 * @param {Source} source
 * @param {readonly string[]} [keys] of its words
 * @param {Record<Code, import('../messages/en.js').Sentence>} [more] sentences besides the package's
 */
export function reader(source, keys = plotKeys, more) {
  /** @type {Note[]} */
  const notes = [];
  /** @type {Record<string, string> | undefined} */
  let read;
  try {
    const { plot, notes: before } = Object(source);
    // A reading is its plot, with its notes.
    const isReading = typeOf(plot) === 'Object' && Array.isArray(before);
    if (isReading) notes.push(...before);
    read = wordsOf(isReading ? plot : source, keys);
  } catch {} // one of its getters throws
  const words = read ?? {};
  /** @type {Record<string, import('../messages/en.js').Sentence>} */
  const sentences = { ...packageNotes, ...more };
  /** @type {AddNote<Code>} */
  const note = (key, code, values) => {
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    notes.push({ key, code, values: texts, message: sentences[code](texts) });
  };
  if (!read)
    note('functions', 'notOneOf', { name: 'plot', given: show(valueText(source)), allowed: 'a query, an object' });
  const unknown = Object.keys(words).filter((key) => !keys.includes(key));
  for (const key of unknown.slice(0, 9))
    note(key, 'unknownWord', { given: show(key), allowed: similar(key, keys)[0] ?? keys.join(', ') });

  /** @type {ReadNumber} */
  const number = (key, name, text, { min, max }) => {
    if (text === null || text === undefined) return undefined;
    const value = toNumber(text);
    if (Number.isNaN(value)) note(key, 'notANumber', { name, given: show(text) });
    else if (value < min || value > max) note(key, 'outOfRange', { name, given: show(text), min, max });
    else return value;
  };

  /** @template {string} T @param {string} key @param {readonly T[]} choices @returns {T | undefined} */
  const oneOf = (key, choices) => {
    const given = words[key];
    if (given === undefined || given === '') return undefined;
    const found = choices.find((word) => word.toLowerCase() === given.toLowerCase());
    if (!found) note(key, 'notOneOf', { name: key, given: show(given), allowed: choices.join(', ') });
    return found;
  };

  const language = () => {
    const tag = words.lang ?? '';
    if (!isLanguageTag(tag))
      note('lang', 'notOneOf', { name: 'lang', given: show(tag), allowed: plotWords.lang.choices.join(', ') });
    return closestLanguage(tag);
  };

  return {
    words,
    notes,
    note,
    number,
    oneOf,
    /** @returns {PlotFunction[] | undefined} undefined if the word is absent */
    functions: () => (words.functions === undefined ? undefined : readFunctions(words.functions, note, number)),
    surroundings: () => ({
      lang: language(),
      theme: oneOf('theme', plotWords.theme.choices),
    }),
  };
}

/** Names in Hugging Face Transformers and PyTorch that the catalogue lacks. */
const otherNames = {
  "gelu(approximate='none')": 'gelu',
  gelu_pytorch_tanh: 'geluTanh',
  gelu_fast: 'geluTanh',
  gelu_accurate: 'geluTanh',
  gelu_python: 'gelu',
};

/** The functions by the letters of their names. @type {Map<string, import('./catalogue.js').Entry | undefined> | undefined} */
let byLetters;

function readSpellings() {
  const names = catalogue.flatMap((entry) => [entry.name, entry.label].map((word) => ({ word, entry })));
  const aliases = catalogue.flatMap((entry) =>
    Object.values(entry.aliases).flatMap((words) => words.map((word) => ({ word, entry }))),
  );
  const others = Object.entries(otherNames).map(([word, name]) => ({ word, entry: find(name) }));
  const short = aliases.map(({ word, entry }) => ({ word: withoutModules(word), entry }));
  // The first of the same letters wins: `gelu` is GELU, although `jax.nn.gelu` is another function.
  const all = [...names, ...aliases, ...others, ...short].reverse();
  return new Map(all.map(({ word, entry }) => [lettersOf(word), entry]));
}

/**
 * The function of a name as people write it: `ReLU`, `leaky_relu`, `nn.LeakyReLU`, `GELU(approximate='tanh')`.
 * @param {string} name
 */
function findSpelling(name) {
  byLetters ??= readSpellings();
  return find(name) ?? byLetters.get(lettersOf(name)) ?? byLetters.get(lettersOf(withoutModules(name)));
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
  // A + between names is a space of a query that was escaped once more.
  const calls = [...plain(text.slice(0, maxLength)).matchAll(/([^\s(),、+]+)\s*(?:\(([^()]*)\)?)?/g)];
  if (calls.length > maxCount) note('functions', 'tooMany', { max: maxCount });
  return calls.slice(0, maxCount).flatMap(([, given, list = '']) => {
    const variant = list === '' ? undefined : findSpelling(`${given}(${list})`); // GELU(approximate='tanh')
    const entry = variant ?? findSpelling(given);
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
    // A comma before a bare number is a decimal comma.
    const pairs = variant ? [] : list.split(/,(?!\d+(?:,|$))/).filter((item) => item.trim() !== '');
    for (const pair of pairs) {
      const [name, ...value] = pair.split('=').map((word) => word.trim());
      const parameter = entry.parameters.find((candidate) => lettersOf(candidate.name) === lettersOf(name));
      const allowed = entry.parameters.map((candidate) => candidate.name).join(', ');
      if (!parameter) note('functions', 'unknownParameter', { given: show(name), name: entry.name, allowed });
      else
        parameters[parameter.name] =
          number('functions', parameter.name, value.join('='), parameter) ?? parameter.default;
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
