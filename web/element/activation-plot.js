/** <activation-plot>: a plot of activation functions. Its attributes, all optional, are the words of grammar.js. */

import { format } from '../messages/format.js';
import { plotSentence, plot as plotTexts } from '../messages/index.js';
import { noteOf } from '../package/errors.js';
import { formatPlot, parsePlot } from '../package/grammar.js';
import { automaticStep, flags, keys, plotWords } from '../package/plotWords.js';
import { Drawing, lookOf } from './canvas.js';
import { create } from './dom.js';
import { addGestures } from './gestures.js';
import { define, Host, reflectAttributes } from './host.js';
import { barsTable, curvesTable } from './readout.js';
import { kindOf, labelOf, namesOf, readAt, sceneOf, shortLabels, sidesOf, snap } from './scene.js';
import { showParameters, showRow } from './sliders.js';
import { svgOf } from './svg.js';

/** @import { Scene } from './scene.js' */
/** @import { Note, Plot } from '../package/types.js' */
/**
 * The attributes as properties: as they stand in the markup, null where they do not. `lang` is every element's own.
 * @typedef {object} Words
 * @property {string | null} functions names, each with its parameters: "relu elu(alpha=2)"
 * @property {string | null} min where x begins, −20 unless given
 * @property {string | null} max where x ends, 20 unless given
 * @property {string | null} step the distance of the points; a 400th of the range unless given
 * @property {string | null} ymin where y begins, unless it is to fit the curves
 * @property {string | null} ymax where y ends, unless it is to fit the curves
 * @property {boolean} derivative whether f′ is drawn too
 * @property {boolean} saturation whether it is shaded where |f′| is below 0.01
 * @property {string | null} logits the row of softmax and its kin: "2 1 0.1"
 * @property {string | null} temperature what that row is divided by
 * @property {boolean} controls whether sliders stand under the plot
 * @property {string | null} theme "light" or "dark", else the system's
 */

const walkKeys = {
  ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
};

/** What the controls change. */
const controlled = /** @type {const} */ (['functions', 'logits', 'temperature']);

/**
 * Draws when it comes near the viewport and after each change of an attribute or of the colour scheme.
 *
 * Every attribute is also a property of the same name, a string or null; `derivative`, `saturation` and `controls` are
 * booleans.
 * Content is the fallback: it shows until the plot is drawn. Dragging with a mouse, two fingers, and the wheel with Ctrl
 * or ⌘ change `min` and `max`; a zoom removes `step`, which would not suit it.
 * @fires activation-plot:draw after each drawing; `detail`: `plot`, its `step` (also where the plot leaves it to be
 *   chosen), and where it lies on the canvas (`area` in CSS pixels, the spans of `x` and `y`)
 * @fires activation-plot:range when the reader has changed the range of x; `detail`: `min`, `max`
 * @fires activation-plot:error when something could not be read; `detail.notes`
 */
export class ActivationPlot extends /** @type {new () => HTMLElement & Words} */ (globalThis.HTMLElement ?? Object) {
  /** The words of a plot. */
  static observedAttributes = keys;

