/** Plots for the tests of the grammar. */
import { plotWords } from '../../web/package/plotWords.js';

export const maxFunctions = plotWords.functions.maxCount;

export const defaults = {
  functions: [
    { name: 'relu', parameters: {} },
    { name: 'leakyRelu', parameters: { negativeSlope: 0.07 } },
  ],
  min: undefined,
  max: undefined,
  step: undefined,
  ymin: undefined,
  ymax: undefined,
  derivative: false,
  stacked: false,
  saturation: false,
  logits: [2, 1, 0.1, -1],
  temperature: 1,
  controls: false,
  lang: undefined,
  theme: undefined,
};

/** What differs from the defaults in a plot of one function. */
export const one = (/** @type {string} */ name, parameters = {}) => ({ functions: [{ name, parameters }] });
