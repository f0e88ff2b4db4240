/** The page: controls write the attributes of the plot, and the address follows the controls. */
import { ActivationPlot } from '../element/activation-plot.js';
import { byId, create, setAttributes } from '../element/dom.js';
import { lazyImport } from '../element/lazyImport.js';
import { kindOf } from '../element/scene.js';
import { showParameters, showRow } from '../element/sliders.js';
import { live, plotSentence, plot as plotTexts } from '../messages/index.js';
import { noteOf } from '../package/errors.js';
import { catalogue, formatPlot, parsePlot } from '../package/index.js';
import { plotWords } from '../package/plotWords.js';
import { readQuery } from '../package/reader.js';
import { queryOf } from './address.js';
import { choose, chooser } from './chooser.js';
import { exporter } from './export.js';

/** @typedef {import('../package/types.js').Plot} Plot what the controls hold: numbers as typed, valid or not */

const plot = /** @type {ActivationPlot} */ (byId('plot'));
/** The attributes that the page writes. It has controls of its own. */
const keys = ActivationPlot.observedAttributes.filter((key) => key !== 'controls');
/** @param {string} type @returns {NodeListOf<HTMLInputElement>} named after the keys that they write */
const inputs = (type) => document.querySelectorAll(`#controls input[type=${type}][name]`);
const ranges = inputs('number');
const boxes = inputs('checkbox');
const lang = document.documentElement.lang === 'en' ? 'en' : 'zh-Hant';
const texts = live[lang];
const { temperature } = plotTexts[lang];
/** What the controls are called, where that is not the name of the word. @type {Record<string, string>} */
const labels = { temperature, logits: document.querySelector('#row legend')?.textContent ?? '' };
for (const field of ranges) labels[field.name] = field.closest('label')?.textContent?.trim() ?? '';
const language = /** @type {HTMLAnchorElement} */ (byId('language'));

/** The state of the controls. */
let state = parsePlot('').plot;
/** Their last state that could be drawn. */
let valid = state;

/** Sets the attributes of the plot to the words of a query. @param {string} query */
function setWords(query) {
  const words = readQuery(query);
  setAttributes(plot, Object.fromEntries(keys.map((key) => [key, words.get(key) ?? false])));
}

/**
 * Draws what the controls hold. What cannot be read is noted beside its control, and keeps its last value in the plot.
 * @param {{ isStep?: boolean, hash?: string }} [address] whether the reader can undo the change with Back, and the part of
 *   the page that the address names
 */
function draw({ isStep = false, hash = location.hash } = {}) {
  if (isStep) writePending();
  const { plot: read, notes } = parsePlot(formatPlot(state));
  showNotes(notes);
  const wrong = notes.map(({ key }) => key);
  const rangeKeys = [...ranges].map(({ name }) => name);
  const kept = [...(wrong.some((key) => rangeKeys.includes(key)) ? rangeKeys : []), ...wrong];
  const before = Object.entries(valid).filter(([key]) => key !== 'functions' && kept.includes(key));
  valid = { ...read, ...Object.fromEntries(before), functions: read.functions.map(validCurve) };
  const query = formatPlot(valid);
  setWords(query);
  pointLanguage(query);
  pending = { search: `?${query}`, hash };
  // Safari allows 100 changes of the address in 30 seconds.
  clearTimeout(timer);
  if (isStep) writePending('pushState');
  else timer = window.setTimeout(writePending, 300);
}

/** A curve as it was read, with the last valid value where the text of a parameter was invalid. @param {Plot['functions'][number]} curve @param {number} i */
function validCurve({ name, parameters }, i) {
  const before = valid.functions[i]?.name === name ? valid.functions[i].parameters : {};
  const typed = state.functions[i].parameters;
  const values = Object.entries(parameters).map(([key, value]) => [
    key,
    Number.parseFloat(String(typed[key])) === value ? value : (before[key] ?? value),
  ]);
  return { name, parameters: Object.fromEntries(values) };
}

/** @param {import('../package/types.js').Note[]} notes */
function showNotes(notes) {
  for (const field of ranges) field.ariaInvalid = String(notes.some(({ key }) => key === field.name));
  const isRange = (/** @type {string} */ key) => byId('ranges').querySelector(`[name=${key}]`) !== null;
  for (const [id, own] of /** @type {const} */ ([
    ['range-notes', notes.filter(({ key }) => isRange(key))],
    ['parameter-notes', notes.filter(({ key }) => !isRange(key))],
  ]))
    byId(id).replaceChildren(
      ...own.map((note) => {
        const values = Object.entries(note.values).map(([key, value]) =>
          ['name', 'low', 'high'].includes(key) && labels[value] ? [key, texts.label(labels[value])] : [key, value],
        );
        const sentence = plotSentence(lang, { ...note, values: Object.fromEntries(values) });
        return create('p', {}, sentence.replace(/ (?=「)|(?<=」) /g, ''));
      }),
    );
}

