/**
 * The one grammar of a plot: query strings, the element's attributes and its properties are the same words.
 *
 *     functions=relu leakyRelu(negativeSlope=0.07)&min=-20&max=20&step=0.1&derivative&lang=zh-Hant&theme=dark
 *     functions=softmax&logits=2 1 0.1 -1&temperature=0.5
 */
import { catalogue, find } from './catalogue.js';
import { show } from './checks.js';

/** @import { Note, Plot, PlotFunction, Reading, Source } from './types.js' */

/** The keys, in the order in which they are printed. */
export const keys = /** @type {const} */ ([
  ...['functions', 'min', 'max', 'step', 'ymin', 'ymax', 'derivative', 'saturation', 'logits', 'temperature'],
  ...['controls', 'lang', 'theme'],
]);
/** Those that are there or not, like boolean attributes. */
export const flags = /** @type {readonly string[]} */ (['derivative', 'saturation', 'controls']);
const languages = /** @type {const} */ (['en', 'zh-Hant']);
const themes = /** @type {const} */ (['light', 'dark']);

/** Bounds of what is drawn: more characters, curves, points or zoom than these help no reader. */
export const limits = {
  text: 1000,
  functions: 8,
  x: 1e6,
  y: 1e9,
  points: 10_000,
  relativeWidth: 1e-5,
  width: 1e-6,
  logits: { min: -20, max: 20, most: 16 },
  temperature: { min: 0.05, max: 20 },
};

/** The step where none is given. @param {{ min: number, max: number }} range */
export const automaticStep = ({ min, max }) => (max - min) / 400;

/** The source article's plot. */
const initialPlot = () => ({
  functions: /** @type {PlotFunction[]} */ ([
    { name: 'relu', parameters: {} },
    { name: 'leakyRelu', parameters: { negativeSlope: 0.07 } },
  ]),
  min: -20,
  max: 20,
  derivative: false,
  saturation: false,
  logits: [2, 1, 0.1, -1],
  temperature: 1,
  controls: false,
});

/** @type {Record<string, (values: Record<string, string>) => string>} */
const sentences = {
  unknownFunction: ({ given, allowed }) => `There is no function ${given}; similar names are ${allowed}.`,
  unknownParameter: ({ given, name, allowed }) =>
    allowed ? `${name} has no parameter ${given}; it has ${allowed}.` : `${name} has no parameters, so not ${given}.`,
  otherKind: ({ name, first }) =>
    `${name} cannot be drawn beside ${first}: a plot shows either curves or bars of one kind.`,
  notANumber: ({ given, name }) => `${name} must be a number, not ${given}.`,
  outOfRange: ({ given, name, min, max }) => `${name} must lie between ${min} and ${max}, not ${given}.`,
  emptyRange: ({ low, high, min, max }) => `${low} must be less than ${high}, not ${min} with ${high} ${max}.`,
  narrowRange: ({ min, max }) => `The range from ${min} to ${max} is too narrow to draw in 32-bit floats.`,
  smallStep: ({ given, min }) => `step must be at least ${min} for this range, not ${given}.`,
  largeStep: ({ given, max }) => `step must be at most the width of the range, ${max}, not ${given}.`,
  notOneOf: ({ given, name, allowed }) => `${name} must be one of ${allowed}, not ${given}.`,
  notAnInteger: ({ given, name }) => `${name} must be an integer, not ${given}.`,
  wholeRows: ({ name }) => `${name} takes whole rows, and this experiment functions of one number.`,
  tooMany: ({ max }) => `At most ${max} functions are drawn; the others are left out.`,
  tooLong: ({ name, max }) => `Only the first ${max} characters of ${name} are read.`,
  tooManyLogits: ({ max }) => `At most ${max} logits are drawn; the others are left out.`,
  oddLogits: ({ name, given }) => `${name} takes the logits in two halves, so an even number of them, not ${given}.`,
};

/**
 * Reads words one by one, and notes what it cannot read.
 * @param {Source} source
 */
export function reader(source) {
  const query = typeof source === 'string' || source instanceof URLSearchParams;
  const words = query ? Object.fromEntries(new URLSearchParams(source)) : source;
  /** @type {Note[]} */
  const notes = [];
  /** @type {AddNote} */
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

  /** @template {string} T @param {string} key @param {readonly T[]} allowed @returns {T | undefined} */
  const oneOf = (key, allowed) => {
    const given = words[key];
    if (given === null || given === undefined || given === '') return undefined;
    const found = allowed.find((word) => word.toLowerCase() === given.toLowerCase());
    if (!found) note(key, 'notOneOf', { name: key, given: show(given), allowed: allowed.join(', ') });
    return found;
  };

  return {
    words,
    notes,
    note,
    number,
    oneOf,
    /** @returns {PlotFunction[] | undefined} those of the word `functions` */
    functions: () => (words.functions == null ? undefined : readFunctions(words.functions, note, number)),
    surroundings: () => ({ lang: oneOf('lang', languages), theme: oneOf('theme', themes) }),
  };
}

/**
 * Reads a plot. Never throws: what cannot be read is named in a note and takes its default, so that the rest can be
 * drawn. Keys that it does not know are not its own and are passed over. Linear in the length of the text.
 * @param {Source} source
 * @returns {Reading}
 */
