/**
 * The words of a plot. They are the keys of a query string, the attributes of <activation-plot> and its properties.
 *
 * The parser, the printer, the element, the controls and the documentation read this table. Each row has:
 * - `type` and, for numbers, the range from `min` to `max`, and the step of a slider;
 * - `default`, as a query string writes it; undefined where it depends on the other words: range.js decides on `min`, `max`
 *   and `step`, and scene.js on `ymin` and `ymax`.
 */
export const plotWords = /** @type {const} */ ({
  functions: {
    type: 'functions',
    maxCount: 8,
    maxLength: 1000,
    default: 'relu leakyRelu(negativeSlope=0.07)',
  },
  min: { type: 'number', min: -1e6, max: 1e6, default: undefined },
  max: { type: 'number', min: -1e6, max: 1e6, default: undefined },
  step: {
    type: 'number',
    min: 0,
    max: Number.MAX_VALUE,
    maxCount: 10_000,
    default: undefined,
  },
  ymin: {
    type: 'number',
    min: -1e9,
    max: 1e9,
    default: undefined,
  },
  ymax: {
    type: 'number',
    min: -1e9,
    max: 1e9,
    default: undefined,
  },
  derivative: { type: 'flag', default: false },
  stacked: { type: 'flag', default: false },
  saturation: { type: 'flag', default: false },
  logits: {
    type: 'numbers',
    min: -20,
    max: 20,
    maxCount: 16,
    maxLength: 1000,
    sliderStep: 0.1,
    default: '2 1 0.1 -1',
  },
  temperature: {
    type: 'number',
    min: 0.05,
    max: 20,
    sliderStep: 0.05,
    default: 1,
  },
  controls: { type: 'flag', default: false },
  lang: {
    type: 'choice',
    choices: ['en', 'zh-Hant'],
    default: undefined,
  },
  theme: {
    type: 'choice',
    choices: ['light', 'dark'],
    default: undefined,
  },
});

/** @typedef {keyof typeof plotWords} PlotWord */

/** The words, in the order in which they are printed. */
export const keys = /** @type {PlotWord[]} */ (/* @__PURE__ */ Object.keys(plotWords));

/** The words without a value, like boolean attributes. @type {string[]} */
export const flags = /* @__PURE__ */ keys.filter((key) => plotWords[key].type === 'flag');
