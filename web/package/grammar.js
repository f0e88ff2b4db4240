/**
 * The grammar of a plot: query strings, the element's attributes and its properties are the same words (plotWords.js).
 *
 *     functions=relu leakyRelu(negativeSlope=0.07)&min=-20&max=20&step=0.1&derivative&lang=zh-Hant&theme=dark
 *     functions=softmax&logits=2 1 0.1 -1&temperature=0.5
 */
import { find } from './catalogue.js';
import { flags, keys, plotWords } from './plotWords.js';
import { gridIn, minHeight, minWidth, viewOf } from './range.js';
import { plain, reader } from './reader.js';

/** @import { Plot, PlotFunction, Reading, Source } from './types.js' */

/** Whether the text of a flag sets it. @param {string} text */
const isSet = (text) => !/^\s*(false|no|off|0)\s*$/i.test(text);

/**
 * Reads a plot. Never throws: a value that cannot be read takes its default, and a note reports it; the rest is drawn. A
 * note also reports an unknown key; in a query, only if it resembles a known one. Values of other types are read as text.
 * Takes time linear in the length of the text.
 * @param {Source} source
 * @returns {Reading}
 */
export function parsePlot(source) {
  const { words, notes, note, ...read } = reader(source);
  /**
   * @template {'min' | 'max' | 'step' | 'ymin' | 'ymax' | 'temperature'} Key
   * @param {Key} key @returns {number | (typeof plotWords)[Key]['default']}
   */
  const number = (key) => read.number(key, key, words[key], plotWords[key]) ?? plotWords[key].default;
  const flag = (/** @type {'derivative' | 'stacked' | 'saturation' | 'controls'} */ key) =>
    isSet(words[key] ?? String(plotWords[key].default));

  const functions = read.functions() ?? reader({ functions: plotWords.functions.default }).functions() ?? [];
  let min = number('min');
  let max = number('max');
  // An end alone leaves room for the other one.
  const span = { min: min ?? plotWords.min.min, max: max ?? plotWords.max.max };
  if (span.max - span.min < minWidth(span)) {
    const values = { low: 'min', high: 'max', ...span };
    if (span.max > span.min) note(max === undefined ? 'min' : 'max', 'narrowRange', values);
    else note(min === undefined ? 'max' : 'min', 'emptyRange', values);
    min = max = undefined;
  }

  let step = number('step');
  if (step !== undefined) {
    // Without kinks, for which a bundle would need the kernels. gridOf() knows them, and keeps the step in its limits.
    const grid = gridIn(viewOf(functions.map(({ name }) => ({ name, kinks: [] }))), { min, max }, plotWords.max.max);
    const width = grid.max - grid.min;
    const minStep = width / plotWords.step.maxCount;
    const given = { name: 'step', given: step };
    if (step < minStep) note('step', 'smallStep', { ...given, min: minStep });
    else if (step > width) note('step', 'largeStep', { ...given, max: width });
    if (step < minStep || step > width) step = undefined;
  }

  let ymin = number('ymin');
  let ymax = number('ymax');
  if (ymin !== undefined && ymax !== undefined && ymax - ymin < minHeight) {
    const values = { low: 'ymin', high: 'ymax', min: ymin, max: ymax };
    if (ymax > ymin) note('ymax', 'narrowRange', values);
    else note('ymin', 'emptyRange', values);
    ymin = ymax = undefined;
  }

  const plot = {
    functions,
    min,
    max,
    step,
    ymin,
    ymax,
    derivative: flag('derivative') || flag('stacked'),
    stacked: flag('stacked'),
    saturation: flag('saturation'),
    logits: readLogits(words.logits, functions[0], note, read.number),
    temperature: number('temperature'),
    controls: flag('controls'),
    ...read.surroundings(),
  };
  return { plot, notes };
}

/**
 * @param {string | null | undefined} text
 * @param {PlotFunction | undefined} first the first function, whose kind decides which rows are allowed
 * @param {import('./reader.js').AddNote} note
 * @param {import('./reader.js').ReadNumber} number
 * @returns {number[]}
 */
function readLogits(text, first, note, number) {
  const { maxCount, maxLength, default: initial } = plotWords.logits;
  if (text && text.length > maxLength) note('logits', 'tooLong', { name: 'logits', max: maxLength });
  // A + after a digit is a space of a query that was escaped once more; 1e+1 is a number.
  const spaced = plain((text ?? '').slice(0, maxLength)).replace(/(?<=[\d.])\+/g, ' ');
  // Where only spaces separate, a comma is a decimal comma.
  const separators = /[\d.]\s+[^\s,]/.test(spaced) && !/,\s|\s,/.test(spaced) ? /[\s、]+/ : /[\s,、]+/;
  const words = spaced.split(separators).filter((word) => word !== '');
  if (words.length > maxCount) note('logits', 'tooManyLogits', { max: maxCount });
  const logits = words.slice(0, maxCount).map((word) => number('logits', 'logits', word, plotWords.logits));
  if (first && logits.length % 2 === 1 && find(first.name)?.kind === 'gated')
    note('logits', 'oddLogits', { name: first.name, given: logits.length });
  else if (logits.length > 0 && logits.every((logit) => logit !== undefined)) return logits;
  return initial.split(' ').map(Number);
}

/**
 * The query string of a plot, which parsePlot reads back: `functions` always, every other key where its value is not
 * the default. A parameter at its default is left out too. Names are read in the spellings of parsePlot. Values that cannot be
 * read are printed as text, so that parsePlot reports them.
 * @param {Partial<Plot> | Reading | string | URLSearchParams} plot or a query. A missing or undefined key has its default,
 *   but undefined `functions` are an empty list
 * @returns {string}
 * @throws {TypeError} for a value of another type, and for an unknown key
 */
export function formatPlot(plot) {
  const { words, notes } = reader(plot);
  for (const { message } of notes) throw new TypeError(`formatPlot: ${message}`);
  if ('functions' in Object(plot)) words.functions ??= '';
  return keys
    .flatMap((key) => {
      const text = words[key] ?? String(plotWords[key].default);
      if (flags.includes(key)) return isSet(text) ? key : [];
      return key === 'functions' || text !== String(plotWords[key].default) ? `${key}=${encode(text)}` : [];
    })
    .join('&');
}

/** Encodes as application/x-www-form-urlencoded, but leaves parentheses and = readable. @param {string} value */
export function encode(value) {
  const text = value.replace(/\p{Surrogate}/gu, '\ufffd'); // encodeURIComponent throws for half a character
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%3D', '=').replaceAll('%2C', ',');
}