export function parsePlot(source) {
  const { words, notes, note, number, ...read } = reader(source);
  const flag = (/** @type {string} */ key) => words[key] != null && words[key] !== 'false';
  const initial = initialPlot();
  const functions = read.functions() ?? initial.functions;
  const bounds = { min: -limits.x, max: limits.x };
  let min = number('min', 'min', words.min, bounds) ?? initial.min;
  let max = number('max', 'max', words.max, bounds) ?? initial.max;
  const width = max - min;
  if (width < Math.max(limits.width, limits.relativeWidth * Math.max(Math.abs(min), Math.abs(max)))) {
    const [key, code] = width > 0 ? ['max', 'narrowRange'] : ['min', 'emptyRange'];
    note(key, code, { low: 'min', high: 'max', min, max });
    ({ min, max } = initial);
  }
  let step = number('step', 'step', words.step, { min: 0, max: Number.MAX_VALUE });
  if (step !== undefined && step < (max - min) / limits.points) {
    note('step', 'smallStep', { given: step, min: (max - min) / limits.points });
    step = undefined;
  } else if (step !== undefined && step > max - min) {
    note('step', 'largeStep', { given: step, max: max - min });
    step = undefined;
  }
  const yBounds = { min: -limits.y, max: limits.y };
  let ymin = number('ymin', 'ymin', words.ymin, yBounds);
  let ymax = number('ymax', 'ymax', words.ymax, yBounds);
  if (ymin !== undefined && ymax !== undefined && ymin >= ymax) {
    note('ymin', 'emptyRange', { low: 'ymin', high: 'ymax', min: ymin, max: ymax });
    ymin = ymax = undefined;
  }
  const logits = readLogits(words.logits, functions[0], note, number);
  const temperature =
    number('temperature', 'temperature', words.temperature, limits.temperature) ?? initial.temperature;
  const [derivative, saturation, controls] = flags.map(flag);
  const plot = { functions, min, max, step, ymin, ymax, derivative, saturation, logits, temperature, controls };
  return { plot: { ...plot, ...read.surroundings() }, notes };
}

/** @typedef {(key: string, code: string, values: Record<string, string | number>) => void} AddNote */
/** @typedef {(key: string, name: string, text: string | null | undefined, range: { min: number, max: number }) => number | undefined} ReadNumber */

/**
 * @param {string | null | undefined} text
 * @param {PlotFunction | undefined} first that takes them
 * @param {AddNote} note
 * @param {ReadNumber} number
 * @returns {number[]}
 */
function readLogits(text, first, note, number) {
  const { min, max, most } = limits.logits;
  if (text && text.length > limits.text) note('logits', 'tooLong', { name: 'logits', max: limits.text });
  const words = (text ?? '')
    .slice(0, limits.text)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return initialPlot().logits;
  if (words.length > most) note('logits', 'tooManyLogits', { max: most });
  const logits = words.slice(0, most).map((word) => number('logits', 'logits', word, { min, max }));
  if (first && logits.length % 2 === 1 && find(first.name)?.kind === 'gated')
    note('logits', 'oddLogits', { name: first.name, given: logits.length });
  else if (logits.every((logit) => logit !== undefined)) return logits;
  return initialPlot().logits;
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
  if (text.length > limits.text) note('functions', 'tooLong', { name: 'functions', max: limits.text });
  const calls = [...text.slice(0, limits.text).matchAll(/([^\s(),]+)\s*(?:\(([^()]*)\)?)?/g)];
  if (calls.length > limits.functions) note('functions', 'tooMany', { max: limits.functions });
  return calls.slice(0, limits.functions).flatMap(([, given, list = '']) => {
    const entry = find(given);
    if (!entry) {
      note('functions', 'unknownFunction', { given: show(given), allowed: closest(given).join(', ') });
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
    return [{ name: entry.name, parameters }];
  });
}

/** The three names of the catalogue that share most pairs of letters with a word. @param {string} word */
function closest(word) {
  const pairs = (/** @type {string} */ text) => Array.from(text.slice(1), (c, i) => (text[i] + c).toLowerCase());
  const given = pairs(word);
  const likeness = (/** @type {string} */ name) =>
    pairs(name).filter((pair) => given.includes(pair)).length / (given.length + name.length);
  const names = catalogue.map(({ name }) => name);
  return names.sort((a, b) => likeness(b) - likeness(a)).slice(0, 3);
}

/**
 * The query string of a plot, which parsePlot reads back: `functions` always, every other word where it is not the
 * default. A parameter at its default is left out too. Texts in the place of numbers are printed as they are, for
 * parsePlot to judge.
 * @param {Partial<Plot>} plot
 * @returns {string}
 */
export function formatPlot(plot) {
  const initial = initialPlot();
  const given = { ...initial, ...plot };
  const text = (/** @type {Partial<Plot>} */ { logits, functions, ...others }, /** @type {keyof Plot} */ key) =>
    key === 'logits'
      ? (logits ?? []).join(' ')
      : key === 'functions'
        ? formatFunctions(functions ?? [])
        : String(/** @type {any} */ (others)[key]);
  return keys
    .filter((key) => key === 'functions' || text(given, key) !== text(initial, key))
    .map((key) => (flags.includes(key) ? key : `${key}=${encode(text(given, key))}`))
    .join('&');
}

/** @param {PlotFunction[]} functions as the word `functions` has them */
export function formatFunctions(functions) {
  const words = functions.map(({ name, parameters }) => {
    const given = (find(name)?.parameters ?? []).filter((p) => (parameters[p.name] ?? p.default) !== p.default);
    return given.length === 0 ? name : `${name}(${given.map((p) => `${p.name}=${parameters[p.name]}`).join(',')})`;
  });
  return words.join(' ');
}

/** @param {string} value as application/x-www-form-urlencoded, but parentheses and = stay readable */
export function encode(value) {
  const text = value.replace(/\p{Surrogate}/gu, '\ufffd'); // half a character is an error to encodeURIComponent
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%3D', '=').replaceAll('%2C', ',');
}
