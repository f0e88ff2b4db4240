/**
 * The one grammar of a plot: query strings, the element's attributes and its properties are the same words.
 *
 *     functions=relu leakyRelu(negativeSlope=0.07)&min=-20&max=20&step=0.1&derivative&lang=zh-Hant&theme=dark
 */
import { catalogue, find } from './catalogue.js';
import { show } from './checks.js';

/** @typedef {{ name: string, parameters: Record<string, number> }} PlotFunction a curve, all its parameters given */
/**
 * `step` undefined: 400 steps over the range. `lang` and `theme` undefined: as the page around.
 * @typedef {object} Plot
 * @property {PlotFunction[]} functions
 * @property {number} min
 * @property {number} max
 * @property {number | undefined} step
 * @property {boolean} derivative whether f′ is drawn too
 * @property {'en' | 'zh-Hant' | undefined} lang
 * @property {'light' | 'dark' | undefined} theme
 */
/**
 * What could not be read: the key it stands under, a code and values for translation, and the English sentence.
 * @typedef {{ key: string, code: string, values: Record<string, string>, message: string }} Note
 */

/** The keys, in the order in which they are printed. */
export const keys = /** @type {const} */ (['functions', 'min', 'max', 'step', 'derivative', 'lang', 'theme']);
const languages = /** @type {const} */ (['en', 'zh-Hant']);
const themes = /** @type {const} */ (['light', 'dark']);

/** Bounds of what is drawn: more characters, curves, points or zoom than these help no reader. */
const limits = { text: 1000, functions: 8, x: 1e6, points: 10_000, relativeWidth: 1e-5, width: 1e-6 };

/** The source article's plot. */
const initialPlot = /** @type {Readonly<Plot>} */ (
  Object.freeze({
    functions: [
      { name: 'relu', parameters: {} },
      { name: 'leakyRelu', parameters: { negativeSlope: 0.07 } },
    ],
    min: -20,
    max: 20,
    step: undefined,
    derivative: false,
    lang: undefined,
    theme: undefined,
  })
);

/** @type {Record<string, (values: Record<string, string>) => string>} */
const sentences = {
  unknownFunction: ({ given, allowed }) => `There is no function ${given}; known: ${allowed}.`,
  unknownParameter: ({ given, name, allowed }) =>
    allowed ? `${name} has no parameter ${given}; it has ${allowed}.` : `${name} has no parameters, so not ${given}.`,
  noCurve: ({ name }) => `${name} takes whole rows, so it has no curve to draw.`,
  notANumber: ({ given, name }) => `${name} must be a number, not ${given}.`,
  outOfRange: ({ given, name, min, max }) => `${name} must lie between ${min} and ${max}, not ${given}.`,
  emptyRange: ({ min, max }) => `min must be less than max, not ${min} with max ${max}.`,
  narrowRange: ({ min, max }) => `The range from ${min} to ${max} is too narrow to draw in 32-bit floats.`,
  smallStep: ({ given, min }) => `step must be at least ${min} for this range, not ${given}.`,
  largeStep: ({ given, max }) => `step must be at most the width of the range, ${max}, not ${given}.`,
  notOneOf: ({ given, name, allowed }) => `${name} must be one of ${allowed}, not ${given}.`,
  tooMany: ({ max }) => `At most ${max} functions are drawn; the others are left out.`,
  tooLong: ({ max }) => `Only the first ${max} characters of functions are read.`,
};

/**
 * Reads a plot. Never throws: what cannot be read is named in a note and takes its default, so that the rest can be
 * drawn. Keys that it does not know are not its own and are passed over. Linear in the length of the text.
 * @param {string | URLSearchParams | Record<string, string | null | undefined>} source a query string, or
 *   attributes by name
 * @returns {{ plot: Plot, notes: Note[] }}
 */
