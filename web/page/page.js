/** The page: controls write the attributes of the plot, and the address follows them. */
import { ActivationPlot } from '../element/activation-plot.js';
import { byId, setWords } from '../element/dom.js';
import { lazyImport } from '../element/lazyImport.js';
import { kindOf } from '../element/scene.js';
import { showParameters, showRow } from '../element/sliders.js';
import { live, plotSentence, plot as plotTexts } from '../messages/index.js';
import { noteOf } from '../package/errors.js';
import { catalogue, find, formatPlot, parsePlot } from '../package/index.js';
import { plotWords } from '../package/plotWords.js';
import { enableGrid } from './article/grid.js';
import { chooser } from './chooser.js';
import { exporter } from './export.js';

/** @typedef {import('../package/types.js').Plot} Plot what the controls hold: numbers as typed, valid or not */

const plot = /** @type {ActivationPlot} */ (byId('plot'));
/** The attributes that the page writes. It has controls of its own. */
const keys = ActivationPlot.observedAttributes.filter((key) => key !== 'controls');
/** @param {string} type @returns {NodeListOf<HTMLInputElement>} named after the keys that they write */
const inputs = (type) => document.querySelectorAll(`#controls input[type=${type}][name]`);
const ranges = inputs('number');
const boxes = inputs('checkbox');
const optional = ['step', 'ymin', 'ymax'];
const lang = document.documentElement.lang === 'en' ? 'en' : 'zh-Hant';
const texts = live[lang];
const { temperature } = plotTexts[lang];

let state = parsePlot('').plot;

/** Writes the controls' values to the plot's attributes. The plot draws what it can read, and notes the rest. */
function draw() {
  const words = new URLSearchParams(formatPlot(state));
  for (const key of keys) {
    const word = words.get(key);
    if (word === null) plot.removeAttribute(key);
    else if (word !== plot.getAttribute(key)) plot.setAttribute(key, word);
  }
}

/** @param {Plot} next */
function show(next) {
  state = next;
  showRanges();
  for (const box of boxes) box.checked = Boolean(state[/** @type {'derivative'} */ (box.name)]);
  functions.show(state);
  showFunctions();
}

function showRanges() {
  for (const field of ranges) field.value = String(state[/** @type {'min'} */ (field.name)] ?? '');
}

/** Shows the controls and texts that depend on the functions. */
function showFunctions() {
  const kind = kindOf(state);
  byId('row').hidden = kind === 'elementwise';
  byId('ranges').hidden = kind !== 'elementwise';
  for (const box of boxes) /** @type {HTMLElement} */ (box.closest('label')).hidden = kind !== 'elementwise';
  showParameters(byId('parameters'), state, draw);
  showRow(byId('logits'), state, kind === 'row', temperature, draw);
  showAbout();
}

/** Where each entry is listed. The entries of the functions drawn move from there to under the plot. @type {Map<string, Comment>} */
const places = new Map(catalogue.map(({ name }) => [name, document.createComment(name)]));
for (const [name, place] of places) byId(name).before(place);
function showAbout() {
  const names = [...new Set(state.functions.map(({ name }) => name))];
  for (const entry of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('#drawn .entry')))
    if (!names.includes(entry.id)) move(entry, 4, () => places.get(entry.id)?.after(entry));
  for (const name of names) move(byId(name), 3, (entry) => byId('drawn').append(entry));
  byId('about').hidden = names.length === 0;
}

/** @param {HTMLElement} element @param {number} level of its heading at the new place @param {(entry: HTMLElement) => void} place */
function move(element, level, place) {
  const entry = /** @type {HTMLDetailsElement} */ (element);
  if (level === 4 || entry.parentElement?.id !== 'drawn') entry.open = level === 3;
  entry.querySelector('h4')?.setAttribute('aria-level', String(level));
  place(entry);
}

const functions = chooser((chosen) => {
  const kept = new Map(state.functions.map((curve) => [curve.name, curve]));
  state.functions = chosen.map((name) => {
    const parameters = (find(name)?.parameters ?? []).map((p) => [p.name, p.default]);
    return kept.get(name) ?? { name, parameters: Object.fromEntries(parameters) };
  });
  resizeRow(state.logits.length);
  showFunctions();
  draw();
}, texts);

