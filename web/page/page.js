/** The explorer: controls write the attributes of the plot, and the address follows the controls. */
import { ActivationPlot } from '../element/activation-plot.js';
import { byId, create, pageLanguage, setAttributes } from '../element/dom.js';
import { lazyImport } from '../element/lazyImport.js';
import { kindOf } from '../element/scene.js';
import { showParameters, showRow } from '../element/sliders.js';
import { live, plotSentence, plot as plotTexts } from '../messages/index.js';
import { noteOf } from '../package/errors.js';
import { formatPlot, parsePlot } from '../package/index.js';
import { plotWords } from '../package/plotWords.js';
import { queryWords, readQuery } from '../package/reader.js';
import { showAbout } from './about.js';
import { queryOf } from './address.js';
import { choose, chooser } from './chooser.js';
import { glide } from './glide.js';

/** @typedef {import('../package/types.js').Plot} Plot what the controls hold: numbers as typed, valid or not */

const plot = /** @type {ActivationPlot} */ (byId('plot'));
/** The attributes that the explorer writes. It has controls of its own. */
const keys = ActivationPlot.observedAttributes.filter((key) => key !== 'controls');
/** @param {string} group @returns {NodeListOf<HTMLInputElement>} named after the keys that they write */
const inputs = (group) => document.querySelectorAll(`#${group} input`);
const ranges = inputs('ranges');
const boxes = inputs('switches');
const lang = pageLanguage();
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

/** The attributes that setWords() set last: the keys, and misspelt keys of the address, so that the plot notes them. */
let written = /** @type {string[]} */ (keys);
/** Sets the attributes of the plot to the words of a query. @param {string} query */
function setWords(query) {
  const words = queryWords(query, keys);
  setAttributes(plot, { ...Object.fromEntries(written.map((key) => [key, false])), ...words });
  written = [...keys, ...Object.keys(words)];
}

/** Ends the last glide at once. */
let arrive = () => {};
/** @param {string} query @param {Plot} target the plot of this query */
function glideTo(query, target) {
  arrive();
  arrive = glide(
    plot.plot,
    target,
    (between) => setWords(formatPlot(between)),
    () => setWords(query),
  );
}
// A gesture starts from the range in the attributes.
for (const type of ['pointerdown', 'wheel', 'keydown']) plot.addEventListener(type, () => arrive(), { capture: true });

/** The control and the gesture of the last change. Consecutive changes by the same control and gesture are one step of Undo. */
let used = '';
/** The control that the reader is using. */
let control = '';
/** Counts gestures: presses of the pointer, and changes from one kind of input to the keys or the wheel. */
let gesture = 0;
let input = '';
for (const type of ['pointerdown', 'keydown', 'wheel'])
  addEventListener(
    type,
    () => {
      if (type !== input || type === 'pointerdown') ++gesture;
      input = type;
    },
    { capture: true, passive: true }, // before the change is drawn
  );
for (const group of ['settings', 'ranges'])
  byId(group).addEventListener(
    'input',
    ({ target }) => {
      const field = /** @type {HTMLInputElement} */ (target);
      control = field.ariaLabel ?? field.name;
    },
    { capture: true },
  );

/**
 * Draws what the controls hold. What cannot be read is noted beside its control, and keeps its last value in the plot.
 * @param {string} [name] of the control, if its changes in one gesture are one step of Undo
 */
function draw(name = '') {
  const by = name && `${name} ${gesture}`;
  const isStep = by === '' || by !== used;
  if (isStep) writePending();
  const { plot: read, notes } = parsePlot(formatPlot(state));
  showNotes(notes);
  const wrong = notes.map(({ key }) => key);
  const rangeKeys = [...ranges].map(({ name }) => name);
  const kept = [...(wrong.some((key) => rangeKeys.includes(key)) ? rangeKeys : []), ...wrong];
  const before = Object.entries(valid).filter(([key]) => key !== 'functions' && kept.includes(key));
  valid = { ...read, ...Object.fromEntries(before), functions: read.functions.map(validCurve) };
  const query = formatPlot(valid);
  if (by === '') glideTo(query, valid);
  else {
    arrive();
    setWords(query);
  }
  pointLanguage(query);
  pending = `?${query}`;
  // Safari allows 100 changes of the address in 30 seconds.
  clearTimeout(timer);
  if (!isStep) timer = window.setTimeout(writePending, 300);
  else if (writePending(true)) used = by;
}
const drawControl = () => draw(control);

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

