/** Reads the words of a plot or of an experiment, and notes what it cannot read. */
import { notes as packageNotes } from '../messages/en.js';
import { namesOf } from './aliases.js';
import { catalogue, find } from './catalogue.js';
import { show, typeOf } from './checks.js';
import { withoutEscapes } from './escapes.js';
import { closestLanguage, isLanguageTag } from './languages.js';
import { keys as plotKeys, plotWords } from './plotWords.js';
import { bySimilarity, lettersOf, resembles, similar } from './suggest.js';

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
  const names = plain(first).split(/[\s+,、]+/);
  const isKnown = [1, ...lengths].some((n) => find(names.slice(0, n).join(' ')));
  const areNames = isKnown || !(address || plotKeys.some((key) => key === first));
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
  const entry = find(name);
  const pairs = Object.entries(parameters ?? {}).flatMap(([key, value]) => {
    const known = entry && parameterOf(entry, key);
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

/** @param {import('./catalogue.js').Entry} entry @param {string} given its name, its symbol, or its name in a framework */
const parameterOf = ({ parameters }, given) =>
  parameters.find(({ name, symbol, aliases }) =>
    [name, symbol, ...aliases].some((known) => lettersOf(known) === lettersOf(given)),
  );

/** @param {string} argument such as `alpha = 2` */
const nameIn = (argument) => argument.split('=', 1)[0].trim();

/** The most words in a name, as in `Leaky ReLU`, and one more. */
const lengths = [3, 2];

/** @typedef {{ word: string, lists: string[], comma: string }} Piece */

/**
 * Whether words are one name. A known word is a name by itself (`tanh shrink`), unless it begins a label (`Tanh Shrink`).
 * @param {Piece[]} pieces
 */
function isName(pieces) {
  const text = pieces.map(({ word }) => word).join(' ');
  const entry = pieces.slice(0, -1).every(({ lists, comma }) => lists.length === 0 && !comma) ? find(text) : undefined;
  return Boolean(entry && (entry.label === text || !find(pieces[0].word)));
}

/** The names in a text, each with its lists of arguments: `SiLU (Swish) (β = 2)` has two. @param {string} text */
function callsIn(text) {
  // A + between names is a space of a query that was escaped once more.
  const matches = text.matchAll(/([^\s(),、+]+)((?:\s*\([^()]*\)?)*)[\s+]*([,、]?)/g);
  const pieces = Array.from(matches, ([, word, lists, comma]) => ({
    word,
    lists: lists.match(/\([^()]*/g) ?? [],
    comma,
  }));
  const calls = [];
  for (let i = 0; i < pieces.length; ) {
    const length = lengths.find((n) => isName(pieces.slice(i, i + n))) ?? 1;
    const parts = pieces.slice(i, i + length);
    i += parts.length;
    calls.push({ given: parts.map(({ word }) => word).join(' '), lists: pieces[i - 1].lists });
  }
  return calls;
}

/** What calls of frameworks contain besides parameters. @param {string} argument */
const isOther = (argument) =>
  /^((x|input)(\s*=.*)?|(dims?|axis)\s*=.*|.*=\W*(none|true|false|exact)\W*)$/i.test(argument);

/**
 * The arguments of a call, without the names of inputs before them: F.threshold(h, 1, 3).
 * @param {string} list @param {boolean} hasOne whether the function has one parameter
 */
function argumentsIn(list, hasOne) {
  // A comma between digits is a decimal comma in elu(1,5), but not in hardTanh(-2,2).
  const comma = hasOne || list.includes('=') ? /,(?!\d+(?:,|$))|(?<=[a-z]),/i : ',';
  const all = list.split(comma).map((argument) => argument.trim());
  const first = all.findIndex((argument) => !/^[a-z_]\w*$/i.test(argument));
  return all.slice(Math.max(first, 0));
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
  const calls = callsIn(plain(text.slice(0, maxLength)));
  if (calls.length > maxCount) note('functions', 'tooMany', { max: maxCount });
  return calls.slice(0, maxCount).flatMap(({ given, lists }) => {
    const entry = find(given + lists.join(''));
    if (!entry) {
      note('functions', 'unknownFunction', {
        given: show(given),
        allowed: bySimilarity(given, catalogue.map(namesOf)).slice(0, 3).join(', '),
      });
      return [];
    }
    first ??= entry;
    if (entry.kind !== first.kind) {
      note('functions', 'otherKind', { name: entry.name, first: first.name });
      return [];
    }
    const parameters = Object.fromEntries(entry.parameters.map((parameter) => [parameter.name, parameter.default]));
    const isLabel = lettersOf(given + lists[0]) === lettersOf(entry.label); // GELU (tanh)
    /**
     * Whether the argument has selected the function, as in GELU(approximate='tanh'), or is a 0 that selects none, as in
     * ReLU(threshold=0).
     * @param {string} argument
     */
    const hasSelected = (argument) => {
      const [key, value] = argument.split('=');
      const isZero = Number.parseFloat(value) === 0;
      const selected = find(`${given}(${isZero ? `${key}=1` : argument}`);
      return selected !== find(given) && (isZero || selected === entry);
    };
    const pairs = lists
      .slice(Number(isLabel))
      .flatMap((list) => argumentsIn(list.slice(1), entry.parameters.length === 1))
      .filter((argument) => argument && !isOther(argument))
      .filter((argument) => parameterOf(entry, nameIn(argument)) || !hasSelected(argument));
    // PyTorch's first argument of PReLU is a count.
    const isOrdered = entry.name !== 'prelu';
    for (const [i, pair] of pairs.entries()) {
      const name = nameIn(pair);
      const isPlaced = isOrdered && /^[-+−–—]?[\d.,]+(e[-+]?\d+)?$/i.test(pair); // LeakyReLU(0.2)
      const value = isPlaced ? pair : pair.slice(name.length).replace(/^\s*=?/, '');
      const parameter = isPlaced ? entry.parameters[i] : parameterOf(entry, name);
      const allowed = entry.parameters.map((candidate) => candidate.name).join(', ');
      if (!parameter) note('functions', 'unknownParameter', { given: show(name), name: entry.name, allowed });
      else parameters[parameter.name] = number('functions', parameter.name, value, parameter) ?? parameter.default;
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