/** The address to write, once no slider has moved for a moment. @type {{ search: string, hash: string } | undefined} */
let pending;
let timer = 0;
/** The query that the plot shows. */
let shown = location.search;

/** @param {'replaceState' | 'pushState'} [write] */
function writePending(write = 'replaceState') {
  clearTimeout(timer);
  if (pending && pending.search + pending.hash !== location.search + location.hash) {
    shown = pending.search;
    history[write](null, '', location.pathname + pending.search + pending.hash);
  }
  pending = undefined;
}

/** Draws the plot of the address, as it is: words that cannot be read stay there until the reader changes something. */
function readAddress() {
  setWords(location.search);
  pointLanguage(location.search);
  valid = plot.plot;
  showNotes([]);
  show(plot.plot);
}

/** @param {string} query of the plot, in the other language */
function pointLanguage(query) {
  const words = readQuery(query);
  words.set('lang', language.hreflang);
  language.search = `?${queryOf(words)}`;
}

addEventListener('popstate', () => {
  if (location.search === shown) return; // a link to a part of the page
  shown = location.search;
  clearTimeout(timer);
  pending = undefined;
  readAddress();
});

/** @param {Plot} next */
function show(next) {
  state = next;
  showRanges();
  for (const box of boxes) box.checked = Boolean(state[/** @type {'derivative'} */ (box.name)]);
  functions.show(state.functions);
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

const functions = chooser((name, isChosen) => {
  state.functions = choose(state.functions, name, isChosen);
  functions.show(state.functions);
  resizeRow(state.logits.length);
  showFunctions();
  draw({ isStep: true });
}, texts);

for (const field of ranges)
  field.addEventListener('input', () => {
    // The value is also empty if the text is not a number (badInput), which is an error.
    const empty = field.value === '' && !field.validity.badInput;
    Object.assign(state, { [field.name]: empty ? undefined : field.value });
    draw();
  });
for (const box of boxes)
  box.addEventListener('change', () => {
    Object.assign(state, { [box.name]: box.checked });
    draw({ isStep: true });
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
    draw({ isStep: true });
  });

/** The plot of a query, in the language and theme that the page has. @param {string} query @param {string} [hash] */
function open(query, hash) {
  const { lang, theme } = state;
  show({ ...parsePlot(query).plot, lang, theme });
  draw({ isStep: true, hash });
}
byId('reset').addEventListener('click', () => open(''));
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('#presets a, a.draw');
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.search, link.hash);
  if (link.hash) byId('explorer').scrollIntoView();
});

/** The explorer is hidden until the plot of the address is drawn. */
const reveal = () => delete document.documentElement.dataset.pending;
plot.addEventListener('ploterror', reveal);
plot.addEventListener('plotdraw', (event) => {
  reveal();
  const { plot: drawn, step, x, y } = /** @type {CustomEvent} */ (event).detail;
  const placeholders = { min: x.min, max: x.max, step, ymin: y.min, ymax: y.max };
  for (const field of ranges)
    if (field.name in placeholders)
      field.placeholder = String(Number(placeholders[/** @type {'step'} */ (field.name)].toPrecision(3)));
  exporting.update(drawn);
});

plot.addEventListener('plotrange', (event) => {
  Object.assign(state, /** @type {CustomEvent} */ (event).detail, { step: plot.getAttribute('step') ?? undefined });
  showRanges();
  draw();
});

readAddress();
const { theme } = plot.plot;
if (theme) {
  document.documentElement.dataset.theme = theme;
  for (const other of document.querySelectorAll('activation-plot')) other.setAttribute('theme', theme);
}
const exporting = exporter(plot, texts);

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

// Sections grow while the page scrolls past them, so it stops short of the target of a link: it then scrolls on, unless the
// reader has scrolled meanwhile.
let arriving = false;
document.addEventListener('click', ({ target }) => {
  arriving = target instanceof Element && target.closest('a[href^="#"]') !== null;
});
const stop = () => {
  arriving = false;
};
for (const type of ['wheel', 'touchmove', 'keydown']) addEventListener(type, stop, { passive: true });
addEventListener('scrollend', () => {
  // Ends by itself: no scrolling is needed once the target has its place.
  if (arriving) document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
});