/** The query to write into the address, once no slider has moved for a moment. @type {string | undefined} */
let pending;
let timer = 0;
/** The query that the plot shows. */
let shown = location.search;

/** The current entry of the history: its place, how many changes Undo can take back, and the place before the last change. */
let here = history.state ?? { place: 0, steps: 0, before: 0 };
history.replaceState(here, ''); // the browser makes entries without a state for links to parts of the page
let { hash } = location;
/** By place, the queries of entries that the reader left before they were written. @type {(string | undefined)[]} */
const unwritten = [];
const undo = byId('undo');
/** Whether a step through the history is under way; it is asynchronous. */
let isLeaving = false;
let newest = here.place;
/** Browsers keep 50 entries of a tab. */
const canUndo = () => here.steps > 0 && here.before > newest - 50;
const showUndo = () => {
  undo.ariaDisabled = String(!canUndo());
};

/**
 * Returns whether the history was changed: WebKit allows 100 changes in 10 seconds, and throws an error for more.
 * @param {'pushState' | 'replaceState'} how @param {typeof here} state @param {string} [url]
 */
function write(how, state, url) {
  try {
    history[how](state, '', url);
    return true;
  } catch {
    return false;
  }
}

/** @param {boolean} [isStep] whether the address becomes a new entry of the history @returns {boolean} whether it changed */
function writePending(isStep = false) {
  clearTimeout(timer);
  const isNew = pending !== undefined && pending !== location.search;
  if (pending && isNew) {
    const url = location.pathname + pending + location.hash;
    const next = isStep ? { place: here.place + 1, steps: here.steps + 1, before: here.place } : here;
    if (!write(isStep ? 'pushState' : 'replaceState', next, url)) {
      timer = window.setTimeout(writePending, 1000);
      return false;
    }
    shown = pending;
    here = next;
    if (isStep) {
      newest = here.place;
      unwritten.length = here.place; // a new entry removes those after it
    }
    showUndo();
  }
  pending = undefined;
  return isNew;
}
addEventListener('pagehide', () => writePending());
// After Back from another page, browsers restore what the controls held before.
addEventListener('pageshow', () => {
  showBoxes();
  showRanges();
});
undo.addEventListener('click', () => {
  writePending();
  if (!canUndo() || isLeaving) return;
  isLeaving = true;
  history.go(here.before - here.place);
});

/** Draws the plot of the address, as it is: words that cannot be read stay there until the reader changes something. */
function readAddress() {
  pointLanguage(location.search);
  valid = parsePlot(location.search).plot;
  showNotes([]);
  show(parsePlot(location.search).plot); // a copy, which the controls change
}

/** @param {string} query of the plot, in the other language */
function pointLanguage(query) {
  const words = readQuery(query);
  words.set('lang', language.hreflang);
  language.search = `?${queryOf(words)}`;
}

addEventListener('popstate', () => {
  used = '';
  isLeaving = false;
  unwritten[here.place] = pending;
  if (history.state) {
    clearTimeout(timer);
    pending = undefined;
    here = history.state;
    const late = unwritten[here.place];
    unwritten[here.place] = undefined;
    if (late) write('replaceState', here, location.pathname + late + location.hash);
  } else {
    // Following the same link again adds no entry.
    here = { ...here, place: here.place + Number(location.hash !== hash) };
    unwritten.length = here.place;
    write('replaceState', here);
    writePending();
  }
  hash = location.hash;
  showUndo();
  if (location.search === shown) return; // a link to a part of the page
  shown = location.search;
  readAddress();
  glideTo(location.search, valid);
});

/** @param {Plot} next */
function show(next) {
  state = next;
  showRanges();
  showBoxes();
  functions.show(state.functions, true);
  showFunctions();
}

function showBoxes() {
  for (const box of boxes) box.checked = Boolean(state[/** @type {'derivative'} */ (box.name)]);
}

function showRanges() {
  for (const field of ranges) field.value = String(state[/** @type {'min'} */ (field.name)] ?? '');
}

/** Shows the controls and texts that depend on the functions. */
function showFunctions() {
  const kind = kindOf(state);
  const rows = kind === 'elementwise' ? state.functions.length : state.logits.length / unit();
  byId('explorer').style.setProperty('--rows', String(rows));
  byId('row').hidden = kind === 'elementwise';
  byId('row-hint').textContent = kind === 'elementwise' ? '' : texts.bars[kind];
  /** @type {NodeListOf<HTMLElement>} */
  const ofCurves = document.querySelectorAll('#ranges, #switches label, #view');
  for (const element of ofCurves) element.hidden = kind !== 'elementwise';
  showParameters(byId('parameters'), state, drawControl);
  showRow(byId('logits'), state, kind === 'row', temperature, drawControl);
  showAbout(state.functions);
}

