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
  const { maxCount } = labWords.functions;
  const summary = create('summary', {});
  const entries = catalogue.filter(({ kind }) => kind === 'elementwise');
  const boxes = entries.map((entry) => {
    const box = create('input', { type: 'checkbox', value: entry.name });
    box.checked = state.functions.some(({ name }) => name === entry.name);
    box.addEventListener('change', () => {
      const others = state.functions.filter(({ name }) => name !== entry.name);
      const parameters = Object.fromEntries(entry.parameters.map((p) => [p.name, p.default]));
      // Variants of one function can fill all places: the last of them makes room.
      state.functions = box.checked ? [...others.slice(0, maxCount - 1), { name: entry.name, parameters }] : others;
      update();
      change();
    });
    return box;
  });
  // At least one function, and no more than fit side by side.
  const update = () => {
    summary.textContent = text(state.functions.map(labelOf));
    const isOnly = state.functions.every(({ name }) => name === state.functions[0].name);
    for (const box of boxes) box.disabled = box.checked ? isOnly : !isOnly && state.functions.length >= maxCount;
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

/**
 * A field whose text becomes a word of the experiment, valid or not.
 * @param {Experiment} state @param {'rate' | 'seed'} key @param {string} step @param {() => void} change
 */
function numberField(state, key, step, change) {
  const { min, max } = labWords[key];
  const field = create('input', { type: 'number', name: key, min, max, step, value: state[key] });
  field.addEventListener('input', () => {
    Object.assign(state, { [key]: field.value });
    change();
  });
  return field;
}

/** A field, and a slider of the logarithm. @param {Experiment} state @param {string} title @param {() => void} change */
function rateOf(state, title, change) {
  const { min, max } = labWords.rate.slider;
  const field = numberField(state, 'rate', 'any', () => {
    if (field.validity.valid && field.value !== '') {
      slider.value = String(Math.log10(Number(field.value)));
      slider.setAttribute('aria-valuetext', field.value);
    }
    change();
  });
  const slider = create('input', {
    type: 'range',
    min: Math.log10(min),
    max: Math.log10(max),
    step: 0.05,
    value: Math.log10(state.rate),
    'aria-label': title,
    'aria-valuetext': state.rate,
  });
  slider.addEventListener('input', () => {
    state.rate = Number((10 ** Number(slider.value)).toPrecision(2));
    field.value = String(state.rate);
    slider.setAttribute('aria-valuetext', field.value);
    change();
  });
  return create('div', { class: 'rate' }, create('label', {}, create('span', {}, title), field), slider);
}

/** @param {Experiment} state @param {string} title @param {() => void} change */
function seedOf(state, title, change) {
  return create('label', {}, create('span', {}, title), numberField(state, 'seed', '1', change));
}
