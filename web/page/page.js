/** The page: controls that write the plot's attributes, and an address that follows them. */
import { ActivationPlot } from '../activation-plot.js';
import { catalogue, find, formatPlot, parsePlot } from '../index.js';
import { fillAccuracy } from './accuracy.js';
import chinese from './locales/zh-Hant.js';

/** @typedef {{ name: string, parameters: Record<string, number | string> }} Curve as typed, right or wrong */

/** @template {HTMLElement} T @param {string} id */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
const plot = /** @type {ActivationPlot} */ (byId('plot'));
const keys = ActivationPlot.observedAttributes;
const ranges = ['min', 'max', 'step'].map((id) => /** @type {HTMLInputElement} */ (byId(id)));
const derivative = /** @type {HTMLInputElement} */ (byId('derivative'));
const query = new URLSearchParams(location.search);
const curves = catalogue.filter(({ kind }) => kind === 'elementwise');
const lang = parsePlot(query).plot.lang ?? (/^zh\b/i.test(navigator.language) ? 'zh-Hant' : 'en');

/** What the controls hold. */
let state = parsePlot('').plot;

/** Hands the plot what the controls hold, right or wrong: it draws what it can and names the rest. */
function draw() {
  const words = new URLSearchParams(formatPlot(state));
  for (const key of keys) {
    const word = words.get(key);
    if (word === null) plot.removeAttribute(key);
    else if (word !== plot.getAttribute(key)) plot.setAttribute(key, word);
  }
}

/** @param {import('../grammar.js').Plot} next */
function show(next) {
  state = next;
  ranges[0].value = String(state.min);
  ranges[1].value = String(state.max);
  ranges[2].value = state.step === undefined ? '' : String(state.step);
  derivative.checked = state.derivative;
  showFunctions();
  showParameters();
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {object} properties @param {(Node | string)[]} children
 */
function create(name, properties, ...children) {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

function showFunctions() {
  byId('functions').replaceChildren(
    ...curves.map(({ name, label }) => {
      const checked = state.functions.some((curve) => curve.name === name);
      const box = create('input', { type: 'checkbox', value: name, checked });
      return create('label', { className: 'chip' }, box, create('span', {}, label));
    }),
  );
}

/** A slider and a number field for every parameter of every curve. */
function showParameters() {
  byId('parameters').replaceChildren(
    ...state.functions.flatMap(({ name, parameters }) => {
      const entry = find(name);
      if (!entry || entry.parameters.length === 0) return [];
      const rows = entry.parameters.map((parameter) => {
        const { min, max, step } = parameter;
        const given = parameters[parameter.name];
        // 1/6 would not fit into the field with all its digits.
        const value = String(typeof given === 'number' ? Number(given.toPrecision(6)) : given);
        const label = `${entry.label}: ${parameter.name}`;
        const bounds = { min: String(min), max: String(max), value, ariaLabel: label };
        const slider = create('input', { type: 'range', step: String(step), ...bounds });
        const field = create('input', { type: 'number', step: 'any', ...bounds });
        const set = (/** @type {string} */ text) => {
          /** @type {Curve['parameters']} */ (parameters)[parameter.name] = text;
          draw();
        };
        slider.addEventListener('input', () => {
          field.value = slider.value;
          set(slider.value);
        });
        field.addEventListener('input', () => {
          slider.value = field.value;
          set(field.value);
        });
        const symbol = create('i', {}, parameter.symbol);
        return create(
          'div',
          { className: 'parameter' },
          create('span', { className: 'name' }, parameter.name, ' ', symbol),
          slider,
          field,
        );
      });
      return [create('fieldset', {}, create('legend', {}, entry.label), ...rows)];
    }),
  );
}

byId('functions').addEventListener('change', ({ target }) => {
  const { value: name, checked } = /** @type {HTMLInputElement} */ (target);
  if (checked) {
    const parameters = (find(name)?.parameters ?? []).map((p) => [p.name, p.default]);
    state.functions.push({ name, parameters: Object.fromEntries(parameters) });
  } else state.functions = state.functions.filter((curve) => curve.name !== name);
  showParameters();
  draw();
});

for (const field of ranges)
  field.addEventListener('input', () => {
    // An empty step is no step; a field that holds no number at all reads as empty too, but is wrong.
    const empty = field.value === '' && field.id === 'step' && !field.validity.badInput;
    Object.assign(state, { [field.id]: empty ? undefined : field.value });
    draw();
  });

derivative.addEventListener('change', () => {
  state.derivative = derivative.checked;
  draw();
});

byId('reset').addEventListener('click', () => {
  show({ ...parsePlot('').plot, lang: state.lang, theme: state.theme });
  draw();
});

/** Marks the fields that a note names. */
function mark() {
  const wrong = new Set(plot.notes.map(({ key }) => key));
  for (const field of ranges) field.ariaInvalid = String(wrong.has(field.id));
}

let pending = 0;
document.addEventListener('activation-plot:error', mark);
document.addEventListener('activation-plot:draw', (event) => {
  mark();
  const { plot: drawn, step } = /** @type {CustomEvent} */ (event).detail;
  ranges[2].placeholder = String(Number(step.toPrecision(3)));
  document.documentElement.dataset.theme = drawn.theme ?? '';
  const other = lang === 'en' ? 'zh-Hant' : 'en';
  byId('language').setAttribute('href', `?${formatPlot({ ...drawn, lang: other })}`);
  // Safari allows 100 changes of the address in 30 seconds.
  clearTimeout(pending);
  pending = window.setTimeout(() => history.replaceState(null, '', `?${formatPlot(drawn)}${location.hash}`), 300);
});

document.documentElement.lang = lang;
if (lang === 'zh-Hant')
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = chinese[/** @type {HTMLElement} */ (element).dataset.text ?? ''];
byId('language').lang = lang === 'en' ? 'zh-Hant' : 'en';
byId('language').setAttribute('hreflang', byId('language').lang);

for (const key of keys) {
  const word = query.get(key);
  if (word !== null) plot.setAttribute(key, word);
}
show(plot.plot);

// Nobody needs the table before it is opened.
const table = /** @type {HTMLTableElement} */ (document.querySelector('#accuracy table'));
byId('accuracy').addEventListener('toggle', () => fillAccuracy(table.tBodies[0]), { once: true });