const functions = chooser((name, isChosen) => {
  state.functions = choose(state.functions, name, isChosen);
  functions.show(state.functions);
  resizeRow(state.logits.length);
  showFunctions();
  draw();
}, texts);

for (const field of ranges)
  field.addEventListener('input', () => {
    // The value is also empty if the text is not a number (badInput), which is an error.
    const isEmpty = field.value === '' && !field.validity.badInput;
    Object.assign(state, { [field.name]: isEmpty ? undefined : field.value });
    drawControl();
  });
for (const box of boxes)
  box.addEventListener('change', () => {
    Object.assign(state, { [box.name]: box.checked });
    // Below f there is f′, so it has to be drawn.
    if (box.name === 'stacked' && box.checked) state.derivative = true;
    if (box.name === 'derivative' && !box.checked) state.stacked = false;
    showBoxes();
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
byId('view').addEventListener('click', () => {
  for (const field of ranges) Object.assign(state, { [field.name]: undefined });
  showRanges();
  draw();
});
byId('presets').addEventListener('click', (event) => {
  const link = event.target;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.search);
});

/** The explorer is hidden until the plot of the address is drawn. */
const reveal = () => delete document.documentElement.dataset.pending;
plot.addEventListener('ploterror', reveal);
plot.addEventListener('plotdraw', (event) => {
  reveal();
  const { step, x, y } = /** @type {CustomEvent} */ (event).detail;
  const placeholders = { min: x.min, max: x.max, step, ymin: y.min, ymax: y.max };
  for (const field of ranges)
    field.placeholder = String(Number(placeholders[/** @type {'step'} */ (field.name)].toPrecision(3)));
  exporting?.update(valid); // not the plots during a glide
});

plot.addEventListener('plotrange', (event) => {
  Object.assign(state, /** @type {CustomEvent} */ (event).detail, { step: plot.getAttribute('step') ?? undefined });
  showRanges();
  draw('view');
});

plot.addEventListener('plotparameter', (event) => {
  const { curve, name, value } = /** @type {CustomEvent} */ (event).detail;
  const changed = state.functions[curve];
  if (!(name in (changed?.parameters ?? {}))) return; // another change has removed it
  changed.parameters[name] = value;
  showParameters(byId('parameters'), state, drawControl);
  draw(`handle ${curve} ${name}`);
});

setWords(location.search);
readAddress();
showUndo();
// Until now this script would have lost what readers change.
for (const part of document.querySelectorAll('[inert]')) part.removeAttribute('inert');

/** @type {ReturnType<typeof import('./export.js').exporter> | undefined} */
let exporting;
// Disabled in the HTML until their script runs, which the first curve does not wait for.
const exportButtons = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('#export button'));
let isStarted = false;
async function startExport() {
  if (isStarted) return;
  isStarted = true;
  try {
    const { exporter } = await lazyImport(import('./export.js'));
    exporting = exporter(plot, texts);
    exporting.update(valid);
    for (const button of exportButtons) button.disabled = false;
  } catch (error) {
    byId('export-status').textContent = plotSentence(lang, noteOf(error));
  }
}
for (const type of ['plotdraw', 'ploterror'])
  plot.addEventListener(type, () => setTimeout(startExport), { once: true });
// A plot that is out of view is not drawn.
new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && startExport()).observe(byId('export'));

// The table is imported when it is opened.
const accuracy = /** @type {HTMLDetailsElement} */ (byId('accuracy'));
const [body] = /** @type {HTMLTableElement} */ (accuracy.querySelector('table')).tBodies;
async function showAccuracy() {
  try {
    const { fillAccuracy } = await lazyImport(import('./accuracy.js'));
    if (body.rows.length === 0) fillAccuracy(body);
    byId('measured').textContent = '';
  } catch (error) {
    byId('measured').textContent = plotSentence(lang, noteOf(error));
  }
}
accuracy.addEventListener('toggle', showAccuracy);
if (accuracy.open) showAccuracy(); // before this script has run
// A link to a closed <details> opens it.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
};
addEventListener('hashchange', unfold);
unfold();