for (const field of ranges)
  field.addEventListener('input', () => {
    // The value is also empty if the text is not a number (badInput), which is an error.
    const empty = field.value === '' && optional.includes(field.name) && !field.validity.badInput;
    Object.assign(state, { [field.name]: empty ? undefined : field.value });
    draw();
  });
for (const box of boxes)
  box.addEventListener('change', () => {
    Object.assign(state, { [box.name]: box.checked });
    draw();
  });
/** Gated functions take two halves of equal length. */
const unit = () => (kindOf(state) === 'gated' ? 2 : 1);
/** @param {number} count */
function resizeRow(count) {
  const whole = Math.ceil(Math.min(Math.max(count, 2), plotWords.logits.maxCount) / unit()) * unit();
  state.logits = Array.from({ length: whole }, (_, i) => state.logits[i] ?? 0);
}
for (const [id, change] of Object.entries({ fewer: -1, more: 1 }))
  byId(id).addEventListener('click', () => {
    resizeRow(state.logits.length + change * unit());
    showFunctions();
    draw();
  });

/** The plot of a query, in the language and theme that the page has. @param {string} query */
function open(query) {
  const { lang, theme } = state;
  show({ ...parsePlot(query).plot, lang, theme });
  draw();
}
byId('reset').addEventListener('click', () => open(''));
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('#presets a, a.draw');
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.search);
  if (link.hash) byId('explorer').scrollIntoView();
});

/** Marks the fields that a note names as invalid. */
function markInvalid() {
  delete document.documentElement.dataset.pending;
  const invalid = new Set(plot.notes.map(({ key }) => key));
  for (const field of ranges) field.ariaInvalid = String(invalid.has(field.name));
}

let pending = 0;
plot.addEventListener('ploterror', markInvalid);
plot.addEventListener('plotdraw', (event) => {
  markInvalid();
  const { plot: drawn, step, y } = /** @type {CustomEvent} */ (event).detail;
  const placeholders = { step, ymin: y.min, ymax: y.max };
  for (const field of ranges)
    if (field.name in placeholders)
      field.placeholder = String(Number(placeholders[/** @type {'step'} */ (field.name)].toPrecision(3)));
  const link = /** @type {HTMLAnchorElement} */ (byId('language'));
  link.search = `?${formatPlot({ ...drawn, lang: /** @type {'en'} */ (link.hreflang) })}`;
  // Safari allows 100 changes of the address in 30 seconds.
  clearTimeout(pending);
  pending = window.setTimeout(() => history.replaceState(null, '', `?${formatPlot(drawn)}${location.hash}`), 300);
  exporting.update(drawn);
});

plot.addEventListener('plotrange', (event) => {
  Object.assign(state, /** @type {CustomEvent} */ (event).detail, { step: plot.getAttribute('step') ?? undefined });
  showRanges();
});

const query = new URLSearchParams(location.search);
setWords(plot, keys, query);
const initial = plot.plot;
if (initial.theme) {
  document.documentElement.dataset.theme = initial.theme;
  for (const other of document.querySelectorAll('activation-plot, activation-lab'))
    other.setAttribute('theme', initial.theme);
}
const exporting = exporter(plot, texts);
show(initial);

enableGrid();
// The experiments are imported when the first of them comes near.
const labs = document.querySelectorAll('activation-lab');
const near = new IntersectionObserver(
  async (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    try {
      await lazyImport(import('../lab/activation-lab.js'));
      near.disconnect();
    } catch (error) {
      // Elements show their text until they are defined. The next element that comes near tries again.
      for (const lab of labs) lab.textContent = plotSentence(lang, noteOf(error));
    }
  },
  { rootMargin: '1000px' },
);
const watch = () => {
  near.disconnect();
  for (const lab of labs) near.observe(lab);
};
watch();
addEventListener('online', watch);
// The table is imported when it is opened.
const table = /** @type {HTMLTableElement} */ (document.querySelector('#accuracy table'));
byId('accuracy').addEventListener('toggle', async () => {
  const [body] = table.tBodies;
  try {
    const { fillAccuracy } = await lazyImport(import('./accuracy.js'));
    if (body.rows.length === 0) fillAccuracy(body);
    byId('measured').textContent = '';
  } catch (error) {
    byId('measured').textContent = plotSentence(lang, noteOf(error));
  }
});
// A link to a closed <details> opens it.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
};
addEventListener('hashchange', unfold);
unfold();
