/** The controls of a plot: a slider and a number field for each parameter, or for each number of the row. */
import { find } from '../package/catalogue.js';
import { plotWords } from '../package/plotWords.js';
import { create, setAttributes } from './dom.js';
import { kindOf } from './scene.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {import('./scene.js').Range} Range */

/**
 * The range of a slider: the values in common use, or all allowed values if it has to show another one.
 * @param {Range & { slider?: Range }} allowed @param {number | string} value @returns {Range}
 */
function rangeOf({ min, max, slider }, value) {
  const isOutside = slider && (Number(value) < slider.min || Number(value) > slider.max);
  return slider && !isOutside ? slider : { min, max };
}

/**
 * @param {string} label for screen readers @param {(Node | string)[]} name to show
 * @param {Range & { step: number, slider?: Range }} allowed
 * @param {number | string} given a number, or any text that the reader typed
 * @param {(text: string) => void} set
 */
function slider(label, name, allowed, given, set) {
  const { min, max, step } = allowed;
  // All digits of 1/6 would not fit into the field.
  const value = String(typeof given === 'number' ? Number(given.toPrecision(6)) : given);
  const range = create('input', { type: 'range', step, ...rangeOf(allowed, value), value, 'aria-label': label });
  const field = create('input', { type: 'number', step: 'any', min, max, value, 'aria-label': label });
  range.addEventListener('input', () => {
    field.value = range.value;
    set(range.value);
  });
  field.addEventListener('input', () => {
    setAttributes(range, { ...rangeOf(allowed, field.value) });
    range.value = field.value;
    set(field.value);
  });
  return create('div', { class: 'parameter' }, create('span', { class: 'name' }, ...name), range, field);
}

/** @param {HTMLElement} place @param {Pick<Plot, 'functions'>} plot @param {() => void} draw */
export function showParameters(place, { functions }, draw) {
  place.replaceChildren(
    ...functions.flatMap(({ name, parameters }) => {
      const entry = find(name);
      if (!entry || entry.parameters.length === 0) return [];
      const rows = entry.parameters.map((p) =>
        slider(
          `${entry.label}: ${p.name}`,
          [create('code', {}, p.name), ' ', create('i', {}, p.symbol)],
          p,
          parameters[p.name],
          (text) => {
            /** @type {Record<string, number | string>} */ (parameters)[p.name] = text;
            draw();
          },
        ),
      );
      return [create('fieldset', {}, create('legend', {}, entry.label), ...rows)];
    }),
  );
}

/**
 * The controls of a plot.
 * @param {Plot} plot @param {string} temperature the name of its slider @param {() => void} change
 */
export function controlsOf(plot, temperature, change) {
  const [parameters, row] = [create('div', {}), create('div', {})];
  const kind = kindOf(plot);
  if (kind === 'elementwise') showParameters(parameters, plot, change);
  else showRow(row, plot, kind === 'row', temperature, change);
  return [parameters, row];
}

/** A slider covers all values that the grammar accepts. @param {{ min: number, max: number, sliderStep: number }} word */
const sliderOf = ({ min, max, sliderStep }) => ({ min, max, step: sliderStep });

/**
 * @param {HTMLElement} place @param {Plot} plot @param {boolean} isScaled whether a temperature divides the row
 * @param {string} temperature the name of its slider @param {() => void} draw
 */
export function showRow(place, plot, isScaled, temperature, draw) {
  const half = plot.logits.length / 2;
  // Gated functions take the halves of the row as a and b.
  const names = plot.logits.map((_, i) => (isScaled ? ['x', i + 1] : i < half ? ['a', i + 1] : ['b', i - half + 1]));
  const logits = names.map(([letter, number], i) =>
    slider(
      `${letter} ${number}`,
      [create('i', {}, String(letter)), create('sub', {}, String(number))],
      sliderOf(plotWords.logits),
      plot.logits[i],
      (text) => {
        /** @type {(number | string)[]} */ (plot.logits)[i] = text;
        draw();
      },
    ),
  );
  const range = sliderOf(plotWords.temperature);
  const scale = slider(temperature, [temperature, ' ', create('i', {}, 'T')], range, plot.temperature, (text) => {
    Object.assign(plot, { temperature: text });
    draw();
  });
  place.replaceChildren(...logits, ...(isScaled ? [scale] : []));
}
