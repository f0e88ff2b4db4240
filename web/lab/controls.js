/** The controls of an experiment: functions and their parameters, what is measured or learned, rate and seed. */

import { create } from '../element/dom.js';
import { labelOf } from '../element/scene.js';
import { showParameters } from '../element/sliders.js';
import { catalogue } from '../package/catalogue.js';
import { labWords } from './labWords.js';

/** @typedef {import('./grammar.js').Experiment} Experiment */
/** @typedef {typeof import('../messages/en.js').lab} Texts */

/** @param {Experiment} state that the controls change @param {Texts} texts @param {() => void} change called after each change */
export function controlsOf(state, texts, change) {
  const parameters = create('div', {});
  const showSliders = () => showParameters(parameters, { functions: state.functions }, change);
  showSliders();
  const choice = (/** @type {Choice} */ key) => choiceOf(state, key, texts, change);
  const isCost = state.experiment === 'cost';
  const fields = isCost
    ? [choice('pass'), choice('size')]
    : [
        choice('task'),
        ...(state.experiment === 'convergence' ? [choice('optimiser')] : []),
        rateOf(state, texts.rate, change),
        seedOf(state, texts.seed, change),
      ];
  const changeFunctions = () => {
    showSliders();
    change();
  };
  return [
    functionsOf(state, texts.functions, changeFunctions),
    create('div', { class: 'fields' }, ...fields),
    parameters,
  ];
}

/**
 * A function may be chosen in several variants, which are removed together.
 * @param {Experiment} state @param {(labels: string[]) => string} text @param {() => void} change
 */
function functionsOf(state, text, change) {
  const summary = create('summary', {});
  const entries = catalogue.filter(({ kind }) => kind === 'elementwise');
  const boxes = entries.map((entry) => {
    const box = create('input', { type: 'checkbox', value: entry.name });
    box.checked = state.functions.some(({ name }) => name === entry.name);
    box.addEventListener('change', () => {
      const others = state.functions.filter(({ name }) => name !== entry.name);
      const parameters = Object.fromEntries(entry.parameters.map((p) => [p.name, p.default]));
      state.functions = box.checked ? [...others, { name: entry.name, parameters }] : others;
      update();
      change();
    });
    return box;
  });
  // At least one function, and no more than fit side by side.
  const update = () => {
    summary.textContent = text(state.functions.map(labelOf));
    for (const box of boxes)
      box.disabled = box.checked
        ? state.functions.every(({ name }) => name === box.value)
        : state.functions.length >= labWords.functions.maxCount;
  };
  update();
  const chips = boxes.map((box, i) => create('label', { class: 'chip' }, box, create('span', {}, entries[i].label)));
  return create('details', {}, summary, create('div', { class: 'chips' }, ...chips));
}

/** @typedef {'pass' | 'size' | 'task' | 'optimiser'} Choice */

/** @param {Experiment} state @param {Choice} key @param {Texts} texts @param {() => void} change */
function choiceOf(state, key, texts, change) {
  const text = (/** @type {string} */ word) =>
    key === 'size' ? Number(word).toLocaleString('en') : texts[/** @type {'value'} */ (word)];
  const options = labWords[key].choices.map((word) => create('option', { value: word }, text(word)));
  const select = create('select', { name: key }, ...options);
  select.value = String(state[key]);
  select.addEventListener('change', () => {
    Object.assign(state, { [key]: key === 'size' ? Number(select.value) : select.value });
    change();
  });
  return create('label', {}, create('span', {}, texts[key]), select);
}

/** @param {'rate' | 'seed'} key @param {string} value @param {string} step @param {(value: number) => void} set */
function numberField(key, value, step, set) {
  const { min, max } = labWords[key];
  const field = create('input', { type: 'number', name: key, min, max, step, value });
  field.addEventListener('input', () => {
    if (field.validity.valid && field.value !== '') set(Number(field.value));
  });
  return field;
}

/** A field, and a slider of the logarithm. @param {Experiment} state @param {string} title @param {() => void} change */
function rateOf(state, title, change) {
  const { min, max } = labWords.rate.slider;
  const text = (/** @type {number} */ rate) => String(Number(rate.toPrecision(2)));
  const set = (/** @type {number} */ rate) => {
    slider.setAttribute('aria-valuetext', text(rate));
    state.rate = rate;
    change();
  };
  const field = numberField('rate', text(state.rate), 'any', (rate) => {
    slider.value = String(Math.log10(rate));
    set(rate);
  });
  const slider = create('input', {
    type: 'range',
    min: Math.log10(min),
    max: Math.log10(max),
    step: 0.05,
    value: Math.log10(state.rate),
    'aria-label': title,
    'aria-valuetext': text(state.rate),
  });
  slider.addEventListener('input', () => {
    field.value = text(10 ** Number(slider.value));
    set(Number(field.value));
  });
  return create('div', { class: 'rate' }, create('label', {}, create('span', {}, title), field), slider);
}

/** @param {Experiment} state @param {string} title @param {() => void} change */
function seedOf(state, title, change) {
  const field = numberField('seed', String(state.seed), '1', (seed) => {
    state.seed = seed;
    change();
  });
  return create('label', {}, create('span', {}, title), field);
}
