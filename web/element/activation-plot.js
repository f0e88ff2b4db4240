/** <activation-plot> draws activation functions. web/package/grammar.js reads its attributes, which are all optional. */
import { elementSentence, plot as plotTexts } from '../messages/index.js';
import { checkOptions } from '../package/checks.js';
import { noteOf } from '../package/errors.js';
import { formatPlot, parsePlot } from '../package/grammar.js';
import { gridOf } from '../package/grid.js';
import { flags, keys } from '../package/plotWords.js';
import { Drawing, lookOf } from './canvas.js';
import { create, setAttributes, updateChildren, watchSize } from './dom.js';
import { addHandles } from './dragging.js';
import { define, Host, reflectAttributes } from './host.js';
import { pictureOf, summaryOf } from './picture.js';
import { addReader } from './pointer.js';
import { barsAt, curvesAt, emptyTable, longestKinks } from './readout.js';
import { readAt, sceneOf } from './scene.js';
import { controlsOf } from './sliders.js';

/** @import { Scene } from './scene.js' */
/** @import { Note, Plot } from '../package/types.js' */
/** @import { Properties } from './types/properties.js' */

/** The attributes that the controls change. */
const controlledKeys = /** @type {const} */ (['functions', 'logits', 'temperature']);

/**
 * The element draws when it comes near the viewport, before printing, and after each change of an attribute, or of the
 * colour scheme, the language or the pixel ratio around it.
 *
 * Every attribute is also a property of the same name, a string or null; `derivative`, `stacked`, `saturation` and
 * `controls` are booleans. The element's content is its fallback: readers see it until the plot is drawn. Dragging with a
 * mouse, pinching with two fingers, and scrolling while holding Ctrl or ⌘ change `min` and `max`; a zoom also removes
 * `step`, which fitted the old range. Dragging a handle, or pressing keys on it, changes a parameter in `functions`.
 * @fires plotdraw after each drawing; `detail` holds `plot`, its `step` (also where the attribute is absent), and the
 *   geometry: `area` in CSS pixels of the canvas, the ranges `x` and `y`, and `below` for the area of a stacked f′
 * @fires plotrange after the reader has changed the range of x; `detail` holds `min` and `max`
 * @fires plotparameter after the reader has changed a parameter with its handle; `detail` holds the index of the `curve`,
 *   the `name` of the parameter and its `value`
 * @fires ploterror when an attribute cannot be read or the plot cannot be drawn; `detail` holds `notes`
 */