export function parsePlot(source) {
  const query = typeof source === 'string' || source instanceof URLSearchParams;
  const words = query ? Object.fromEntries(new URLSearchParams(source)) : source;
  /** @type {Note[]} */
  const notes = [];
  /** @param {string} key @param {string} code @param {Record<string, string | number>} values */
  const note = (key, code, values) => {
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    notes.push({ key, code, values: texts, message: sentences[code](texts) });
  };

  /**
   * @param {string} key @param {string} name @param {string | null | undefined} text
   * @param {{ min: number, max: number }} range
   * @returns {number | undefined}
   */
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

  const functions =
    words.functions == null
      ? initialPlot.functions.map(({ name, parameters }) => ({ name, parameters: { ...parameters } }))
      : readFunctions(words.functions, note, number);
  const bounds = { min: -limits.x, max: limits.x };
  let min = number('min', 'min', words.min, bounds) ?? initialPlot.min;
  let max = number('max', 'max', words.max, bounds) ?? initialPlot.max;
  const width = max - min;
  if (width < Math.max(limits.width, limits.relativeWidth * Math.max(Math.abs(min), Math.abs(max)))) {
    const [key, code] = width > 0 ? ['max', 'narrowRange'] : ['min', 'emptyRange'];
    note(key, code, { min, max });
    ({ min, max } = initialPlot);
  }
  let step = number('step', 'step', words.step, { min: 0, max: Number.MAX_VALUE });
  if (step !== undefined && step < (max - min) / limits.points) {
    note('step', 'smallStep', { given: step, min: (max - min) / limits.points });
    step = undefined;
  } else if (step !== undefined && step > max - min) {
    note('step', 'largeStep', { given: step, max: max - min });
    step = undefined;
  }
  const derivative = words.derivative != null && words.derivative !== 'false';
  return {
    plot: { functions, min, max, step, derivative, lang: oneOf('lang', languages), theme: oneOf('theme', themes) },
    notes,
  };
}

/**
 * @param {string} text
 * @param {(key: string, code: string, values: Record<string, string | number>) => void} note
 * @param {(key: string, name: string, text: string, range: { min: number, max: number }) => number | undefined} number
 * @returns {PlotFunction[]}
 */
function readFunctions(text, note, number) {
  if (text.length > limits.text) note('functions', 'tooLong', { max: limits.text });
  const calls = [...text.slice(0, limits.text).matchAll(/([^\s(),]+)\s*(?:\(([^()]*)\)?)?/g)];
  if (calls.length > limits.functions) note('functions', 'tooMany', { max: limits.functions });
  return calls.slice(0, limits.functions).flatMap(([, given, list = '']) => {
    const entry = find(given);
    if (!entry) {
      const curves = catalogue.filter(({ kind }) => kind === 'elementwise');
      note('functions', 'unknownFunction', { given: show(given), allowed: curves.map(({ name }) => name).join(', ') });
      return [];
    }
    if (entry.kind !== 'elementwise') {
      note('functions', 'noCurve', { name: entry.name });
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

/**
 * The query string of a plot, which parsePlot reads back: `functions` always, every other word where it is not the
 * default. A parameter at its default is left out too. Texts in the place of numbers are printed as they are, for
 * parsePlot to judge.
 * @param {Partial<Plot>} plot
 * @returns {string}
 */
export function formatPlot(plot) {
  const functions = (plot.functions ?? initialPlot.functions).map(({ name, parameters }) => {
    const given = (find(name)?.parameters ?? []).filter((p) => (parameters[p.name] ?? p.default) !== p.default);
    return given.length === 0 ? name : `${name}(${given.map((p) => `${p.name}=${parameters[p.name]}`).join(',')})`;
  });
  const words = { ...initialPlot, ...plot, functions: functions.join(' ') };
  return keys
    .filter((key) => key === 'functions' || words[key] !== initialPlot[key])
    .map((key) => (key === 'derivative' ? key : `${key}=${encode(String(words[key]))}`))
    .join('&');
}

/** @param {string} value as application/x-www-form-urlencoded, but parentheses and = stay readable */
function encode(value) {
  return encodeURIComponent(value).replaceAll('%20', '+').replaceAll('%3D', '=').replaceAll('%2C', ',');
}
