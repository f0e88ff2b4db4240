/** What a reader chooses of an experiment: functions and their parameters, what is measured or learned, rate and seed. */

import { create } from '../element/dom.js';
import { labelOf } from '../element/scene.js';
import { showParameters } from '../element/sliders.js';
import { catalogue } from '../package/catalogue.js';
import { choices, mostFunctions, ranges } from './grammar.js';
import { loops } from './loops.js';

/** @typedef {import('./grammar.js').Experiment} Experiment */
/** @typedef {typeof import('../messages/en.js').lab} Texts */

/** @param {Experiment} state that they change @param {Texts} texts @param {() => void} change after each change */
export function controlsOf(state, texts, change) {
  const parameters = create('div', {});
  const showSliders = () => showParameters(parameters, { functions: state.functions }, change);
  showSliders();
  /** @param {'pass' | 'size' | 'task' | 'optimiser'} key @param {(word: string) => string} text */
  const choice = (key, text) => choiceOf(state, key, texts[key], text, change);
  const isCost = state.experiment === 'cost';
  const others = isCost
    ? [
        choice('pass', (word) => texts[/** @type {'value'} */ (word)]),
        choice('size', (word) => Number(word).toLocaleString('en')),
      ]
    : [
        choice('task', (word) => texts[/** @type {'moons'} */ (word)]),
        ...(state.experiment === 'convergence'
          ? [choice('optimiser', (word) => texts[/** @type {'sgd'} */ (word)])]
          : []),
        rateOf(state, texts.rate, change),
        seedOf(state, texts.seed, change),
      ];
  const changed = () => {
    showSliders();
    change();
  };
  return [
    functionsOf(state, isCost ? Object.keys(loops) : undefined, texts.functions, changed),
    create('div', { class: 'fields' }, ...others),
    parameters,
  ];
}

/**
 * @param {Experiment} state @param {string[] | undefined} names all elementwise functions unless given
 * @param {(labels: string[]) => string} text @param {() => void} change
 */
function functionsOf(state, names, text, change) {
  const summary = create('summary', {});
  const tell = () => {
    summary.textContent = text(state.functions.map(labelOf));
  };
  tell();
  const entries = catalogue.filter(({ name, kind }) => kind === 'elementwise' && (names?.includes(name) ?? true));
  const boxes = entries.map((entry) => {
    const box = create('input', { type: 'checkbox', value: entry.name });
    box.checked = state.functions.some(({ name }) => name === entry.name);
    box.addEventListener('change', () => {
      const others = state.functions.filter(({ name }) => name !== entry.name);
      const parameters = Object.fromEntries(entry.parameters.map((p) => [p.name, p.default]));
      state.functions = box.checked ? [...others, { name: entry.name, parameters }] : others;
      limit();
      tell();
      change();
    });
    return box;
  });
  // One at least, and no more than fit side by side.
  const limit = () => {
    const count = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.disabled = box.checked ? count === 1 : count >= mostFunctions;
  };
  limit();
  const chips = boxes.map((box, i) => create('label', { class: 'chip' }, box, create('span', {}, entries[i].label)));
  return create('details', {}, summary, create('div', { class: 'chips' }, ...chips));
}

/**
 * @param {Experiment} state @param {'pass' | 'size' | 'task' | 'optimiser'} key
 * @param {string} title @param {(word: string) => string} text @param {() => void} change
 */
function choiceOf(state, key, title, text, change) {
  const options = choices[key].map((word) => create('option', { value: word }, text(word)));
  const select = create('select', { name: key }, ...options);
  select.value = String(state[key]);
  select.addEventListener('change', () => {
    Object.assign(state, { [key]: key === 'size' ? Number(select.value) : select.value });
    change();
  });
  return create('label', {}, create('span', {}, title), select);
}

/** A slider of powers: rates differ by factors. @param {Experiment} state @param {string} title @param {() => void} change */
function rateOf(state, title, change) {
  const { min, max } = ranges.rate;
  const text = (/** @type {number} */ rate) => String(Number(rate.toPrecision(2)));
  const range = create('input', {
    ...{ type: 'range', min: String(Math.log10(min)), max: '3', step: '0.05' },
    ...{ value: String(Math.log10(state.rate)), 'aria-label': title },
    'aria-valuetext': text(state.rate),
  });
  const field = create('input', {
    ...{ type: 'number', name: 'rate', min: String(min), max: String(max), step: 'any' },
    value: text(state.rate),
  });
  const set = (/** @type {number} */ rate) => {
    range.setAttribute('aria-valuetext', text(rate));
    state.rate = rate;
    change();
  };
  range.addEventListener('input', () => {
    field.value = text(10 ** Number(range.value));
    set(Number(field.value));
  });
  field.addEventListener('input', () => {
    if (!field.validity.valid || field.value === '') return;
    range.value = String(Math.log10(Number(field.value)));
    set(Number(field.value));
  });
  return create('div', { class: 'rate' }, create('label', {}, create('span', {}, title), field), range);
}

/** @param {Experiment} state @param {string} title @param {() => void} change */
function seedOf(state, title, change) {
  const { min, max } = ranges.seed;
  const field = create('input', {
    ...{ type: 'number', name: 'seed', min: String(min), max: String(max), step: '1' },
    value: String(state.seed),
  });
  field.addEventListener('input', () => {
    if (!field.validity.valid || field.value === '') return;
    state.seed = Number(field.value);
    change();
  });
  return create('label', {}, create('span', {}, title), field);
}