  /** @type {Drawing | undefined} */
  #drawing;
  #canvas = document.createElement('canvas');
  #fallback = create('div', { class: 'fallback' }, create('slot', {}));
  #frame = create('div', { class: 'frame', part: 'plot' }, this.#canvas, this.#fallback);
  #table = create('table', { part: 'legend' });
  #values = create('div', { class: 'values' }, this.#table);
  #kink = create('p', { class: 'kink', part: 'kink' });
  #controls = create('div', { class: 'controls', part: 'controls' });
  /** The words that the controls show. @type {string | undefined} */
  #controlled;
  #host = new Host(this, keys, [this.#frame, this.#values, this.#kink, this.#controls]);
  #near = new IntersectionObserver((entries) => this.#approach(entries.at(-1)?.isIntersecting ?? false), {
    rootMargin: '200px',
  });
  #visible = false;
  /** What was drawn last. @type {Plot} */
  #drawn = parsePlot({}).plot;
  /** @type {Scene | undefined} */
  #scene;
  /** Where the reader points: x, or the index of a bar. */
  #at = 0;
  #beforeGesture = { min: 0, max: 0, left: 0, width: 1 };

  constructor() {
    super();
    this.#frame.addEventListener('keydown', (event) => this.#walk(event));
    this.#frame.addEventListener('blur', () => this.#drawing?.point(undefined));
    addGestures(this.#frame, {
      read: (x) => this.#read(x),
      leave: () => this.#drawing?.point(undefined),
      start: () => this.#startGesture(),
      change: (from, to) => this.#changeRange(from, to),
    });
  }

  /** What is drawn: every word read, defaults filled in. A copy. */
  get plot() {
    return this.#parse().plot;
  }

  /** What could not be read; empty when all is well. */
  get notes() {
    return this.#parse().notes;
  }

  /**
   * The plot as an SVG picture with a legend, in the colours in which it is drawn.
   * @param {{ width?: number, height?: number }} [size] in pixels, each from 240 to 10000; 960 × 640 unless given
   * @throws {RangeError} for any other size
   */
  toSVG({ width = 960, height = 640 } = {}) {
    for (const size of [width, height])
      if (!(size >= 240 && size <= 10000))
        throw new RangeError(`toSVG: width and height must be from 240 to 10000, not ${size}`);
    const { plot } = this.#parse();
    const scene = sceneOf(plot);
    return svgOf(scene, lookOf(this.#host.root), { width, height, title: this.#summary(plot, scene), legend: true });
  }

  /** @ignore */
  connectedCallback() {
    this.#host.connect(
      () => this.#schedule(),
      () => this.#scene && this.#draw(),
    );
    this.#near.observe(this);
    this.#reserve();
  }

  /** @ignore */
  disconnectedCallback() {
    this.#host.disconnect();
    this.#near.disconnect();
    this.#visible = false;
    this.#forget();
  }

  #forget() {
    this.#drawing?.destroy();
    this.#drawing = undefined;
    this.#scene = undefined;
  }

  /** As before the first drawing, so that nothing stands beside what it does not belong to. */
  #undraw() {
    this.#forget();
    for (const name of this.#frame.getAttributeNames())
      if (name !== 'class' && name !== 'part') this.#frame.removeAttribute(name);
    this.#kink.textContent = '';
    this.#fallback.hidden = false;
    this.#reserve();
  }

  /** @ignore */
  attributeChangedCallback() {
    this.#schedule();
  }

  /** The table without values, so that nothing moves when these come. */
  #reserve() {
    const { plot } = this.#parse();
    this.#host.applyTheme(plot.theme);
    const labels = plot.functions.map(labelOf);
    const isCurves = kindOf(plot) === 'elementwise';
    this.#table.replaceChildren(
      ...(isCurves ? curvesTable(labels, plot.derivative) : barsTable(labels, namesOf(plot))),
    );
    this.#showControls(plot);
  }

  /** Makes the controls anew, unless it was they that changed the plot. @param {Plot} plot that they change */
  #showControls(plot) {
    const words = () => controlled.map((key) => this.getAttribute(key)).join('&');
    const shown = plot.controls ? words() : undefined;
    if (shown === this.#controlled) return;
    this.#controlled = shown;
    const change = () => {
      const given = new URLSearchParams(formatPlot(plot));
      for (const key of controlled) Reflect.set(this, key, given.get(key));
      this.#controlled = words();
    };
    const [parameters, row] = [create('div', {}), create('div', {})];
    const kind = kindOf(plot);
    if (kind === 'elementwise') showParameters(parameters, plot, change);
    else showRow(row, plot, kind === 'row', this.#messages.temperature, change);
    this.#controls.replaceChildren(...(plot.controls ? [parameters, row] : []));
  }

  /** @param {boolean} near */
  #approach(near) {
    this.#visible = near;
    if (near) this.#schedule();
  }

  #schedule() {
    if (this.#visible) this.#host.schedule(() => this.#draw());
  }

  #parse() {
    return parsePlot(this.#host.attributes);
  }

  get #language() {
    return this.#host.language(this.#drawn.lang);
  }

  get #messages() {
    return plotTexts[this.#language];
  }

  #draw() {
    const { plot, notes } = this.#parse();
    this.#drawn = plot;
    this.#host.applyTheme(plot.theme);
    this.#showControls(plot);
    /** @type {Note[]} */
    const failures = [];
    try {
      const scene = sceneOf(plot);
      this.#drawing ??= new Drawing(this.#canvas);
      this.#drawing.draw(scene, lookOf(this.#host.root));
      this.#scene = scene;
      this.#describe();
      this.#fallback.hidden = true;
    } catch (error) {
      failures.push(noteOf(error));
      this.#undraw();
    }
    const wrong = [...notes, ...failures];
    this.#host.showNotes(wrong.map((note) => plotSentence(this.#language, note)));
    if (wrong.length > 0) this.#host.fire('activation-plot:error', { notes: wrong });
    const step = plot.step ?? automaticStep(plot);
    if (failures.length === 0) this.#host.fire('activation-plot:draw', { plot, step, ...this.#drawing?.geometry });
  }

  /** @param {Plot} plot @param {Scene} scene */
  #summary({ min, max, derivative }, scene) {
    return scene.kind === 'curves'
      ? this.#messages.curves(scene.labels, derivative, min, max)
      : this.#messages.bars(scene.labels, scene.names);
  }

  /** Table, and the words for a screen reader, for what has been drawn. */
  #describe() {
    const scene = /** @type {Scene} */ (this.#scene);
    const texts = this.#messages;
    const [min, max] = scene.kind === 'curves' ? [scene.x.min, scene.x.max] : [0, scene.names.length - 1];
    this.#at = Math.min(Math.max(this.#at, min), max);
    this.#frame.classList.toggle('curves', scene.kind === 'curves');
    const hasKinks = scene.kind === 'curves' && scene.samples.some(({ kinks }) => kinks.length > 0);
    this.#kink.hidden = !hasKinks;
    const words = {
      ...{ role: 'slider', tabindex: 0, 'aria-roledescription': texts.plot },
      'aria-label': `${this.#summary(this.#drawn, scene)} ${texts.keys}`,
      ...{ 'aria-valuemin': min, 'aria-valuemax': max },
    };
    for (const [key, value] of Object.entries(words)) this.#frame.setAttribute(key, String(value));
    this.#tell();
    // On a phone it may have to be scrolled, with the keyboard too.
    const isWide = this.#table.rows[0].cells.length > 3;
    for (const [key, value] of Object.entries({ role: 'group', tabindex: '0', 'aria-label': texts.values }))
      if (isWide) this.#values.setAttribute(key, value);
      else this.#values.removeAttribute(key);
  }

  /** Fills in the values where the reader points. */
  #tell() {
    const scene = /** @type {Scene} */ (this.#scene);
    const { labels } = scene;
    const words = [];
    if (scene.kind === 'bars') {
      const i = Math.round(this.#at);
      words.push(scene.names[i], ...labels.map((label, k) => `${label}: ${format(scene.values[k][i])}`));
      this.#table.replaceChildren(...barsTable(labels, scene.names, scene.values));
    } else {
      const readings = readAt(this.#drawn, scene, this.#at);
      const names = shortLabels(this.#drawn);
      /** @type {[string, import('../package/sample.js').Kink][]} */
      const kinks = readings.flatMap(({ kink }, i) => (kink ? [[names[i], kink]] : []));
      const { jumps, corners } = sidesOf(kinks);
      const told = this.#messages.kinks(jumps, corners);
      this.#table.replaceChildren(...curvesTable(labels, this.#drawn.derivative, this.#at, readings));
      this.#kink.textContent = told;
      words.push(`x = ${format(this.#at)}`);
      readings.forEach(({ y, derivative, slope }, i) => {
        const learned = slope === undefined ? '' : `, ∂f/∂a = ${format(slope)}`;
        words.push(`${labels[i]}: f(x) = ${format(y)}, f′(x) = ${format(derivative)}${learned}`);
      });
      if (told) words.push(told);
    }
    this.#frame.setAttribute('aria-valuenow', String(this.#at));
    this.#frame.setAttribute('aria-valuetext', words.join('; '));
  }

  /** @param {number} at x, or the index of a bar */
  #pointAt(at) {
    this.#at = at;
    this.#drawing?.point(at);
    this.#tell();
  }

  /** @param {number} pixel */
  #read(pixel) {
    const scene = this.#scene;
    if (!scene || !this.#drawing) return;
    const { area } = this.#drawing.geometry;
    const share = Math.min(Math.max((pixel - area.left) / (area.right - area.left), 0), 1);
    if (scene.kind === 'bars')
      return this.#pointAt(Math.min(Math.floor(share * scene.names.length), scene.names.length - 1));
    const { min, max } = this.#drawn;
    const reach = ((max - min) / (area.right - area.left)) * 5;
    this.#pointAt(snap(this.#drawn, scene, min + share * (max - min), reach));
  }

  /** Reads the curves' values aloud, step by step. @param {KeyboardEvent} event */
  #walk(event) {
    const steps = /** @type {Record<string, number>} */ (walkKeys)[event.key];
    const scene = this.#scene;
    if (steps === undefined || !scene || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const { min, max, step = automaticStep(this.#drawn) } = this.#drawn;
    if (scene.kind === 'bars') {
      const last = scene.names.length - 1;
      return this.#pointAt(Math.min(Math.max(Math.round(this.#at) + steps, 0), last));
    }
    // By index, so that walking does not drift off the samples.
    const index = Math.round((this.#at - min) / step) + steps;
    this.#pointAt(Math.min(Math.max(min + index * step, min), max));
  }

  #startGesture() {
    if (!this.#drawing || this.#scene?.kind !== 'curves') return;
    const { left, right } = this.#drawing.geometry.area;
    this.#beforeGesture = { min: this.#drawn.min, max: this.#drawn.max, left, width: right - left };
  }

  /** @param {[number, number]} from @param {[number, number]} to pixels */
  #changeRange(from, to) {
    if (this.#scene?.kind !== 'curves') return;
    const { min, max, left, width } = this.#beforeGesture;
    const zoom = (to[1] - to[0]) / (from[1] - from[0]);
    const span = (max - min) / zoom;
    const low = min + ((from[0] - left) / width) * (max - min) - ((to[0] - left) / width) * span;
    if (!(span > 1e-3 && span < plotWords.max.max && Math.abs(low) + span < plotWords.max.max)) return; // fingers that cross, too far away
    const digit = 10 ** (Math.floor(Math.log10(span)) - 3); // so that addresses stay short
    const round = (/** @type {number} */ value) => Number((Math.round(value / digit) * digit).toPrecision(12));
    const range = { min: round(low), max: round(low + span) };
    if (zoom !== 1) this.removeAttribute('step');
    for (const [key, value] of Object.entries(range)) this.setAttribute(key, String(value));
    this.#host.fire('activation-plot:range', range);
  }
}

reflectAttributes(ActivationPlot, keys, (plot, key) => (flags.includes(key) ? plot.plot[key] : plot.getAttribute(key)));
define('activation-plot', ActivationPlot);