export class ActivationPlot extends /** @type {new () => HTMLElement & Properties} */ (
  globalThis.HTMLElement ?? Object
) {
  /** The attributes of a plot. */
  static observedAttributes = keys;

  #canvas = create('canvas', {});
  #fallback = create('div', { class: 'fallback' }, create('slot', {}));
  #frame = create('div', { class: 'frame', part: 'plot' }, this.#canvas, this.#fallback);
  #table = create('table', { part: 'legend' });
  #values = create('div', { class: 'values' }, this.#table);
  #kink = create('p', { class: 'kink' });
  #kinks = create('div', { class: 'kinks', part: 'kink' }, this.#kink);
  #controls = create('div', { class: 'controls', part: 'controls' });
  #handles = addHandles(this.#frame, (change) => this.#changeParameter(change));
  #host = new Host(this, keys, [this.#frame, this.#handles.box, this.#values, this.#kinks, this.#controls]);
  #isNear = false;
  /** The plot that was drawn last. @type {Plot} */
  #plot = parsePlot({}).plot;
  /** Its scene, while it is drawn. @type {Scene | undefined} */
  #scene;
  /** @type {Drawing | undefined} */
  #drawing;
  /** Where the reader points: x, or the index of a bar. */
  #position = 0;
  /** The language and the values of the controlled attributes that the controls show. @type {string | undefined} */
  #controlled;

  constructor() {
    super();
    addReader(this.#frame, {
      shown: () => this.#scene && this.#drawing && { scene: this.#scene, ...this.#drawing.geometry.area },
      range: () => gridOf(this.plot),
      position: () => this.#position,
      moveTo: (position) => {
        this.#position = position;
        this.#drawing?.point(position);
        this.#showValues();
      },
      leave: () => this.#drawing?.point(undefined),
      setRange: (range, isZoom) => {
        if (isZoom) this.removeAttribute('step');
        setAttributes(this, range);
        this.#host.fire('plotrange', range);
      },
    });
  }

  /** A copy of the plot: every attribute read, with defaults where one is absent. @returns {Plot} */
  get plot() {
    return this.#parse().plot;
  }

  /**
   * Sets the attributes that the plot mentions, and removes those that are absent or have their default.
   * @param {Partial<Plot> | string} plot or its query string
   * @throws {TypeError} for a value of another type, and for an unknown key
   */
  set plot(plot) {
    this.#host.write(formatPlot(plot), keys);
  }

  /** A note for each part of the attributes that cannot be read. */
  get notes() {
    return this.#parse().notes;
  }

  /**
   * The plot as an SVG picture with a legend, in the element's colours.
   * @param {{ width?: number, height?: number }} [size] in pixels, each from 240 to 10000; 960 × 640 by default
   * @throws {TypeError | RangeError} for any other size
   */
  toSVG(size = {}) {
    checkOptions('toSVG', size, ['width', 'height']);
    const { plot } = this.#parse();
    this.#host.applyTheme(plot.theme); // if it has not been drawn yet
    return pictureOf(plot, lookOf(this.#host.root), this.#host.language(plot.lang), size);
  }

  /** @ignore */
  connectedCallback() {
    const signal = this.#host.connect(
      () => this.#schedule(),
      () => this.#draw(),
    );
    const { view } = this.#host;
    if (!view) return;
    const look = (/** @type {IntersectionObserverEntry[]} */ entries) => {
      this.#isNear = entries.at(-1)?.isIntersecting ?? false;
      this.#schedule();
    };
    const visibility = new view.IntersectionObserver(look, { rootMargin: '200px' });
    visibility.observe(this.#host.root); // an element with `display: contents` has no box
    signal.addEventListener('abort', () => visibility.disconnect());
    // A drawing that failed may succeed at another size.
    watchSize(this.#frame, () => this.#drawing || this.#schedule(), signal);
    this.#showWithoutValues();
  }

  /** @ignore */
  disconnectedCallback() {
    this.#host.disconnect();
    this.#isNear = false;
    this.#destroyDrawing();
  }

  /** @ignore */
  adoptedCallback() {
    this.#host.adoptStyles();
    // A canvas loses its context for good when the iframe of its document is removed.
    const canvas = create('canvas', {});
    this.#canvas.replaceWith(canvas);
    this.#canvas = canvas;
  }

  /** @ignore */
  attributeChangedCallback() {
    this.#schedule();
  }

  /** @param {import('./dragging.js').Change} [change] omitted when the reader releases a handle */
  #changeParameter(change) {
    if (!change) return this.#schedule();
    const { functions } = this.plot;
    const parameters = functions[change.curve]?.parameters ?? {};
    if (!(change.name in parameters)) return; // the attribute has changed since the last drawing
    parameters[change.name] = change.value;
    this.#host.write(formatPlot({ functions }), ['functions']);
    this.#host.fire('plotparameter', change);
  }

  #schedule() {
    if (this.#isNear) this.#host.schedule(() => this.#draw());
  }

  #parse() {
    return parsePlot(this.#host.attributes);
  }

  /** The messages in the language of a plot. */
  #messagesOf({ lang } = this.#plot) {
    return plotTexts[this.#host.language(lang)];
  }

  #draw() {
    const { plot, notes } = this.#parse();
    this.#plot = { ...plot, ...this.#handles.kept };
    this.#host.applyTheme(plot.theme);
    const look = lookOf(this.#host.root); // before changes to the document, after which the browser computes styles again
    this.#showNotes(notes);
    this.#showControls(plot);
    // The drawing comes last: in a plot of a given height it takes what the rest leaves.
    let all = notes;
    try {
      const scene = sceneOf(this.#plot, this.#scene);
      this.#scene = scene;
      this.#describe(scene);
      this.#drawing ??= new Drawing(
        this.#canvas,
        (panel, height) => this.#handles.show(this.#plot, panel, height, this.#messagesOf().handle),
        (x) => readAt(this.#plot, x),
      );
      this.#drawing.draw(scene, look);
      this.#fallback.hidden = true;
    } catch (error) {
      all = [...notes, noteOf(error)];
      this.#showFallback();
      this.#showNotes(all);
    }
    if (all.length > 0) this.#host.fire('ploterror', { notes: all });
    if (all === notes) this.#host.fire('plotdraw', { plot, step: gridOf(plot).step, ...this.#drawing?.geometry });
  }

  /** @param {Note[]} notes */
  #showNotes(notes) {
    this.#host.showNotes(notes.map((note) => elementSentence(this.#host.language(this.#plot.lang), note)));
  }

  #destroyDrawing() {
    this.#drawing?.destroy();
    this.#handles.clear();
    this.#drawing = this.#scene = undefined;
  }

  /** Restores the state before the first drawing. */
  #showFallback() {
    this.#destroyDrawing();
    for (const name of this.#frame.getAttributeNames())
      if (name !== 'class' && name !== 'part') this.#frame.removeAttribute(name);
    this.#kink.textContent = '';
    this.#fallback.hidden = false;
    this.#showWithoutValues();
  }

  /** Shows theme, table and controls before the first drawing, so that the drawing does not move them. */
  #showWithoutValues() {
    const { plot } = this.#parse();
    this.#host.applyTheme(plot.theme);
    this.#table.replaceChildren(...emptyTable(plot));
    this.#showControls(plot);
  }

  /**
   * Makes new controls, unless the controls themselves changed the plot: the reader is using them.
   * @param {Plot} plot that they change
   */
  #showControls(plot) {
    const messages = this.#messagesOf(plot);
    const values = () => [messages.plot, ...controlledKeys.map((key) => this.getAttribute(key))].join('&');
    const shown = plot.controls ? values() : undefined;
    if (shown === this.#controlled) return;
    this.#controlled = shown;
    const change = () => {
      this.#host.write(formatPlot(plot), controlledKeys);
      this.#controlled = values();
    };
    this.#controls.replaceChildren(...(plot.controls ? controlsOf(plot, messages.temperature, change) : []));
  }

  /** To screen readers the plot is a slider along x. @param {Scene} scene */
  #describe(scene) {
    const messages = this.#messagesOf();
    const isCurves = scene.kind === 'curves';
    const [min, max] = isCurves ? [scene.x.min, scene.x.max] : [0, scene.names.length - 1];
    this.#position = Math.min(Math.max(this.#position, min), max);
    this.#frame.classList.toggle('curves', isCurves);
    // Reserves the room of the longest text, so that reading moves nothing below.
    this.#kinks.dataset.longest = longestKinks(this.#plot, scene, messages);
    setAttributes(this.#frame, {
      role: 'slider',
      tabindex: 0,
      'aria-roledescription': messages.plot,
      'aria-label': `${summaryOf(this.#plot, scene, this.#host.language(this.#plot.lang))} ${messages.keys}`,
      'aria-valuemin': min,
      'aria-valuemax': max,
    });
    this.#showValues();
    // Readers scroll a wide table on a phone, with the keyboard too.
    const isWide = this.#table.rows[0].cells.length > 3;
    setAttributes(this.#values, {
      role: isWide && 'group',
      tabindex: isWide && 0,
      'aria-label': isWide && messages.values,
    });
  }

  /** Shows the values where the reader points. */
  #showValues() {
    const scene = /** @type {Scene} */ (this.#scene);
    const { table, kink, text } =
      scene.kind === 'curves'
        ? curvesAt(this.#plot, scene, this.#position, this.#messagesOf())
        : barsAt(scene, Math.round(this.#position));
    updateChildren(this.#table, table);
    this.#kink.textContent = kink;
    setAttributes(this.#frame, { 'aria-valuenow': this.#position, 'aria-valuetext': text });
  }
}

reflectAttributes(ActivationPlot, keys, (plot, key) => (flags.includes(key) ? plot.plot[key] : plot.getAttribute(key)));
define('activation-plot', ActivationPlot);
